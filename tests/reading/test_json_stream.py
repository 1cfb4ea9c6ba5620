"""JSON of any size: what is read of a stream is what is read of the text, but for nothing held whole."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import Unreadable
from rashomon.reading import contents, stream_paths
from rashomon.reading.json_stream import LINES, how_built, is_mixed_lines, read_items, read_lines
from rashomon.reading.json_text import read_records

RIVER = "The river rose in the town of Halm on Tuesday."
RECORDS: list[Any] = [{"text": RIVER, "n": number, "deep": [{"a": "}{"}, [1, {}]]} for number in range(9)]


def items(text: str) -> list[Any]:
    opening = how_built(text.encode())
    assert opening is not None and opening is not LINES
    return [record.problem or record.fields for record in read_items(io.BytesIO(text.encode()), opening)]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("around", ["{}", '{{"status": "ok", "articles": {}}}'])
def test_a_list_is_read_item_by_item(monkeypatch: pytest.MonkeyPatch, indent: int | None, around: str) -> None:
    monkeypatch.setattr("rashomon.reading.json_stream._PIECE", 50)
    assert items(around.format(json.dumps(RECORDS, indent=indent))) == RECORDS


@pytest.mark.parametrize("indent", [None, 1])
def test_a_broken_item_costs_itself(monkeypatch: pytest.MonkeyPatch, indent: int | None) -> None:
    monkeypatch.setattr("rashomon.reading.json_stream._PIECE", 50)
    text = json.dumps(RECORDS, indent=indent).replace('"n": 4', '"n" 4')
    found = items(text)
    assert [one for one in found if isinstance(one, dict)] == [one for one in RECORDS if one["n"] != 4]
    assert [one for one in found if isinstance(one, str)] == ["broken JSON; the other records were read"]


def test_lines_are_read_one_by_one() -> None:
    raw = b"\xef\xbb\xbf" + "\r\n\n".join(json.dumps(record) for record in RECORDS).encode()
    assert [record.fields for record in read_lines(io.BytesIO(raw))] == RECORDS
    assert [record.place for record in read_lines(io.BytesIO(raw))] == [1, 3, 5, 7, 9, 11, 13, 15, 17]


def test_a_line_longer_than_a_report_can_be_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.reading.json_stream.LARGEST", 1000)
    raw = b"\n".join(
        [json.dumps(RECORDS[0]).encode(), b'{"text": "' + b"a" * 600_000 + b'"}', json.dumps(RECORDS[1]).encode()]
    )
    first, second, third = read_lines(io.BytesIO(raw))
    assert (first.fields, third.fields) == (RECORDS[0], RECORDS[1])
    assert second.place == 2 and (second.problem or "").startswith("larger than")


def test_where_a_line_break_was_lost_both_records_are_read() -> None:
    line = json.dumps({"text": RIVER}) + json.dumps({"text": RIVER, "n": 2})
    assert [(record.place, record.problem) for record in read_lines(io.BytesIO(line.encode()))] == [
        (1, None),
        ("1.2", None),
    ]


def test_lines_of_which_one_is_in_another_encoding() -> None:
    good = json.dumps({"text": "Müller said"}, ensure_ascii=False)
    raw = good.encode() + b"\n" + good.encode("cp1252")
    assert is_mixed_lines(raw)
    assert [record.fields["text"] for record in read_lines(io.BytesIO(raw))] == ["Müller said"] * 2
    assert not is_mixed_lines(good.encode("cp1252") + b"\n" + good.encode("cp1252"))


def test_a_long_file_is_read_as_a_short_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [{"title": f"River floods Halm {number}", "text": RIVER} for number in range(30)]
    lines = [json.dumps(record) for record in records]
    lines[11] = lines[11][:-9]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (tmp_path / "b.json").write_text(json.dumps(records))
    (tmp_path / "c.json").write_text(json.dumps({"articles": records}, indent=1))

    def everything() -> tuple[list[Any], list[str]]:
        problems: list[Unreadable] = []
        return list(stream_paths([tmp_path], on_problem=problems.append)), [str(problem) for problem in problems]

    held = everything()
    monkeypatch.setattr(contents, "_HELD", 400)
    assert everything() == held
    assert len(held[0]) == 89 and len(held[1]) == 1


def test_records_without_a_report_are_passed_over_in_a_folder_until_one_is_met(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n{"a": 2}\n')
    (tmp_path / "b.jsonl").write_text('{"a": 1}\n' + json.dumps({"text": RIVER}) + "\n")
    problems: list[Unreadable] = []
    assert [document.path for document in stream_paths([tmp_path], on_problem=problems.append)] == ["b.jsonl#2"]
    assert [problem.path for problem in problems] == ["b.jsonl#1"]


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=50)
@given(st.lists(st.dictionaries(st.text(max_size=4), VALUES, max_size=3), min_size=1, max_size=5), st.booleans())
def test_a_stream_holds_what_the_text_holds(records: list[Any], indented: bool) -> None:
    text = json.dumps(records, indent=1 if indented else None)
    assert items(text) == [record.fields for record in read_records(text)]
