"""What is written of the examples keeps every promise of the format, also those that a schema cannot say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import rashomon

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(files("rashomon.export").joinpath("schema.json").read_text(encoding="utf-8"))
SEVERITIES = ["contradiction", "update", "tension", "variant", None]
OWNED = ("documents", "entities", "quotes", "dates", "quantities", "statements", "entries", "origins")


@pytest.fixture(scope="module", params=["exchange", "council"])
def written(request: pytest.FixtureRequest) -> Any:
    """The apparatus file of an example: one with a page, Cyrillic and three encodings, one with JSON Lines."""
    documents = rashomon.read(ROOT / "examples" / request.param)
    return json.loads(rashomon.to_json(rashomon.collate(documents)))


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every object in the file."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def words(written: Any, span: dict[str, Any]) -> str:
    """The words of a span."""
    text: str = next(document["text"] for document in written["documents"] if document["id"] == span["document"])
    assert 0 <= span["start"] < span["end"] <= len(text)
    return text[span["start"] : span["end"]]


def is_span(node: dict[str, Any]) -> bool:
    return set(node) == {"document", "start", "end"}


def test_it_satisfies_the_schema(written: Any) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(written)


def test_a_span_is_inside_its_report_and_has_no_blank_at_its_ends(written: Any) -> None:
    for span in filter(is_span, walk(written)):
        assert words(written, span) == words(written, span).strip() != ""


def test_text_beside_spans_is_what_the_spans_hold(written: Any) -> None:
    for form in (node for node in walk(written) if "spans" in node and "text" in node):
        assert {words(written, span) for span in form["spans"]} == {form["text"]}


def test_ids_are_unique_and_lead_to_something(written: Any) -> None:
    ids = {kind: [record["id"] for record in written[kind]] for kind in OWNED}
    assert all(len(set(of_kind)) == len(of_kind) for of_kind in ids.values())
    for statement in written["statements"]:
        assert set(statement["mentions"]) <= set(ids["entities"])
        assert set(statement["dates"]) <= set(ids["dates"])
        assert set(statement["quantities"]) <= set(ids["quantities"])
    for entry in written["entries"]:
        for reading in entry["readings"]:
            assert set(reading["statements"]) <= set(ids["statements"])
            assert set(reading["witnesses"]) <= set(ids["documents"])
        assert set(entry["absent"]) <= set(ids["documents"])
    assert {member for group in written["quote_groups"] for member in group["quotes"]} <= set(ids["quotes"])
    assert {quote["speaker"] for quote in written["quotes"]} <= {None, *ids["entities"]}


def test_every_report_has_one_origin(written: Any) -> None:
    held = [document for origin in written["origins"] for document in origin["documents"]]
    assert sorted(held) == sorted(document["id"] for document in written["documents"])


def test_a_witness_has_a_statement_in_the_reading_and_the_silent_have_none(written: Any) -> None:
    document_of = {statement["id"]: statement["span"]["document"] for statement in written["statements"]}
    for entry in written["entries"]:
        for reading in entry["readings"]:
            assert {document_of[statement] for statement in reading["statements"]} == set(reading["witnesses"])
        speaking = {witness for reading in entry["readings"] for witness in reading["witnesses"]}
        assert not speaking & {*entry["absent"], *entry["absent_but_held_in_part"]}


def test_agreement_needs_two_origins(written: Any) -> None:
    together = {frozenset(origin["documents"]) for origin in written["origins"] if len(origin["documents"]) > 1}
    for entry in written["entries"]:
        witnesses = {witness for reading in entry["readings"] for witness in reading["witnesses"]}
        home = {witness: {witness} for witness in witnesses}
        for reason in entry["counted_once"]:
            assert len(reason["documents"]) > 1 and set(reason["documents"]) <= witnesses
            one = set().union(*(home[document] for document in reason["documents"]))
            home.update((document, one) for document in one)
        for origin in together:
            held = sorted(origin & witnesses)
            assert all(home[document] == home[held[0]] for document in held)
        origins = {frozenset(one) for one in home.values()}
        assert entry["kind"] != "agreed" or len(origins) >= 2
        assert entry["kind"] != "single" or len(origins) == 1
        for reading in entry["readings"]:
            assert reading["origins"] == len({frozenset(home[witness]) for witness in reading["witnesses"]})


def test_reports_stand_by_day_and_entries_by_gravity(written: Any) -> None:
    days = [(document["published"] or "9999")[:10] for document in written["documents"]]
    assert days == sorted(days)
    assert [document["siglum"] for document in written["documents"]] == list("ABCDEFGH")[: len(days)]
    grave = [SEVERITIES.index((entry["difference"] or {}).get("severity")) for entry in written["entries"]]
    assert grave == sorted(grave)


def test_no_disagreement_is_listed_twice(written: Any) -> None:
    over = [
        frozenset(s for reading in entry["readings"] for s in reading["statements"]) for entry in written["entries"]
    ]
    assert len(set(over)) == len(over)


def test_boilerplate_yields_nothing(written: Any) -> None:
    shut = [span for document in written["documents"] for span in document["boilerplate"]]
    for kind in ("statements", "dates", "quantities"):
        for record in written[kind]:
            span = record["span"]
            assert not [
                s
                for s in shut
                if s["document"] == span["document"] and s["start"] < span["end"] and span["start"] < s["end"]
            ]
