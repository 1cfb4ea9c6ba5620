"""A row of capitalised words taken apart: titles, peoples, what they are of, and the names themselves.

"Foreign Office Minister Tove Lindal" is an organisation and a person with the title "Foreign Office Minister";
"Chief Rabbi of Arland Josef Benn" a place and a person; "Republican Ada Moor" a party and a person; "Russian" nothing.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.annotate.name_chunks import Chunk, head_of_organisation, is_given, opening, people, title_length
from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.tables import is_common, is_listed, organisations, places, words
from rashomon.lexicon.verbs import lemma

Row = tuple[Token, ...]
NAME_TOO = frozenset(
    "major general justice speaker prince king queen earl count dean baron bishop pope father brother sister marshal "
    "chief "
    "canon private lord lady saint don duke judge miss citizen coach metropolitan author chair cardinal abbot page "
    "manager "
    "leader agent director commander captain specialist don princess constable sheriff".split()
)


def take_apart(row: Row, definite: bool) -> list[Chunk]:
    """The names of a row in order, with their titles. `definite`: "the" stands before the row."""
    row = _uncarded(_bare(row))
    if not row:
        return []
    found = _title_at(row)
    if found is None:
        return _split(row, definite)
    at, length = found
    left, rest = row[:at], row[at + length :]
    before = _split(left, definite) if left else []
    title = (_title_start(left, row[at]), row[at + length - 1].end)
    if not rest:
        return before
    if rest[0].folded == "of":
        thing = rest[2:] if len(rest) > 2 and rest[1].folded == "the" else rest[1:]
        cut = _boundary(thing, office=True)
        if cut is None:
            return before + _split(_bare(thing), len(thing) < len(rest) - 1)
        person = replace(_person(thing[cut:]), titles=((title[0], thing[cut - 1].end),))
        return [*before, *_split(_bare(thing[:cut]), False), person]
    inner = take_apart(rest, False)
    if inner:
        inner[0] = replace(inner[0], titles=(title, *inner[0].titles))
    return before + inner


def _uncarded(row: Row) -> Row:
    """The row up to where a link card set into the page says the name again ("Ada Moor Ada Beth Moor Council")."""
    if len(row) > 3 and row[2].text == row[0].text and is_given(row[0]):
        return row[:2]
    return row


def _field(token: Token) -> bool:
    """Whether an administration may be called by the word itself, not by the one who leads it."""
    topic = token.folded in words("organisations", "topic") or is_common(token.folded)
    return topic or people(token.text) or token.text in places()


def _shouted(row: Row) -> bool:
    """Whether words of the dictionary stand in capitals for stress ("TOTAL WASTE")."""
    if len(row) < 2 or not all(t.acronym for t in row):
        return False
    stressed = [t for t in row if is_common(t.folded) or opening(t) or lemma(t.folded)]
    return len(stressed) == len(row) or any(lemma(t.folded) or is_common(t.folded) for t in row if len(t.text) > 3)


def _person(row: Row) -> Chunk:
    inner = take_apart(row, False)
    return inner[0] if inner else Chunk(row)


def _title_start(left: Row, first: Token) -> int:
    """Where the title begins: with the words before it in the same row ("Foreign Office" Minister)."""
    return left[0].start if left else first.start


def _bare(row: Row) -> Row:
    """The row without joining words at its ends."""
    while row and not row[-1].capital and not row[-1].text[-1:].isdigit():
        row = row[:-1]
    while row and not row[0].capital and not (len(row) > 1 and row[0].folded in words("not_names", "particle")):
        row = row[1:]
    return row


def _title_at(row: Row) -> tuple[int, int] | None:
    """Index and length of the first title in the row that is not part of a name."""
    for at in range(len(row)):
        if " ".join(t.text for t in row[at:]) in places():
            return None
        length = title_length(row, at)
        if length and is_title(row, at, length):
            return at, length
        if row[at].text == "PM" and at + 1 < len(row) and row[at + 1].capital:
            return at, 1
        if at == 0 and row[0].opens and row[0].folded in words("titles", "role") and len(row) > 2 and is_given(row[1]):
            return 0, 1
    return None


def is_title(row: Row, at: int, length: int) -> bool:
    """Whether the words from `at` on, a title by the table, are one here and not the name of somebody or something."""
    rest = row[at + length :]
    single = row[at].folded if length == 1 else ""
    if single.rstrip(".") in ("sr", "st") and at > 0:
        return False
    if single in NAME_TOO and at > 0 and is_given(row[at - 1]) and not people(row[at - 1].text):
        return False
    if at == 0 and single and is_given(row[0]) and len(rest) == 1 and rest[0].capital:
        return False
    if not rest:
        left = " ".join(t.text for t in row[:at])
        known = people(left) or left in places() or left in organisations() or is_common(row[at - 1].folded)
        return at == 0 or known or head_of_organisation(row[at - 1])
    if rest[0].folded == "of":
        return True
    suffix = rest[0].folded in words("not_names", "suffix") and (rest[0].acronym or rest[0].text[-1] in ".r")
    if suffix or rest[0].folded in ("and", "for", "&"):
        return False
    headed = any(head_of_organisation(t) for t in rest) and not any(is_given(t) for t in rest)
    ended = rest[-1].folded in words("organisations", "head") and len(rest) > 1
    if headed or (ended and single in NAME_TOO):
        return False
    if single and not single.endswith(".") and len(rest) > 1 and is_common(rest[0].folded) and not is_given(rest[0]):
        return False
    return not (
        single in ("st.", "st", "saint", "major", "general", "metropolitan") and not is_given(rest[0]) and len(rest) < 2
    )


def _boundary(row: Row, office: bool = False) -> int | None:
    """Where a person begins after a place or an organisation in the same row; None where none does.

    `office`: the row is what an office is of ("Minister of" …), so a field or a country is complete by itself.
    """
    if office:
        for at in range(1, len(row)):
            left = " ".join(t.text for t in row[:at])
            field = all(t.folded in words("organisations", "topic") or t.folded == "and" for t in row[:at])
            if (
                (left in places() or field)
                and row[at].capital
                and len(row) - at > 1
                and not head_of_organisation(row[-1])
            ):
                return at
    for at in range(1, len(row) - 1):
        before, first, second = row[at - 1], row[at], row[at + 1]
        if not (
            first.capital and is_given(first) and (second.capital or second.folded in words("not_names", "particle"))
        ):
            continue
        left = " ".join(t.text for t in row[:at])
        if _closes(row[:at], left, before) and not head_of_organisation(row[-1]):
            return at
    return None


def _known_tail(row: Row) -> int:
    """Where a known institution begins after a name it is spoken of with ("Moor White House", "Arland Democrat")."""
    for at in range(1, len(row)):
        if not row[at - 1].capital:
            continue
        tail = " ".join(t.text for t in row[at:])
        if tail in organisations() or tail in places():
            left = " ".join(t.text for t in row[:at])
            several = tail in places() and len(row) - at > 1 and not people(left) and left not in places()
            party = left in organisations() or (tail in organisations() and tail in members() and left in places())
            if several and not head_of_organisation(row[at - 1]) and row[at - 1].folded not in words("places", "first"):
                return at
            if party or (tail in places() and left in members()):
                return at
    return 0


def members() -> frozenset[str]:
    """Forms of the tables that name a party by its members ("Democrat", "Tories")."""
    return frozenset(form for form, name in organisations().items() if name.endswith(" Party") and " " not in form)


def _closes(row: Row, left: str, before: Token) -> bool:
    """Whether the words before a given name are complete by themselves."""
    if left in places() or left in organisations() or head_of_organisation(before) or before.text in places():
        return not (len(row) == 1 and is_given(row[0]))
    return people(before.text) or before.folded in words("titles", "role")


def _split(row: Row, definite: bool) -> list[Chunk]:
    """A row without titles as one name, or as two where a person follows a place, an organisation or a people."""
    row = _bare(row)
    if len(row) > 1 and is_listed(" ".join(t.text for t in row)):
        return [Chunk(row, (), definite)]
    cut = _boundary(row)
    if cut is not None:
        return _split(row[:cut], definite) + _split(row[cut:], False)
    capitals = [t for t in row if t.capital]
    if not capitals or all(people(t.text) for t in capitals):
        return []
    if row[0].opens and len(row) > 1 and not definite:
        event = row[0].folded in ("hurricane", "storm", "tornado", "typhoon", "operation")
        if is_common(row[0].folded) and is_given(row[1]) and not head_of_organisation(row[-1]) and not event:
            return _split(row[1:], False)
        if row[0].folded.endswith(("ing", "ed", "ly")) and not is_given(row[0]) and not head_of_organisation(row[-1]):
            return _split(row[1:], False)
    if len(row) > 1 and row[0].acronym and not row[1].acronym and (lemma(row[0].folded) or is_common(row[0].folded)):
        return _split(row[1:], False)
    if len(row) == 2 and row[1].folded == "administration" and not _field(row[0]):
        return _split(row[:1], False)
    tail = _known_tail(row)
    if tail:
        return _split(row[:tail], definite) + _split(row[tail:], False)
    regional = len(row) == 2 and row[0].folded in words("places", "first") and people(row[1].text)
    if people(" ".join(t.text for t in row)) or regional or _shouted(row):
        return []
    return [Chunk(row, (), definite)]
