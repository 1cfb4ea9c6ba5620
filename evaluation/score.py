#!/usr/bin/env python3
# ruff: noqa: B007, B905, E501, E713, RUF007
# mypy: ignore-errors
# fmt: off
"""Scores one apparatus file (format `rashomon/apparatus`, see docs/apparatus-format.md) against a hand-made gold file.

usage: score.py GOLD.json APPARATUS.json [--json] [--misses SECTION]

The report files lie beside GOLD.json (those of the project's own examples in examples/); every span in it is a half-open
range of code points of the report file as decoded from UTF-8. What the gold marks doubtful is in no denominator. Sections and figures:

  names        B-cubed over (report, surface form): precision, recall, F1; a form that is not found has recall 0.
               `merged`: look-alike pairs wrongly made one; `spurious`: share of the names given that the gold does not know
  quotes       direct quotations: precision, recall, F1 of the spans (overlap at least 0.8 of the union); `speaker`: share
               of those found whose speaker is the right entity (or, where no entity is given, the right words)
  quote_pairs  renderings of one utterance in different reports: pair precision, recall, F1
  values       numbers, dates, durations, money, ages: recall of the span ('30' for 'more than 30 people' will do);
               `normalised`: share of those found with the right value (a month is a month, not its first day);
               `spurious`: share of the values given that the gold does not know (it leaves out what matters little)
  alignment    sentence pairs from different reports that state one fact: precision, recall, F1
  conflicts    precision: entries called contradiction, update or tension that are a disagreement of the gold (those that
               are only variants there stand apart as `overcalled`); recall: gold contradictions, updates and tensions found
               by such an entry, one entry for each; variants by any differing entry; `severity`: share of those found that
               carry the gold's severity (either reader's); `tight`: how closely the statements fit the evidence (mean
               overlap of the union); `traps`: look-alikes taken for a disagreement. An entry counts for a gold
               disagreement when two of its readings hold evidence of two of its sides and at least half of its statements
               touch that evidence; statements of over 450 characters never count; entries over the same statements are one
  boilerplate  F1 over characters (only where the gold has the section); headline, deck, caption, byline and date line are
               parts of the report and count neither way
  metadata     share of the reports with the right headline, publisher and date of publication, or rightly none
"""
import argparse
import json
import re
import sys
from itertools import combinations
from pathlib import Path

Span = tuple[str, int, int]


def overlap(a: Span, b: Span) -> int:
    return max(0, min(a[2], b[2]) - max(a[1], b[1])) if a[0] == b[0] else 0


def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def prf(right_p: int, n_p: int, right_r: int, n_r: int) -> dict:
    p = right_p / n_p if n_p else 0.0
    r = right_r / n_r if n_r else 0.0
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(f1(p, r), 3), "system": n_p, "gold": n_r}


class Apparatus:
    """The system's answer, with the gold's report names ('d0') in place of document ids."""

    def __init__(self, raw: dict, reports: dict[str, str]):
        if raw.get("format") != "rashomon/apparatus":
            sys.exit("not an apparatus file: 'format' is not 'rashomon/apparatus'")
        by_name = {Path(name).name: doc for doc, name in reports.items()}
        self.name: dict[str, str] = {}
        for document in raw["documents"]:
            doc = by_name.get(Path(document.get("path") or "").name)
            if doc:
                self.name[document["id"]] = doc
        self.raw = raw
        self.text = {self.name[d["id"]]: d["text"] for d in raw["documents"] if d["id"] in self.name}
        self.statement = {s["id"]: self.span(s["span"]) for s in raw["statements"] if self.span(s["span"])}

    def span(self, raw: dict | None) -> Span | None:
        if not raw or raw["document"] not in self.name:
            return None
        return (self.name[raw["document"]], raw["start"], raw["end"])

    def spans(self, raw: list) -> list[Span]:
        return [s for s in map(self.span, raw) if s]


def gold_span(raw: dict) -> Span:
    return (raw["doc"], raw["start"], raw["end"])


def certain(items: list) -> list:
    return [i for i in items if not i.get("doubtful")]


# ---------------------------------------------------------------------------------------------------------------- names
def occurrences(form: str, text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", text)]


def score_names(gold: dict, answer: Apparatus, misses: list) -> tuple[dict, dict[str, set[str]]]:
    """An item is a surface form in a report; its answer is the entity that holds most of the form's occurrences."""
    mentions: dict[str, list[tuple[int, int, str]]] = {}
    for entity in answer.raw["entities"]:
        for form in entity["forms"]:
            for doc, start, end in answer.spans(form["spans"]):
                mentions.setdefault(doc, []).append((start, end, entity["id"]))
    items: dict[tuple[str, str], str] = {}
    clash = set()
    for entity in gold["entities"]:
        for doc, forms in entity["forms"].items():
            for form in forms:
                if items.setdefault((doc, form), entity["id"]) != entity["id"]:
                    clash.add((doc, form))  # one form, two bearers ('Marn'): not scored
    doubtful = {e["id"] for e in gold["entities"] if e.get("doubtful")}

    def same_place(form: tuple[int, int], mention: tuple) -> bool:
        """The same words, give or take a title in front ('President Lindal', 'Lindal')."""
        start, end = form
        inner = mention[1] == end and start <= mention[0] < end
        return inner or iou(("", start, end), ("", mention[0], mention[1])) >= 0.5

    def places(key: tuple[str, str]) -> list[tuple[int, int]]:
        """Where the form stands by itself, not inside a longer form ('Marn' in 'Ada Marn')."""
        doc, form = key
        longer = [o for d, f in items if d == doc and len(f) > len(form) and form in f for o in occurrences(f, answer.text[doc])]
        return [(s, e) for s, e in occurrences(form, answer.text[doc]) if not any(a <= s and e <= b for a, b in longer)]

    def answer_for(key: tuple[str, str]) -> str | None:
        doc = key[0]
        votes: dict[str, int] = {}
        for start, end in places(key):
            best = max(mentions.get(doc, []), key=lambda m: iou((doc, start, end), (doc, m[0], m[1])), default=None)
            if best and same_place((start, end), best):
                votes[best[2]] = votes.get(best[2], 0) + 1
        return max(sorted(votes), key=lambda v: votes[v]) if votes else None

    mine = {k: answer_for(k) for k in items}
    scored = [k for k in items if k not in clash and items[k] not in doubtful and places(k)]
    precision, recall = [], []
    for key in scored:
        entity = items[key]
        if mine[key] is None:
            recall.append(0.0)
            misses.append(("names", f"{key[0]}: {key[1]!r} not found"))
            continue
        same_gold = [k for k in scored if items[k] == entity]
        same_mine = [k for k in scored if mine[k] == mine[key]]
        both = [k for k in same_mine if items[k] == entity]
        precision.append(len(both) / len(same_mine))
        recall.append(len(both) / len(same_gold))
        strangers = sorted({k[1] for k in same_mine if items[k] != entity})
        parted = sorted({f"{k[0]} {k[1]}" for k in same_gold if mine[k] not in (None, mine[key])})
        if strangers:
            misses.append(("names", f"{key[0]}: {key[1]!r} joined with {strangers[:4]}"))
        if parted:
            misses.append(("names", f"{key[0]}: {key[1]!r} parted from {parted[:4]}"))
    p = sum(precision) / len(precision) if precision else 0.0
    r = sum(recall) / len(recall) if recall else 0.0
    owners: dict[str, set[str]] = {}
    for key in items:
        if key not in clash and mine[key] is not None:
            owners.setdefault(items[key], set()).add(mine[key])
    known: dict[str, list[tuple[int, int]]] = {}
    for entity in gold["entities"]:
        for part in ("forms", "descriptions"):
            for doc, forms in entity.get(part, {}).items():
                known.setdefault(doc, []).extend(o for f in forms for o in occurrences(f, answer.text[doc]))
    for raw in gold.get("boilerplate", []):
        known.setdefault(raw["doc"], []).append((raw["start"], raw["end"]))
    given = {(doc, answer.text[doc][m[0] : m[1]]): m for doc, ms in mentions.items() for m in ms}
    strange = [k for k, m in given.items() if not any(a < m[1] and m[0] < b for a, b in known.get(k[0], []))]
    misses.extend(("names", f"{doc}: {form!r} is no name in the gold") for doc, form in strange)
    name = {e["id"]: e["canonical"] for e in gold["entities"]}
    alike = {tuple(sorted((e["id"], o))) for e in gold["entities"] for o in e.get("distinct_from") or [] if o in name}
    merged = [(a, b) for a, b in sorted(alike) if owners.get(a, set()) & owners.get(b, set())]
    misses.extend(("names", f"wrongly one: {name[a]} and {name[b]}") for a, b in merged)
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(f1(p, r), 3), "forms": len(scored), "merged": f"{len(merged)}/{len(alike)}", "spurious": round(len(strange) / len(given), 3) if given else 0.0}, owners


# --------------------------------------------------------------------------------------------------------------- quotes
QUOTE_MARKS = "\"'“”‘’«»„ \n\t,."


def trimmed(span: Span, text: str) -> Span:
    doc, start, end = span
    while start < end and text[start] in QUOTE_MARKS:
        start += 1
    while end > start and text[end - 1] in QUOTE_MARKS:
        end -= 1
    return (doc, start, end)


def iou(a: Span, b: Span) -> float:
    o = overlap(a, b)
    return o / (a[2] - a[1] + b[2] - b[1] - o) if o else 0.0


def score_quotes(gold: dict, answer: Apparatus, owners: dict[str, set[str]], misses: list) -> tuple[dict, dict]:
    forms = {e["id"]: e for e in gold["entities"]}
    gold_parts = []  # (span, quote)
    for quote in certain(gold["quotes"]):
        for raw in quote["spans"]:
            span = gold_span(raw)
            gold_parts.append((trimmed(span, answer.text[span[0]]), quote))
    direct = [q for q in answer.raw["quotes"] if q.get("kind", "direct") != "indirect"]
    system_parts = []
    for quote in direct:
        for span in answer.spans(quote["content"]):
            system_parts.append((trimmed(span, answer.text[span[0]]), quote))
    open_spans = [gold_span(raw) for q in gold["quotes"] if q.get("doubtful") for raw in q["spans"]]
    system_parts = [(s, q) for s, q in system_parts if not any(overlap(s, o) for o in open_spans) or any(iou(s, g) >= 0.8 for g, _ in gold_parts)]
    hit_gold, hit_system, speaker_right, speaker_all = 0, set(), 0, 0
    member: dict[str, set[str]] = {}
    for span, quote in gold_parts:
        best = max(range(len(system_parts)), key=lambda i: iou(span, system_parts[i][0]), default=None)
        if best is None or iou(span, system_parts[best][0]) < 0.8:
            misses.append(("quotes", f"{span[0]}: not found: {answer.text[span[0]][span[1]:span[2]][:80]!r}"))
            continue
        hit_gold += 1
        hit_system.add(best)
        mine = system_parts[best][1]
        member.setdefault(quote["id"], set()).add(mine["id"])
        speaker_all += 1
        if speaker_is_right(quote, mine, forms, owners, answer):
            speaker_right += 1
        else:
            misses.append(("quotes", f"{span[0]}: speaker should be {quote.get('speaker')!r}: {answer.text[span[0]][span[1]:span[2]][:70]!r}"))
    for i, (span, _) in enumerate(system_parts):
        if i not in hit_system:
            misses.append(("quotes", f"{span[0]}: not a quotation in the gold: {answer.text[span[0]][span[1]:span[2]][:80]!r}"))
    quotes = prf(len(hit_system), len(system_parts), hit_gold, len(gold_parts))
    quotes["speaker"] = round(speaker_right / speaker_all, 3) if speaker_all else 0.0

    doc_of = {q["id"]: q["doc"] for q in gold["quotes"]}
    doubtful = {q["id"] for q in gold["quotes"] if q.get("doubtful")}
    wanted_pairs, allowed_pairs = set(), set()
    for group in gold.get("quote_groups", []):
        for a, b in combinations(sorted(set(group["members"])), 2):
            if a in doc_of and b in doc_of and doc_of[a] != doc_of[b]:
                (allowed_pairs if group.get("doubtful") or a in doubtful or b in doubtful else wanted_pairs).add((a, b))
    back = {m: q for q, ms in member.items() for m in ms}
    got_pairs = set()
    for group in answer.raw.get("quote_groups", []):
        known = sorted({back[m] for m in group["quotes"] if m in back})
        for a, b in combinations(known, 2):
            if doc_of[a] != doc_of[b]:
                got_pairs.add((a, b))
    got_pairs -= allowed_pairs - wanted_pairs
    right = len(wanted_pairs & got_pairs)
    for a, b in sorted(wanted_pairs - got_pairs):
        misses.append(("quote_pairs", f"not paired: {a} {b}"))
    for a, b in sorted(got_pairs - wanted_pairs):
        misses.append(("quote_pairs", f"wrongly paired: {a} {b}"))
    return quotes, prf(right, len(got_pairs), right, len(wanted_pairs))


def words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.casefold()) if len(w) >= 3}


def speaker_is_right(quote: dict, mine: dict, forms: dict, owners: dict, answer: Apparatus) -> bool:
    """By entity where both sides have one; else one side's words must all be in the other's."""
    wanted = quote.get("speaker")
    if wanted in forms and mine.get("speaker") and owners.get(wanted):
        return mine["speaker"] in owners[wanted]
    offered = []
    span = answer.span(mine.get("speaker_span"))
    if span:
        offered.append(words(answer.text[span[0]][span[1] : span[2]]))
    entity = next((e for e in answer.raw["entities"] if e["id"] == mine.get("speaker")), None)
    if entity and not (wanted in forms):
        offered += [words(f["text"]) for f in entity["forms"]]
    texts = [wanted] if wanted and wanted not in forms else []
    if wanted in forms:
        entity = forms[wanted]
        texts = [*entity["forms"].get(quote["doc"], []), *entity.get("descriptions", {}).get(quote["doc"], [])]
    targets = [words(x) for x in texts]
    return any(o and w and (o <= w or w <= o) for o in offered for w in targets)


# --------------------------------------------------------------------------------------------------------------- values
UNITS = {"y": "year", "m": "month", "w": "week", "d": "day", "h": "hour", "min": "minute", "s": "second"}


def numbers(text: str) -> list[float]:
    return [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def period(norm: str) -> tuple[str, str] | None:
    """First and last day of an ISO date, month, year or interval."""
    first, last = (norm.split("/", 1) * 2)[:2] if "/" in norm else (norm, norm)
    ends = []
    for part, day in ((first, "01"), (last, "31")):
        m = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", part.strip())
        if not m:
            return None
        year, month, d = m.groups()
        month = month or ("01" if day == "01" else "12")
        if not d:
            d = "01" if day == "01" else str([31, 29 if int(year) % 4 == 0 and (int(year) % 100 or int(year) % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][int(month) - 1])
        ends.append(f"{year}-{month}-{d.zfill(2)}")
    return ends[0], ends[1]


def length(text: str) -> tuple[float, str] | None:
    """A duration as (number, unit), from ISO 8601 or words."""
    m = re.fullmatch(r"P(?:(\d+(?:\.\d+)?)([YMWD]))|PT(\d+(?:\.\d+)?)([HMS])", text)
    if m:
        if m.group(1):
            return float(m.group(1)), UNITS[m.group(2).lower()]
        return float(m.group(3)), {"H": "hour", "M": "minute", "S": "second"}[m.group(4)]
    m = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([a-z]+?)s?", text.strip().casefold())
    return (float(m.group(1)), m.group(2)) if m else None


def value_is_right(value: dict, mine: dict) -> bool | None:
    """None: the gold states no value that can be compared."""
    norm = str(value.get("norm") or "")
    offered = [str(mine[k]) for k in ("value", "low", "high", "earliest", "latest") if mine.get(k) is not None]
    if norm and norm in offered:
        return True
    days = period(norm)
    if days:
        mine_days = period(str(mine.get("value") or "")) or (str(mine.get("earliest") or "")[:10], str(mine.get("latest") or "")[:10])
        return mine_days == days
    if value.get("kind") == "time":
        date, clock = re.search(r"\d{4}-\d{2}-\d{2}", norm), re.search(r"\d{1,2}:\d{2}", norm)
        if not date and not clock:
            return None
        joined = " ".join(offered)
        return (not date or date.group() in joined) and (not clock or clock.group() in joined)
    if value.get("kind") == "duration":
        wanted = length(norm)
        if wanted:
            got = length(str(mine.get("value") or "")) or (length(f"{mine.get('value')} {mine.get('unit')}") if mine.get("unit") else None)
            return got == wanted
    wanted = numbers(norm)
    if not wanted:
        return None
    got = [x for o in offered for x in numbers(o)]
    return set(wanted) <= set(got) if len(wanted) > 1 else (mine.get("value") is not None and numbers(str(mine["value"]))[:1] == wanted) or wanted[0] in got


def same_value(a: Span, b: Span) -> bool:
    """The same words, or one inside the other ('30' in 'more than 30 people') within 60 characters."""
    o = overlap(a, b)
    inside = o and o == min(a[2] - a[1], b[2] - b[1]) and max(a[2] - a[1], b[2] - b[1]) <= 60
    return bool(inside) or iou(a, b) >= 0.3


def score_values(gold: dict, answer: Apparatus, misses: list) -> dict:
    system = []
    for kind in ("dates", "quantities"):
        for item in answer.raw.get(kind, []):
            span = answer.span(item["span"])
            if span:
                system.append((span, item))
    found = right = judged = 0
    values = certain(gold["values"])
    for value in values:
        span = gold_span(value)
        near = [(iou(span, s), s, item) for s, item in system if same_value(span, s)]
        text = answer.text[span[0]][span[1] : span[2]]
        if not near:
            misses.append(("values", f"{span[0]}: not found: {text!r}"))
            continue
        found += 1
        best = max(near, key=lambda n: n[0])[2]
        verdict = value_is_right(value, best)
        if verdict is None:
            continue
        judged += 1
        right += verdict
        if not verdict:
            misses.append(("values", f"{span[0]}: {text!r}: {value['norm']!r} expected, given { {k: best.get(k) for k in ('value', 'unit', 'earliest', 'latest')} }"))
    known = [gold_span(v) for v in gold["values"]]
    strange = [s for s, _ in system if not any(overlap(s, k) for k in known)]
    misses.extend(("values", f"{s[0]}: no value in the gold: {answer.text[s[0]][s[1]:s[2]]!r}") for s in strange)
    return {
        "recall": round(found / len(values), 3) if values else 0.0,
        "normalised": round(right / judged, 3) if judged else 0.0,
        "spurious": round(len(strange) / len(system), 3) if system else 0.0,
        "gold": len(values),
    }


# ------------------------------------------------------------------------------------------------------------ alignment
ABBREVIATIONS = set("mr mrs ms dr rep sen gov gen lt col sgt capt cmdr maj adm hon prof jr sr st vs no inc co corp ltd u.s u.k u.n d.c a.m p.m e.g i.e jan feb mar apr jun jul aug sept sep oct nov dec calif mass conn ala ariz ark colo fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split())


def sentences(text: str) -> list[tuple[int, int]]:
    """A fixed segmentation that serves the scoring alone."""
    cut = []
    for m in re.finditer(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+", text):
        before = re.search(r"([\w.]+)$", text[: m.start()])
        word = before.group(1).casefold() if before else ""
        if text[m.start()] == "." and (word in ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)*[a-z]", word)):
            continue
        cut.append(m.end())
    bounds = [0, *cut, len(text)]
    return [(a, b) for a, b in zip(bounds, bounds[1:]) if text[a:b].strip()]


class Grid:
    def __init__(self, text: dict[str, str]):
        self.cells = {doc: sentences(t) for doc, t in text.items()}

    def of(self, span: Span) -> set[tuple[str, int]]:
        doc, start, end = span
        hit = [(min(end, b) - max(start, a), i) for i, (a, b) in enumerate(self.cells[doc]) if a < end and start < b]
        size = max(1, end - start)
        return {(doc, i) for o, i in hit if o >= min(0.3 * size, 25)}


def cross(groups: list[list[set]]) -> set:
    pairs = set()
    for group in groups:
        for a, b in combinations(group, 2):
            for x in a:
                for y in b:
                    if x[0] != y[0]:
                        pairs.add((min(x, y), max(x, y)))
    return pairs


def score_alignment(gold: dict, answer: Apparatus, misses: list) -> dict:
    grid = Grid(answer.text)
    sure, possible = [], []
    for fact in gold["facts"]:
        (possible if fact.get("doubtful") else sure).append([grid.of(gold_span(s)) for s in fact["statements"]])
    for group in gold.get("quote_groups", []):
        quotes = {q["id"]: q for q in gold["quotes"]}
        spans = [gold_span(r) for m in group["members"] if m in quotes for r in quotes[m]["spans"]]
        spans += [gold_span(r) for r in group.get("indirect", [])]
        possible.append([grid.of(s) for s in spans])
    for conflict in gold["conflicts"]:
        possible.append([grid.of(gold_span(e)) for side in conflict["sides"] for e in side["evidence"]])
    wanted = cross(sure)
    allowed = wanted | cross(possible)
    got = cross([[grid.of(answer.statement[s]) for r in e["readings"] for s in r["statements"] if s in answer.statement] for e in answer.raw["entries"]])
    right = got & wanted
    for pair in sorted(wanted - got)[:400]:
        misses.append(("alignment", "not aligned: " + "  ||  ".join(f"{d}: {answer.text[d][slice(*grid.cells[d][i])].strip()[:90]!r}" for d, i in pair)))
    for pair in sorted(got - allowed)[:400]:
        misses.append(("alignment", "wrongly aligned: " + "  ||  ".join(f"{d}: {answer.text[d][slice(*grid.cells[d][i])].strip()[:90]!r}" for d, i in pair)))
    return prf(len(got & allowed), len(got), len(right), len(wanted))


# ------------------------------------------------------------------------------------------------------------ conflicts
def touches(evidence: Span, spans: list[Span]) -> bool:
    return any(overlap(evidence, s) >= min(0.5 * (evidence[2] - evidence[1]), 40) for s in spans)


MATERIAL = ("contradiction", "update", "tension")


def score_conflicts(gold: dict, answer: Apparatus, misses: list) -> dict:
    unique: dict[frozenset, list[tuple[str | None, list[list[Span]]]]] = {}
    for entry in answer.raw["entries"]:
        if entry.get("kind") == "differing":
            readings = [[s for s in (answer.statement.get(i) for i in r["statements"]) if s and s[2] - s[1] <= 450] for r in entry["readings"]]
            severity = (entry.get("difference") or {}).get("severity")
            unique.setdefault(frozenset(s for r in readings for s in r), []).append((severity, readings))
    # entries over the same statements are one disagreement, said once; the gravest word counts
    rank = {"contradiction": 0, "update": 1, "tension": 2, "variant": 3}
    differing = [min(same, key=lambda e: rank.get(e[0], 4)) for same in unique.values()]

    def shows(readings: list[list[Span]], sides: list[list[Span]]) -> float:
        """How tightly two readings hold evidence of two sides (0: not at all, or the entry is mostly about something else)."""
        everything = [s for r in readings for s in r]
        evidence = [e for side in sides for e in side]
        near = sum(any(overlap(s, e) for e in evidence) for s in everything)
        if not everything or near * 2 < len(everything):
            return 0.0
        best = 0.0
        for i, j in combinations(range(len(readings)), 2):
            for a, b in combinations(range(len(sides)), 2):
                for x, y in ((i, j), (j, i)):
                    if any(touches(e, readings[x]) for e in sides[a]) and any(touches(e, readings[y]) for e in sides[b]):
                        fit = [max(iou(e, s) for e in side for s in readings[r]) for side, r in ((sides[a], x), (sides[b], y))]
                        best = max(best, sum(fit) / 2)
        return best

    pairs = []  # (tightness, conflict, entry)
    for c, conflict in enumerate(gold["conflicts"]):
        sides = [[gold_span(e) for e in side["evidence"]] for side in conflict["sides"]]
        pairs += [(f, c, k) for k, (_, readings) in enumerate(differing) if (f := shows(readings, sides)) > 0]
    told = {k: {c for _, c, i in pairs if i == k} for _, _, k in pairs}
    owner: dict[int, int] = {}  # each gold disagreement is found by one entry, each entry answers for one: the tightest first
    taken: set[int] = set()
    for f, c, k in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        hard = gold["conflicts"][c]["severity"] in MATERIAL
        if c not in owner and k not in taken and (differing[k][0] in MATERIAL or not hard):
            owner[c] = k
            taken.add(k)
    tight = [f for f, c, k in pairs if owner.get(c) == k]

    by: dict[str, tuple[int, int]] = {}
    same_severity = 0
    for c, conflict in enumerate(gold["conflicts"]):
        if conflict.get("doubtful"):
            continue
        found, total = by.get(conflict["severity"], (0, 0))
        by[conflict["severity"]] = (found + (c in owner), total + 1)
        if c in owner and conflict["severity"] in MATERIAL:
            same_severity += differing[owner[c]][0] in (conflict["severity"], *conflict.get("also", ()))
        if c not in owner:
            misses.append(("conflicts", f"not found ({conflict['severity']}, {conflict['type']}): " + " / ".join(s["position"] for s in conflict["sides"])[:200]))
    material = [k for k, (severity, _) in enumerate(differing) if severity in MATERIAL]
    harmless = {k for k in material if told.get(k) and all(gold["conflicts"][c]["severity"] == "variant" for c in told[k])}
    for k in material:
        if k not in told:
            misses.append(("conflicts", "not in the gold: " + " / ".join(answer.text[r[0][0]][r[0][1] : r[0][2]][:90] for r in differing[k][1] if r)))
        elif k in harmless:
            misses.append(("conflicts", "a variant called grave: " + " / ".join(answer.text[r[0][0]][r[0][1] : r[0][2]][:90] for r in differing[k][1] if r)))
    traps = 0
    for trap in gold.get("traps", []):
        spans = [gold_span(e) for e in trap["evidence"]]
        if len(spans) >= 2 and any(k not in told and shows(differing[k][1], [[s] for s in spans]) for k in material):
            traps += 1
            misses.append(("conflicts", f"fell into a trap: {trap['why'][:150]}"))
    found = sum(by[s][0] for s in MATERIAL if s in by)
    total = sum(by[s][1] for s in MATERIAL if s in by)
    judged = len(material) - len(harmless)
    right = sum(k in told and k not in harmless for k in material)
    p, r = (right / judged if judged else 0.0), (found / total if total else 0.0)
    return {
        "precision": round(p, 3), "recall": round(r, 3), "f1": round(f1(p, r), 3),
        "severity": round(same_severity / found, 3) if found else 0.0,
        "tight": round(sum(tight) / len(tight), 3) if tight else 0.0,
        "right": right, "material": judged, "overcalled": len(harmless), "found": found, "gold": total,
        **{s: "/".join(map(str, by[s])) for s in (*MATERIAL, "variant") if s in by},
        "traps": f"{traps}/{len(gold.get('traps', []))}",
    }


# ---------------------------------------------------------------------------------------------------------- boilerplate
def score_boilerplate(gold: dict, answer: Apparatus) -> dict | None:
    if "boilerplate" not in gold:
        return None
    wanted, got, open_ = set(), set(), set()
    for raws, cells in ((gold["boilerplate"], wanted), (gold.get("parts", []), open_)):
        for raw in raws:
            cells |= {(raw["doc"], i) for i in range(raw["start"], raw["end"]) if not answer.text[raw["doc"]][i].isspace()}
    for document in answer.raw["documents"]:
        doc = answer.name.get(document["id"])
        for span in document.get("boilerplate", []):
            if doc:
                got |= {(doc, i) for i in range(span["start"], span["end"]) if not answer.text[doc][i].isspace()}
    wanted, got = wanted - open_, got - open_
    both = len(wanted & got)
    return prf(both, len(got), both, len(wanted))


def score_metadata(gold: dict, answer: Apparatus, misses: list) -> dict:
    """Headline (overlap at least 0.8), publisher (its words), date of publication (day); null where the report has none."""
    right = {"headline": 0, "publisher": 0, "published": 0}
    for document in answer.raw["documents"]:
        doc = answer.name.get(document["id"])
        if not doc:
            continue
        meta = gold["docs"][doc]
        span, head = answer.span(document.get("headline")), meta.get("headline")
        ok = {
            "headline": iou((doc, head["start"], head["end"]), span) >= 0.8 if head and span else not head and not span,
            "publisher": bool(words(meta["publisher"]) & words(document.get("publisher") or "")) if meta["publisher"] else not document.get("publisher"),
            "published": (document.get("published") or "")[:10] == (meta["published"] or ""),
        }
        for k, v in ok.items():
            right[k] += bool(v)
            if not v:
                misses.append(("metadata", f"{doc}: {k}: {meta.get(k)!r} expected, {document.get(k)!r} given"))
    return {k: round(v / len(gold["docs"]), 3) for k, v in right.items()}


def score(path: Path, raw: dict) -> tuple[dict, list[tuple[str, str]]]:
    """The figures of an apparatus against the gold file at `path`, and what was missed or wrong, each with its section."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    reports = {doc: meta["file"] for doc, meta in gold["docs"].items()}
    answer = Apparatus(raw, reports)
    for doc, name in reports.items():
        source = (folder_of(path) / name).read_bytes().decode("utf-8")
        if answer.text.get(doc) != source:
            sys.exit(f"{name}: the apparatus does not hold the text of the report file unchanged; spans cannot be compared")
    misses: list[tuple[str, str]] = []
    names, owners = score_names(gold, answer, misses)
    quotes, pairs = score_quotes(gold, answer, owners, misses)
    figures = {
        "metadata": score_metadata(gold, answer, misses),
        "names": names,
        "quotes": quotes,
        "quote_pairs": pairs,
        "values": score_values(gold, answer, misses),
        "alignment": score_alignment(gold, answer, misses),
        "conflicts": score_conflicts(gold, answer, misses),
    }
    boilerplate = score_boilerplate(gold, answer)
    if boilerplate:
        figures["boilerplate"] = boilerplate
    return figures, misses


def folder_of(path: Path) -> Path:
    """Where the reports of a gold file lie: beside it, or for the project's own examples in their folder."""
    own = Path(__file__).parent / "gold"
    return own.parent.parent / "examples" / path.parent.name if path.resolve().parent.parent == own.resolve() else path.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("apparatus", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--misses", metavar="SECTION", help="print what was missed or wrong in one section")
    args = parser.parse_args()
    figures, misses = score(args.gold, json.loads(args.apparatus.read_text(encoding="utf-8")))
    if args.misses:
        print("\n".join(line for section, line in misses if section == args.misses))
    elif args.json:
        print(json.dumps(figures, indent=1))
    else:
        for section, row in figures.items():
            print(f"{section:12} " + "  ".join(f"{k} {v}" for k, v in row.items()))


if __name__ == "__main__":
    main()
