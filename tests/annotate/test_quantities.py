"""Quantities: what is counted, with which bounds, and which numbers count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.dates import find_dates
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Quantity
from rashomon.syntax import read_trees
from samples import document


def found(text: str) -> tuple[Quantity, ...]:
    report = document("a", text)
    sentences = find_sentences(report)
    dates = find_dates(report, sentences, "2031-05-02")
    return find_quantities(report, sentences, dates, read_trees(report, sentences))


def one(text: str) -> Quantity:
    (only,) = found(text)
    return only


def counted(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.value, text[q.of.start : q.of.end] if q.of else None) for q in found(text)]


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("617", 617, 617, 617),
        ("1,200", 1200, 1200, 1200),
        ("3.5 million", 3.5e6, 3.5e6, 3.5e6),
        ("two hundred and fifty-one", 251, 251, 251),
        ("two dozen", 24, 24, 24),
        ("half a million", 500_000, 500_000, 500_000),
        ("at least 70", 70, 70, None),
        ("more than 50", 50, 50, None),
        ("over 1,200", 1200, 1200, None),
        ("up to 40", 40, None, 40),
        ("as many as 40", 40, None, 40),
        ("fewer than 40", 40, None, 40),
        ("nearly 2,000", 2000, 1800, 2000),
        ("about 40", 40, 36, 44),
        ("some 200", 200, 180, 220),
        ("100 or so", 100, 90, 110),
        ("30 or more", 30, 30, None),
        ("800 plus", 800, 800, None),
        ("several thousand", None, 3000, 9999),
        ("four or five", 5, 4, 5),
        ("46 to 57", 57, 46, 57),
        ("at least six or seven", 7, 6, None),
        ("dozens of", None, 24, 99),
        ("hundreds of", None, 200, 999),
        ("tens of thousands of", None, 20_000, 99_999),
        ("several", None, 3, None),
        ("a few", None, 3, None),
    ],
)
def test_a_count_has_bounds(words: str, value: float | None, low: float | None, high: float | None) -> None:
    only = one(f"They found {words} boats there.")
    assert (only.kind, only.value, only.low, only.high) == ("count", value, low, high)
    assert only.of is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They moored 31 of the 72 barges.", [(31, "barges"), (72, "barges")]),
        ("They freed 2,000 Tarran prisoners held there.", [(2000, "Tarran prisoners held")]),
        ("There were 40 people injured by the fire.", [(40, "people injured")]),
        ("There were five dead, police said.", [(5, "dead")]),
        ("In all 34 people had been treated.", [(34, "people")]),
        ("Two armed policemen stood there.", [(2, "armed policemen")]),
        ("Police had 34 people in care and seven of them in danger.", [(34, "people"), (7, "people")]),
        ("A fire hit the town, killing six and injuring dozens.", [(6, "killing"), (None, "injuring")]),
        ("The death toll rose to 12.", [(12, "death toll")]),
        ("The number of missing children rose from 5 to 7.", [(5, "missing children"), (7, "missing children")]),
        (
            "They met 200 people. Seventeen of them spoke. Two were arrested.",
            [(200, "people"), (17, "people"), (2, "people")],
        ),
        ("The council voted 6-4 to sell.", [(6, None)]),
        ("It was a 7-2 ruling.", [(7, None)]),
        ("She came with a crew of six.", [(6, "crew")]),
        ("She pleaded guilty to one felony count.", [(1, "felony count")]),
        ("Hurt were two Greeks, one Pole and one Swede.", [(2, "Greeks"), (1, "Pole"), (1, "Swede")]),
        ("The two other men—both fishers—swam.", [(2, "other men"), (2, "fishers")]),
        ("Three of the first 12 boats came back.", [(3, "boats"), (12, "boats")]),
        ("Two U.S. officials said so.", [(2, "U.S. officials")]),
        ("They put the toll at 12.", [(12, "toll")]),
    ],
)
def test_a_count_says_what_it_counts(text: str, expected: list[tuple[float | None, str | None]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("$16 million", 16e6, "USD"),
        ("£3.5bn", 3.5e9, "GBP"),
        ("€5m", 5e6, "EUR"),
        ("US$20", 20, "USD"),
        ("A$20", 20, "AUD"),
        ("$9,587.64", 9587.64, "USD"),
        ("750,000 dollars", 750_000, "USD"),
        ("10,000 rupees", 10_000, "INR"),
        ("USD 10", 10, "USD"),
        ("50 cents", 0.5, "USD"),
    ],
)
def test_money_has_a_currency(words: str, value: float, unit: str) -> None:
    only = one(f"They paid {words}.")
    assert (only.kind, only.value, only.unit) == ("money", value, unit)


def test_a_dollar_is_the_dollar_the_report_names() -> None:
    assert {q.unit for q in found("It cost 5 million Canadian dollars. They paid $2 million.")} == {"CAD"}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It cost $5 million to $10 million.", 5e6, 10e6),
        ("It cost $5-10 million.", 5e6, 10e6),
        ("It cost over $10,000.", 10_000, None),
        ("They lost tens of thousands of dollars.", 20_000, 99_999),
    ],
)
def test_money_has_bounds(text: str, low: float, high: float | None) -> None:
    only = one(text)
    assert (only.kind, only.low, only.high) == ("money", low, high)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He bought a $43,000 watch.", "watch"),
        ("He spent $3,470 on oak chairs.", "oak chairs"),
        ("He owed a fine of at most $80,000.", "fine"),
        ("It costs $40 a barrel.", None),
        ("The $40 Lee paid was lost.", None),
        ("They run a $7 billion dollar trade surplus.", "trade surplus"),
    ],
)
def test_money_says_what_it_is_for(text: str, words: str | None) -> None:
    assert counted(text)[0][1] == words


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It rose 4.5 percent.", "percent", 4.5, "percent"),
        ("It rose by 4.5%.", "percent", 4.5, "percent"),
        ("It rose two percentage points.", "percent", 2, "percentage point"),
        ("It hit nearly half of the town.", "percent", 0.5, "share"),
        ("It hit two-thirds of the town.", "percent", 0.6667, "share"),
        ("It hit one in five homes.", "percent", 0.2, "share"),
        ("Ana Roe, 48, swam.", "age", 48, "year"),
        ("Ana Roe (48) swam.", "age", 48, "year"),
        ("A 29-year-old man swam.", "age", 29, "year"),
        ("A three-month-old girl slept.", "age", 3, "month"),
        ("He was 35 years old then.", "age", 35, "year"),
        ("He died aged 35.", "age", 35, "year"),
        ("She died at the age of 62.", "age", 62, "year"),
        ("He was 79.", "age", 79, "year"),
        ("He met a woman of 67.", "age", 67, "year"),
        ("It lies about 130 miles north.", "measure", 130, "mile"),
        ("It ran 5km.", "measure", 5, "kilometre"),
        ("Lee, who stands 6-foot-3, left.", "measure", 6.25, "foot"),
        ("They need two-thirds support.", "percent", 0.6667, "share"),
        ("It is a five- to seven-year course.", "duration", 7, "year"),
        ("A 6.4-magnitude quake hit.", "measure", 6.4, "magnitude"),
        ("A magnitude 6.4 quake hit.", "measure", 6.4, "magnitude"),
        ("It reached 40 degrees Celsius.", "measure", 40, "degree Celsius"),
        ("It blew at 70 mph.", "measure", 70, "mile per hour"),
        ("It is the sixth tranche.", "ordinal", 6, None),
        ("It is their 25th anniversary.", "ordinal", 25, None),
        ("It is the third-largest daily.", "ordinal", 3, None),
        ("It lasted 73 days.", "duration", 73, "day"),
        ("It lasted two and a half years.", "duration", 2.5, "year"),
        ("It lasted half an hour.", "duration", 0.5, "hour"),
        ("A minute's silence was kept.", "duration", 1, "minute"),
    ],
)
def test_kinds_and_units(text: str, kind: str, value: float, unit: str | None) -> None:
    only = one(text)
    assert (only.kind, only.value, only.unit) == (kind, value, unit)


def test_an_age_is_of_somebody() -> None:
    assert counted("Police named Ana Roe, 48, and a 29-year-old driver.") == [(48, "Ana Roe"), (29, "driver")]


def test_the_bounds_of_a_duration_are_those_of_its_words() -> None:
    only = one("They have up to five years to pay.")
    assert (only.value, only.low, only.high, only.unit) == (5, None, 5, "year")


@pytest.mark.parametrize(
    "text",
    [
        "He flew a Boeing 737 home.",
        "It was on Channel 4 then.",
        "She took Route 66 and Flight 23.",
        "COVID-19 and the G7 came up.",
        "Rovers won 3-1 at home.",
        "He lives at 10 Mill Street.",
        "Call 020 7946 0018 now.",
        "1. Open the door.",
        "One of them left, and no one came.",
        "One officer shouted at her.",
        "They met one another at one point.",
        "The first lady spoke to first responders.",
        "At first he thought so.",
        "It was the First Amendment.",
        "He came second.",
        "Oil fell in 2029.",
    ],
)
def test_these_count_nothing(text: str) -> None:
    assert found(text) == ()


WORDS = st.sampled_from(
    (
        "one two 24 1,200 3-1 $5 million of the people years , half % Ana 48 first at least killing hundreds or to "
        "£ — ’s İ 😀 ."
    ).split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_valid_quantities(text: str) -> None:
    result = found(text)
    assert result == found(text)
    assert list(result) == sorted(result, key=lambda q: (q.span.start, q.span.end))
    for q in result:
        for span in [q.span, *([q.of] if q.of else [])]:
            words = text[span.start : span.end]
            assert words and words == words.strip()
        if q.low is not None and q.high is not None:
            assert q.low <= q.high
        if q.value is not None:
            assert (q.low is None or q.low <= q.value) and (q.high is None or q.value <= q.high)
