"""What was understood of one report by itself, as plain data and as text: the answer of `rashomon read`.

Every piece of data that repeats words carries their range in code points of the report's text. The text form shows
one line a finding, in the order of the report; what is found again is counted.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from rashomon.export.outline import one_line
from rashomon.model import Annotations, Document, Quantity, Quote, Span
from rashomon.text import cut


def to_record(document: Document, annotations: Annotations) -> dict[str, Any]:
    """The report and what was found in it as dictionaries, lists and scalars."""
    return {
        "id": document.id,
        "path": document.path,
        "also": list(document.also),
        "media_type": document.media_type,
        "headline": _slice(document, document.headline),
        "publisher": document.publisher,
        "published": document.published,
        "credits": list(document.credits),
        "authors": list(document.authors),
        "language": document.language,
        "url": document.url,
        "excerpt": document.excerpt,
        "parts": [{"kind": part.kind, **_words(document, part.span)} for part in document.parts],
        "boilerplate": [_words(document, span) for span in document.boilerplate],
        "names": [
            {
                "kind": mention.kind,
                **_words(document, mention.span),
                "titles": [cut(document, span) for span in mention.titles],
            }
            for mention in annotations.mentions
        ],
        "quotes": [_quote(document, quote) for quote in annotations.quotes],
        "dates": [
            {
                "kind": date.kind,
                **_words(document, date.span),
                "value": date.value,
                "earliest": date.earliest,
                "latest": date.latest,
                "anchor": date.anchor,
            }
            for date in annotations.dates
        ],
        "quantities": [_quantity(document, quantity) for quantity in annotations.quantities],
    }


def to_text(document: Document, annotations: Annotations) -> str:
    """The same for a reader, ending in a newline; what is unknown is said to be."""
    record = to_record(document, annotations)
    lines = [one_line(document.path), "=" * len(one_line(document.path))]
    for label in ("headline", "publisher", "published", "credits", "authors", "language", "url"):
        value = record[label]
        value = value["text"] if isinstance(value, dict) else ", ".join(value) if isinstance(value, list) else value
        lines.append(f"{label:12}{one_line(value) if value else '(none)'}")
    if document.also:
        lines.append(f"{'same as':12}{', '.join(map(one_line, document.also))}")
    if document.excerpt:
        lines.append(f"{'held':12}only the beginning of the report")
    for label, tell in _TELLERS.items():
        found = record[label]
        told = Counter(one_line(tell(item)) for item in found)
        lines += ["", f"{label} ({len(found)})"]
        lines += [f"  {line}" + f" ×{times}" * (times > 1) for line, times in told.items()]
    return "\n".join(lines) + "\n"


def _words(document: Document, span: Span) -> dict[str, Any]:
    return {"text": cut(document, span), "start": span.start, "end": span.end}


def _slice(document: Document, span: Span | None) -> dict[str, Any] | None:
    return _words(document, span) if span else None


def _quote(document: Document, quote: Quote) -> dict[str, Any]:
    return {
        "kind": quote.kind,
        "content": [_words(document, span) for span in quote.content],
        "cue": _slice(document, quote.cue),
        "speaker": _slice(document, quote.speaker_span),
    }


def _quantity(document: Document, quantity: Quantity) -> dict[str, Any]:
    return {
        "kind": quantity.kind,
        **_words(document, quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": _slice(document, quantity.of),
    }


def _tell_quote(item: dict[str, Any]) -> str:
    speaker = item["speaker"]["text"] if item["speaker"] else "(unknown)"
    return f"{speaker}: " + " … ".join(content["text"] for content in item["content"]) + f"  [{item['kind']}]"


def _tell_quantity(item: dict[str, Any]) -> str:
    low, high = (_bound(item[end]) for end in ("low", "high"))
    number = low if low == high else f"{low} to {high}"
    unit = f" {item['unit']}" if item["unit"] else ""
    of = f" of {item['of']['text']}" if item["of"] else ""
    return f"{item['text']}  [{item['kind']}: {number}{unit}{of}]"


def _bound(value: float | None) -> str:
    return "open" if value is None else f"{value:.15g}"


_TELLERS = {
    "parts": lambda item: f"{item['text']}  [{item['kind']}]",
    "boilerplate": lambda item: item["text"],
    "names": lambda item: " ".join([*item["titles"][:1], item["text"]]) + f"  [{item['kind']}]",
    "quotes": _tell_quote,
    "dates": lambda item: f"{item['text']}  [{item['kind']}: {item['value'] or 'unknown'}]",
    "quantities": _tell_quantity,
}
