"""A small apparatus of invented reports for the tests of the page: an emoji before the words, markup in a headline."""

from __future__ import annotations

from rashomon.model import (
    Apparatus,
    Copy,
    CountedOnce,
    Date,
    Difference,
    Document,
    Entity,
    Entry,
    Event,
    Form,
    Holder,
    Link,
    Manifest,
    Moment,
    Origin,
    Quantity,
    Quote,
    QuoteGroup,
    Reading,
    Span,
    Statement,
    Worth,
)

EVIL = "<script>alert(1)</script> Bridge closed"
TEXTS = {
    "da": "Bridge over the Olm falls\n🌉🚧 On Monday the bridge fell. At least 24 people were hurt, police said. "
    "Mayor Ida Voss called it “a black day” for the town.\nSubscribe to our newsletter",
    "db": f"{EVIL}\nThe bridge fell on Monday </script><b>bold</b>\u2028. Some 31 people were hurt. "
    "Mayor Ida Vos spoke of “a very black day” at noon.",
    "dc": "The bridge fell on Monday, the council of Olmstad said. A ferry now runs every hour.",
}


def find(document: str, words: str) -> Span:
    """The first place of the words in a text of the sample."""
    start = TEXTS[document].index(words)
    return Span(document, start, start + len(words))


def _document(identifier: str, siglum: str, **known: object) -> Document:
    return Document(identifier, f"{identifier}.txt", "0" * 64, "text/plain", TEXTS[identifier], siglum=siglum, **known)  # type: ignore[arg-type]


def _statement(identifier: str, document: str, words: str, **known: object) -> Statement:
    return Statement(identifier, find(document, words), "body", Holder("report"), **known)  # type: ignore[arg-type]


def sample() -> Apparatus:
    """Three reports: one contradiction, an agreed point, a single one, one of one origin, rows under others, a copy."""
    day = "2031-05-05"
    documents = (
        _document(
            "da",
            "A",
            headline=find("da", "Bridge over the Olm falls"),
            publisher="The Olm Courier",
            published=day,
            language="en",
            url="https://olm.example/bridge",
            boilerplate=(find("da", "Subscribe to our newsletter"),),
        ),
        _document("db", "B", headline=find("db", EVIL), publisher="Radio <Olm>", published=day),
        _document("dc", "C"),
    )
    statements = (
        _statement("sa1", "da", "the bridge fell", mentions=(), dates=("ta",)),
        _statement("sa2", "da", "At least 24 people were hurt", quantities=("qa",), mentions=()),
        _statement("sb1", "db", "The bridge fell on Monday"),
        _statement("sb2", "db", "Some 31 people were hurt", quantities=("qb",)),
        _statement("sc1", "dc", "The bridge fell on Monday"),
        _statement("sc2", "dc", "A ferry now runs", mentions=("voss",)),
        _statement("sc3", "dc", "every hour"),
        _statement("sa3", "da", "called it “a black day” for the town"),
        _statement("sb3", "db", "spoke of “a very black day” at noon"),
    )
    entries = (
        Entry(
            "nhurt",
            "differing",
            find("da", "24 people were hurt"),
            (Reading("24", ("sa2",), ("da",), 1), Reading("31", ("sb2",), ("db",), 1)),
            Difference("number", "contradiction", 0.9, "24 against 31"),
            ("dc",),
        ),
        Entry(
            "nfell",
            "agreed",
            find("da", "the bridge fell"),
            (Reading(None, ("sa1", "sb1", "sc1"), ("da", "db", "dc"), 2),),
            counted_once=(
                CountedOnce(
                    ("db", "dc"), "speaker", "both have it from Ida Voss", (find("db", "The bridge fell on Monday"),)
                ),
            ),
        ),
        Entry(
            "nagain",
            "agreed",
            find("da", "the bridge fell"),
            (Reading(None, ("sa1", "sb1"), ("da", "db"), 2),),
            under="nfell",
        ),
        Entry(
            "nsaid",
            "single",
            find("da", "a black day"),
            (Reading(None, ("sa3", "sb3"), ("da", "db"), 1),),
            counted_once=(CountedOnce(("da", "db"), "utterance", "both quote the same words of Ida Voss", ()),),
        ),
        Entry(
            "nferry",
            "single",
            find("dc", "A ferry now runs"),
            (Reading(None, ("sc2",), ("dc",), 1),),
            None,
            ("da", "db"),
            worth=Worth(0.5, "a number"),
        ),
        Entry(
            "nhour",
            "single",
            find("dc", "every hour"),
            (Reading(None, ("sc3",), ("dc",), 1),),
            None,
            ("da", "db"),
            worth=Worth(0.1, "few words"),
            under="nferry",
        ),
    )
    voss = Entity(
        "voss",
        "person",
        "Ida Voss",
        (Form("Ida Voss", (find("da", "Ida Voss"),)), Form("Ida Vos", (find("db", "Ida Vos"),))),
        (Form("Mayor", (find("da", "Mayor"),)),),
        (),
        (Link(find("da", "Ida Voss"), find("db", "Ida Vos"), "same", 0.95, "one letter apart, same title"),),
    )
    quotes = (
        Quote("ua", "direct", (find("da", "“a black day”"),), find("da", "called"), "voss"),
        Quote("ub", "direct", (find("db", "“a very black day”"),), None, "voss"),
    )
    return Apparatus(
        Manifest("rashomon 0.1.0"),
        Event("e1", find("da", "Bridge over the Olm falls"), day, day),
        documents,
        copies=(
            Copy(
                "db",
                "dc",
                0.2,
                0.4,
                "partly",
                "b from a",
                "25 characters stand in both",
                ((find("db", "The bridge fell on Monday"), find("dc", "The bridge fell on Monday")),),
            ),
        ),
        origins=(Origin("o1", ("da",)), Origin("o2", ("db", "dc"))),
        entities=(voss,),
        quotes=quotes,
        quote_groups=(QuoteGroup(("ua", "ub"), "addition", (find("db", "very"),)),),
        dates=(Date("ta", find("da", "Monday"), "date", day, day, day, "published"),),
        quantities=(
            Quantity("qa", find("da", "At least 24"), "count", 24, 24, None, None, None),
            Quantity("qb", find("db", "31"), "count", 31, 31, 31, None, None),
        ),
        statements=statements,
        entries=entries,
        timeline=(Moment("2031-05-05", "2031-05-05", "day", ("nfell",), (find("da", "Monday"), find("db", "Monday"))),),
    )
