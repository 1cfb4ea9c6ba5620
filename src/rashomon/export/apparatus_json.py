"""The apparatus file: the records of `rashomon.model` as JSON, in the public format `rashomon/apparatus`, version 1."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from rashomon.model import Apparatus, Document, Manifest

FORMAT, VERSION = "rashomon/apparatus", 1


def to_json(apparatus: Apparatus) -> str:
    """The whole apparatus as JSON text, ending in a newline. The same apparatus gives the same characters."""
    return json.dumps(to_dict(apparatus), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def to_dict(apparatus: Apparatus) -> dict[str, Any]:
    """The apparatus as the plain dictionaries, lists and scalars of the public format."""
    return {"format": FORMAT, "version": VERSION, **_plain(apparatus)}


def _plain(value: Any) -> Any:
    if isinstance(value, Manifest):
        return {
            "program": value.program,
            "options": dict(value.options),
            "models": [{"name": name, "sha256": digest} for name, digest in value.models],
        }
    if is_dataclass(value):
        record = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Document):
            del record["excerpt"]
        return record
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
