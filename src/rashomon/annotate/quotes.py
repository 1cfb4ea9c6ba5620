"""Quotations of one report: whose words stand between marks, and what is reported without marks.

Steps: stretches between marks (`quote_marks`), sentences with the stretches masked (`frames`), the cue of each stretch
(`cues`), what carries on what (a stretch alone in its sentence or paragraph), names and titles in marks left out, then
reported clauses (`indirect`), then posts shown whole (`posts`), in which marks count no more. Who is behind the words
that name the speaker is found later, in `rashomon.speakers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.annotate.cues import Cue, find_cue, introduces, opening_speaker
from rashomon.annotate.frames import Frame, Token, make_frames, tokens_of
from rashomon.annotate.indirect import find_reported
from rashomon.annotate.posts import Post, find_posts
from rashomon.annotate.quote_marks import Stretch, find_stretches, report_lines
from rashomon.annotate.reporting import Range, Words, words_of
from rashomon.lexicon.speech import SAYING
from rashomon.model import Document, Quote, QuoteKind, Sentence, Span, Tree
from rashomon.text import content_id, fold
from rashomon.text import words as plain_words

_NAMING = frozenset(
    """word words term terms phrase phrases expression nickname nicknamed known dubbed titled entitled codenamed
    code-named so-called named aka alias meaning called name""".split()
)
_MEANING = frozenset("means meant meaning".split())
_TRANSLATED = frozenset("translates translated translate translating".split())
_WHAT = frozenset("what which that he she they".split())
_BEFORE_TITLE = frozenset("on of in by".split())
_WORKS = frozenset(
    """film movie book novel song album show series play documentary memoir musical podcast programme program sitcom
    opera ballad magazine""".split()
)
_SAYING_BASES = frozenset(SAYING.values())
_HEADING = 8
"""Words of a heading, at most."""
_SMALL = frozenset("a an and as at by for from in of on or the to with &".split())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch with its cue: `speaker` and `verb` are ranges of the text.

    `opens` is true when the words stand first in their sentence, `alone` when nothing else stands in it, `heading` when
    they stand over the paragraphs that follow; `frame` is the number of the sentence, below zero inside other marks.
    """

    index: int
    frame: int
    kind: QuoteKind
    verb: Range | None
    speaker: Range | None
    near: bool
    opens: bool
    alone: bool
    heading: bool = False


def find_quotes(
    document: Document,
    sentences: tuple[Sentence, ...],
    trees: Sequence[Tree] = (),
) -> tuple[Quote, ...]:
    """All quotations by start; direct and mixed ones with one span a stretch, marks excluded."""
    lines = report_lines(document, sentences)
    stretches = find_stretches(document.text, lines)
    words = words_of(document, sentences, trees)
    frames = make_frames(document.text, words, sentences, lines, stretches)
    pieces = [*_pieces(document, words, frames, stretches), *_nested_pieces(document, words, stretches)]
    quotes = _assemble(
        document, words, frames, stretches, sorted(pieces, key=lambda p: (stretches[p.index].start, p.index))
    )
    reported = find_reported(document, words, frames)
    shown = [(s.span.start, s.span.end) for s in sentences]
    posts = [post for post in find_posts(document.text) if any(a < post.end and post.start < b for a, b in shown)]
    around = [q for q in (*quotes, *reported) if not any(_meets(q, post) for post in posts)]
    posted = [_posted(document, post) for post in posts]
    return tuple(sorted([*around, *posted], key=lambda q: (q.content[0], q.kind, q.id)))


def _meets(quote: Quote, post: Post) -> bool:
    return any(span.start < post.end and post.start < span.end for span in quote.content)


def _posted(document: Document, post: Post) -> Quote:
    span = Span(document.id, post.start, post.end)
    return Quote(
        id=content_id("q", document.id, "direct", (span.start, span.end)),
        kind="direct",
        content=(span,),
        speaker_span=Span(document.id, *post.author),
    )


def _pieces(document: Document, words: Words, frames: Sequence[Frame], stretches: Sequence[Stretch]) -> list[_Piece]:
    """Every outer stretch that is somebody's words, with the cue inside its own sentence."""
    pieces = []
    for number, frame in enumerate(frames):
        held = [i for i, t in enumerate(frame.tokens) if t.kind == "quote"]
        for at in held:
            index = frame.tokens[at].stretch
            stretch = stretches[index]
            words_of_reporter = sum(t.kind == "word" for t in frame.tokens)
            alone = words_of_reporter == 0
            cue = None if alone else find_cue(words, frame, at, _complete(document.text, stretch))
            if not alone and _is_name(document.text, frame, at, stretch, cue):
                continue
            direct = (
                alone
                or bool(cue and cue.near and _speech(document.text, stretch))
                or _complete_sentence(document.text, stretch)
            )
            kind: QuoteKind = "direct" if direct else "mixed"
            pieces.append(
                _Piece(
                    index,
                    number,
                    kind,
                    cue.verb if cue else None,
                    cue.speaker if cue else None,
                    bool(cue and cue.near),
                    at == 0,
                    alone,
                    alone and _is_heading(document.text, frames, number, stretch),
                )
            )
    return pieces


def _is_heading(text: str, frames: Sequence[Frame], number: int, stretch: Stretch) -> bool:
    """Whether words alone in their line, few and without a mark at their end, are a heading: 'No way back'."""
    frame = frames[number]
    last = number + 1 == len(frames) or frames[number + 1].line != frame.line
    few = sum(1 for _ in plain_words(text, *stretch.inner)) <= _HEADING
    return frame.part == "body" and frame.first and last and few and text[stretch.inner[1] - 1].isalnum()


def _nested_pieces(document: Document, words: Words, stretches: Sequence[Stretch]) -> list[_Piece]:
    """Marks inside marks count when a verb of speech beside them says so ("when she said ‘no’"), and what carries such
    words on in the same excerpt."""
    pieces: list[_Piece] = []
    for index, stretch in enumerate(stretches):
        if stretch.parent is None:
            continue
        around = stretches[stretch.parent]
        siblings = [(i, s) for i, s in enumerate(stretches) if s.parent == stretch.parent]
        tokens = tokens_of(words, around.inner[0], around.inner[1], siblings)
        frame = Frame(around.inner[0], around.inner[1], 0, False, "body", tokens)
        at = next(i for i, t in enumerate(tokens) if t.stretch == index)
        carried = (
            bool(pieces)
            and stretches[pieces[-1].index].parent == stretch.parent
            and _new_sentence(document.text, stretch)
        )
        cue = None if carried else find_cue(words, frame, at, True)
        if carried:
            pieces.append(_Piece(index, -1 - stretch.parent, "direct", None, None, False, False, True))
        elif cue and cue.near and cue.verb and cue.base in _SAYING_BASES:
            pieces.append(_Piece(index, -1 - stretch.parent, "direct", cue.verb, cue.speaker, True, at == 0, False))
    return pieces


def _new_sentence(text: str, stretch: Stretch) -> bool:
    return text[stretch.inner[0]].isupper() and text[: stretch.start].rstrip()[-1:] in tuple(".!?")


def _complete(text: str, stretch: Stretch) -> bool:
    """Whether the words end as a clause does before a tag: with a comma or a mark of sentence end inside the marks."""
    return text[stretch.inner[1] - 1] in ",.!?…—-" or text[stretch.inner[1] - 1] in "\"'’”"


def _complete_sentence(text: str, stretch: Stretch) -> bool:
    start, end = stretch.inner
    return text[start].isupper() and text[end - 1] in ".!?…" and sum(1 for _ in plain_words(text, start, end)) > 3


def _speech(text: str, stretch: Stretch) -> bool:
    return text[stretch.inner[0]].isupper() or sum(1 for _ in plain_words(text, *stretch.inner)) > 4


def _is_name(text: str, frame: Frame, at: int, stretch: Stretch, cue: Cue | None) -> bool:
    """Marks that are no quotation: a nickname, a title, a word spoken about, scare quotes nobody answers for."""
    tokens = frame.tokens
    held = list(plain_words(text, *stretch.inner))
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    titled = held[0].text[0].isupper() and all(
        w.text[0].isupper() or w.text[0].isdigit() or w.text.lower() in _SMALL for w in held
    )
    if (
        before
        and behind
        and titled
        and len(held) <= 3
        and before.capital
        and behind.capital
        and before.end + 1 == stretch.start
    ):
        return True
    if before and before.low == "(" and behind and behind.low == ")" and len(held) <= 4:
        return True
    if before and (before.low in _MEANING or (at > 1 and tokens[at - 2].low in _TRANSLATED)):
        return True
    if before and before.low in _NAMING and len(held) <= 4:
        return before.low != "called" or not any(t.low in _WHAT for t in tokens[max(0, at - 7) : at - 1])
    if _second_of_named(frame, at) and len(held) <= 4:
        return True
    if titled and before and not frame.titled and _names_a_work(tokens, at, len(held) > 1):
        return True
    if cue and cue.near and cue.verb:
        return False
    if titled and not frame.titled and len(held) > 1 and text[stretch.inner[1] - 1] not in "!?":
        return True
    called = text[stretch.inner[1] - 1] in "!?" and len(held) > 2
    return cue is None and not called and (len(held) <= 3 or frame.titled)


def _names_a_work(tokens: Sequence[Token], at: int, several: bool) -> bool:
    """Whether the words around make capitalised words in marks a title: "on “Morning in Varn”", "Kim's “Exile”", "the
    series “Exile”", "told “Varn Today” that", "told “Varn Today.”"; `several` is true for more than one word."""
    before = tokens[at - 1]
    if before.low in _WORKS or (several and at > 1 and before.low == "," and tokens[at - 2].low in _WORKS):
        return True
    owned = at > 1 and before.low in {"'", "'s"} and tokens[at - 2].capital
    if before.low == "on" or owned:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or after.low in {"that", "."} or after.kind == "quote"
    hearer = before.low in {"told", "tell", "tells", "telling"} and ends
    return several and (before.low in _BEFORE_TITLE or hearer)


def _second_of_named(frame: Frame, at: int) -> bool:
    """The second of 'the words "a" or "b"'."""
    tokens = frame.tokens
    return (
        at >= 3
        and tokens[at - 1].low in {"or", "and"}
        and tokens[at - 2].kind == "quote"
        and tokens[at - 3].low in _NAMING
    )


def _assemble(
    document: Document, words: Words, frames: Sequence[Frame], stretches: Sequence[Stretch], pieces: Sequence[_Piece]
) -> list[Quote]:
    """Joins the stretches of one utterance and passes speakers on to what carries it on."""
    groups: list[list[_Piece]] = []
    owner: dict[int, int] = {}
    for piece in (p for p in pieces if not p.heading):
        group = _carried_on(document, frames, stretches, groups, owner, piece)
        if group is None:
            groups.append([])
            group = len(groups) - 1
        groups[group].append(_with_source(words, frames, groups, piece) if not groups[group] else piece)
        owner[piece.index] = group
    headings = (_as_in_the_text(document, stretches, groups, piece) for piece in pieces if piece.heading)
    return [_quote(document, stretches, group) for group in [*groups, *([h] for h in headings if h)]]


def _as_in_the_text(
    document: Document, stretches: Sequence[Stretch], groups: Sequence[Sequence[_Piece]], heading: _Piece
) -> _Piece | None:
    """A heading in marks is whose words it is in the text; what nobody says there is the editor's."""
    said = _folded(document, stretches[heading.index])
    for group in groups:
        if any(said in _folded(document, stretches[piece.index]) for piece in group):
            lead = next((p for p in group if p.speaker), group[0])
            return replace(heading, speaker=lead.speaker, verb=lead.verb)
    return None


def _folded(document: Document, stretch: Stretch) -> str:
    return f" {' '.join(fold(w.text) for w in plain_words(document.text, *stretch.inner))} "


def _carried_on(
    document: Document,
    frames: Sequence[Frame],
    stretches: Sequence[Stretch],
    groups: Sequence[Sequence[_Piece]],
    owner: dict[int, int],
    piece: _Piece,
) -> int | None:
    """The group whose utterance this stretch carries on, if any."""
    follows = stretches[piece.index].follows
    if follows is not None and follows in owner:
        first = groups[owner[follows]][0]
        if not (piece.speaker and first.speaker) or _same_words(document, piece.speaker, first.speaker):
            return owner[follows]
    if piece.frame < 0:
        within = [n for n, g in enumerate(groups) if g[0].frame == piece.frame]
        return within[-1] if within and piece.alone else None
    for number in range(len(groups) - 1, -1, -1):
        last = groups[number][-1]
        if last.frame < 0:
            continue
        if frames[last.frame].line != frames[piece.frame].line:
            return None
        head = groups[number][0]
        if piece.frame == head.frame and piece.near and head.near and piece.verb == head.verb is not None:
            return number
        if piece.kind != "direct" or head.kind != "direct":
            return None
        if piece.frame == last.frame:
            same = piece.speaker is None or head.speaker is None or _same_words(document, piece.speaker, head.speaker)
            return number if (same and piece.near) or piece.speaker is None else None
        if piece.alone and piece.frame == last.frame + 1:
            return number
        back = piece.opens and piece.frame <= last.frame + 1 and piece.speaker is not None
        if back and piece.speaker and head.speaker and _same_words(document, piece.speaker, head.speaker):
            return number
        return None
    return None


def _same_words(document: Document, a: Range, b: Range) -> bool:
    """Whether the speakers may be one: the same words, or a pronoun that takes up the one before."""
    left, right = fold(document.text[a[0] : a[1]]), fold(document.text[b[0] : b[1]])
    return left == right or left in {"he", "she", "they", "it"}


def _with_source(words: Words, frames: Sequence[Frame], groups: Sequence[Sequence[_Piece]], piece: _Piece) -> _Piece:
    """Finds the speaker of words that have none in their own sentence: whoever introduced them, spoke before, or is the
    subject of the sentence before."""
    if piece.speaker is not None or piece.frame < 0:
        return piece
    frame = frames[piece.frame]
    if not piece.alone and (piece.kind == "mixed" or piece.verb or not piece.opens):
        return piece
    if piece.frame == 0:
        return piece
    before = frames[piece.frame - 1]
    cue = introduces(words, before)
    if cue and cue.speaker:
        return replace(piece, verb=cue.verb, speaker=cue.speaker, near=True)
    earlier = [
        g for g in groups if g and g[0].frame >= 0 and frames[g[-1].frame].line == frame.line - 1 and g[0].speaker
    ]
    if earlier and frame.first:
        return replace(piece, speaker=earlier[-1][0].speaker)
    here = [g for g in groups if g and g[0].frame == piece.frame - 1 and g[0].speaker]
    if here:
        return replace(piece, speaker=here[-1][0].speaker)
    if before.part != "headline" and before.line >= frame.line - 1:
        return replace(piece, speaker=opening_speaker(words, before))
    return piece


def _quote(document: Document, stretches: Sequence[Stretch], group: Sequence[_Piece]) -> Quote:
    content = tuple(Span(document.id, *stretches[p.index].inner) for p in group)
    lead = next((p for p in group if p.speaker), group[0])
    kind: QuoteKind = "direct" if any(p.kind == "direct" for p in group) else "mixed"
    return Quote(
        id=content_id("q", document.id, kind, *((s.start, s.end) for s in content)),
        kind=kind,
        content=content,
        cue=Span(document.id, *lead.verb) if lead.verb else None,
        speaker_span=Span(document.id, *lead.speaker) if lead.speaker else None,
    )
