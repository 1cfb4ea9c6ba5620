"""Speech and thought reported without marks: "police said that …", "…, he added", "according to the ministry, …".

The content is the reported clause alone; verb, hearer, "that" and speaker stay outside. A clause within a clause gives
two quotations ("Lee said police believe …"). Out of scope: infinitives ("vowed to fight") and questions ("whether").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.annotate.cues import cue_at, ends_tag
from rashomon.annotate.frames import Frame, Token
from rashomon.annotate.phrases import DAYS, Range, clause_start, is_adjunct, phrase_after, subject_of
from rashomon.annotate.speech_verbs import DETERMINERS, PRONOUNS, is_adverb, is_finite_verb, is_passive, is_verb
from rashomon.lexicon.speech import THAT, WITH_HEARER
from rashomon.lexicon.verbs import lemma
from rashomon.model import Document, Quote, Span
from rashomon.text import content_id

_NO_CLAUSE = frozenset(
    """in on at to for of with about from by after before during as when while and but or nothing so yes no how why
    what whether if who where goodbye hello sorry""".split()
)
_PLAIN = frozenset("say think believe hope insist suspect fear swear reckon guess".split())
_PREPOSITIONS = frozenset("in on at for from with during after before by of to about".split())
_ASKED = frozenset("asked pressed questioned quizzed".split())
_MOMENTS = frozenset("year month week day night morning afternoon evening weekend spring summer autumn winter".split())
_OPENS_CLAUSE = frozenset(
    "after when while as since although though because if once before despite following until where".split()
)
_DASHES = frozenset({"—", "–", "--", "―"})


@dataclass(frozen=True, slots=True)
class _Reported:
    content: tuple[Range, ...]
    verb: Range
    speaker: Range | None


def find_reported(document: Document, frames: Sequence[Frame]) -> tuple[Quote, ...]:
    """The reported clauses of all frames; those that stand wholly between marks are left to the direct quotations."""
    quotes = []
    for frame in frames:
        for found in [*_clauses(frame), *_according(frame)]:
            spans = tuple(Span(document.id, *_range(frame.tokens, part)) for part in found.content)
            if not spans or _mostly_marked(spans, frame, found.content):
                continue
            quotes.append(
                Quote(
                    id=content_id("q", document.id, "indirect", *((s.start, s.end) for s in spans)),
                    kind="indirect",
                    content=spans,
                    cue=Span(document.id, *_range(frame.tokens, found.verb)),
                    speaker_span=Span(document.id, *_range(frame.tokens, found.speaker)) if found.speaker else None,
                )
            )
    unique = {quote.id: quote for quote in quotes}
    return tuple(unique.values())


def _range(tokens: Sequence[Token], part: Range) -> Range:
    return tokens[part[0]].start, tokens[part[1] - 1].end


def _mostly_marked(spans: Sequence[Span], frame: Frame, content: Sequence[Range]) -> bool:
    marked = sum(t.end - t.start for a, b in content for t in frame.tokens[a:b] if t.kind == "quote")
    return marked > 0.7 * sum(span.end - span.start for span in spans)


def _clauses(frame: Frame) -> Iterator[_Reported]:
    tokens = frame.tokens
    for i, token in enumerate(tokens):
        if token.low not in THAT or not is_verb(tokens, i, frame.titled) or is_passive(tokens, i):
            continue
        start = _behind_that(tokens, i)
        behind = _tail_clause(frame, i) if start is None else None
        if behind:
            yield behind
            continue
        start = start or _clause_begins(frame, i)
        if start is None:
            continue
        end = _before_main_clause(tokens, i, start, _clause_ends(frame, start))
        cue = cue_at(frame, i, False)
        if start < end and _holds_verb(tokens, start, end, frame.titled) and cue.speaker:
            yield _Reported(((start, end),), (i, i + 1), cue.speaker)


def _tail_clause(frame: Frame, i: int) -> _Reported | None:
    """ "…, Smith said on Monday." and "…, said Smith": the clause in front of the tag."""
    tokens = frame.tokens
    if i + 1 < len(tokens) and (tokens[i + 1].low == ":" or tokens[i + 1].kind == "quote"):
        return None
    if _infinitive(tokens, i + 1):
        return None
    if not ends_tag(tokens, i) and not _hearer_then_end(tokens, i):
        speaker = phrase_after(tokens, i + 1) if i and tokens[i - 1].low == "," else None
        if speaker is None or tokens[i].low.endswith("ing") or THAT[tokens[i].low] in WITH_HEARER:
            return None
        if speaker[1] < len(tokens) and is_finite_verb(tokens[speaker[1]]):
            return None
        left = i
    else:
        speaker = subject_of(tokens, i)
        if speaker is None or speaker[1] > i:
            return None
        left = speaker[0]
    if left < 2 or not (tokens[left - 1].low == "," or tokens[left - 1].low in _DASHES):
        return None
    start = 0
    for k in range(left - 2, -1, -1):
        if tokens[k].low in {";", ":"}:
            start = k + 1
            break
    if tokens[left - 2].kind == "quote" and left - 2 == start:
        return None
    while start < left - 1 and tokens[start].low in {"and", "but", "or", ","}:
        start += 1
    rest = _goes_on(tokens, i)
    quoted = any(token.kind == "quote" for token in tokens[i + 1 : i + 6])
    if start >= left - 1 or (rest is None and _asks(tokens, start, left - 1, quoted)):
        return None
    parts = [(start, left - 1), *([rest] if rest else [])]
    if not any(_holds_verb(tokens, a, b, frame.titled) for a, b in parts):
        return None
    return _Reported(tuple(parts), (i, i + 1), speaker)


def _infinitive(tokens: Sequence[Token], k: int) -> bool:
    """ "To veto", which "threatened" governs, and not "to reporters"."""
    if k + 1 >= len(tokens) or tokens[k].low != "to":
        return False
    verb = tokens[k + 1]
    return verb.kind == "word" and not verb.capital and not verb.low.endswith("s") and verb.low not in DETERMINERS


def _asks(tokens: Sequence[Token], start: int, end: int, quoted: bool) -> bool:
    """A piece in front that is no clause: "In an interview, Smith said", "However, …"; `quoted` tells that a quotation
    is what is said."""
    held = tokens[start:end]
    if any(token.low in _ASKED for token in held[: 1 + (bool(held) and held[0].low in {"when", "as"})]):
        return True
    if end - start < 3 or not any(is_finite_verb(t) or lemma(t.low) for t in held[1:] if t.kind == "word"):
        return True
    if is_adjunct(tokens, (start, end)):
        return quoted or not any(is_finite_verb(t) for t in held)
    return _only_beside(tokens, start, end)


def _only_beside(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A subject with what stands beside it and no verb: "Mayor Lee, speaking to reporters", "Lee, who left"."""
    commas = [k for k in range(start, end) if tokens[k].low == ","]
    if not commas:
        return False
    bounds = [start, *(k + 1 for k in commas), end + 1]
    pieces = [(a, b - 1) for a, b in pairwise(bounds) if a < b - 1]
    return not any(
        is_finite_verb(t) or (t.kind == "word" and lemma(t.low) is not None)
        for piece in pieces
        if not is_adjunct(tokens, piece)
        for t in tokens[piece[0] + (piece[0] == start) : piece[1]]
    )


def _goes_on(tokens: Sequence[Token], i: int) -> Range | None:
    """The second half of a clause that a tag interrupts: "The car, police said, was stolen"."""
    if i + 1 >= len(tokens) or tokens[i + 1].low != ",":
        return None
    start, end = i + 2, _without_stop(tokens, len(tokens))
    if start >= end or tokens[start].low in {"and", "but", "while", "adding", "who", "which", "as", "or"}:
        return None
    return (start, end) if not tokens[start].low.endswith("ing") and tokens[start].kind == "word" else None


def _hearer_then_end(tokens: Sequence[Token], i: int) -> bool:
    """ "…, he told reporters." """
    if THAT[tokens[i].low] not in WITH_HEARER:
        return False
    hearer = phrase_after(tokens, i + 1)
    return hearer is not None and (
        hearer[1] == len(tokens) or tokens[hearer[1]].low in {".", ",", "in", "on", "at", "after"}
    )


def _behind_that(tokens: Sequence[Token], i: int) -> int | None:
    """The place behind the "that" which the verb governs: "said on Monday that", "warned, however, that"."""
    commas = 0
    for k in range(i + 1, min(i + 14, len(tokens) - 1)):
        token = tokens[k]
        if token.low == "that" and not _demonstrative(tokens, k, i):
            if tokens[k + 1].low in _MOMENTS or tokens[k - 1].low in _PREPOSITIONS:
                continue
            if k > i + 1 and is_finite_verb(tokens[k + 1]):
                return None
            closed = commas == 0 or (commas == 2 and tokens[k - 1].low == ",")
            return k + 1 if closed and tokens[k + 1].kind != "mark" else None
        commas += token.low == ","
        if token.kind == "quote" or token.low in {";", ":", ".", "and", "but"} or (k > i + 1 and is_finite_verb(token)):
            return None
    return None


def _clause_begins(frame: Frame, i: int) -> int | None:
    """Where a clause without "that" begins behind the verb: at its subject."""
    tokens = frame.tokens
    base = THAT[tokens[i].low]
    k = _behind_hearer(tokens, i + 1) if base in WITH_HEARER else i + 1
    while k + 1 < len(tokens) and _dates(tokens, k):
        k += 1
    if k >= len(tokens) or tokens[k].kind != "word" or tokens[k].low in _NO_CLAUSE or is_finite_verb(tokens[k]):
        return None
    return k if base in _PLAIN or _subject_and_verb(tokens, k) else None


def _dates(tokens: Sequence[Token], k: int) -> bool:
    """A day or an adverb between verb and clause: "said on Monday it would", "said late Monday it would"."""
    low = tokens[k].low
    if low in {"on", "late", "early"}:
        return tokens[k + 1].low in DAYS
    return low in DAYS or is_adverb(tokens[k])


def _subject_and_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb follows soon, before anything that a mere object could carry ("denied the man who …")."""
    for k in range(start + 1, min(start + 9, len(tokens))):
        if is_finite_verb(tokens[k]):
            return True
        if (
            tokens[k].kind != "word"
            or tokens[k].low in {"who", "which", "that", "to", "and"}
            or tokens[k].low in PRONOUNS
        ):
            return False
    return False


def _demonstrative(tokens: Sequence[Token], k: int, i: int) -> bool:
    """ "said that was wrong": the word is the subject, and stands right behind the verb."""
    return k == i + 1 and k + 1 < len(tokens) and is_finite_verb(tokens[k + 1])


def _behind_hearer(tokens: Sequence[Token], k: int) -> int:
    """Behind the hearer of "told reporters he would", "told Smith the bridge was"."""
    if k < len(tokens) and tokens[k].low in DETERMINERS:
        k += 1
    start = k
    while k < len(tokens) and tokens[k].kind == "word" and k - start < 5:
        low = tokens[k].low
        opens = low in PRONOUNS or low in DETERMINERS or (tokens[k].capital and not tokens[k - 1].capital)
        if k > start and opens and tokens[k - 1].low not in _PREPOSITIONS:
            return k
        if is_finite_verb(tokens[k]):
            return start
        k += 1
    return k


def _clause_ends(frame: Frame, start: int) -> int:
    """Where the clause ends: at a later cue that is joined to the first, or at the end of the sentence."""
    tokens = frame.tokens
    for j in range(start, len(tokens)):
        low = tokens[j].low
        if low == ";":
            return j
        if low == "according" and j + 1 < len(tokens) and tokens[j + 1].low == "to":
            return j - 1 if tokens[j - 1].low == "," else j
        if low not in THAT or not is_verb(tokens, j, frame.titled):
            continue
        before = tokens[j - 1].low
        if before == "," and low.endswith("ing"):
            return j - 1
        if before in {"and", "but"}:
            return _before_comma(tokens, j - 1)
        subject = subject_of(tokens, j)
        if subject and subject[0] > start and tokens[subject[0] - 1].low in {"and", "but", "while"}:
            return _before_comma(tokens, subject[0] - 1)
        if subject and subject[0] > start and tokens[subject[0] - 1].low == "," and ends_tag(tokens, j):
            return subject[0] - 1
    return _without_stop(tokens, len(tokens))


def _before_main_clause(tokens: Sequence[Token], i: int, start: int, end: int) -> int:
    """Where a cue stands in a clause that opens the sentence ("After Lee said it fell, the town …"), the comma before
    the main clause; else `end`."""
    left = clause_start(tokens, i)
    while left < i and tokens[left].low in {"and", "but"}:
        left += 1
    opens = tokens[left].low in _OPENS_CLAUSE or (tokens[left].low.endswith("ing") and tokens[left].kind == "word")
    if not opens or any(token.low == "," for token in tokens[left:i]):
        return end
    for k in range(start, end - 2):
        if tokens[k].low != "," or tokens[k + 1].low in _NO_CLAUSE or is_adjunct(tokens, (k + 1, end)):
            continue
        if tokens[k + 1].kind == "word" and _subject_and_verb(tokens, k + 1) and _holds_verb(tokens, start, k, False):
            return k
    return end


def _before_comma(tokens: Sequence[Token], k: int) -> int:
    return k - 1 if tokens[k - 1].low == "," else k


def _without_stop(tokens: Sequence[Token], end: int) -> int:
    while end > 0 and tokens[end - 1].kind == "mark" and tokens[end - 1].low in {".", "!", "?", ",", ":", ";"}:
        if tokens[end - 1].low == "." and end > 1 and "." in tokens[end - 2].low:
            break
        end -= 1
    return end


def _present(token: Token) -> bool:
    return token.kind == "word" and not token.capital and token.low.endswith("s") and lemma(token.low) is not None


def _holds_verb(tokens: Sequence[Token], start: int, end: int, titled: bool) -> bool:
    """Whether a verb stands in the range, so that it is a clause."""
    if end - start < 2:
        return False
    return titled or any(
        is_finite_verb(t) or _present(t) or (t.kind == "word" and lemma(t.low) is not None)
        for t in tokens[start + 1 : end]
    )


def _according(frame: Frame) -> Iterator[_Reported]:
    tokens = frame.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].low != "according" or tokens[i + 1].low != "to":
            continue
        speaker = phrase_after(tokens, i + 2)
        if speaker is None:
            continue
        if i < 3:
            start = next((k + 1 for k in range(speaker[1], len(tokens)) if tokens[k].low == ","), None)
            part = (start, _without_stop(tokens, len(tokens))) if start is not None else None
        else:
            start = next((k + 1 for k in range(i - 1, -1, -1) if tokens[k].low == ";"), 0)
            part = (start, i - 1 if tokens[i - 1].low == "," else i)
        if part and part[0] + 2 < part[1] and _holds_verb(tokens, part[0], part[1], frame.titled):
            yield _Reported((part,), (i, i + 2), speaker)
