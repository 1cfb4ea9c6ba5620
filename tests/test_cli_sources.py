"""Standard input is read piece by piece, no further than its limit."""

from __future__ import annotations

import io
import sys
from itertools import islice
from types import SimpleNamespace

import pytest

from rashomon.cli.sources import read_reports
from rashomon.errors import Unreadable
from rashomon.reading import stream_paths
from rashomon.reading.streams import LARGEST

LINE = b"The old weir at Sallow broke on Monday night and water ran into forty cellars.\n"
RECORD = b'{"title": "Weir breaks", "text": "The old weir at Sallow broke on Monday night, the mayor said."}\n'


class Endless(io.RawIOBase):
    """A line without end, and how much of it was taken."""

    def __init__(self, line: bytes) -> None:
        self.piece = line * (100_000 // len(line))
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = min(len(buffer), len(self.piece))
        buffer[:size] = self.piece[:size]
        self.taken += size
        return size


def test_more_than_a_report_can_be_is_refused_before_it_was_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    endless = Endless(LINE)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(endless)))
    problems: list[Unreadable] = []
    assert read_reports(["-"], None, None, problems) == []
    assert endless.taken < LARGEST + (1 << 21)
    assert capsys.readouterr().err == "Error: -: larger than 64 MB: too large for reports; split it\n"


def test_lines_of_records_are_given_as_they_come() -> None:
    endless = Endless(RECORD)
    found = list(islice(stream_paths(["-"], stdin=io.BufferedReader(endless)), 5))
    assert [document.path for document in found] == [f"-#{number}" for number in range(1, 6)]
    assert endless.taken < 1 << 23
