"""The apparatus file: the records of `rashomon.model` as JSON, in the public format `rashomon/apparatus`, version 1."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from rashomon.errors import UsageError
from rashomon.model import Apparatus, Document, Manifest, Part, Span

FORMAT, VERSION = "rashomon/apparatus", 1


def to_json(apparatus: Apparatus) -> str:
    """The whole apparatus as JSON text, ending in a newline. The same apparatus gives the same characters."""
    return json.dumps(to_dict(apparatus), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def to_dict(apparatus: Apparatus) -> dict[str, Any]:
    """The apparatus as the plain dictionaries, lists and scalars of the public format."""
    return {"format": FORMAT, "version": VERSION, **plain(apparatus)}


def documents_of(text: str, name: str) -> list[Document]:
    """The documents in the text of a public file, as they were read. Raises `UsageError` where it is none of ours.

    Whether only an excerpt was held is not in the file; it is taken from the entries that say so.
    """
    try:
        raw = json.loads(text)
        if raw["format"] != FORMAT or raw["version"] != VERSION:
            raise UsageError(f"{name}: is no {FORMAT} file of version {VERSION}; write it again with rashomon collate")
        in_part = {each for entry in raw["entries"] for each in entry["absent_but_held_in_part"]}
        return [_document(record, record["id"] in in_part) for record in raw["documents"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{name}: is no {FORMAT} file; write it again with rashomon collate") from None


def _document(record: dict[str, Any], excerpt: bool) -> Document:
    known = {field.name: record[field.name] for field in fields(Document) if field.name != "excerpt"}
    listed: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in known.items()}
    listed["headline"] = Span(**record["headline"]) if record["headline"] else None
    listed["parts"] = tuple(Part(part["kind"], Span(**part["span"])) for part in record["parts"])
    listed["boilerplate"] = tuple(Span(**span) for span in record["boilerplate"])
    return Document(**listed, excerpt=excerpt)


def plain(value: Any) -> Any:
    """A record, and what it is made of, as dictionaries, lists and scalars."""
    if isinstance(value, Manifest):
        return {
            "program": value.program,
            "options": dict(value.options),
            "models": [{"name": name, "sha256": digest} for name, digest in value.models],
        }
    if is_dataclass(value):
        record = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Document):
            del record["excerpt"]
        return record
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
