"""A small pile of broken files: every good report is read, everything broken is told, the same every time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from broken import KINDS, Outcome, corpus, file_of, judge
from broken_parts import Random
from rashomon.errors import Unreadable
from rashomon.reading import read_paths, stream_paths


def marked(texts: list[str]) -> dict[str, str]:
    from broken import _MARK

    return {mark: text for text in texts for mark in _MARK.findall(text)}


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_of_each_kind_every_good_report_is_read_and_what_is_broken_is_told(tmp_path: Path, make: object) -> None:
    draw = Random(11)
    made = [make(draw, number) for number in range(4)]  # type: ignore[operator]
    for one in made:
        (tmp_path / one.name).write_bytes(one.raw)
    problems: list[Unreadable] = []
    texts = marked([document.text for document in stream_paths([tmp_path], on_problem=problems.append)])
    told = Counter(file_of(problem.path) for problem in problems)
    outcomes = [judge(one, texts, told) for one in made]
    assert not [outcome for outcome in outcomes if outcome.missing or outcome.untold]
    assert all("\n" not in str(problem) for problem in problems)


def test_the_files_are_the_same_for_a_seed() -> None:
    assert list(corpus(30, 3, huge=False)) == list(corpus(30, 3, huge=False))


def test_a_pile_is_read_the_same_at_once_and_one_at_a_time(tmp_path: Path) -> None:
    for one in corpus(len(KINDS), 5, huge=False):
        (tmp_path / one.name).write_bytes(one.raw)
    first: list[Unreadable] = []
    second: list[Unreadable] = []
    streamed = {(document.id, document.path) for document in stream_paths([tmp_path], on_problem=first.append)}
    held = read_paths([tmp_path], on_problem=second.append)
    assert {(document.id, path) for document in held for path in (document.path, *document.also)} == streamed
    assert [str(problem) for problem in first] == [str(problem) for problem in second]


def test_a_missing_report_is_noticed() -> None:
    (made,) = corpus(1, 5, huge=False)
    outcome = judge(made, {}, Counter())
    assert isinstance(outcome, Outcome) and outcome.missing == len(made.good) and outcome.untold == made.bad
