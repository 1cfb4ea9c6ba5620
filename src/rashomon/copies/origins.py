"""Which reports count once when corroboration is counted.

A report of which two fifths stand word for word in another has no origin of its own; reports tied so, directly or over
others, are one origin. Two fifths, because pairs of newspapers that share more are nearly always two cuts of one agency
text, rewritten in between, while a report that prints a passage of another (a statement, a paragraph it answers) stays
below. In doubt two reports count once: a false second witness misleads more than a missing one. Sharing an agency's
picture or a speaker's words ties nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.components import components
from rashomon.model import Copy, Document, Origin
from rashomon.text import content_id, fold

ONE_ORIGIN = 0.4  # share of the running words of one side


def find_origins(documents: Sequence[Document], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """The documents in groups that count once, in the order of the documents; the id is made from the documents' ids.

    Reports with the same text are one origin even where they hold no word that could be compared.
    """
    place = {document.id: number for number, document in enumerate(documents)}
    same_text: dict[str, int] = {}
    tied = [(same_text.setdefault(fold(document.text), number), number) for number, document in enumerate(documents)]
    tied += [(place[copy.a], place[copy.b]) for copy in copies if ties(copy)]
    return _origins([document.id for document in documents], tied)


def find_pile_origins(documents: Iterable[str], copies: Iterable[Copy]) -> tuple[Origin, ...]:
    """The documents of a pile, given by their ids, in groups that count once; in the order of the ids.

    As `find_origins`, but for texts without a single word, which a pile does not compare.
    """
    ids = sorted(documents)
    place = {document: number for number, document in enumerate(ids)}
    return _origins(ids, [(place[copy.a], place[copy.b]) for copy in copies if ties(copy)])


def ties(copy: Copy) -> bool:
    """Whether a copy makes two reports one origin."""
    return max(copy.share_of_a, copy.share_of_b) >= ONE_ORIGIN


def _origins(documents: Sequence[str], tied: Iterable[tuple[int, int]]) -> tuple[Origin, ...]:
    groups = ([documents[number] for number in group] for group in components(len(documents), tied))
    return tuple(Origin(content_id("o-", *sorted(group)), tuple(group)) for group in groups)
