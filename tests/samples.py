"""A small apparatus built by hand: two invented reports of a closed bridge, with one of everything in it.

`bridge()` gives it; `document` and `at` build others. Ids are readable on purpose; the real ones are made from content.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from rashomon.model import (
    Apparatus,
    Copy,
    Date,
    Difference,
    Document,
    Entity,
    Entry,
    Event,
    Form,
    Framing,
    Holder,
    Link,
    Manifest,
    Moment,
    Origin,
    Part,
    Quantity,
    Quote,
    QuoteGroup,
    Reading,
    Relation,
    Span,
    Statement,
)

GAZETTE = """Bridge closes after crack is found
By Ada Fenn
The Orrin Bridge was closed on Friday after engineers found a crack. Mayor Lina Voss said 12 people were stuck on it.
"We will open it when it is safe," Voss said. The toll house stayed open.
Subscribe to our newsletter!"""

COAST = """😀 Orrin Bridge shut
The Orrin Bridge was closed on Friday when engineers saw a crack. Lina Vos, sister of the harbour master Tom Vos,
said 14 people were stuck. “We will open it when it’s safe,” she told Coast Radio. Buses were diverted."""


def document(name: str, text: str, **fields: Any) -> Document:
    """A plain-text report whose id is `name`."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        **{"id": name, "path": f"{name}.txt", "sha256": sha256, "media_type": "text/plain", "text": text, **fields}
    )


def at(report: Document, words: str, nth: int = 0) -> Span:
    """The span of these words in the report; `nth` counts from 0."""
    start = -1
    for _ in range(nth + 1):
        start = report.text.index(words, start + 1)
    return Span(report.id, start, start + len(words))


def says(name: str, span: Span, **fields: Any) -> Statement:
    """A statement of the running text in the name of the report itself, unless fields say otherwise."""
    return Statement(**{"id": name, "span": span, "part": "body", "holder": Holder("report"), **fields})


def bridge(gazette_headline: str = "Bridge closes after crack is found") -> Apparatus:
    """The whole apparatus; the first headline can be another, to see what becomes of hostile words."""
    a = document("a", GAZETTE.replace("Bridge closes after crack is found", gazette_headline))
    a = replace(
        a,
        siglum="A",
        headline=at(a, gazette_headline),
        publisher="The Marle Gazette",
        authors=("Ada Fenn",),
        published="2031-05-02",
        language="en",
        parts=(Part("byline", at(a, "By Ada Fenn")),),
        boilerplate=(at(a, "Subscribe to our newsletter!"),),
    )
    b = document("b", COAST)
    b = replace(
        b,
        siglum="B",
        headline=at(b, "😀 Orrin Bridge shut"),
        publisher="Coast Radio",
        credits=("Northwire",),
        published="2031-05-03T08:00:00+02:00",
        language="en",
        url="https://coast.example/bridge",
    )
    statements = (
        says("a1", at(a, "The Orrin Bridge was closed on Friday"), mentions=("orrin",), dates=("friday-a",)),
        says("a2", at(a, "12 people were stuck on it"), holder=Holder("entity", "voss"), quantities=("twelve",)),
        says("a3", at(a, "The toll house stayed open"), polarity="affirmed"),
        says("b1", at(b, "The Orrin Bridge was closed on Friday"), mentions=("orrin",), dates=("friday-b",)),
        says("b2", at(b, "14 people were stuck"), holder=Holder("entity", "voss"), quantities=("fourteen",)),
        says("b3", at(b, "Buses were diverted")),
    )
    stuck = (Reading("12", ("a2",), ("a",), 1), Reading("14", ("b2",), ("b",), 1))
    return Apparatus(
        manifest=Manifest("rashomon 0.1.0", (("published", "2031-05-02"),), (("encoder", "0" * 64),)),
        event=Event("bridge", at(a, gazette_headline), "2031-05-02", "2031-05-03"),
        documents=(a, b),
        copies=(
            Copy(
                "a",
                "b",
                0.1,
                0.12,
                "partly",
                "unknown",
                "37 letters in one piece",
                ((statements[0].span, statements[3].span),),
            ),
        ),
        origins=(Origin("o1", ("a",)), Origin("o2", ("b",))),
        entities=(
            Entity(
                "orrin",
                "place",
                "Orrin Bridge",
                (Form("Orrin Bridge", (at(a, "Orrin Bridge"), at(b, "Orrin Bridge", 1))),),
            ),
            Entity(
                "voss",
                "person",
                "Lina Voss",
                (
                    Form("Lina Voss", (at(a, "Lina Voss"),)),
                    Form("Voss", (at(a, "Voss", 1),)),
                    Form("Lina Vos", (at(b, "Lina Vos"),)),
                ),
                (Form("Mayor", (at(a, "Mayor"),)),),
                (),
                (
                    Link(
                        at(a, "Lina Voss"), at(b, "Lina Vos"), "same", 0.94, "same given name, surname one letter apart"
                    ),
                ),
            ),
            Entity(
                "tom",
                "person",
                "Tom Vos",
                (Form("Tom Vos", (at(b, "Tom Vos"),)),),
                (Form("harbour master", (at(b, "harbour master"),)),),
            ),
        ),
        relations=(Relation("sister of", "voss", "tom", (at(b, "sister of"),)),),
        quotes=(
            Quote(
                "qa", "direct", (at(a, "We will open it when it is safe,"),), at(a, "said", 1), "voss", at(a, "Voss", 1)
            ),
            Quote("qb", "direct", (at(b, "We will open it when it’s safe,"),), at(b, "told"), "voss", at(b, "she")),
        ),
        quote_groups=(QuoteGroup(("qa", "qb"), "wording", (at(a, "it is", 0), at(b, "it’s"))),),
        dates=(
            Date("friday-a", at(a, "Friday"), "date", "2031-05-02", "2031-05-02", "2031-05-02", "published"),
            Date("friday-b", at(b, "Friday"), "date", "2031-05-02", "2031-05-02", "2031-05-02", "published"),
        ),
        quantities=(
            Quantity("twelve", at(a, "12"), "count", 12.0, 12.0, 12.0, None, at(a, "people")),
            Quantity("fourteen", at(b, "14"), "count", 14.0, 14.0, 14.0, None, at(b, "people")),
        ),
        statements=statements,
        entries=(
            Entry(
                "stuck",
                "differing",
                at(a, "people were stuck"),
                stuck,
                Difference("number", "contradiction", 0.9, "12 against 14"),
            ),
            Entry(
                "closed", "agreed", at(a, "The Orrin Bridge was closed"), (Reading(None, ("a1", "b1"), ("a", "b"), 2),)
            ),
            Entry("toll", "single", at(a, "The toll house"), (Reading(None, ("a3",), ("a",), 1),), absent=("b",)),
            Entry("buses", "single", at(b, "Buses"), (Reading(None, ("b3",), ("b",), 1),), absent=("a",)),
        ),
        timeline=(Moment("2031-05-02", "2031-05-02", "day", ("closed",), (at(a, "Friday"), at(b, "Friday"))),),
        framing=(Framing(None, (Form("closed", (at(a, "closed"),)), Form("shut", (at(b, "shut"),)))),),
    )
