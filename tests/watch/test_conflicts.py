"""Which new report contradicts what was held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from page_sample import sample
from rashomon.model import Difference, Entry, Reading
from rashomon.watch.conflicts import Conflict, find_conflicts


def apparatus_entry(*readings: tuple[str | None, str], severity: str = "contradiction") -> Entry:
    """An entry of the sample with other readings: value and the reports behind it, each by its first statement."""
    made = sample()
    first = {statement.span.document: statement.id for statement in reversed(made.statements)}
    behind = [(value, tuple(f"d{letter}" for letter in letters)) for value, letters in readings]
    return replace(
        made.entries[0],
        difference=Difference("number", severity, 0.9, "2 against 3"),  # type: ignore[arg-type]
        readings=tuple(Reading(value, tuple(first[name] for name in said), said, 1) for value, said in behind),
    )


def conflicts(entry: Entry, *fresh: str) -> list[tuple[list[str], list[str], bool]]:
    found: tuple[Conflict, ...] = find_conflicts(replace(sample(), entries=(entry,)), fresh)
    return [([s.document for s in c.new], [s.document for s in c.held], c.disputed) for c in found]


def test_a_new_report_against_a_held_one() -> None:
    entry = apparatus_entry(("2", "a"), ("3", "b"))
    assert conflicts(entry, "db") == [(["db"], ["da"], False)]


def test_a_new_report_that_joins_a_dispute() -> None:
    entry = apparatus_entry(("2", "a"), ("3", "bc"))
    assert conflicts(entry, "dc") == [(["dc"], ["da"], True)]


@pytest.mark.parametrize("fresh", [(), ("da", "db", "dc")])
def test_old_disputes_and_disputes_among_the_new_alone_are_not_told(fresh: tuple[str, ...]) -> None:
    assert conflicts(apparatus_entry(("2", "a"), ("3", "bc")), *fresh) == []


def test_a_report_that_says_both_contradicts_nobody() -> None:
    assert conflicts(apparatus_entry(("2", "a"), ("3", "ab")), "db") == []
    assert conflicts(apparatus_entry(("2", "ab"), ("3", "b")), "db") == []


@pytest.mark.parametrize(("severity", "told"), [("update", 1), ("tension", 0), ("variant", 0)])
def test_only_grave_differences_are_told(severity: str, told: int) -> None:
    assert len(conflicts(apparatus_entry(("2", "a"), ("3", "b"), severity=severity), "db")) == told
