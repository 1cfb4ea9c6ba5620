"""A spaCy pipeline of the user's in place of our reader: the same trees and names, for documents in its language.

The pipeline reads each sentence alone, so that an answer does not depend on the sentences beside it, and is told not to
cut it further. Its words, heads, labels and parts of speech become a tree (`universal`), its names become those of our
four kinds; names of days, sums and the like are none. spaCy is imported when a pipeline is opened: it is an extra.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.errors import UsageError
from rashomon.model import Document, EntityKind, Named, Sentence, Token, Tree
from rashomon.syntax.universal import to_universal
from rashomon.text import level

KINDS: dict[EntityKind, frozenset[str]] = {
    "person": frozenset("per pers person persname prs ps".split()),
    "organisation": frozenset("gpe_org og org organisation organization orgname".split()),
    "place": frozenset("fac facility geogname gpe gpe_loc lc loc location place placename".split()),
    "other": frozenset("event evn evt language law misc norp obj prod product work_of_art wrk".split()),
}
"""The labels of names in spaCy's pipelines, in lower case; what stands in no list is no name."""
_KIND = {label: kind for kind, labels in KINDS.items() for label in labels}
_ORDER = list(KINDS)
_NEEDED = {"DEP": "heads and labels (a parser)", "POS": "parts of speech", "ENT_IOB": "names"}
_OUTSIDE = (1.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A spaCy pipeline: name with version, ISO 639-1 code (`xx`: any), whether it labels as ClearNLP, and itself."""

    name: str
    language: str
    clear: bool
    nlp: Any


def open_pipeline(reader: str) -> Pipeline:
    """The pipeline that `spacy:MODEL` names: an installed one, or a folder.

    Raises `UsageError` where spaCy is not installed, the pipeline is unknown, or it does not give all that is needed.
    """
    scheme, _, model = reader.partition(":")
    if scheme != "spacy" or not model:
        raise UsageError(f"{reader}: no such reader; write spacy:MODEL, a pipeline you installed or its folder")
    try:
        import spacy
    except ImportError:
        raise UsageError(f"{reader}: spaCy is not installed; pip install 'rashomon[spacy]'") from None
    try:
        return pipeline_of(spacy.load(model))
    except UsageError as problem:
        raise UsageError(f"{reader}: {problem}") from None
    except OSError:
        raise UsageError(f"{reader}: no pipeline of that name is installed, and no folder holds one") from None
    except Exception as problem:  # a pipeline is a program of its own, and may fail in any way
        reason = next(iter(str(problem).strip().splitlines()), type(problem).__name__)
        raise UsageError(f"{reader}: the pipeline does not run: {reason}") from None


def pipeline_of(nlp: Any) -> Pipeline:
    """A loaded pipeline (`spacy.language.Language`). Raises `UsageError` when it does not give all that is needed."""
    probe = nlp("One boat sank.")
    missing = [what for attribute, what in _NEEDED.items() if not probe.has_annotation(attribute)]
    if missing:
        raise UsageError(f"the pipeline gives no {', no '.join(missing)}; take one that does")
    name = f"spacy:{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    return Pipeline(name, nlp.lang, any("pobj" in labels for labels in nlp.pipe_labels.values()), nlp)


def is_for(pipeline: Pipeline, document: Document) -> bool:
    """Whether the pipeline reads the language of the document, which is English unless stated."""
    return pipeline.language in ("xx", document.language or "en")


def trees_by(pipeline: Pipeline, document: Document, sentences: Sequence[Sentence]) -> tuple[Tree, ...]:
    """The tree of each sentence, in their order. Raises `UsageError` when the pipeline changes the text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were heard when it was opened, and would come again with each sentence
        return tuple(_tree(pipeline, document.text, s.span.start, s.span.end) for s in sentences)


def _tree(pipeline: Pipeline, text: str, start: int, end: int) -> Tree:
    clean = text[start:end].encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is one "?"
    doc = pipeline.nlp.make_doc(clean)
    for word in doc[1:]:
        word.is_sent_start = False
    doc = pipeline.nlp(doc)
    if doc.text != clean:
        raise UsageError(f"{pipeline.name}: the pipeline changes the text it reads; take one that does not")
    words = [word for word in doc if not word.is_space]
    number = {word.i: i for i, word in enumerate(words)}
    chances: list[tuple[float, ...]] = [_OUTSIDE] * len(words)
    names = []
    for name in doc.ents:
        inside = [number[word.i] for word in name if word.i in number]
        kind = _KIND.get(name.label_.casefold())
        if kind and inside:
            names.append(Named(inside[0], inside[-1] + 1, kind, 1.0))
            row = tuple(float(i == _ORDER.index(kind) + 1) for i in range(len(_OUTSIDE)))
            chances[inside[0] : inside[-1] + 1] = [row] * len(inside)
    tokens = []
    for word, chance in zip(words, chances, strict=True):
        a, b = start + word.idx, start + word.idx + len(word.text)
        head = number.get(_head(word).i, -1)
        tokens.append(Token(level(text[a:b]), a, b, word.pos_ or "X", head, word.dep_, chance))
    persons = [(name.first, name.end) for name in names if name.kind == "person"]
    return Tree(to_universal(tokens, pipeline.clear, persons), tuple(names))


def _head(word: Any) -> Any:
    """The word this one hangs on; blanks, which spaCy counts as words, are passed over."""
    head = word.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return head
