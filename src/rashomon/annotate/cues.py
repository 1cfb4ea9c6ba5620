"""Who is said to say it: the cue and the speaker of each quotation inside one sentence.

For a quotation, in this order: a verb of speech right before it ("Smith said: “…”"), a tag right behind it ("“…,” said
Smith"), "according to", the nearest verb before it ("Smith described it as “…”"), a tag at the end of the sentence.
Continuations over sentences and paragraphs are the business of `quotes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.annotate.frames import Frame, Token
from rashomon.annotate.phrases import Range, clause_start, leading_phrase, phrase_after, subject_of
from rashomon.annotate.speech_verbs import is_adverb, is_finite_verb, is_passive, is_verb
from rashomon.lexicon.speech import JUDGING, SAYING, SPEECH_NOUNS, THINKING

_AFTER_TAG = frozenset(
    """. , ; in on at to during after before as when while with through via from late early earlier later yesterday
    today tonight this last again about of outside following by for upon around and but - – — : ( reading
    speaking referring citing adding""".split()
)
_NOBODY = frozenset("that this what which there these those the a an his her its their".split())
_NO_TAG = frozenset(
    """and but or as when while which who that to of in on at for from by with because after before if although than
    into about between among against toward towards""".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What introduces a quotation: token ranges of the verb (or "according to") and of the speaker; `near` is true when
    it stands right beside the quotation, so that the quotation is its object."""

    verb: Range | None
    speaker: Range | None
    near: bool
    base: str = ""


def find_cue(frame: Frame, at: int, complete: bool) -> Cue | None:
    """The cue of the quotation token `at`; `complete` tells that its words end as a sentence or clause does."""
    tokens = frame.tokens
    return (
        _right_before(frame, at)
        or (_behind(frame, at) if complete or _set_off(tokens, at) else None)
        or _labelled(frame, at, complete)
        or _nearest_before(frame, at, (SAYING, JUDGING))
        or _according(tokens, at)
        or _at_end(frame, at)
        or _nearest_before(frame, at, (THINKING,))
    )


def _base(token: Token) -> str:
    return SAYING.get(token.low) or JUDGING.get(token.low) or THINKING.get(token.low) or ""


def _set_off(tokens: Sequence[Token], at: int) -> bool:
    """A fragment is followed by a tag only behind a comma: “…”, police said."""
    return at + 1 < len(tokens) and tokens[at + 1].low in {",", "–", "—", "-"}


def cue_at(frame: Frame, i: int, near: bool) -> Cue:
    """The cue made of the verb at `i` with its subject."""
    tokens = frame.tokens
    base = _base(tokens[i])
    if is_passive(tokens, i):
        by = next((k for k in range(i + 1, min(i + 8, len(tokens))) if tokens[k].low == "by"), None)
        return Cue((i, i + 1), phrase_after(tokens, by + 1) if by is not None else None, near, base)
    subject = subject_of(tokens, i)
    joined = i > 0 and (tokens[i - 1].kind == "mark" or tokens[i - 1].low in {"and", "but"})
    if subject is None or (joined and (tokens[i].low.endswith("ing") or tokens[i - 1].kind == "word")):
        subject = _earlier_speaker(frame, i) or subject
    if subject is None and i == 0:
        subject = _behind_opening(tokens) if tokens[0].low.endswith("ing") else phrase_after(tokens, 1)
    if subject and subject[1] - subject[0] == 1 and tokens[subject[0]].low in _NOBODY:
        subject = None
    return Cue((i, i + 1), subject, near, base)


def _behind_opening(tokens: Sequence[Token]) -> Range | None:
    """The subject behind an opening participle: "Calling it “unfair,” Smith left"."""
    for k in range(2, len(tokens)):
        if tokens[k].kind == "word" and (tokens[k - 1].kind == "quote" or tokens[k - 1].low == ","):
            return phrase_after(tokens, k)
    return None


def _earlier_speaker(frame: Frame, i: int) -> Range | None:
    """The speaker of a verb of speech earlier in the sentence, for "…, adding that" and "… and said"."""
    tokens = frame.tokens
    for k in range(i - 1, -1, -1):
        if is_verb(tokens, k, frame.titled) and tokens[k].low not in THINKING and not tokens[k].low.endswith("ing"):
            if is_passive(tokens, k):
                continue
            inverted = k > 0 and (tokens[k - 1].kind == "quote" or tokens[k - 1].low == ",")
            speaker = subject_of(tokens, k) or (phrase_after(tokens, k + 1) if inverted else None)
            if speaker:
                return speaker
    return None


def _right_before(frame: Frame, at: int) -> Cue | None:
    """ "Smith said, “…”", "told the court: “…”", "saying “…”"."""
    tokens = frame.tokens
    k = at - 1
    marked = k >= 0 and tokens[k].low in {",", ":"}
    k -= marked
    reach = 12 if marked and tokens[at - 1].low == ":" else 7 if marked else 1
    for i in range(k, max(-1, k - reach), -1):
        if tokens[i].kind != "word":
            if tokens[i].kind == "quote" or tokens[i].low in {";", ":"}:
                return None
            continue
        if is_verb(tokens, i, frame.titled) and (tokens[i].low in SAYING or not marked):
            if i < k and any(is_finite_verb(t) for t in tokens[i + 1 : k + 1]):
                return None
            cue = cue_at(frame, i, True)
            return cue if cue.speaker or marked else None
    if reach > 7 and at > 4:
        return Cue(None, leading_phrase(tokens, at - 1), True)
    return None


def _behind(frame: Frame, at: int) -> Cue | None:
    """ "“…,” Smith said", "“…,” said Smith, a nurse", "“…,” according to Smith"."""
    tokens = frame.tokens
    r = at + 1
    if r < len(tokens) and tokens[r].low in {",", "–", "—", "-"}:
        r += 1
    if r + 2 < len(tokens) and tokens[r].low == "as":
        return _as_put(tokens, r)
    if r >= len(tokens) or tokens[r].kind != "word" or tokens[r].low in _NO_TAG:
        return None
    if tokens[r].low == "according" and r + 1 < len(tokens):
        return Cue((r, r + 2), phrase_after(tokens, r + 2), True, "according")
    for i in range(r, min(r + 36, len(tokens))):
        if tokens[i].kind == "quote" or tokens[i].low in {";", ":"}:
            return None
        if not (is_verb(tokens, i, True) or _closes_tag(tokens, i)) or (tokens[i].capital and i > r):
            continue
        if tokens[i].low.endswith("ing") and i == r:
            return None
        if tokens[i].low not in SAYING and (i == r or not ends_tag(tokens, i)):
            continue
        lead = all(is_adverb(t) or t.low in {"also", "then"} for t in tokens[r:i])
        if lead:
            speaker = phrase_after(tokens, i + 1)
            return Cue((i, i + 1), speaker, True, _base(tokens[i])) if speaker else None
        subject = subject_of(tokens, i)
        if subject is None or is_passive(tokens, i):
            continue
        if _only_subject(tokens, r, subject[0]) and (ends_tag(tokens, i) or _says(tokens, i)):
            return Cue((i, i + 1), subject, True, _base(tokens[i]))
        return None
    return None


def _closes_tag(tokens: Sequence[Token], i: int) -> bool:
    """ "…,” the letter states." """
    closed = i + 1 == len(tokens) or tokens[i + 1].low in {".", ","}
    return closed and tokens[i].low in SAYING and tokens[i].low.endswith("s")


def _as_put(tokens: Sequence[Token], r: int) -> Cue | None:
    """ "“…,” as Smith put it"."""
    for i in range(r + 2, min(r + 12, len(tokens))):
        if tokens[i].kind != "word" and tokens[i].low != ".":
            return None
        says = tokens[i].low in SAYING and ends_tag(tokens, i)
        if says or (i + 1 < len(tokens) and tokens[i + 1].low == "it"):
            subject = subject_of(tokens, i)
            return Cue((i, i + 1), subject, True, _base(tokens[i])) if subject and subject[0] == r + 1 else None
    return None


def _only_subject(tokens: Sequence[Token], r: int, left: int) -> bool:
    """Whether nothing but adverbs stands between the quotation and the phrase that begins at `left`."""
    return all(is_adverb(t) or t.low in {"then", "later", ","} for t in tokens[r:left])


def ends_tag(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb governs nothing behind it, as in "Smith said on Monday."."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    return behind is None or behind.low in _AFTER_TAG or is_adverb(behind) or behind.low.endswith("day")


def _says(tokens: Sequence[Token], i: int) -> bool:
    """A verb with a hearer or a day behind it ("told reporters") is a tag too, unless a clause follows."""
    return not any(t.low in {"that", "he", "she", "they", "it"} for t in tokens[i + 1 : i + 4])


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    for i in range(len(tokens) - 2):
        if tokens[i].low == "according" and tokens[i + 1].low == "to":
            between = tokens[min(i, at) + 1 : max(i, at)]
            if any(t.kind == "quote" for t in between) and i < at:
                continue
            if i < at and any(is_finite_verb(t) and t.low in SAYING for t in between):
                continue
            return Cue((i, i + 2), phrase_after(tokens, i + 2), False, "according")
    return None


def _labelled(frame: Frame, at: int, complete: bool) -> Cue | None:
    """Headlines and the like: "Smith: 'We will fight'", "'We will fight': Smith", "“…,” Ann Lee, a nurse."."""
    tokens = frame.tokens
    if at >= 2 and tokens[at - 1].low == ":" and at <= 9 and not any(is_finite_verb(t) for t in tokens[: at - 1]):
        return Cue(None, (0, at - 1), True)
    if at == 0 and complete and not any(is_finite_verb(t) for t in tokens):
        named = tuple(t for t in tokens[1:] if t.kind == "word" or t.low not in {".", ","})
        if len(tokens) > 3 and named and named[0].capital and tokens[2].capital and tokens[1].kind == "word":
            return Cue(None, phrase_after(tokens, 1), True)
    if at + 2 < len(tokens) and tokens[at + 1].low in {":", "-", "–", "—", "―", "--"} and at == 0 and len(tokens) <= 12:
        rest = [t for t in tokens[at + 2 :] if t.low not in {".", "&"}]
        last = len(tokens) - (tokens[-1].low == ".")
        if rest and rest[0].capital and all(t.kind == "word" and t.capital for t in rest if len(t.low) > 3):
            return Cue(None, (at + 2, last), True)
    return None


def _nearest_before(frame: Frame, at: int, tables: Sequence[dict[str, str]]) -> Cue | None:
    """The nearest verb of the tables before the quotation in its sentence."""
    tokens = frame.tokens
    for i in range(at - 1, -1, -1):
        low = tokens[i].low
        if low == ";":
            break
        if any(low in table for table in tables) and is_verb(tokens, i, frame.titled):
            return cue_at(frame, i, False)
    return None


def _at_end(frame: Frame, at: int) -> Cue | None:
    """ "It had a “list” of faults, the owner said by letter." """
    tokens = frame.tokens
    for i in range(len(tokens) - 1, at, -1):
        if tokens[i].low in SAYING and is_verb(tokens, i) and ends_tag(tokens, i):
            subject = subject_of(tokens, i)
            if subject and subject[0] > at and tokens[subject[0] - 1].low in {",", "—", "–", "--"}:
                return Cue((i, i + 1), subject, False, _base(tokens[i]))
    return None


def introduces(frame: Frame) -> Cue | None:
    """The cue of a sentence that ends with a colon and hands over to the next paragraph: "A statement said:"."""
    tokens = frame.tokens
    if not tokens or tokens[-1].low != ":":
        return None
    for i in range(len(tokens) - 2, -1, -1):
        if tokens[i].low in SAYING and not tokens[i].low.endswith("ing") and is_verb(tokens, i, frame.titled):
            return cue_at(frame, i, True)
        if tokens[i].low in SPEECH_NOUNS or tokens[i].low == "more":
            source = next((k for k in range(i + 1, len(tokens)) if tokens[k].low in {"from", "by"}), None)
            if source is not None:
                return Cue((i, i + 1), phrase_after(tokens, source + 1), True)
    start = clause_start(tokens, len(tokens) - 1)
    return Cue(None, leading_phrase(tokens[: len(tokens) - 1]), True) if start == 0 else None
