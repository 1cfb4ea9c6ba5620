"""Names in one report: where they stand, what kind they are of, and the titles beside them.

Steps, over the whole document:
1. plain sentences are read into candidates (`name_chunks`, `name_parts`), each with points for its kind (`name_kinds`);
2. points are added up by written form; a bare last or first name goes with the full name that holds it;
3. weak candidates (a single word where a capital was due anyway) stay only if tables or other places support them;
4. lines where capitals say nothing are searched for what is known (`name_lines`);
5. titles in apposition are added.

The kind is one per written form and document. Peoples ("Russian", "Israelis"), days, months and titles alone are no
names. Everything is by rule: a reader trained on names replaces steps 1 to 4 behind the same function.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.annotate.name_chunks import Chunk, calendar, is_given, opening, people, runs, type_after
from rashomon.annotate.name_kinds import TABLE, points, verdict
from rashomon.annotate.name_lines import in_brackets, in_dateline, in_headline
from rashomon.annotate.name_parts import take_apart
from rashomon.annotate.name_tokens import Token, style_of, tokens_of
from rashomon.annotate.titles import title_after, title_before
from rashomon.lexicon.speech import SAYING
from rashomon.lexicon.tables import is_common, key, organisations, places, words
from rashomon.lexicon.verbs import AUXILIARIES, lemma
from rashomon.model import Document, EntityKind, Mention, Sentence, Span, Tree

_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_NO_NAME_ACRONYMS = frozenset(
    "suv vp ag dvd dvds cd cds tv tvs ceo cfo coo cto mp mps pm am ok id ids dna hiv aids gdp it pr cctv gps lgbt "
    "lgbtq usd gbp eur "
    "faq pdf usb vip vips atm pin phd mba ad ads vat sms url html wifi ied ieds nhl-x rpg rpgs rv vs a.k.a aka asap "
    "diy "
    "covid sars ppe er icu cpr iq mri ap-x q&a r&d b.a m.a ph.d a.m p.m u-turn x-ray t-shirt tbd tba read more photos "
    "update exclusive breaking watch live video photo".split()
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    chunk: Chunk
    sentence: Span
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    weak: bool

    @property
    def form(self) -> str:
        return " ".join(token.text for token in self.chunk.tokens)


def find_mentions(
    document: Document, sentences: tuple[Sentence, ...], trees: Sequence[Tree] = ()
) -> tuple[Mention, ...]:
    """The names of the document in order, none overlapping."""
    read = [(sentence, tokens_of(document, sentence)) for sentence in sentences]
    styled = [(sentence, tokens, style_of(document, sentence, tokens)) for sentence, tokens in read]
    plain = [(sentence, tokens) for sentence, tokens, style in styled if style == "plain"]
    first = _candidates(document.text, plain, frozenset())
    bearers = _bearers(first)
    candidates = _candidates(document.text, plain, bearers)
    kinds = _kinds(document.text, candidates)
    kinds = kinds | _defined(document.text, candidates, kinds)
    supported = _supported(candidates, kinds)
    found = [
        _mention(document, candidate, kinds[candidate.form])
        for candidate in candidates
        if not candidate.weak or _stands(candidate, supported)
    ]
    for _, tokens, style in styled:
        if style != "plain":
            found.extend(in_headline(document, tokens, style, supported, kinds))
    found.extend(in_dateline(document))
    found.extend(in_brackets(document, found))
    found.sort(key=lambda mention: mention.span)
    return _apart(found)


def _candidates(
    text: str, sentences: Iterable[tuple[Sentence, tuple[Token, ...]]], bearers: frozenset[str]
) -> list[_Candidate]:
    found = []
    for sentence, tokens in sentences:
        index = {token.start: i for i, token in enumerate(tokens)}
        for row in runs(text, tokens, bearers):
            at = index[row[0].start]
            definite = at > 0 and tokens[at - 1].folded == "the" and text[tokens[at - 1].end : row[0].start] == " "
            surname = len(row) == 1 and row[0].folded in bearers and not row[0].opens and not definite
            for chunk in [Chunk(tuple(row))] if surname else take_apart(tuple(row), definite):
                left, right = index[chunk.start], index[chunk.tokens[-1].start]
                chunk = replace(chunk, tokens=chunk.tokens + type_after(text, chunk.tokens, tokens[right + 1 :]))
                right = index[chunk.tokens[-1].start]
                before, after = tokens[:left], tokens[right + 1 :]
                if _is_no_name(chunk, before, after, bearers) or _is_family(text, chunk, after, bearers):
                    continue
                single = len(chunk.tokens) == 1 and (chunk.tokens[0].opens or calendar(chunk.tokens[0]))
                weak = (single and not chunk.titles) or _in_work(before, after)
                found.append(_Candidate(chunk, sentence.span, before, after, weak))
    return found


def _is_no_name(chunk: Chunk, before: tuple[Token, ...], after: tuple[Token, ...], bearers: frozenset[str]) -> bool:
    """Words that stand with a capital and name nobody: dates, peoples, titles, trade words in capitals."""
    if len(chunk.tokens) > 1:
        title = " ".join(t.folded for t in chunk.tokens).removesuffix("s") in words("titles", "front")
        return title or all(people(t.text) or calendar(t) or not t.capital for t in chunk.tokens)
    if chunk.tokens[0].folded not in bearers and _of_common_words(chunk, before):
        return True
    token = chunk.tokens[0]
    if (
        _ROMAN.fullmatch(token.text)
        or token.folded.strip(".") in _NO_NAME_ACRONYMS
        or people(token.text)
        or token.text.isdigit()
    ):
        return True
    if calendar(token) and not chunk.titles:
        return _in_date(token, before, after)
    if len(token.text) == 1 or (len(token.text) == 2 and token.text.endswith(".")):
        return True
    if token.folded in bearers and not chunk.definite and not token.opens:
        return False
    title = token.folded in words("titles", "front") or token.folded in words("titles", "role")
    if title and not chunk.titles and token.text not in organisations() and not chunk.definite:
        return True
    return title and not token.acronym and token.folded not in words("organisations", "paper")


def _in_work(before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether small words around it have capitals too, as in the title of a book set into a sentence."""
    near = [t for t in (*before[-3:], *after[:2]) if t.capital and not t.opens and opening(t) and not t.acronym]
    return len([t for t in near if len(t.text) > 1 and t.folded not in ("the", "new")]) >= 2


def _is_family(text: str, chunk: Chunk, after: tuple[Token, ...], bearers: frozenset[str]) -> bool:
    """ "the Marns", "the Marn family": people of one name, not a bearer of it."""
    if not chunk.definite or len(chunk.tokens) > 1:
        return False
    word = chunk.tokens[0].folded
    if word.endswith("s") and word[:-1] in bearers:
        return True
    group = after and after[0].folded in ("family", "families", "brothers", "sisters", "siblings", "couple", "twins")
    return bool(group) and text[chunk.end : after[0].start] == " "


def _of_common_words(chunk: Chunk, before: tuple[Token, ...]) -> bool:
    """A word of the dictionary with a capital for show ("the best Service", "NEVER"), or a form of address ("Your
    Honor").
    """
    token = chunk.tokens[0]
    known = token.text in places() or token.text in organisations()
    if known or chunk.titles:
        return False
    if token.acronym and "." not in token.text and not any(c.isdigit() for c in token.text):
        return opening(token) or lemma(token.folded) is not None or (is_common(token.folded) and len(token.text) > 3)
    if before and before[-1].folded in ("your", "his", "her") and token.folded in _ADDRESSED:
        return True
    return is_common(token.folded) and not chunk.definite and not token.opens and not is_given(token)


_ADDRESSED = frozenset(
    "honor honour majesty highness excellency holiness eminence grace lordship ladyship worship".split()
)


def _in_date(token: Token, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    if token.folded not in ("may", "april", "june", "august", "march", "mar", "sun", "jan", "easter", "christian"):
        return True
    if after and (after[0].text[0].isdigit() and after[0].start - token.end <= 2):
        return True
    if not before:
        return token.folded != "may"
    return (
        before[-1].folded in _DATE_WORDS
        or (before[-1].text[0].isdigit() and token.start - before[-1].end == 1)
        or token.folded != "may"
    )


_DATE_WORDS = frozenset(
    "in since last next this until till by of early late mid from to through before after every on".split()
)


def _bearers(candidates: Iterable[_Candidate]) -> frozenset[str]:
    """Folded last names of what looks like a full name of a person."""
    found = set()
    for candidate in candidates:
        tokens = [t for t in candidate.chunk.tokens if t.folded not in words("not_names", "suffix")]
        if (len(tokens) > 1 and is_given(tokens[0]) and all(t.capital for t in tokens)) or (
            candidate.chunk.titles and tokens
        ):
            found.add(tokens[-1].folded)
    return frozenset(found)


def _kinds(text: str, candidates: list[_Candidate]) -> dict[str, EntityKind]:
    """One kind for each written form, by the points of all its occurrences, parts of names following full names."""
    totals: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    tokens: dict[str, tuple[Token, ...]] = {}
    seen: Counter[str] = Counter()
    for candidate in candidates:
        seen[candidate.form] += 1
        totals[candidate.form].update(points(candidate.chunk, text, candidate.before, candidate.after))
        tokens.setdefault(candidate.form, candidate.chunk.tokens)
    kinds = {form: verdict(found) for form, found in totals.items()}
    persons = [
        tokens[form]
        for form, kind in kinds.items()
        if kind == "person"
        and len(tokens[form]) > 1
        and (totals[form]["person"] > seen[form] or _like_person(tokens[form]))
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
    return kinds


def _defined(text: str, candidates: list[_Candidate], kinds: Mapping[str, EntityKind]) -> dict[str, EntityKind]:
    """Acronyms in brackets behind the name they stand for, with the kind of that name."""
    found: dict[str, EntityKind] = {}
    for long, short in pairwise(candidates):
        token = short.chunk.tokens[0]
        if len(short.chunk.tokens) == 1 and token.acronym and text[long.chunk.end : token.start] in (" (", " (the "):
            initials = "".join(t.text[0] for t in long.chunk.tokens if t.capital)
            if initials.casefold() == token.text.replace(".", "").casefold():
                found[short.form] = "organisation" if kinds[long.form] == "person" else kinds[long.form]
                found[long.form] = found[short.form]
    return found


def _like_person(tokens: tuple[Token, ...]) -> bool:
    """Whether a name of several words is a person's by its words alone."""
    if is_given(tokens[0]):
        return True
    return not any(
        is_common(t.folded) or lemma(t.folded) or t.text in organisations() or people(t.text) for t in tokens
    )


def _supported(candidates: list[_Candidate], kinds: Mapping[str, EntityKind]) -> frozenset[str]:
    """Folded words and forms that the document uses as names where no capital was due."""
    found = set()
    for candidate in candidates:
        if candidate.weak:
            continue
        found.add(key(candidate.form))
        if kinds[candidate.form] == "person":
            found.update(key(t.text) for t in candidate.chunk.tokens if t.capital and len(t.text) > 2)
    return frozenset(found - words("not_names", "suffix"))


def _stands(candidate: _Candidate, supported: frozenset[str]) -> bool:
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


def _mention(document: Document, candidate: _Candidate, kind: EntityKind) -> Mention:
    chunk = candidate.chunk
    titles = [Span(document.id, start, end) for start, end in chunk.titles]
    if kind == "person":
        if not titles:
            titles += title_before(document, candidate.before, chunk.start)
        titles += title_after(document, candidate.after, chunk.end)
    return Mention(Span(document.id, chunk.start, chunk.end), kind, tuple(sorted(set(titles))), "capitals")


def _apart(found: list[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in found:
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return tuple(kept)
