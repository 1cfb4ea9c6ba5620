"""Scores quotations and their speakers on PolNeAR, a corpus of attributions in political news (Newell et al. 2018).

usage: python evaluation/polnear.py FOLDER [--misses]

FOLDER is one part of the corpus (train, dev), with `text/` and `attributions/`. The corpus is for scoring only: its
texts belong to their publishers. Of a text read by several annotators the first is taken. Figures:

  direct    gold: the stretches between quotation marks that lie inside the content of an attribution. The program's
            stretches are matched one by one, marks and stops at the ends left out: right when the overlap is at least
            0.8 of the union. F1 counts a stretch of the program that is in no attribution as wrong.
  speaker   of the direct stretches found whose attribution names a source: the share for which the head of that source
            is among the words that name the program's speaker. The head is the last word before the first comma,
            bracket, preposition or relative pronoun ("a spokesman for the mayor": spokesman). A source that is a
            relative pronoun is not asked for: the program gives the words that it stands for.
  indirect  contents of attributions of which less than 0.7 (source and cue left out) stands between marks, matched as
            above but at 0.7, from the first character to the last; `speaker` as above. The corpus holds much that the
            program leaves to the reporter: plans ("vowed to leave"), questions, things ("criticised the plan")
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rashomon.annotate import annotate
from rashomon.model import Annotations, Document, Quote

Range = tuple[int, int]
T = TypeVar("T")

_BETWEEN_MARKS = re.compile(
    r"[“\"]([^“”\"\n]{2,}?)(?:[”\"]|(?=\s*\n\s*[“\"]))|''((?:(?!'')[^\n]){2,}?)''"
    r"|(?<![\w'])['‘](?=\w)((?:[^“”\"‘'’\n]|(?<=\w)['’](?=\w)){2,})['’](?![\w'])"
)
_AT_ENDS = "\"'“”‘’«»„ \n\t,."
_RELATIVE = {"who", "which", "that"}
_MARKED_WHOLE = 0.7
_ENDS_HEAD = re.compile(
    r"[,;:()–—\n]|\s-|\b(?:of|for|from|in|at|on|with|to|by|against|near|who|whom|which|that|as|familiar|close)\b"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What somebody says: places of the source, of the cue, of the content."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(slots=True)
class Count:
    """Stretches of the gold, of the program, matched; speakers asked for and right; what went wrong, as lines."""

    gold: int = 0
    given: int = 0
    found: int = 0
    asked: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Precision, recall, F1 and the share of right speakers."""
        precision, recall = self.found / max(1, self.given), self.found / max(1, self.gold)
        f1 = 2 * precision * recall / (precision + recall) if self.found else 0.0
        speaker = self.right / max(1, self.asked)
        return (
            f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} gold {self.gold} given {self.given} "
            f"speaker {speaker:.3f} of {self.asked}"
        )


def read_attributions(lines: Sequence[str]) -> tuple[list[Attribution], list[Range]]:
    """The attributions of an annotation file and the stretches of text that its annotator put aside."""
    places: dict[str, tuple[str, tuple[Range, ...]]] = {}
    events = []
    for line in lines:
        columns = line.split("\t")
        if len(columns) < 2:  # a few places hold a line end, and with it the rest of their words
            continue
        if columns[0].startswith("T"):
            kind, ranges = columns[1].split(" ", 1)
            places[columns[0]] = (kind, tuple((int(a), int(b)) for a, b in map(str.split, ranges.split(";"))))
        elif columns[0].startswith("E"):
            events.append([part.split(":") for part in columns[1].split()])
    found = []
    for event in events:
        roles: dict[str, list[Range]] = {"Source": [], "Cue": [], "Content": []}
        for name, place in event:
            role = name.rstrip("0123456789")
            if role in roles and place in places:
                roles[role].extend(places[place][1])
        if roles["Content"]:
            found.append(Attribution(tuple(roles["Source"]), tuple(roles["Cue"]), tuple(roles["Content"])))
    return found, [r for kind, ranges in places.values() if kind == "Discard" for r in ranges]


def head_of(words: str) -> str:
    """The head of a noun phrase, casefolded: "the mayor's aide, Ann Lee" gives "aide"."""
    cut = next((m.start() for m in _ENDS_HEAD.finditer(words) if words[: m.start()].strip()), len(words))
    held = re.findall(r"\w+", re.sub(r"['’]s\b", "", words[:cut]))
    return held[-1].casefold() if held else ""


def score_text(document: Document, notes: Annotations, lines: Sequence[str], direct: Count, indirect: Count) -> None:
    """Adds one text to the counts; `lines` are those of its annotation file."""
    text = document.text
    attributions, aside = read_attributions(lines)
    marked = [m.span(m.lastindex or 0) for m in _BETWEEN_MARKS.finditer(text)]
    stretches = [((_trimmed(text, r)), a) for r in marked if (a := _smallest_around(r, attributions))]
    clauses = [
        ((a.content[0][0], max(end for _, end in a.content)), a)
        for a in attributions
        if _marked_share(text, a, marked) < _MARKED_WHOLE
    ]
    mine = [(_trimmed(text, (s.start, s.end)), q) for q in notes.quotes if q.kind != "indirect" for s in q.content]
    reported = [((q.content[0].start, q.content[-1].end), q) for q in notes.quotes if q.kind == "indirect"]
    for count, wanted, given, least in ((direct, stretches, mine, 0.8), (indirect, clauses, reported, 0.7)):
        _match(text, count, _without(wanted, aside), _without(given, aside), least)


def _match(
    text: str,
    count: Count,
    wanted: Sequence[tuple[Range, Attribution]],
    given: Sequence[tuple[Range, Quote]],
    least: float,
) -> None:
    """Matches each stretch of the gold with the stretch of the program nearest to it."""
    used: set[int] = set()
    for place, attribution in wanted:
        count.gold += 1
        free = [i for i in range(len(given)) if i not in used]
        best = max(free, key=lambda i: _iou(place, given[i][0]), default=None)
        if best is None or _iou(place, given[best][0]) < least:
            count.misses.append(f"not found: {_shown(text, place)}")
            continue
        used.add(best)
        count.found += 1
        sources = [text[a:b] for a, b in attribution.source if text[a:b].casefold() not in _RELATIVE]
        if sources:
            count.asked += 1
            quote = given[best][1]
            said = text[quote.speaker_span.start : quote.speaker_span.end] if quote.speaker_span else ""
            if {head_of(source) for source in sources} & set(re.findall(r"\w+", said.casefold())):
                count.right += 1
            else:
                count.misses.append(f"speaker should be {sources}, is {said!r}: {_shown(text, place)}")
    count.given += len(given)
    count.misses.extend(f"not in the gold: {_shown(text, p)}" for i, (p, _) in enumerate(given) if i not in used)


def _shown(text: str, place: Range) -> str:
    before, inside, behind = text[max(0, place[0] - 90) : place[0]], text[slice(*place)], text[place[1] : place[1] + 60]
    return f"{before} [[{inside}]] {behind}".replace("\n", "/")


def _smallest_around(place: Range, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content, the smallest there is, holds the stretch."""
    around = [(c[1] - c[0], i) for i, a in enumerate(attributions) for c in a.content if _within(place, c)]
    return attributions[min(around)[1]] if around else None


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] - 2 <= inner[0] and inner[1] <= outer[1] + 2


def _marked_share(text: str, attribution: Attribution, marked: Sequence[Range]) -> float:
    """How much of the content stands between marks, by letters and digits."""
    tag = {i for r in (*attribution.source, *attribution.cue) for i in range(*r)}
    content = {i for r in attribution.content for i in range(*r) if i not in tag and text[i].isalnum()}
    return sum(i in content for r in marked for i in range(*r)) / max(1, len(content))


def _without(items: Sequence[tuple[Range, T]], aside: Sequence[Range]) -> list[tuple[Range, T]]:
    return [item for item in items if not any(item[0][0] < b and a < item[0][1] for a, b in aside)]


def _trimmed(text: str, place: Range) -> Range:
    start, end = place
    while start < end and text[start] in _AT_ENDS:
        start += 1
    while end > start and text[end - 1] in _AT_ENDS:
        end -= 1
    return start, end


def _iou(a: Range, b: Range) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def score_folder(folder: Path) -> tuple[Count, Count]:
    """The counts, direct and indirect, of all texts of a folder that have an annotation file, in the order of names."""
    direct, indirect = Count(), Count()
    for path in sorted((folder / "text").glob("*.txt")):
        answers = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        if answers:
            text = path.read_bytes().decode("utf-8")
            document = Document(path.stem, path.name, "", "text/plain", text)
            lines = answers[0].read_text(encoding="utf-8").splitlines()
            score_text(document, annotate(document), lines, direct, indirect)
    return direct, indirect


def main() -> None:
    """Scores a folder and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a part of the corpus, with text/ and attributions/")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    args = parser.parse_args()
    for name, count in zip(("direct", "indirect"), score_folder(args.folder), strict=True):
        if args.misses:
            print("\n".join(f"{name}: {line}" for line in count.misses))
        print(f"{name:9}{count.line()}")


if __name__ == "__main__":
    main()
