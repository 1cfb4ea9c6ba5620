"""Who is said to say it: the cue and the speaker of each quotation inside one sentence.

For a quotation, in this order: a verb of speech right before it ("Smith said: “…”"), a tag right behind it ("“…,” said
Smith"), a name set beside it, the verb or noun of speech it hangs on in the tree ("Smith described it as “…”"),
"according to". Continuations over sentences and paragraphs are the business of `quotes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.annotate.frames import Frame, Token
from rashomon.annotate.reporting import (
    NOMINAL,
    RELATIVE,
    Range,
    Words,
    is_passive,
    leading,
    marker,
    phrase,
    reports,
    speaker_of,
    topmost,
)
from rashomon.lexicon.speech import JUDGING, SAYING, SPEECH_NOUNS, TAGGING, THINKING
from rashomon.syntax import below

_NO_TAG = frozenset(
    """and but or while which who that to of in on at for from by with because after before if although than into about
    between among against toward towards""".split()
)
_AFTER_NAME = RELATIVE | frozenset(", -- (".split())
_SET_OFF = frozenset({",", "-", "--", ":"})
_FAR, _NEAR, _TAG = 16, 9, 40


@dataclass(frozen=True, slots=True)
class Cue:
    """What introduces a quotation: the verb (or "according to") and the speaker, as ranges of the text; `near` is true
    when it stands right beside the quotation, so that the quotation is its object; `base` is the verb's base."""

    verb: Range | None
    speaker: Range | None
    near: bool
    base: str = ""


def find_cue(words: Words, frame: Frame, at: int, complete: bool) -> Cue | None:
    """The cue of the quotation token `at`; `complete` tells that its words end as a sentence or clause does."""
    label = _opening_label(words, frame, at) if frame.part == "headline" else None
    return (
        _right_before(words, frame, at)
        or (_governing(words, frame, at, (JUDGING,)) if _called(frame.tokens, at) else None)
        or (_behind(words, frame, at) if complete or _set_off(frame.tokens, at) else None)
        or _labelled(words, frame, at, complete)
        or label
        or _governing(words, frame, at, (SAYING, JUDGING))
        or _according_cue(words, frame, at)
        or _at_end(words, frame, at)
        or _nearest_before(words, frame, at)
        or _governing(words, frame, at, (THINKING,))
    )


def _called(tokens: Sequence[Token], at: int) -> bool:
    """ "what she called a “rant,” a long letter that says …"."""
    article = at > 1 and tokens[at - 1].low in {"a", "an", "the"}
    return article and JUDGING.get(tokens[at - 2].low) in {"call", "dub", "label", "brand"}


def _opening_label(words: Words, frame: Frame, at: int) -> Cue | None:
    """The person with whose name and a colon a headline opens: "Lee: We will 'never' sell"."""
    colon = next((k for k, t in enumerate(frame.tokens[:at]) if t.low == ":"), 0)
    if not colon:
        return None
    name = next((n for n in words.people if n == (frame.tokens[0].word, frame.tokens[colon].word)), None)
    return Cue(None, words.reach(name), False) if name else None


def _set_off(tokens: Sequence[Token], at: int) -> bool:
    """A fragment is followed by a tag only behind a comma: “…”, police said."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _SET_OFF


def cue_at(words: Words, verb: int, near: bool, start: int) -> Cue:
    """The cue made of a verb with its speaker, which does not stand in front of word `start`."""
    head = speaker_of(words, verb, start)
    if head is None and verb == start:
        head = topmost(words, verb + 1, len(words.low)) if verb + 1 < len(words.low) else None
    token = words.tokens[verb]
    return Cue((token.start, token.end), _named(words, head), near, reports(words, verb) or "")


def _named(words: Words, head: int | None) -> Range | None:
    return None if head is None else words.reach(phrase(words, head))


def according(words: Words, i: int) -> int | None:
    """The head of whom the word "according" (to) at `i` names."""
    if words.low[i] != "according" or i + 2 >= len(words.low) or words.low[i + 1] != "to":
        return None
    return topmost(words, i + 2, len(words.low))


def _right_before(words: Words, frame: Frame, at: int) -> Cue | None:
    """ "Smith said, “…”", "told the court: “…”", "saying “…”"."""
    tokens = frame.tokens
    k = at - 1
    marked = k >= 0 and tokens[k].low in {",", ":"}
    colon = marked and tokens[k].low == ":"
    k -= marked
    for i in range(k, max(-1, k - (_FAR if colon else _NEAR if marked else 1)), -1):
        if tokens[i].kind != "word":
            if tokens[i].kind == "quote" or tokens[i].low in {";", ":"}:
                return None
            continue
        says = tokens[i].low in SAYING or (not marked and tokens[i].low in JUDGING)
        if says and reports(words, tokens[i].word):
            cue = cue_at(words, tokens[i].word, True, tokens[0].word)
            if cue.speaker and _is_named(cue.speaker, tokens[at]):
                before = _nearest_before(words, frame, i)
                cue = replace(cue, speaker=before.speaker if before else None)
            return cue if cue.speaker or marked else None
        if _finite(words, tokens[i].word) and not colon:
            return None
    return None


def _before_colon(words: Words, tokens: Sequence[Token]) -> Range | None:
    """The words between the beginning or a dash and the colon, where they are few and hold no verb: "Smith: “…”"."""
    start = max(
        (k + 1 for k, t in enumerate(tokens) if t.low in {"-", "--", "―", "."} and _blank_after(tokens, k)), default=0
    )
    held = tokens[start:]
    if len(held) > 1 and held[-1].low in SAYING and held[-1].low.endswith("s"):
        held = held[:-1]
    if not 0 < len(held) <= 8 or any(t.kind == "quote" or words.tokens[t.word].tag in {"VERB", "AUX"} for t in held):
        return None
    return held[0].start, held[-1].end


def _blank_after(tokens: Sequence[Token], k: int) -> bool:
    return k + 1 < len(tokens) and tokens[k + 1].start > tokens[k].end


def _finite(words: Words, i: int) -> bool:
    """A verb with a subject of its own."""
    return words.tokens[i].tag == "VERB" and any(words.tokens[c].label == "nsubj" for c in words.hanging[i])


def _behind(words: Words, frame: Frame, at: int) -> Cue | None:
    """ "“…,” Smith said", "“…,” said Smith, a nurse", "“…,” according to Smith", "“…,” as Smith put it"."""
    tokens = frame.tokens
    r = at + 1
    while r < len(tokens) and tokens[r].kind != "quote" and _passed_over(words, tokens[r]):
        r += 1
    if r < len(tokens) and tokens[r].low == "as":
        r += 1
    if r >= len(tokens) or tokens[r].kind != "word" or tokens[r].low in _NO_TAG:
        return None
    if tokens[r].low == "according":
        head = according(words, tokens[r].word)
        return Cue((tokens[r].start, tokens[r + 1].end), _named(words, head), True, "according") if head else None
    opens = words.tokens[tokens[r].word].tag
    for i in range(r, min(r + _TAG, len(tokens))):
        if tokens[i].kind == "quote" or tokens[i].low in {";", ":", "?", "!"} or _stops(words, tokens, i):
            return None
        if i > r and opens not in NOMINAL | {"PRON"}:
            return None
        verb = tokens[i].word
        if _closes(words, tokens, r, i):
            return Cue((tokens[i].start, tokens[i].end), _tag_speaker(words, frame, r, i), True)
        if tokens[i].kind != "word" or not reports(words, verb) or _relative(words, verb) or is_passive(words, verb):
            continue
        if tokens[i].low not in SAYING and (i == r or not _ends(words, frame, i)):
            continue
        if i == r and tokens[i].low.endswith("ing"):
            return None
        speaker = _tag_speaker(words, frame, r, i)
        return Cue((tokens[i].start, tokens[i].end), speaker, True, reports(words, verb) or "") if speaker else None
    return None


def _stops(words: Words, tokens: Sequence[Token], i: int) -> bool:
    """A full stop that ends a sentence."""
    return tokens[i].low == "." and i + 1 < len(tokens) and tokens[i + 1].capital and _blank_after(tokens, i)


def _closes(words: Words, tokens: Sequence[Token], r: int, i: int) -> bool:
    """ "“…,” she began." """
    alone = i + 1 == len(tokens) or tokens[i + 1].low in {".", ","}
    return alone and i > r and tokens[i].low in TAGGING and not _many_verbs(words, tokens[r:i])


def _many_verbs(words: Words, tokens: Sequence[Token]) -> bool:
    return any(words.tokens[t.word].tag == "VERB" for t in tokens if t.kind == "word")


def _relative(words: Words, verb: int) -> bool:
    """The verb of "who said": it stands beside the subject."""
    return any(words.tokens[c].label == "nsubj" and words.low[c] in RELATIVE for c in words.hanging[verb])


def _passed_over(words: Words, token: Token) -> bool:
    """A comma, a dash or an adverb in front of a tag."""
    return token.low in {",", "-", "--"} or words.tokens[token.word].tag == "ADV"


def _tag_speaker(words: Words, frame: Frame, r: int, i: int) -> Range | None:
    """The words for the speaker in a tag that begins at token `r` and has its verb at `i`: all in front of the verb up
    to a comma, an adverb or a relative clause; behind an inverted verb its subject, or the noun that follows."""
    tokens = frame.tokens
    if i == r:
        inside = {t.word for t in tokens[r:] if t.kind == "word"}
        own = [c for c in words.hanging[tokens[i].word] if words.tokens[c].label == "nsubj" and c in inside]
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        head = own[0] if own else None
        if head is None and behind and behind.kind == "word" and behind.low != "that":
            head = topmost(words, behind.word, len(words.low))
        return _named(words, head)
    stop = r
    while stop < i and not _ends_name(words, tokens, stop):
        stop += 1
        stop = _past_bracket(words, tokens, stop, i)
    while stop > r + 1 and words.tokens[tokens[stop - 1].word].tag in {"ADV", "AUX"}:
        stop -= 1
    if stop < i and tokens[stop].low == "," and not tokens[stop - 1].capital:
        name = stop + 1
        while name < i and tokens[name].capital:
            name += 1
        stop = name if name > stop + 1 and tokens[name].low == "," else stop
    return (tokens[r].start, tokens[stop - 1].end) if stop > r else None


def _past_bracket(words: Words, tokens: Sequence[Token], at: int, end: int) -> int:
    """Behind an acronym in brackets, where the name goes on: "Varn Flight Safety (VFS) chief Ann Lee"."""
    behind = at + 3
    goes_on = behind < end and tokens[at].low == "(" and tokens[at + 2].low == ")"
    return behind if goes_on and not _ends_name(words, tokens, behind) else at


def _ends_name(words: Words, tokens: Sequence[Token], i: int) -> bool:
    """A comma, a dash between blanks, a relative pronoun or a verb."""
    if tokens[i].low == "-":
        return tokens[i].start > tokens[i - 1].end
    return tokens[i].low in _AFTER_NAME or words.tokens[tokens[i].word].tag == "VERB"


def _ends(words: Words, frame: Frame, i: int) -> bool:
    """Whether the verb governs nothing behind it, as in "Smith said on Monday."."""
    verb = frame.tokens[i].word
    return not any(c > verb and words.tokens[c].label in {"obj", "ccomp", "xcomp"} for c in words.hanging[verb])


def _labelled(words: Words, frame: Frame, at: int, complete: bool) -> Cue | None:
    """Headlines and the like: "Smith: 'We will fight'", "'We will fight': Smith", "“…,” Ann Lee, a nurse."."""
    tokens = frame.tokens
    if at and tokens[at - 1].low == ":":
        name = _before_colon(words, tokens[: at - 1])
        head = leading(words, [t.word for t in tokens[: at - 1] if t.kind != "quote"]) if at > 4 and not name else None
        return Cue(None, name or _named(words, head), True) if name or head is not None else None
    verbs = [t for t in tokens if t.kind == "word" and words.tokens[t.word].tag in {"VERB", "AUX"}]
    if at == 0 and complete and not verbs:
        named = [t for t in tokens[1:] if t.kind == "word"]
        if len(tokens) > 3 and tokens[1].kind == "word" and named[0].capital and tokens[2].capital:
            return Cue(None, _named(words, topmost(words, named[0].word, len(words.low))), True)
    if at + 2 < len(tokens) and tokens[at + 1].low in {":", "-", "―", "--"} and at == 0 and len(tokens) <= 12:
        rest = [t for t in tokens[at + 2 :] if t.low not in {".", "&"}]
        last = len(tokens) - (tokens[-1].low == ".")
        if rest and rest[0].capital and all(t.kind == "word" and t.capital for t in rest if len(t.low) > 3):
            return Cue(None, (tokens[at + 2].start, tokens[last - 1].end), True)
    return None


def _governing(words: Words, frame: Frame, at: int, tables: Sequence[dict[str, str]]) -> Cue | None:
    """The nearest verb of the tables, or noun of speech with an owner, above the quotation in the tree, or set beside
    what is above it ("The firm, police said, was “slow”")."""
    outside = {t.word for t in frame.tokens if t.kind == "word"}
    stretch = frame.tokens[at]
    inner = words.between(stretch.start, stretch.end)
    for top in (i for i in inner if words.tokens[i].head not in inner and words.tokens[i].label != "punct"):
        below = top
        above = words.tokens[top].head
        while above >= 0 or below >= 0:
            beside = [c for c in (words.hanging[above] if above >= 0 else words.hanging[below]) if c in outside]
            for i in [above, *(c for c in beside if c != below and _set_beside(words, c))]:
                if i in outside and reports(words, i) and any(words.low[i] in table for table in tables):
                    cue = cue_at(words, i, False, min(outside))
                    if cue.speaker and not (_is_named(cue.speaker, stretch) or _in_subject(words, i, stretch)):
                        return cue
            if above in outside and words.low[above] in SPEECH_NOUNS and SAYING in tables:
                owner = _owner(words, above)
                if owner is not None:
                    return Cue((words.tokens[above].start, words.tokens[above].end), _named(words, owner), False)
            if above < 0:
                break
            below, above = above, words.tokens[above].head
    return None


def _set_beside(words: Words, i: int) -> bool:
    """ "The firm, police said, was …", "As police said, the firm was …"."""
    label = words.tokens[i].label
    return label == "parataxis" or (label == "advcl" and marker(words, i) == "as")


def _is_named(speaker: Range, stretch: Token) -> bool:
    """Whether the words that would name the speaker are those in the marks."""
    return speaker[0] < stretch.end and stretch.start < speaker[1]


def _in_subject(words: Words, verb: int, stretch: Token) -> bool:
    """Whether the words in marks belong to the subject of the verb: "The “old” houses call for repair"."""
    subjects = [c for c in words.hanging[verb] if words.tokens[c].label == "nsubj"]
    return any(stretch.word in below(words.hanging, c) for c in subjects)


def _owner(words: Words, noun: int) -> int | None:
    """Whose remark or claim it is: "her remark", "the mayor's claim"."""
    for child in words.hanging[noun]:
        if words.tokens[child].label == "nmod" and child < noun:
            owned = any(words.low[c] in {"'s", "'"} for c in words.hanging[child])
            if owned or words.tokens[child].tag == "PRON":
                return child
    return None


def _at_end(words: Words, frame: Frame, at: int) -> Cue | None:
    """ "It had a “list” of faults, the owner said by letter." """
    for i in range(len(frame.tokens) - 1, at, -1):
        token = frame.tokens[i]
        if token.low in SAYING and reports(words, token.word) and _ends(words, frame, i):
            cue = cue_at(words, token.word, False, frame.tokens[at + 1].word)
            before = [t for t in frame.tokens[at:i] if cue.speaker and t.end <= cue.speaker[0]]
            if before and before[-1].low in {",", "-", "--"}:
                return cue
    return None


def _nearest_before(words: Words, frame: Frame, at: int) -> Cue | None:
    """The nearest verb of speech or judgement in front, for trees that lead nowhere."""
    for token in reversed(frame.tokens[:at]):
        if token.kind == "word" and (token.low in SAYING or token.low in JUDGING) and reports(words, token.word):
            return cue_at(words, token.word, False, frame.tokens[0].word)
    return None


def _according_cue(words: Words, frame: Frame, at: int) -> Cue | None:
    tokens = frame.tokens
    for i in range(len(tokens) - 2):
        head = according(words, tokens[i].word) if tokens[i].low == "according" else None
        if head is None:
            continue
        between = tokens[min(i, at) + 1 : max(i, at)]
        if i < at and any(t.kind == "quote" or (t.low in SAYING and reports(words, t.word)) for t in between):
            continue
        return Cue((tokens[i].start, tokens[i + 1].end), _named(words, head), False, "according")
    return None


def introduces(words: Words, frame: Frame) -> Cue | None:
    """The cue of a sentence that ends with a colon and hands over to the next paragraph: "A statement said:"."""
    tokens = frame.tokens
    if not tokens or tokens[-1].low != ":":
        return None
    for i in range(len(tokens) - 2, -1, -1):
        low, word = tokens[i].low, tokens[i].word
        if low in SAYING and not low.endswith("ing") and reports(words, word):
            return cue_at(words, word, True, tokens[0].word)
        if low in SPEECH_NOUNS or low == "more":
            source = next((t for t in tokens[i + 1 :] if t.low in {"from", "by"}), None)
            head = topmost(words, source.word + 1, len(words.low)) if source else None
            if head is not None:
                return Cue((tokens[i].start, tokens[i].end), _named(words, head), True)
    return Cue(None, opening_speaker(words, frame), True)


def opening_speaker(words: Words, frame: Frame) -> Range | None:
    """The subject of the sentence, which the words that follow it alone are taken to be spoken by."""
    return _named(words, leading(words, [t.word for t in frame.tokens if t.kind != "quote"]))
