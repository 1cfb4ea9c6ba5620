"""Names of outlets: when two are one, and where a text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import Document
from rashomon.text import fold

_SHORTEST = 4  # code points of a name that is looked for in running text


def same_publisher(a: Document, b: Document) -> bool:
    """Whether both are known to be of one publisher."""
    return a.publisher is not None and b.publisher is not None and same_outlet(a.publisher, b.publisher)


def same_outlet(name: str, other: str) -> bool:
    """Whether two names of outlets are the same but for "the", or one is the initials of the other."""
    name, other = without_the(name), without_the(other)
    return fold(name) == fold(other) or _initials(name) == other or name == _initials(other)


def without_the(name: str) -> str:
    """The name of an outlet without "the" in front."""
    return re.sub(r"^(?i:the) ", "", name.strip())


def outlet_places(text: str, outlet: str) -> Iterator[tuple[int, int]]:
    """Where a text names the outlet, in its own letter case; nowhere for a name too short to be told from a word."""
    name = without_the(outlet)
    if len(name) >= _SHORTEST:
        yield from (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _initials(name: str) -> str:
    return "".join(part[0] for part in re.findall(r"[^\W_]+", name)).upper()
