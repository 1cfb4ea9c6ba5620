"""What kind of thing a candidate names, by points: its own words, the words around it, the tables.

The points of all its occurrences in a document are added, so that one clear place decides for the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from rashomon.annotate.name_chunks import Chunk, head_of_organisation, head_of_place, is_given, opening
from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS, RELATIVES
from rashomon.lexicon.speech import SAYING
from rashomon.lexicon.tables import is_common, kinship, organisations, places, words
from rashomon.lexicon.verbs import AUXILIARIES, lemma
from rashomon.model import EntityKind

TABLE = 5
"""Points of an entry in the tables."""

MIXED = re.compile(r"[A-Z]{1,3}(?:o|f|fo)[A-Z]{1,3}")
"""Acronyms that keep the small letter of "of" or "for" ("DoJ", "MoD", "DfE")."""
_AGE = re.compile(r",? \(?\d{1,2}(?:,|\)|\.| |-year-old)")
_THING = frozenset(
    "festival war wars award awards prize cup olympics championship championships act bill treaty agreement accord "
    "accords "
    "operation hurricane storm typhoon cyclone day revolution uprising spring protocol convention constitution "
    "amendment "
    "plan deal open marathon tournament games era age ages cruise week memorandum doctrine report case trial massacre "
    "holocaust crisis pact resolution statement declaration show code law initiative prix derby series final finals "
    "bowl alert pandemic virus disease syndrome flight model edition".split()
)
_THING_FIRST = frozenset(
    "operation hurricane storm superstorm typhoon cyclone flight uss usns hms hmas hmcs hmnzs ins ss mv rms "
    "battle siege treaty war boeing "
    "airbus".split()
)
_SURNAMES_TOO = frozenset(
    "park hill hills woods hall lake field forest marina castle temple street mount chapel ford towers ranch mine "
    "falls moor "
    "abbey dale bay sea cape fort church hotel city village farm tower".split()
)
_IN = frozenset("in near across outside inside throughout around into toward towards within".split())
_OUTLETS = frozenset("magazine newspaper agency university hospital".split())
_NUMBERED = frozenset("article title type phase part section chapter volume class level".split())
_VESSELS = frozenset(
    "ship warship steamship flagship boat gunboat lifeboat trawler ferry tanker freighter frigate destroyer cruiser "
    "corvette submarine yacht schooner barge tugboat vessel liner tug icebreaker catamaran".split()
)
_OF_LEADERS = frozenset("administration presidency".split())
_ROLES_OF = frozenset(
    "city cities town towns village villages region regions "
    "province district county capital state island port suburb outskirts".split()
)


def points(chunk: Chunk, text: str, before: tuple[Token, ...], after: tuple[Token, ...]) -> Counter[EntityKind]:
    """Points for each kind at this occurrence. `before` and `after` are the tokens around it in its sentence."""
    found: Counter[EntityKind] = Counter()
    name = " ".join(t.text for t in chunk.tokens)
    _by_table(found, name)
    _by_words(found, chunk)
    _by_place(found, chunk, text, before, after)
    return found


def _by_table(found: Counter[EntityKind], name: str) -> None:
    if name in places():
        found["place"] += TABLE
    if name in organisations():
        found["organisation"] += TABLE


def _by_words(found: Counter[EntityKind], chunk: Chunk) -> None:
    tokens = chunk.tokens
    capitals = [t for t in tokens if t.capital]
    joined = {t.folded for t in tokens if not t.capital}
    if chunk.titles:
        found["person"] += 4
    if len(capitals) > 1:
        _as_person(found, tokens, joined)
        _as_organisation(found, tokens, joined, len(capitals))
        _as_place(found, chunk)
        if tokens[-1].folded in _THING or tokens[0].folded in _THING_FIRST:
            found["other"] += 6
        _by_ordinary_words(found, chunk, capitals, joined)
    elif is_given(tokens[0]):
        found["person"] += 0 if chunk.definite else 1
    else:
        found["organisation"] += 4 if tokens[-1].folded in _OUTLETS and not tokens[-1].capital else 0
    if len(tokens) == 1 and tokens[0].acronym:
        found["organisation"] += 3 if len(tokens[0].text) < 6 else 2
    if len(tokens) == 1 and MIXED.fullmatch(tokens[0].text):
        found["organisation"] += 5
    if any(not t.text.isalpha() and any(c.isdigit() for c in t.text) for t in tokens):
        found["other"] += 2


def _as_person(found: Counter[EntityKind], tokens: tuple[Token, ...], joined: set[str]) -> None:
    first, last = tokens[0], tokens[-1]
    if is_given(first) and not first.possessive and not joined & {"of", "for", "and", "&", "on"}:
        found["person"] += 3
    if any(len(t.text) == 2 and t.text.endswith(".") for t in tokens[:-1]):
        found["person"] += 2
    if last.folded.rstrip(".") in ("jr", "jnr", "sr", "snr", "ii", "iii", "iv"):
        numbered = len(tokens) > 1 and tokens[-2].folded in _THING | _NUMBERED
        found["other" if numbered else "person"] += 6 if numbered else 3
    if joined & words("not_names", "particle"):
        found["person"] += 1


def _as_organisation(found: Counter[EntityKind], tokens: tuple[Token, ...], joined: set[str], capitals: int) -> None:
    first, last = tokens[0], tokens[-1]
    if head_of_organisation(last):
        found["organisation"] += 4 if not is_given(first) or last.folded in words("organisations", "head") else 2
    if joined & {"of", "for", "on", "and", "&"} and _heads_of(tokens):
        found["organisation"] += 5
    if _ends_known(tokens) or (last.text in organisations() and not is_given(first)):
        found["organisation"] += 4
    if last.text in places() and not is_given(first) and capitals == 2 and not joined:
        found["organisation"] += 2
    if joined == {"&"}:
        found["organisation"] += 3


def _as_place(found: Counter[EntityKind], chunk: Chunk) -> None:
    """Words for places; a place before other words makes an organisation of them ("Arland Rovers")."""
    first, last = chunk.tokens[0], chunk.tokens[-1]
    if any(t.folded in ("base", "camp", "airport") for t in chunk.tokens[1:-1]):
        found["place"] += 4
    if head_of_place(last):
        found["place"] += 4 if last.folded in _SURNAMES_TOO else 7
    if _place_before(chunk.tokens) and not chunk.titles and not head_of_place(last):
        found["organisation"] += 4
    elif first.folded in words("places", "first") and not chunk.titles:
        found["place"] += 7 if " ".join(t.text for t in chunk.tokens[1:]) in places() else 2


def _by_ordinary_words(found: Counter[EntityKind], chunk: Chunk, capitals: list[Token], joined: set[str]) -> None:
    """Short names of ordinary words are organisations, all others people; an article speaks for an organisation."""
    tokens = chunk.tokens
    if chunk.definite:
        found["organisation"] += 1
    elif len(capitals) <= 3 and not joined and not any(c.isdigit() for t in tokens for c in t.text):
        ordinary = all(is_common(t.folded) or lemma(t.folded) or opening(t) for t in capitals)
        ordinary = ordinary or any(t.text in organisations() for t in capitals)
        ordinary = ordinary or (is_common(tokens[-1].folded) and not is_given(tokens[0]))
        found["organisation" if ordinary else "person"] += 1


def _ends_known(tokens: tuple[Token, ...]) -> bool:
    """Whether the name ends with a known organisation of several words ("Arland Red Cross")."""
    return any(" ".join(t.text for t in tokens[at:]) in organisations() for at in range(1, len(tokens) - 1))


def _place_before(tokens: tuple[Token, ...]) -> bool:
    """Whether a known place opens the name and one or two more words follow ("Arland Rovers"); not "Sofia Marn"."""
    for rest in (1, 2):
        if len(tokens) > rest and " ".join(t.text for t in tokens[:-rest]) in places():
            return not (len(tokens) - rest == 1 and is_given(tokens[0]))
    return False


def _heads_of(tokens: tuple[Token, ...]) -> bool:
    at = next(i for i, t in enumerate(tokens) if not t.capital)
    return any(t.folded in words("organisations", "first") for t in tokens[:at]) or head_of_organisation(tokens[-1])


def _by_place(
    found: Counter[EntityKind], chunk: Chunk, text: str, before: tuple[Token, ...], after: tuple[Token, ...]
) -> None:
    single = len([t for t in chunk.tokens if t.capital]) == 1
    if _AGE.match(text, chunk.end) and not chunk.definite:
        found["person"] += 3
    following = after[0] if after else None
    if following and text[chunk.end : following.start] == " ":
        if following.folded in SAYING and not chunk.definite:
            found["person"] += 2
        if following.folded in ("who", "whose") or following.folded in _OF_LEADERS:
            found["person"] += 2
        if following.folded in ("officials", "forces", "spokesman", "spokeswoman", "spokesperson", "executives"):
            found["organisation"] += 1
    elif following and following.folded in ("who", "whose"):
        found["person"] += 2
    if following and chunk.tokens[-1].possessive and following.folded in kinship():
        found["person"] += 3
    compound = text[chunk.end : chunk.end + 1] == "-"
    if (
        len(chunk.tokens) == 1
        and chunk.definite
        and not compound
        and not (following and _modifies(text, chunk, following))
    ):
        found["organisation"] += 1
    if not before:
        return
    previous = before[-1]
    gap = text[previous.end : chunk.start]
    if previous.folded in kinship() and gap in (" ", ", "):
        found["person"] += 4
    if previous.folded in words("titles", "role") and not previous.capital and gap == " ":
        found["person"] += 2
    if previous.folded in _IN and gap == " " and single and not chunk.definite:
        found["place"] += 2
    if previous.folded == "of" and gap == " " and len(before) > 1 and before[-2].folded in _ROLES_OF:
        found["place"] += 4
    town = len(chunk.tokens) < 3 and not chunk.titles and (single or not is_given(chunk.tokens[0]))
    if town and not chunk.definite and _within_region(text, chunk, after):
        found["place"] += 3
    if previous.folded in ("mr", "mrs", "ms"):
        found["person"] += 5
    if previous.folded in _VESSELS and not previous.capital and gap in (" ", ", the ") and not chunk.titles:
        found["other"] += 12


def _within_region(text: str, chunk: Chunk, after: tuple[Token, ...]) -> bool:
    """Whether a comma and a known place follow ("in Velk, Norway, on Monday")."""
    for length in (1, 2):
        row = after[:length]
        if len(row) == length and text[chunk.end : row[0].start] == ", " and row[0].capital:
            name = text[row[0].start : row[-1].end]
            if name in places() and text[row[-1].end : row[-1].end + 1] in ("", ",", ".", ")", ";"):
                return True
    return False


def _modifies(text: str, chunk: Chunk, following: Token) -> bool:
    """Whether the name stands before a noun ("the Marn administration"), so that "the" is the noun's."""
    if text[chunk.end : following.start] != " " or following.capital:
        return False
    word = following.folded
    verb = word in SAYING or word in AUXILIARIES or lemma(word) is not None
    return not verb and word not in PREPOSITIONS and word not in CONJUNCTIONS and word not in RELATIVES


def verdict(found: Mapping[EntityKind, float]) -> EntityKind:
    """The kind with most points; "other" without any."""
    order: tuple[EntityKind, ...] = ("person", "organisation", "place", "other")
    best = max(order, key=lambda kind: (found.get(kind, 0), -order.index(kind)))
    return best if found.get(best, 0) > 0 else "other"
