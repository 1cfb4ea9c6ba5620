"""The public file: strict schema, every slice true, the same characters every time."""

from __future__ import annotations

import json
from dataclasses import fields
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import samples
from rashomon import model
from rashomon.export.apparatus_json import to_dict, to_json

SCHEMA = json.loads(files("rashomon.export").joinpath("schema.json").read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)
RECORDS = {
    "span": model.Span,
    "part": model.Part,
    "document": model.Document,
    "copy": model.Copy,
    "origin": model.Origin,
    "form": model.Form,
    "link": model.Link,
    "entity": model.Entity,
    "relation": model.Relation,
    "quote": model.Quote,
    "quote_group": model.QuoteGroup,
    "date": model.Date,
    "quantity": model.Quantity,
    "holder": model.Holder,
    "statement": model.Statement,
    "reading": model.Reading,
    "difference": model.Difference,
    "counted_once": model.CountedOnce,
    "worth": model.Worth,
    "entry": model.Entry,
    "moment": model.Moment,
    "framing": model.Framing,
    "event": model.Event,
    "manifest": model.Manifest,
}


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_written_apparatus_satisfies_the_schema() -> None:
    CHECK.validate(json.loads(to_json(samples.bridge())))


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_the_schema_knows_every_field_of_a_record(name: str) -> None:
    held_back = {"excerpt"} if name == "document" else set()
    assert set(SCHEMA["$defs"][name]["properties"]) == {field.name for field in fields(RECORDS[name])} - held_back


def test_the_schema_has_no_record_of_its_own() -> None:
    assert set(SCHEMA["$defs"]) == set(RECORDS)


def _objects(node: Any) -> Any:
    if isinstance(node, dict):
        if "properties" in node and node.get("type") == "object":
            yield node
        for value in node.values():
            yield from _objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from _objects(value)


def test_every_object_is_closed_and_complete() -> None:
    for node in _objects(SCHEMA):
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("version",), 2),
        (("documents", 0, "sha256"), "abc"),
        (("documents", 0, "siglum"), "a"),
        (("documents", 0, "published"), "May 2"),
        (("entries", 0, "readings"), []),
        (("entries", 0, "difference"), None),
        (("entries", 0, "kind"), "agreed"),
        (("entries", 2, "difference"), {"kind": "number", "severity": "variant", "score": 1, "why": ""}),
        (("entities", 0, "forms", 0, "spans"), []),
        (("event", "title", "start"), -1),
        (("note",), "extra"),
    ],
)
def test_what_the_format_forbids_is_refused(path: tuple[Any, ...], wrong: Any) -> None:
    record = json.loads(to_json(samples.bridge()))
    inside = record
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = wrong
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate(record)


def test_text_is_written_as_it_is_and_whole_numbers_without_a_point() -> None:
    text = to_json(samples.bridge())
    assert "😀 Orrin Bridge shut" in text
    assert '"value": 12,' in text
    assert text.endswith("}\n")


def test_the_same_apparatus_gives_the_same_characters() -> None:
    assert to_json(samples.bridge()) == to_json(samples.bridge())


def test_documents_keep_what_only_the_program_needs_to_itself() -> None:
    assert "excerpt" not in to_dict(samples.bridge())["documents"][0]
