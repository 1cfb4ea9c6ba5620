"""Reported speech without marks: "police said that …", "…, police said", "according to police, …".

The clause is read off the tree. Of a verb of speech it is the clause that hangs on it as its complement, or the one
that begins right behind it; of a tag between commas, the clause that it interrupts or closes; of "according to", the
sentence. What joins on to the verb itself ("…, adding that", "when asked") is the reporter's. Out of scope: questions,
plans ("vowed to leave") and reported things that are no clause ("announced a strike").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.annotate.cues import according
from rashomon.annotate.frames import Frame
from rashomon.annotate.reporting import (
    NOMINAL,
    RELATIVE,
    Range,
    Words,
    is_passive,
    phrase,
    reports,
    speaker_of,
    topmost,
)
from rashomon.lexicon.speech import SAYING, SPEECH_NOUNS, THAT, THINKING, WITH_HEARER
from rashomon.model import Document, Quote, Span
from rashomon.syntax import below
from rashomon.text import content_id

_ASKING = frozenset("whether if who what when where why how which whom whose".split())
_STOPS = frozenset(". ! ? , : ; -".split())
_NAMING = NOMINAL | {"ADP", "PART", "CCONJ", "PRON"}
_COMMAS = frozenset(", - --".split())
_OPENS = frozenset("that , and but or - -- \" '".split())


@dataclass(frozen=True, slots=True)
class _Reported:
    """Ranges of words."""

    content: tuple[Range, ...]
    cue: Range
    speaker: Range


def find_reported(document: Document, words: Words, frames: Sequence[Frame]) -> tuple[Quote, ...]:
    """The reported clauses of all frames; those that stand wholly between marks are left to the direct quotations."""
    quotes: dict[str, Quote] = {}
    for frame in frames:
        for found in _frame(words, frame):
            spans = tuple(Span(document.id, *_with_marks(frame, words.reach(part))) for part in found.content)
            if not spans or _mostly_marked(spans, frame):
                continue
            quote = Quote(
                id=content_id("q", document.id, "indirect", *((s.start, s.end) for s in spans)),
                kind="indirect",
                content=spans,
                cue=Span(document.id, *words.reach(found.cue)),
                speaker_span=Span(document.id, *words.reach(found.speaker)),
            )
            quotes.setdefault(quote.id, quote)
    return tuple(quotes.values())


def _with_marks(frame: Frame, part: Range) -> Range:
    """The range of text with the whole of each quotation that it holds a part of."""
    start, end = part
    for token in frame.tokens:
        if token.kind == "quote" and token.start < end and start < token.end:
            start, end = min(start, token.start), max(end, token.end)
    return start, end


def _mostly_marked(spans: Sequence[Span], frame: Frame) -> bool:
    held = [t for t in frame.tokens if t.kind == "quote"]
    marked = sum(max(0, min(t.end, s.end) - max(t.start, s.start)) for t in held for s in spans)
    return marked > 0.7 * sum(span.end - span.start for span in spans)


def _frame(words: Words, frame: Frame) -> Iterator[_Reported]:
    bounds = words.between(frame.start, frame.end)
    for i in [t.word for t in frame.tokens if t.kind == "word"]:
        if words.low[i] == "according":
            head = according(words, i)
            if head is not None and (content := _told_by(words, bounds, i, head)):
                yield _Reported(content, (i, i + 2), phrase(words, head))
        elif words.low[i] in THAT and reports(words, i) and not is_passive(words, i):
            found = _behind(words, bounds, i) or _tagged(words, bounds, i)
            if found:
                yield found


def _behind(words: Words, bounds: range, verb: int) -> _Reported | None:
    """ "Police said that the bridge was closed." """
    clause = _clause_of(words, bounds, verb)
    head = speaker_of(words, verb, bounds.start) if clause is not None else None
    if clause is None or head is None:
        return None
    named = phrase(words, head)
    that = [c for c in words.hanging[clause] if verb < c < clause and words.low[c] == "that" and _marks(words, c)]
    after = max(verb, named[1] - 1 if named[0] == verb + 1 else verb)
    first = that[0] + 1 if that else next(i for i in below(words.hanging, clause) if i > after)
    content = _clean(words, [(first, _end(words, bounds, verb, clause, first))])
    return _Reported(content, (verb, verb + 1), named) if content else None


def _marks(words: Words, i: int) -> bool:
    return words.tokens[i].label == "mark"


def _clause_of(words: Words, bounds: range, verb: int) -> int | None:
    """The predicate of the clause behind the verb: its complement, else what the words right behind it are subject of,
    wherever the tree hangs it."""
    for child in words.hanging[verb]:
        if words.tokens[child].label == "ccomp" and verb < child and _is_clause(words, child):
            first = below(words.hanging, child)[0]
            if first > verb or words.low[first] in _COMMAS or not _has_subject_before(words, child, verb):
                return child
        for below_it in words.hanging[child]:  # "said in a statement that …": the tree may hang it on the statement
            told = words.tokens[below_it].label == "acl" and verb < child and words.low[child] in SPEECH_NOUNS
            if told and any(words.low[c] == "that" and _marks(words, c) for c in words.hanging[below_it]):
                return below_it
    at = verb + 1
    hearers = [c for c in words.hanging[verb] if c > verb and words.tokens[c].label in {"obj", "iobj", "obl", "advmod"}]
    for _ in range(3):
        for hearer in hearers:
            if (held := below(words.hanging, hearer))[0] == at and _plain(words, held):
                at = held[-1] + 1
    at += at < bounds.stop and words.low[at] == "that" and _marks(words, at)
    if at >= bounds.stop:
        return None
    subject = at
    while words.tokens[subject].label not in {"nsubj", "expl"} and at < words.tokens[subject].head < at + 12:
        subject = words.tokens[subject].head
    clause = words.tokens[subject].head
    if (
        words.tokens[subject].label not in {"nsubj", "expl"}
        or not subject < clause < bounds.stop
        or words.low[at] in _ASKING
    ):
        return None
    return None if any(words.low[k] in {",", ";", ":"} for k in range(at, clause)) else clause


def _plain(words: Words, held: Sequence[int]) -> bool:
    """A hearer or a day, with nothing in it that could be a clause."""
    return not any(words.tokens[i].tag in {"VERB", "AUX"} or words.low[i] == "that" for i in held)


def _has_subject_before(words: Words, clause: int, verb: int) -> bool:
    """Whether a tag stands inside the clause that hangs on it: "The bridge, police said, was closed"."""
    return any(words.tokens[c].label in {"nsubj", "csubj"} and c < verb for c in words.hanging[clause])


def _tagged(words: Words, bounds: range, verb: int) -> _Reported | None:
    """ "The bridge was closed, police said." and "The bridge, said police, was closed"."""
    if words.low[verb] not in SAYING and words.low[verb] not in THINKING:
        return None
    named = _tag(words, bounds, verb)
    if named is None:
        return None
    first, end = min(named[0], verb), max(named[1], verb + 1)
    start = next((k + 1 for k in range(first - 2, bounds.start, -1) if words.low[k] == ";"), bounds.start)
    parts = [(start, first - 1)]
    behind = range(end, min(end + 8, bounds.stop))
    comma = next((k for k in behind if words.low[k] in _COMMAS or words.tokens[k].tag == "VERB"), None)
    comma = None if comma is None or words.low[comma] not in _COMMAS else comma
    if comma is not None and _resumes(words, comma + 1, bounds, range(start, first - 1)):
        parts.append((comma + 1, bounds.stop))
    held = [i for part in parts for i in range(*part)]
    if not any(_main(words, i, held) for i in held):
        return None
    content = _clean(words, parts)
    return _Reported(content, (verb, verb + 1), named) if content else None


def _tag(words: Words, bounds: range, verb: int) -> Range | None:
    """The speaker of a tag set off by a comma: all that stands between it and the verb, or behind an inverted verb."""
    if any(c > verb and words.tokens[c].label == "ccomp" and _is_clause(words, c) for c in words.hanging[verb]):
        return None
    own = [c for c in words.hanging[verb] if words.tokens[c].label == "nsubj" and bounds.start < c < verb]
    if own:
        named = phrase(words, own[-1])
        opened = named[0] - 1 > bounds.start and words.low[named[0] - 1] in _COMMAS
        return named if opened and words.low[own[-1]] not in RELATIVE else None
    at = verb
    while at > bounds.start and words.tokens[at - 1].tag in {"ADV", "AUX"}:
        at -= 1
    if words.low[at - 1] in _COMMAS and at - 1 > bounds.start:
        return _inverted(words, bounds, verb)
    first = at
    while first > bounds.start and words.tokens[first - 1].tag in _NAMING and words.low[first - 1] not in _COMMAS:
        first -= 1
    opened = first - 1 > bounds.start and words.low[first - 1] in _COMMAS and words.low[first] not in RELATIVE
    return (first, at) if opened and first < at and words.tokens[first].tag in NOMINAL | {"PRON"} else None


def _inverted(words: Words, bounds: range, verb: int) -> Range | None:
    """The speaker right behind a verb: "…, said Lee"."""
    if verb + 1 >= bounds.stop or words.low[verb].endswith("ing") or THAT.get(words.low[verb]) in WITH_HEARER:
        return None
    head = topmost(words, verb + 1, bounds.stop)
    return phrase(words, head) if head is not None and words.tokens[head].label not in {"obl", "advmod"} else None


def _resumes(words: Words, i: int, bounds: range, front: range) -> bool:
    """Whether what begins behind a tag completes the clause in front of it."""
    if i >= bounds.stop:
        return False
    if not any(_main(words, k, front) for k in front):
        return True
    while words.tokens[i].head > i:
        i = words.tokens[i].head
    return words.tokens[i].head in front and words.tokens[i].label in {"obl", "obj", "xcomp", "ccomp", "advmod"}


def _main(words: Words, i: int, held: Sequence[int]) -> bool:
    """A predicate with a subject among these words, in no clause that depends on another or is a relative one."""
    if not any(words.tokens[c].label in {"nsubj", "expl", "csubj"} and c in held and c < i for c in words.hanging[i]):
        return False
    while i in held:
        if words.tokens[i].label in {"advcl", "acl"}:
            return False
        i = words.tokens[i].head
    return True


def _is_clause(words: Words, head: int) -> bool:
    """A predicate with a subject, and no question."""
    if any(words.low[c] in _ASKING for c in words.hanging[head] if c < head):
        return False
    return any(words.tokens[c].label in {"nsubj", "csubj", "expl"} for c in words.hanging[head])


def _end(words: Words, bounds: range, verb: int, clause: int, first: int) -> int:
    """Where a clause ends that begins at `first`: before what joins on to the verb, or stands above it. What else hangs
    on the verb behind its clause was most likely meant for the clause."""
    own = set(below(words.hanging, verb))
    for child in words.hanging[verb]:
        if child > clause and child != clause and _joined_on(words, child):
            own -= set(below(words.hanging, child))
    for child in words.hanging[clause]:
        if child > first and _carries_on(words, bounds, child):
            own -= set(below(words.hanging, child))
    end = first
    for i in range(first, bounds.stop):
        if words.low[i] == ";":
            break
        if words.tokens[i].label == "punct":
            continue
        if i not in own:
            break
        if words.low[i] in SAYING and reports(words, i) and (tag := _tag(words, bounds, i)) and tag[0] > first:
            return min(tag[0], i) - 1
        end = i + 1
    return end


def _joined_on(words: Words, i: int) -> bool:
    """What joins on to a verb of speech: "… and left", "…, adding that", "…, when asked"."""
    token = words.tokens[i]
    if token.label == "conj":
        return not any(words.low[c] == "that" and words.tokens[c].label == "mark" for c in words.hanging[i])
    first = min((c for c in words.hanging[i] if words.tokens[c].label != "punct"), default=i)
    set_off = words.low[min(first, i) - 1] in _COMMAS
    return token.label == "parataxis" or (token.label == "advcl" and set_off)


def _carries_on(words: Words, bounds: range, i: int) -> bool:
    """A second verb of speech joined to the clause by a wrong or a loose tree: "… and added that", "…, adding that"."""
    if words.low[i] not in SAYING or not reports(words, i):
        return False
    label = words.tokens[i].label
    if label in {"advcl", "xcomp", "acl"}:
        return words.low[i].endswith("ing") and words.low[i - 1] in _COMMAS
    return label == "parataxis" or (label == "conj" and _clause_of(words, bounds, i) is not None)


def _told_by(words: Words, bounds: range, i: int, head: int) -> tuple[Range, ...]:
    """What stands "according to" somebody: the rest of the sentence, in front or behind."""
    if i - bounds.start < 3:
        end = phrase(words, head)[1]
        comma = next((k for k in range(end, bounds.stop) if words.low[k] in _COMMAS), None)
        return _clean(words, [(comma + 1, bounds.stop)]) if comma is not None else ()
    start = next((k + 1 for k in range(i - 1, bounds.start, -1) if words.low[k] == ";"), bounds.start)
    return _clean(words, [(start, i)])


def _clean(words: Words, parts: Sequence[Range]) -> tuple[Range, ...]:
    """The parts without the marks and binding words at their ends; none unless a verb stands in them."""
    found = []
    for first, end in parts:
        while first < end and words.low[first] in _OPENS:
            first += 1
        while end > first and words.low[end - 1] in _STOPS:
            end -= 1
        if first < end:
            found.append((first, end))
    verbs = any(words.tokens[i].tag in {"VERB", "AUX"} for a, b in found for i in range(a, b))
    return tuple(found) if verbs and sum(b - a for a, b in found) > 1 else ()
