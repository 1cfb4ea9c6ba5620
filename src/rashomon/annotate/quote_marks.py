"""Stretches between quotation marks, before anybody asks whose words they are.

Order of the steps: the marks of a line are told apart (opening, closing, apostrophe, inch); they are paired with a
stack, so that marks inside marks nest; a stretch left open at the end of a paragraph runs on when the next paragraph
opens with a mark again or closes one it never opened. Curly, straight, low („…“) and angled («…») marks may be mixed,
as typing errors mix them. Single marks are only trusted in pairs. Out of scope: dashes that open speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.model import Document, Sentence
from rashomon.text import trim

Role = Literal["open", "close", "either"]

_DOUBLE = '"“”„‟«»″「」『』'
_SINGLE = "'‘’‚‛‹›`"
_BEFORE_OPEN = set("([{—–―-/…:;,.|>") | set(_DOUBLE) | set(_SINGLE)
_ELISION = re.compile(
    r"(?:\d0s|\d\ds|\d\d\b|em|til|till|tis|twas|twill|cause|cos|bout|round|n|im|ere|nuff|fraid|s|t|re|ve|ll|d|m)(?![\w])",
    re.IGNORECASE,
)
_ANY_MARK = re.compile(f"[{_DOUBLE}'’]")
_FEET_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_LONGEST_SINGLE = 1500
_DEEPEST = 3
_SENTENCE_END = set(".!?…")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between marks: `start` to `end` with the marks, `inner` without.

    `parent` is the index of the stretch around it; `follows` is the index of the stretch this one carries on (the next
    paragraph of one quotation); `closed` is false where the writer never closed it.
    """

    start: int
    end: int
    inner: tuple[int, int]
    line: tuple[int, int]
    parent: int | None = None
    follows: int | None = None
    closed: bool = True


def report_lines(document: Document, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The lines of the report that hold a sentence, as ranges of the text, in order.

    Marks that stand beside a sentence belong to its line even where the sentence was cut without them.
    """
    lines: list[tuple[int, int]] = []
    text = document.text
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        while end < len(text) and text[end] in _DOUBLE + _SINGLE:
            end += 1
        reached = lines[-1][1] if lines else 0
        while start > reached and text[start - 1] in _DOUBLE + _SINGLE:
            start -= 1
        gap = text[reached:start]
        if lines and "\n" not in gap and len(gap.splitlines()) < 2 and not any(c.isalnum() for c in gap):
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((max(start, reached), end))
    return lines


def find_stretches(text: str, lines: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    """All stretches between marks, by start; those inside others follow the one around them."""
    found: list[Stretch] = []
    pending: int | None = None
    for start, end in lines:
        base = len(found)
        stretches, stray = _pair(text, start, end)
        found.extend(replace(s, parent=None if s.parent is None else s.parent + base) for s in stretches)
        if pending is not None:
            first = base if stretches and _opens_line(text, stretches[0], start) else None
            if first is not None:
                found[first] = replace(found[first], follows=pending)
            elif stray is not None and _near(text, found[pending].line[1], start):
                found.append(Stretch(start, stray, trim(text, start, stray - 1), (start, end), follows=pending))
                found[base:] = sorted(found[base:], key=lambda s: (s.start, -s.end))
        open_ones = [i for i in range(base, len(found)) if not found[i].closed and found[i].parent is None]
        pending = open_ones[-1] if open_ones else None
    return tuple(found)


def _opens_line(text: str, stretch: Stretch, line_start: int) -> bool:
    return not text[line_start : stretch.start].strip()


def _near(text: str, left: int, right: int) -> bool:
    """Whether nothing but blanks stands between two lines."""
    return not text[left:right].strip()


def _pair(text: str, start: int, end: int) -> tuple[list[Stretch], int | None]:
    """The stretches of one line and the end of a closing mark that nothing in the line opened."""
    stack: list[tuple[int, int | None]] = []
    raw: list[tuple[int, int, bool]] = []
    stray: int | None = None
    for at, double, role in _marks(text, start, end):
        level = _innermost(stack, double)
        if role == "either":
            role = "open" if level is None else "close"
        if not double:
            if role == "open" and level is None:
                closing = _single_end(text, at, end, any(s[1] is None for s in stack))
                if closing is not None:
                    stack.append((at, closing))
            elif level is not None and stack[level][1] == at:
                raw.append((stack[level][0], at + 1, True))
                del stack[level:]
        elif role == "open":
            if level is not None and _restarts(text, at, stack[level][0]):
                raw.append((stack[level][0], trim(text, stack[level][0], at)[1], True))
                del stack[level:]
            if len(stack) < _DEEPEST:
                stack.append((at, None))
        elif level is not None:
            raw.append((stack[level][0], at + 1, True))
            del stack[level:]
        else:
            stray = at + 1
    raw.extend((at, end, False) for at, closing in stack if closing is None)
    return _nested(text, sorted(raw, key=lambda r: (r[0], -r[1])), (start, end)), stray


def _nested(text: str, raw: Sequence[tuple[int, int, bool]], line: tuple[int, int]) -> list[Stretch]:
    """The stretches of sorted ranges, each with the innermost one around it; those without letter or digit fall out."""
    stretches: list[Stretch] = []
    around: list[int] = []
    for left, right, closed in raw:
        marked = closed and text[right - 1] in _DOUBLE + _SINGLE
        wide = int(_doubled(text, left, right))
        inner = trim(text, left + 1 + wide, right - 1 - wide if marked else right)
        if any(c.isalnum() for c in text[inner[0] : inner[1]]):
            while around and stretches[around[-1]].end < right:
                around.pop()
            stretches.append(Stretch(left, right, inner, line, around[-1] if around else None, None, closed))
            around.append(len(stretches) - 1)
    return stretches


def _single_end(text: str, opened: int, end: int, inside: bool) -> int | None:
    """Where a single mark is closed. A plural possessive (players') closes only if nothing better follows; inside
    double marks the search ends where those close."""
    fallback = None
    for match in _ANY_MARK.finditer(text, opened + 2, min(end, opened + _LONGEST_SINGLE)):
        at = match.start()
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if inside and text[at] in _DOUBLE and not before.isspace() and not after.isalnum():
            break
        if text[at] not in "'’" or before.isspace() or after.isalnum():
            continue
        possessive = before in "sS" and after == " " and at + 2 < end and text[at + 2].isalnum()
        if not possessive:
            return at if fallback is None or not _opens_between(text, fallback, at) else fallback
        fallback = at if fallback is None else fallback
    return fallback


def _opens_between(text: str, left: int, right: int) -> bool:
    """Whether another single mark opens in between, so that a later closing mark belongs to it."""
    return any(text[i] in "'‘" and text[i - 1].isspace() and text[i + 1].isalnum() for i in range(left + 1, right))


def _innermost(stack: Sequence[tuple[int, int | None]], double: bool) -> int | None:
    return next((i for i in range(len(stack) - 1, -1, -1) if (stack[i][1] is None) == double), None)


def _restarts(text: str, at: int, opened: int) -> bool:
    """An opening mark inside an open stretch that begins a new sentence: the writer forgot to close before it.

    Two marks together open an excerpt that itself holds quotations; it is not restarted.
    """
    before = text[opened + 1 : at].rstrip()
    return bool(before) and before[0] not in _DOUBLE and before[-1] in _SENTENCE_END


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, bool, Role]]:
    """Every mark of the line that can be a quotation mark: place, whether double, what it may do."""
    low = False
    angled = ""
    skip = start
    for at in range(start, end):
        character = text[at]
        if (character not in _DOUBLE and character not in _SINGLE) or at < skip:
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        role: Role | None
        if _doubled(text, at, end):
            skip = at + 2
            role = _double_role(text, at, start, before, text[at + 2] if at + 2 < end else " ")
            if role is not None:
                yield at if role == "open" else at + 1, True, role
            continue
        if character in "「」『』":
            role = "open" if character in "「『" else "close"
        elif character in "„‟‚‛":
            low, role = character in "„‟", "open"
        elif character in "«»‹›":
            angled = angled or character
            role = "open" if character == angled else "close"
        elif low and character in "“":
            low, role = False, "close"
        elif character in "‘’'":
            role = _single_role(text, at, end, before, after)
        else:
            role = _double_role(text, at, start, before, after)
        if role is not None:
            yield at, character in _DOUBLE, role


def _doubled(text: str, at: int, end: int) -> bool:
    """Two single marks typed for a double one (''…'' or ``…'')."""
    return at + 1 < end and text[at : at + 2] in ("''", "``", "’’", "‘‘")


def _double_role(text: str, at: int, start: int, before: str, after: str) -> Role | None:
    if before == "=" or _FEET_INCHES.search(text, max(start, at - 6), at):
        return None
    can_open = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()
    can_close = not before.isspace() and not after.isalnum()
    if text[at] == "“":
        return "close" if can_close and not can_open else "open"
    if text[at] == "”":
        return "open" if can_open and not can_close else "close"
    if text[at] == "″" or (before.isdigit() and not can_open):
        return "close" if text[at] == '"' else None
    if can_open == can_close:
        return "either"
    return "open" if can_open else "close"


def _single_role(text: str, at: int, end: int, before: str, after: str) -> Role | None:
    if before.isalnum() and after.isalnum():
        return None
    opening = (before.isspace() or before in _BEFORE_OPEN) and (after.isalnum() or after in '"“$£€[¡¿…')
    if opening and text[at] != "’":
        return None if text[at] != "‘" and _ELISION.match(text, at + 1, end) else "open"
    if not before.isspace() and not after.isalnum():
        return "close"
    return None
