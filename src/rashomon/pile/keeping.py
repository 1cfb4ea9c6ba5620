"""An apparatus as bytes, and back, with nothing lost: what `show` made once is not made again."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from rashomon.model import Apparatus


def to_bytes(apparatus: Apparatus) -> bytes:
    """The apparatus as ASCII."""
    return json.dumps(asdict(apparatus), separators=(",", ":")).encode("ascii")


def from_bytes(content: bytes) -> Apparatus:
    """The apparatus that `to_bytes` wrote."""
    made = _made(Apparatus, json.loads(content))
    assert isinstance(made, Apparatus)
    return made


def _made(kind: Any, value: Any) -> Any:
    """The value of this type out of what JSON leaves of it."""
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _made(each, value[name]) for name, each in _fields(kind).items()})
    origin = get_origin(kind)
    if origin in (UnionType, Union):
        (one,) = (each for each in get_args(kind) if each is not type(None))
        return None if value is None else _made(one, value)
    if origin is tuple:
        kinds = get_args(kind)
        kinds = kinds[:1] * len(value) if kinds[-1] is Ellipsis else kinds
        return tuple(_made(each, item) for each, item in zip(kinds, value, strict=True))
    return value


@cache
def _fields(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
