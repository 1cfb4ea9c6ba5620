"""Pieces of a report, each with its kind, to one text: a piece a line, and the ranges of those of known kind."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.text import trim


def compose(pieces: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[str, int, int]]]:
    """The text and the ranges of the pieces that are not running text (kind "body"); empty pieces are left out."""
    text: list[str] = []
    known: list[tuple[str, int, int]] = []
    at = 0
    for kind, raw in pieces:
        start, end = trim(raw, 0, len(raw))
        piece = raw[start:end]
        if not piece:
            continue
        if text:
            text.append("\n")
            at += 1
        text.append(piece)
        if kind != "body":
            known.append((kind, at, at + len(piece)))
        at += len(piece)
    return "".join(text), known
