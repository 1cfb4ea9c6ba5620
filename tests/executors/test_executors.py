"""The same rows come out whoever does the work."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import UsageError
from rashomon.executors import Columns, Executor, Kernel, Rows, executor
from rashomon.executors.columns import contents, from_rows, in_batches, ints, to_rows
from rashomon.executors.matching import meet
from rashomon.executors.stars import components

NAMES = ["serial", "processes:2", "daft"]


@pytest.fixture(scope="module", params=NAMES)
def hands(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Executor]:
    if request.param == "daft" and importlib.util.find_spec("daft") is None:
        pytest.skip("daft is not installed")
    with executor(request.param, tmp_path_factory.mktemp("rows")) as found:
        yield found


def rows_of(hands: Executor, rows: Rows) -> list[tuple[object, ...]]:
    return sorted(row for columns in hands.read(rows) for row in to_rows(columns))


def put(hands: Executor, form: dict[str, str], rows: Sequence[tuple[object, ...]]) -> Rows:
    return hands.put(form, in_batches(form, rows, 3))


def doubled(columns: Columns) -> Columns:
    """Two rows of each, the second with the number and the word turned."""
    numbers, words = ints(columns, "number"), contents(columns, "word")
    return {"number": np.append(numbers, -numbers), "word": words + [word[::-1] for word in words]}


def summed(columns: Columns) -> Columns:
    """The sum over each home."""
    homes = np.unique(ints(columns, "home"))
    return {
        "home": homes,
        "sum": np.array([ints(columns, "number")[ints(columns, "home") == home].sum() for home in homes], np.int64),
    }


def test_a_kernel_sees_every_row_once_and_may_give_more(hands: Executor) -> None:
    form = {"number": "int", "word": "bytes"}
    rows = put(hands, form, [(n, b"ab%d" % n) for n in range(1, 11)])
    found = hands.map(Kernel(doubled, form), rows)
    assert rows_of(hands, found) == sorted(
        [(n, b"ab%d" % n) for n in range(1, 11)] + [(-n, (b"ab%d" % n)[::-1]) for n in range(1, 11)]
    )


def test_what_belongs_together_comes_together(hands: Executor) -> None:
    form = {"home": "int", "number": "int"}
    rows = put(hands, form, [(n % 7 - 3, n) for n in range(100)])
    found = hands.gather(Kernel(summed, {"home": "int", "sum": "int"}), rows, "home")
    assert rows_of(hands, found) == [(home - 3, sum(range(home, 100, 7))) for home in range(7)]


def test_two_meet_over_a_key_that_few_hold(hands: Executor) -> None:
    keys = [(-5, 3), (-5, 1), (2**62, 1), (2**62, 3), (7, 2)]
    rows = put(hands, {"key": "int", "document": "int"}, keys)
    assert rows_of(hands, meet(hands, rows, 4, None)) == [(1, 3)]


def test_over_stock_nobody_meets_or_only_the_first_over_enough_of_it(hands: Executor) -> None:
    stock = [(key, document) for key in (1, 2) for document in (4, 5, 6)] + [(3, document) for document in (5, 6, 7)]
    rows = put(hands, {"key": "int", "document": "int"}, stock)
    assert rows_of(hands, meet(hands, rows, 2, None)) == []
    assert rows_of(hands, meet(hands, rows, 2, 2)) == [(4, 5), (4, 6)]
    assert rows_of(hands, meet(hands, rows, 2, 1)) == [(4, 5), (4, 6), (5, 6), (5, 7)]


def test_rows_are_joined_with_what_stands_under_their_number(hands: Executor) -> None:
    pairs = put(hands, {"a": "int", "b": "int"}, [(1, 2), (1, 3), (2, 9)])
    texts = put(hands, {"document": "int", "text": "bytes"}, [(1, b"one"), (2, b"two"), (3, b"three")])
    first = hands.join(pairs, "a", texts, "document", {"text": "text_a"})
    both = hands.join(first, "b", texts, "document", {"text": "text_b"})
    assert rows_of(hands, both) == [(1, 2, b"one", b"two"), (1, 3, b"one", b"three")]


@pytest.mark.parametrize("in_memory", [1000, 0], ids=["in memory", "by stars"])
def test_what_hangs_together_has_one_first(hands: Executor, in_memory: int) -> None:
    chain = [(n, n + 1) for n in range(10, 40)] + [(40, 5), (100, 90), (95, 90)]
    rows, nodes = put(hands, {"a": "int", "b": "int"}, chain), put(hands, {"node": "int"}, [(2,), (10,)])
    assert rows_of(hands, components(hands, rows, nodes, in_memory)) == [
        (2, 2, 1), (5, 5, 32), *((n, 5, 32) for n in range(10, 41)), (90, 90, 3), (95, 90, 3), (100, 90, 3)
    ]  # fmt: skip


def test_nothing_in_gives_nothing_out(hands: Executor) -> None:
    pairs = put(hands, {"a": "int", "b": "int"}, [])
    keys = put(hands, {"key": "int", "document": "int"}, [])
    assert rows_of(hands, meet(hands, keys, 4, 2)) == []
    assert rows_of(hands, components(hands, pairs)) == []
    assert rows_of(hands, hands.join(pairs, "a", keys, "document", {"key": "key"})) == []
    assert rows_of(hands, pairs + pairs) == []


def test_an_unknown_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such executor"):
        executor("spark", tmp_path)


def test_tuples_and_columns_are_the_same_rows() -> None:
    form = {"a": "int", "b": "float", "c": "bytes"}
    rows = [(1, 0.5, b"x"), (2, 1.5, b"")]
    assert list(to_rows(from_rows(form, rows))) == rows


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "rashomon.executors.frames", raising=False)
    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(UsageError, match=r"pip install 'rashomon\[scale\]'"):
        executor("daft", tmp_path)
