"""The public file of every example: the order of each list, and where each reference leads.

What a schema can say, and the rules on words and boilerplate, stand in `export/test_written_examples.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import rashomon

EXAMPLES = Path(__file__).parents[1] / "examples"
SEVERITIES = ["contradiction", "update", "tension", "variant", None]
Place = tuple[int, int, int]


@pytest.fixture(scope="module", params=sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()))
def written(request: pytest.FixtureRequest) -> Any:
    """The apparatus file of an example."""
    return json.loads(rashomon.to_json(rashomon.collate(rashomon.read(EXAMPLES / request.param))))


@pytest.fixture
def place(written: Any) -> Callable[[Any], Place]:
    """The function that tells where a span stands: the number of its report, its start, its end."""
    number = {document["id"]: index for index, document in enumerate(written["documents"])}
    return lambda span: (number[span["document"]], span["start"], span["end"])


def ids(written: Any, kind: str) -> list[str]:
    return [record["id"] for record in written[kind]]


def forms(written: Any) -> Iterator[list[dict[str, Any]]]:
    """Every list of words with their places."""
    for entity in written["entities"]:
        yield from (entity["forms"], entity["titles"], entity["descriptions"])
    yield from (framing["terms"] for framing in written["framing"])


def in_order(keys: list[Any]) -> bool:
    return keys == sorted(keys)


def test_records_with_a_span_stand_by_report_start_and_end(written: Any, place: Callable[[Any], Place]) -> None:
    for kind in ("dates", "quantities", "statements"):
        assert in_order([(place(record["span"]), record["id"]) for record in written[kind]]), kind
    assert in_order([place(quote["content"][0]) for quote in written["quotes"]])
    assert all(in_order([place(span) for span in quote["content"]]) for quote in written["quotes"])
    for document in written["documents"]:
        assert in_order([place(part["span"]) for part in document["parts"]])
        assert in_order([place(span) for span in document["boilerplate"]])
        assert all(a["end"] <= b["start"] for a, b in pairwise(document["boilerplate"]))


def test_words_with_places_stand_by_their_first_place(written: Any, place: Callable[[Any], Place]) -> None:
    for words in forms(written):
        assert in_order([place(form["spans"][0]) for form in words])
        assert all(in_order([place(span) for span in form["spans"]]) for form in words)
        assert len({form["text"] for form in words}) == len(words)


def test_entities_relations_and_links_stand_by_report(written: Any, place: Callable[[Any], Place]) -> None:
    assert in_order([min(place(form["spans"][0]) for form in entity["forms"]) for entity in written["entities"]])
    assert in_order([place(relation["spans"][0]) for relation in written["relations"]])
    for entity in written["entities"]:
        assert in_order([(place(link["a"]), place(link["b"])) for link in entity["links"]])
        assert all(place(link["a"]) < place(link["b"]) for link in entity["links"])


def test_copies_origins_and_silent_reports_stand_by_sigla(written: Any) -> None:
    number = {document["id"]: index for index, document in enumerate(written["documents"])}
    lists = [[record for origin in written["origins"] for record in origin["documents"][:1]]]
    lists += [origin["documents"] for origin in written["origins"]]
    lists += [entry[kind] for entry in written["entries"] for kind in ("absent", "absent_but_held_in_part")]
    lists += [reading["witnesses"] for entry in written["entries"] for reading in entry["readings"]]
    assert all(in_order([number[document] for document in documents]) for documents in lists)
    assert in_order([(number[copy["a"]], number[copy["b"]]) for copy in written["copies"]])
    assert all(number[copy["a"]] < number[copy["b"]] for copy in written["copies"])


def test_groups_of_quotes_stand_by_their_first(written: Any, place: Callable[[Any], Place]) -> None:
    at = {quote["id"]: place(quote["content"][0]) for quote in written["quotes"]}
    groups = written["quote_groups"]
    assert in_order([at[group["quotes"][0]] for group in groups])
    assert all(in_order([at[quote] for quote in group["quotes"]]) and len(group["quotes"]) > 1 for group in groups)
    assert all(in_order([place(span) for span in group["spans"]]) for group in groups)


def test_entries_stand_by_gravity_then_first_span(written: Any, place: Callable[[Any], Place]) -> None:
    at = {statement["id"]: place(statement["span"]) for statement in written["statements"]}
    keys = []
    for entry in written["entries"]:
        held = [[at[statement] for statement in reading["statements"]] for reading in entry["readings"]]
        assert all(in_order(places) for places in held)
        gravity = SEVERITIES.index((entry["difference"] or {}).get("severity"))
        keys.append((gravity, min(min(places) for places in held), entry["id"]))
    assert in_order(keys)


def test_moments_stand_by_day(written: Any, place: Callable[[Any], Place]) -> None:
    assert in_order([(moment["earliest"], moment["latest"]) for moment in written["timeline"]])
    for moment in written["timeline"]:
        assert moment["earliest"] <= moment["latest"]
        assert in_order([place(span) for span in moment["spans"]])


def test_every_reference_leads_to_a_record(written: Any) -> None:
    entities, documents = {None, *ids(written, "entities")}, set(ids(written, "documents"))
    for relation in written["relations"]:
        assert {relation["subject"], relation["object"]} <= entities - {None}
        assert relation["subject"] != relation["object"] and relation["spans"]
    for copy in written["copies"]:
        assert {copy["a"], copy["b"]} <= documents
        assert {(a["document"], b["document"]) for a, b in copy["passages"]} == {(copy["a"], copy["b"])}
    assert {entry for moment in written["timeline"] for entry in moment["entries"]} <= set(ids(written, "entries"))
    assert {framing["concept"] for framing in written["framing"]} <= entities
    assert {statement["quote"] for statement in written["statements"]} <= {None, *ids(written, "quotes")}
    for holder in (statement["holder"] for statement in written["statements"]):
        assert (holder["kind"] == "entity") == (holder["entity"] is not None) and holder["entity"] in entities


def test_what_is_under_another_leads_to_a_head_and_only_single_entries_have_a_worth(written: Any) -> None:
    under = {entry["id"]: entry["under"] for entry in written["entries"]}
    assert all(head is None or (head in under and under[head] is None) for head in under.values())
    for entry in written["entries"]:
        assert (entry["worth"] is not None) == (entry["kind"] == "single")
        assert entry["under"] is None or (entry["difference"] or {"severity": "variant"})["severity"] == "variant"


def test_why_witnesses_count_once_is_shown_by_words_of_theirs(written: Any) -> None:
    number = {document["id"]: index for index, document in enumerate(written["documents"])}
    for entry in written["entries"]:
        for reason in entry["counted_once"]:
            assert in_order([number[document] for document in reason["documents"]])
            assert {span["document"] for span in reason["spans"]} <= set(reason["documents"])
            assert bool(reason["spans"]) == (reason["kind"] != "text")


def test_no_reference_stands_twice_in_a_list(written: Any) -> None:
    lists = [statement[kind] for statement in written["statements"] for kind in ("mentions", "dates", "quantities")]
    lists += [reading["statements"] for entry in written["entries"] for reading in entry["readings"]]
    lists += [moment["entries"] for moment in written["timeline"]]
    lists += [group["quotes"] for group in written["quote_groups"]]
    assert all(len(set(references)) == len(references) for references in lists)


def test_what_belongs_to_a_report_lies_in_it(written: Any) -> None:
    for document in written["documents"]:
        own = [part["span"] for part in document["parts"]] + document["boilerplate"]
        own += [document["headline"]] if document["headline"] else []
        assert {span["document"] for span in own} <= {document["id"]}
    for statement in written["statements"]:
        inner = (statement[kind] for kind in ("subject", "predicate", "object", "place") if statement[kind])
        assert {span["document"] for span in inner} <= {statement["span"]["document"]}
    assert all(len({span["document"] for span in quote["content"]}) == 1 for quote in written["quotes"])


def test_a_name_is_of_one_entity(written: Any, place: Callable[[Any], Place]) -> None:
    named = [place(span) for entity in written["entities"] for form in entity["forms"] for span in form["spans"]]
    assert len(set(named)) == len(named)
    assert all(entity["name"] in {form["text"] for form in entity["forms"]} for entity in written["entities"])


def test_a_differing_entry_sets_readings_with_evidence_against_each_other(written: Any) -> None:
    for entry in written["entries"]:
        assert all(reading["statements"] and reading["witnesses"] for reading in entry["readings"])
        readings = {(reading["value"], tuple(reading["statements"])) for reading in entry["readings"]}
        assert len(readings) == len(entry["readings"]) >= 1
        severity = (entry["difference"] or {}).get("severity")
        if severity not in ("variant", None):
            assert entry["kind"] == "differing"
        if entry["kind"] == "differing":
            assert severity and len(readings) > 1


def test_every_report_speaks_or_is_silent(written: Any) -> None:
    for entry in written["entries"]:
        speaking = {witness for reading in entry["readings"] for witness in reading["witnesses"]}
        silent = [*entry["absent"], *entry["absent_but_held_in_part"]]
        assert sorted([*speaking, *silent]) == sorted(ids(written, "documents"))


def test_a_heading_is_taken_from_a_statement_of_the_row(written: Any) -> None:
    spans = {statement["id"]: statement["span"] for statement in written["statements"]}
    for entry in written["entries"]:
        topic = entry["topic"]
        held = [spans[statement] for reading in entry["readings"] for statement in reading["statements"]]
        assert any(
            span["document"] == topic["document"] and span["start"] <= topic["start"] and topic["end"] <= span["end"]
            for span in held
        )


def test_bounds_are_the_right_way_round(written: Any) -> None:
    for quantity in written["quantities"]:
        assert None in (quantity["low"], quantity["high"]) or quantity["low"] <= quantity["high"]
    for date in written["dates"]:
        assert None in (date["earliest"], date["latest"]) or date["earliest"] <= date["latest"]
