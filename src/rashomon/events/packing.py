"""Leads as bytes, for a store or a wire, and back; the same on every machine (little-endian, fixed widths).

A lead of 120 words takes about 1.3 kB.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from rashomon.events.lead import Lead, Member

_HEAD = struct.Struct("<BiiiHHHHHB")
_NO_DAY = -(2**31)
VERSION = 4
"""Raised when leads hold something else, or when ties of the same leads score otherwise: a store makes both anew."""


def to_bytes(lead: Lead) -> bytes:
    """The lead as bytes."""
    document = lead.member.document.encode()
    day = _NO_DAY if lead.day is None else lead.day
    language = (lead.language or "").encode("utf-8", "replace")
    sizes = (len(document), len(lead.words), len(lead.days), len(lead.labels), len(lead.keys), len(language))
    head = _HEAD.pack(VERSION, lead.member.start, lead.member.end, day, *sizes)
    labels = [number for label in lead.labels for number in label]
    return b"".join(
        (
            head,
            document,
            language,
            np.array(lead.words, dtype="<u4").tobytes(),
            np.array(lead.weights, dtype="<u2").tobytes(),
            np.array(lead.marks, dtype="u1").tobytes(),
            np.array(lead.days, dtype="<u2").tobytes(),
            np.array(labels, dtype="<u4").tobytes(),
            np.array(lead.keys, dtype="<i8").tobytes(),
        )
    )


def packed_keys(content: bytes) -> NDArray[np.int64]:
    """The keys of a packed lead, in their order."""
    *_, count, _ = _HEAD.unpack_from(content)
    return np.frombuffer(content, "<i8", count, len(content) - 8 * count)


def from_bytes(content: bytes) -> Lead:
    """The lead that `to_bytes` packed. Raises `ValueError` for bytes of another version, or none of ours."""
    if len(content) < _HEAD.size or content[0] != VERSION:
        raise ValueError("not a lead of this version")
    _, start, end, day, *sizes = _HEAD.unpack_from(content)
    at = _HEAD.size + sizes[0]
    document = content[_HEAD.size : at].decode()
    language = content[at : at + sizes[5]].decode()
    at += sizes[5]
    arrays = []
    for kind, size in (("<u4", 1), ("<u2", 1), ("u1", 1), ("<u2", 2), ("<u4", 3), ("<i8", 4)):
        count = sizes[size] * (2 if size == 3 else 1)
        array = np.frombuffer(content, kind, count, at)
        at += array.nbytes
        arrays.append(array.tolist())
    words, weights, marks, days, labels, keys = arrays
    return Lead(
        Member(document, start, end),
        None if day == _NO_DAY else day,
        tuple(words),
        tuple(weights),
        tuple(marks),
        tuple(days),
        tuple(zip(labels[::2], labels[1::2], strict=True)),
        tuple(keys),
        language or None,
    )
