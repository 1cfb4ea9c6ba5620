"""What a document as a whole says of its names: one kind for each written form, and which forms are names.

The points of `name_kinds` and the reader's chances are added over all places of a form. A bare last or first name goes
with the full name that holds it; an acronym in brackets has the kind of the name before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.annotate.name_candidates import Candidate
from rashomon.annotate.name_chunks import calendar, is_given, opening, people
from rashomon.annotate.name_kinds import TABLE, points, verdict
from rashomon.annotate.name_lands import lands
from rashomon.annotate.name_tokens import Token
from rashomon.lexicon.speech import SAYING
from rashomon.lexicon.tables import is_common, is_listed, key, organisations, places, words
from rashomon.lexicon.verbs import AUXILIARIES, lemma
from rashomon.model import EntityKind

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "other")
DOUBTED = 0.5
"""Above this chance of being outside all names, capitals alone do not make one."""
DOUBTED_ACRONYM = 0.35
"""The same for an acronym the tables do not know."""
DOUBTED_UNKNOWN = 0.9
"""The same for a word of no dictionary."""
DOUBTED_WORDS = 0.85
"""The same where its words have this many points."""
NEVER = 0.9
"""The same for short acronyms and words of the dictionary that the tables know ("IS", "OR", "Male")."""
TELLING = 4
BELIEF = 7.0
"""Points of a name the reader is sure of, beside those of the rules."""
LISTED = 4.0
"""The same for a name the tables know."""


def kinds_of(text: str, found: Sequence[Candidate]) -> dict[str, EntityKind]:
    """One kind for each written form, by all its places, parts of names following full names."""
    totals: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    beliefs: dict[str, dict[EntityKind, float]] = defaultdict(lambda: dict.fromkeys(KINDS, 0.0))
    tokens: dict[str, tuple[Token, ...]] = {}
    seen: Counter[str] = Counter()
    for candidate in found:
        form = candidate.form
        seen[form] += 1
        totals[form].update(points(candidate.chunk, text, candidate.before, candidate.after))
        for kind, chance in zip(KINDS, candidate.chances[1:], strict=False):
            beliefs[form][kind] += chance
        tokens.setdefault(form, candidate.chunk.tokens)
    kinds = {
        form: verdict(
            {kind: total[kind] + (LISTED if is_listed(form) else BELIEF) * beliefs[form][kind] for kind in KINDS}
        )
        for form, total in totals.items()
    }
    persons = [
        tokens[form]
        for form, kind in kinds.items()
        if kind == "person"
        and len(tokens[form]) > 1
        and (
            totals[form]["person"] > seen[form]
            or beliefs[form]["person"] > seen[form] / 2
            or _like_person(tokens[form])
        )
    ]
    last = {name[-1].folded for name in persons}
    given_last = {name[-1].text for name in persons if is_given(name[0])}
    parts = {token.folded for name in persons for token in name if token.folded not in words("not_names", "suffix")}
    for form, kind in kinds.items():
        if kind == "person" or len(tokens[form]) > 1 or tokens[form][0].folded not in parts:
            continue
        if form in organisations() and tokens[form][0].text not in given_last:
            continue
        beside = totals[form]["place"] - TABLE * seen[form]
        if form not in places() or (tokens[form][0].folded in last and beside <= max(2, totals[form]["person"])):
            kinds[form] = "person"
    borne = {form for form in kinds if any(token.folded in parts for token in tokens[form])}
    for form in lands(text, found, borne):
        if kinds[form] in ("person", "other") and not is_listed(form):
            kinds[form] = "place"
    return kinds | _defined(text, found, kinds)


def likeliest(candidate: Candidate) -> EntityKind:
    """The kind the reader sees in one place."""
    return verdict(dict(zip(KINDS, candidate.chances[1:], strict=True)))


def _defined(text: str, found: Sequence[Candidate], kinds: Mapping[str, EntityKind]) -> dict[str, EntityKind]:
    """Acronyms in brackets behind the name they stand for, with the kind of that name."""
    told: dict[str, EntityKind] = {}
    for long, short in pairwise(found):
        token = short.chunk.tokens[0]
        if (
            len(short.chunk.tokens) == 1
            and (token.acronym or len(token.text) > 2)
            and text[long.chunk.end : token.start] in (" (", " (the ")
        ):
            every = "".join(t.text[0] for t in long.chunk.tokens).casefold()
            initials = "".join(t.text[0] for t in long.chunk.tokens if t.capital).casefold()
            if token.text.replace(".", "").casefold() in (every, initials):
                told[short.form] = "organisation" if kinds[long.form] == "person" else kinds[long.form]
                told[long.form] = told[short.form]
    return told


def _like_person(tokens: tuple[Token, ...]) -> bool:
    """Whether a name of several words is a person's by its words alone."""
    if is_given(tokens[0]):
        return True
    return not any(
        is_common(t.folded) or lemma(t.folded) or t.text in organisations() or people(t.text) for t in tokens
    )


def supported_by(found: Sequence[Candidate], kinds: Mapping[str, EntityKind]) -> frozenset[str]:
    """Folded words and forms that the document uses as names where no capital was due."""
    told = set()
    for candidate in found:
        if candidate.weak or doubted(candidate):
            continue
        told.add(key(candidate.form))
        if kinds[candidate.form] == "person":
            told.update(key(t.text) for t in candidate.chunk.tokens if t.capital and len(t.text) > 2)
    return frozenset(told - words("not_names", "suffix"))


def completed(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, a name made whole that its acronym in brackets shows to be longer ("Guild of Weavers in Arland
    (GWA)").
    """
    bracketed = [c for c in found if text[c.chunk.start - 2 : c.chunk.start] == " ("]
    whole = {c.chunk.start: longer for short in bracketed for c in found if (longer := _longer(text, c, short))}
    if not whole:
        return list(found)
    made = [whole.get(c.chunk.start, c) for c in found]
    return [c for c in made if not any(w.chunk.start < c.chunk.start < w.chunk.end for w in whole.values())]


def _longer(text: str, name: Candidate, short: Candidate) -> Candidate | None:
    """The name up to the bracket in which its acronym stands, if it is cut short of it."""
    letters = short.form.replace(".", "").casefold()
    start, end = short.chunk.start, short.chunk.end
    if not (2 < len(letters) < 8 and text[start - 2 : start] == " (" and text[end : end + 1] == ")"):
        return None
    tokens = tuple(t for t in short.before if t.start >= name.chunk.start)
    if not tokens or tokens[0].start != name.chunk.start or len(tokens) <= len(name.chunk.tokens):
        return None
    initials = "".join(t.text[0] for t in tokens if t.capital).casefold()
    if initials != letters or not tokens[-1].capital:
        return None
    chunk = replace(name.chunk, tokens=tokens)
    return replace(name, chunk=chunk, after=(*(t for t in name.after if t.start >= start),), weak=False, rule="both")


def small_words(lines: Iterable[tuple[Token, ...]]) -> frozenset[str]:
    """The words, folded, that a document writes without a capital."""
    return frozenset(token.folded for line in lines for token in line if token.text.islower())


def without_show(found: Sequence[Candidate], small: frozenset[str]) -> list[Candidate]:
    """The candidates without words of the dictionary that have their capital for show ("the Wall" beside "a wall")."""
    return [c for c in found if not (_is_plain_word(c) and c.chunk.tokens[0].folded in small)]


def _is_plain_word(candidate: Candidate) -> bool:
    """Whether a name is one word after "the" that no table knows and the reader takes for no organisation."""
    token = candidate.chunk.tokens[0]
    if candidate.chances and candidate.chances[2] > 0.5:
        return False
    if len(candidate.chunk.tokens) > 1 or not candidate.chunk.definite or token.acronym or is_listed(token.text):
        return False
    named = token.folded in words("organisations", "paper") or token.folded in words("organisations", "head")
    return not named and not candidate.chunk.titles and not is_given(token)


def doubted(candidate: Candidate) -> bool:
    """Whether capitals alone speak for it and the reader is against; it has to be surer where the words say much."""
    tokens = candidate.chunk.tokens
    bare = len(tokens) == 1 and tokens[0].acronym and not is_listed(candidate.form)
    most = DOUBTED_ACRONYM if bare else DOUBTED_WORDS if candidate.points >= TELLING else DOUBTED
    if len(tokens) == 1 and not bare and _is_unknown(tokens[0]):
        most = DOUBTED_UNKNOWN
    return bool(candidate.chances) and candidate.rule == "capitals" and candidate.chances[0] > most


def _is_unknown(token: Token) -> bool:
    """Whether the word, capitalised where no capital is due, stands in no dictionary of ours ("a Rovax watch")."""
    word = token.folded
    if not token.capital or token.opens or is_common(word) or lemma(word) or opening(token) or "-" in word:
        return False
    joined = any(is_common(word[:at]) and is_common(word[at:]) for at in range(3, len(word) - 2))
    return not joined and not word.endswith(("s", "ing", "ed", "ly", "tion", "ment", "ness", "ism", "ity"))


def stands(candidate: Candidate, supported: frozenset[str]) -> bool:
    """Whether a candidate is a name: the weak and doubted ones need support."""
    if candidate.rule != "capitals":
        return True
    if doubted(candidate):
        form = candidate.form
        word = candidate.chunk.tokens[0]
        short = len(candidate.chunk.tokens) == 1 and ((word.acronym and len(form) < 4) or is_common(word.folded))
        return key(form) in supported or (is_listed(form) and not (short and candidate.chances[0] > NEVER))
    return not candidate.weak or _stands(candidate, supported)


def _stands(candidate: Candidate, supported: frozenset[str]) -> bool:
    """Whether a single word at a place where a capital was due anyway is a name."""
    if len(candidate.chunk.tokens) > 1:
        return key(candidate.form) in supported
    token = candidate.chunk.tokens[0]
    word = key(token.text)
    if word in supported:
        return not (
            calendar(token) and candidate.after and candidate.after[0].folded in ("i", "he", "she", "we", "they", "it")
        )
    if calendar(token) or opening(token):
        return False
    known = token.text in places() or (token.text in organisations() and not lemma(word))
    if known or (token.acronym and len(token.text) <= 6):
        return True
    if is_common(word) or word.endswith(
        ("ing", "ed", "ly", "ists", "ians", "ers", "ors", "ments", "tion", "tions", "ness")
    ):
        return False
    follower = candidate.after[0] if candidate.after else None
    if follower is None:
        return False
    if word.endswith("s") and follower.folded in ("are", "were", "have"):
        return False
    verb = follower.folded in SAYING or follower.folded in AUXILIARIES
    return is_given(token) or token.possessive or (verb and lemma(word) is None)
