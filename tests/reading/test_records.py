"""JSON and JSON Lines: fields, envelopes, and records that are broken."""

from __future__ import annotations

import json

import pytest

from rashomon.reading.html import NoReport
from rashomon.reading.json_text import looks_like_records, read_records
from rashomon.reading.records import read_record, record_digest

RIVER = (
    "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three people were missing."
)
RECORD = {"title": "River floods Halm", "text": RIVER}


@pytest.mark.parametrize("key", ["text", "content", "body", "maintext", "article", "articleBody"])
def test_the_text_goes_by_many_names(key: str) -> None:
    assert read_record({key: RIVER})[0] == RIVER


def test_the_text_is_headline_deck_and_body() -> None:
    text, layout = read_record({**RECORD, "description": "Bridge closed, schools shut"})
    assert text.split("\n") == ["River floods Halm", "Bridge closed, schools shut", RIVER]
    assert layout.headline == (0, 17)
    assert layout.parts == (("deck", 18, 45),)


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"date": "2024-05-14"}, "2024-05-14"),
        ({"published_at": "2024-05-14T19:00:00+03:00"}, "2024-05-14T19:00:00+03:00"),
        ({"datePublished": "14 May 2024"}, "2024-05-14"),
        ({"pubDate": "Tue, 14 May 2024 16:00:00 GMT"}, "2024-05-14T16:00:00+00:00"),
        ({"date": "03/04/2024"}, None),
        ({"date": 1715700000}, None),
    ],
)
def test_days(fields: dict[str, object], published: str | None) -> None:
    assert read_record({**RECORD, **fields})[1].published == published


@pytest.mark.parametrize(
    "fields",
    [{"source": "Halm Post"}, {"publisher": {"name": "Halm Post"}}, {"source": {"id": None, "name": "Halm Post"}}],
)
def test_the_publisher_is_a_string_or_an_object(fields: dict[str, object]) -> None:
    assert read_record({**RECORD, **fields})[1].publisher == "Halm Post"


@pytest.mark.parametrize(
    "fields", [{"author": "Jane Miller and Tom Oder"}, {"authors": ["Jane Miller", {"name": "Tom Oder"}]}]
)
def test_authors(fields: dict[str, object]) -> None:
    assert read_record({**RECORD, **fields})[1].authors == ("Jane Miller", "Tom Oder")


def test_a_headline_repeated_in_the_body_is_taken_once() -> None:
    text, _ = read_record({"title": "River floods Halm", "text": f"River floods Halm\n\n{RIVER}"})
    assert text == f"River floods Halm\n{RIVER}"


def test_markup_in_a_body_is_taken_away() -> None:
    assert read_record({"content": f"<p>{RIVER}</p><p>More.</p>"})[0] == f"{RIVER}\nMore."


def test_a_record_without_text_says_which_fields_are_looked_for() -> None:
    with pytest.raises(NoReport, match="text, content, body"):
        read_record({"title": "River floods Halm"})


def test_an_array_an_envelope_and_lines_hold_the_same_records() -> None:
    records = [{**RECORD, "title": f"River floods Halm {number}"} for number in (1, 2, 3)]
    lines = "\n".join(json.dumps(record) for record in records)
    for text in (
        json.dumps(records),
        json.dumps({"status": "ok", "articles": records}),
        lines,
        json.dumps(records, indent=2),
    ):
        assert [record.fields for record in read_records(text)] == records


def test_a_broken_line_costs_that_record_only() -> None:
    lines = [json.dumps({"text": RIVER, "n": number}) for number in range(1, 10)]
    lines[6] = lines[6][:-5]
    read = list(read_records("\n".join(lines)))
    assert [record.place for record in read if record.problem] == [7]
    assert next(record.problem for record in read if record.problem).startswith("broken JSON at line 7")  # type: ignore[union-attr]
    assert sum(record.problem is None for record in read) == 8


def test_a_broken_item_of_an_array_costs_that_record_only() -> None:
    text = json.dumps([{"text": RIVER, "n": number} for number in range(1, 5)], indent=1).replace('"n": 2', '"n" 2')
    read = list(read_records(text))
    assert [bool(record.problem) for record in read] == [False, True, False, False]
    assert [record.fields.get("n") for record in read] == [1, None, 3, 4]


def test_a_broken_object_says_where() -> None:
    (record,) = read_records('{\n"text": "The river rose",\n"n" 2}')
    assert record.problem == "broken JSON at line 3, column 5"


def test_records_are_known_by_content() -> None:
    assert looks_like_records('{"text": "a"}')
    assert looks_like_records('\ufeff[ {"text": "a"} ]')
    assert not looks_like_records("[UPDATED] The river rose")
    assert not looks_like_records("{The river}")


def test_the_order_of_fields_makes_no_other_record() -> None:
    assert record_digest({"a": 1, "b": 2}) == record_digest({"b": 2, "a": 1})


def test_half_a_pair_of_surrogates_becomes_a_replacement_sign() -> None:
    for text in (r'{"text": "\ud83d The \ud83d\ude00 river"}', r'[{"text": "\ud83d The \ud83d\ude00 river"}]'):
        (record,) = read_records(text)
        assert record.fields["text"] == "\ufffd The \U0001f600 river"
