"""Makes `gold.json` from the hand-written `gold.toml` of each of our own examples.

usage: python evaluation/build_gold.py [--check] [EVENT …]

The author writes words; this script finds their places. Steps, for each folder of `evaluation/gold/`:
1. read `gold.toml` and the reports it names (relative to `examples/EVENT/`);
2. replace every quotation of a report by its span, refusing words that are not there, or that stand there twice and
   carry no number: `["courier", "Friday", 2]` is the second one, `["*", "Friday"]` every report that has the word;
3. refuse what names an unknown report, entity or quotation;
4. write `gold.json` beside it, or with `--check` compare it and fail where the two differ.

Judging the answers of the program is out of scope: that is the scorer's work.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GOLD = HERE / "gold"
EXAMPLES = HERE.parent / "examples"
SEVERITIES = ("contradiction", "update", "tension", "variant")
DIFFERENCES = "number date duration name actor attribution status place relation scope quote order".split()

Span = dict[str, Any]
Place = list[Any]  # [report, words] or [report, words, which of them, from 1]


class Mistake(Exception):
    """The hand-written file says something that its reports do not bear out."""


def starts(text: str, words: str) -> list[int]:
    """Where the words stand in the text, overlapping ones too."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def whole_word(text: str, start: int, end: int) -> bool:
    """True when the range cuts no word or number in two."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    right = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return left and right


def find(texts: dict[str, str], place: Place) -> Span:
    """The span of `[report, words]` or `[report, words, which]`; half-open, in code points."""
    report, words, *which = place
    if report not in texts:
        raise Mistake(f"no report {report!r}")
    text = texts[report]
    at = [start for start in starts(text, words) if whole_word(text, start, start + len(words))]
    if not at:
        raise Mistake(f"{report}: not in the report: {words!r}")
    if len(at) > 1 and not which:
        raise Mistake(f"{report}: stands there {len(at)} times, say which: {words!r}")
    number = which[0] if which else 1
    if number > len(at):
        raise Mistake(f"{report}: stands there only {len(at)} times: {words!r}")
    start = at[number - 1]
    return {"doc": report, "start": start, "end": start + len(words), "text": words}


def find_all(texts: dict[str, str], places: list[Place]) -> list[Span]:
    """The spans of several places, in the author's order; report `*` stands for every report that holds the words."""
    spans: list[Span] = []
    for report, *rest in places:
        holders = [name for name in texts if rest[0] in texts[name]] if report == "*" else [report]
        if not holders:
            raise Mistake(f"in no report: {rest[0]!r}")
        spans.extend(find(texts, [holder, *rest]) for holder in holders)
    return spans


def build_docs(raw: dict[str, Any], folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The `docs` section and the text of each report."""
    docs, texts = {}, {}
    for name, meta in raw.items():
        content = (folder / meta["file"]).read_bytes()
        texts[name] = content.decode("utf-8")
        headline = find(texts, [name, meta["headline"], 1]) if meta.get("headline") else None
        docs[name] = {
            "file": meta["file"],
            "published": meta.get("published"),
            "publisher": meta.get("publisher"),
            "headline": {"start": headline["start"], "end": headline["end"]} if headline else None,
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    return docs, texts


def build_entity(key: str, raw: dict[str, Any], texts: dict[str, str], known: set[str]) -> dict[str, Any]:
    """One entity; every form and description must stand in its report."""
    for section in ("forms", "descriptions"):
        for report, forms in raw.get(section, {}).items():
            for form in forms:
                find(texts, [report, form, 1])
    if strange := set(raw.get("distinct_from", ())) - known:
        raise Mistake(f"{key}: distinct from unknown entities {sorted(strange)}")
    optional = ["distinct_from", "forms", "descriptions", "doubtful"]
    rest: dict[str, Any] = {field: raw[field] for field in optional if field in raw}
    return {"id": key, "type": raw["type"], "canonical": raw["name"], **rest}


def build_quote(key: str, raw: dict[str, Any], texts: dict[str, str], entities: set[str]) -> dict[str, Any]:
    """One quotation, a span for each stretch between quotation marks."""
    if raw["speaker"] not in entities and not raw.get("unnamed"):
        raise Mistake(f"{key}: speaker {raw['speaker']!r} is no entity (say unnamed = true for mere words)")
    spans = [find(texts, [raw["doc"], words]) for words in raw["words"]]
    rest = {"doubtful": raw["doubtful"]} if "doubtful" in raw else {}
    return {"id": key, "doc": raw["doc"], "speaker": raw["speaker"], "spans": spans, "cue": raw.get("cue"), **rest}


def build_value(report: str, row: list[Any], texts: dict[str, str]) -> dict[str, Any]:
    """One value from `[words, kind, norm, op, what it measures]`; behind these may stand which of several places is
    meant (a number) and why nobody is asked for it (words).
    """
    words, kind, norm, op, measures, *rest = row
    which = [extra for extra in rest if isinstance(extra, int)]
    value = {**find(texts, [report, words, *which]), "kind": kind, "norm": norm, "op": op, "measures": measures}
    why = [extra for extra in rest if isinstance(extra, str)]
    return {**value, "doubtful": why[0]} if why else value


def build_conflict(raw: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """One disagreement with its sides and their evidence."""
    if raw["type"] not in DIFFERENCES or raw["severity"] not in SEVERITIES:
        raise Mistake(f"{raw['id']}: unknown type or severity")
    if len(raw["sides"]) < 2:
        raise Mistake(f"{raw['id']}: a disagreement has two sides or more")
    sides = [{"position": side["says"], "evidence": find_all(texts, side["at"])} for side in raw["sides"]]
    rest = {"doubtful": raw["doubtful"]} if "doubtful" in raw else {}
    fields = {"id": raw["id"], "type": raw["type"], "severity": raw["severity"], "sides": sides}
    return {**fields, "explanation": raw.get("why", ""), "also": raw.get("also", []), **rest}


def build(event: str) -> dict[str, Any]:
    """The whole gold of one event. Raises `Mistake` where the hand-written file and the reports part."""
    raw = tomllib.loads((GOLD / event / "gold.toml").read_text(encoding="utf-8"))
    docs, texts = build_docs(raw["docs"], EXAMPLES / event)
    known = set(raw["entities"])
    quotes = [build_quote(key, quote, texts, known) for key, quote in raw["quotes"].items()]
    groups = []
    for group in raw.get("quote_groups", []):
        if strange := set(group["members"]) - set(raw["quotes"]):
            raise Mistake(f"unknown quotations in a group: {sorted(strange)}")
        groups.append({**group, "indirect": find_all(texts, group.get("indirect", []))})
    facts = [
        {"id": f"f{number}", "proposition": fact["says"], "statements": find_all(texts, fact["at"])}
        | ({"doubtful": fact["doubtful"]} if "doubtful" in fact else {})
        for number, fact in enumerate(raw["facts"], start=1)
    ]
    gold = {
        "event": event,
        "docs": docs,
        "entities": [build_entity(key, entity, texts, known) for key, entity in raw["entities"].items()],
        "quotes": quotes,
        "quote_groups": groups,
        "values": [build_value(name, row, texts) for name, rows in raw["values"].items() for row in rows],
        "facts": facts,
        "conflicts": [build_conflict(conflict, texts) for conflict in raw["conflicts"]],
        "traps": [{"evidence": find_all(texts, trap["at"]), "why": trap["why"]} for trap in raw["traps"]],
        "parts": [{**find(texts, part[:-1]), "kind": part[-1]} for part in raw.get("parts", [])],
        "unique": {name: find_all(texts, [[name, words] for words in rows]) for name, rows in raw["unique"].items()},
    }
    if "boilerplate" in raw:  # the scorer judges it only where the gold has the section
        gold["boilerplate"] = find_all(texts, raw["boilerplate"])
    return gold


def main() -> int:
    """Builds or checks; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", metavar="EVENT", help="folders of evaluation/gold; all when none is given")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where gold.json is not up to date")
    args = parser.parse_args()
    failed = False
    for event in args.events or sorted(path.parent.name for path in GOLD.glob("*/gold.toml")):
        target = GOLD / event / "gold.json"
        try:
            made = json.dumps(build(event), ensure_ascii=False, indent=1) + "\n"
        except Mistake as mistake:
            print(f"{event}: {mistake}", file=sys.stderr)
            failed = True
            continue
        if not args.check:
            target.write_text(made, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != made:
            print(f"{event}: gold.json is not what gold.toml makes; run evaluation/build_gold.py", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
