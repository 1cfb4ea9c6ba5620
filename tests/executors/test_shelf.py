"""Records in one file, by number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.executors.shelf import Shelf, shelve


@given(st.dictionaries(st.integers(-(2**63), 2**63 - 1), st.binary(max_size=40), max_size=20))
def test_every_record_is_found_again(tmp_path_factory: pytest.TempPathFactory, records: dict[int, bytes]) -> None:
    folder = shelve(tmp_path_factory.mktemp("shelf") / "records", records.items())
    with Shelf(folder) as shelf:
        assert list(shelf.records(list(records))) == list(records.values())
        assert [shelf.record(number) for number in sorted(records)] == [records[n] for n in sorted(records)]


def test_a_number_that_nobody_shelved_is_told(tmp_path: Path) -> None:
    with Shelf(shelve(tmp_path / "shelf", [(5, b"five"), (3, b"three")])) as shelf:
        with pytest.raises(KeyError, match="4"):
            shelf.record(4)
        with pytest.raises(KeyError, match="9"):
            list(shelf.records([3, 9]))
