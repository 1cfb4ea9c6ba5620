"""States that exclude each other, and states that merely follow one another."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.status import compare_status

SAME_DAY = ("2031-05-04", "2031-05-04")
NEXT_DAY = ("2031-05-04", "2031-05-05")
TABLE = [
    ("The truce is holding in the valley", "The truce collapsed on Sunday", SAME_DAY, "contradiction"),
    ("The deal remains intact and the truce is holding", "The agreement collapsed", SAME_DAY, "contradiction"),
    ("The harbour road remains closed", "The harbour road was reopened", NEXT_DAY, "update"),
    ("The harbour road was closed for an hour", "The harbour road was reopened", SAME_DAY, None),
    ("The jury convicted the captain", "The jury acquitted the captain", SAME_DAY, "contradiction"),
    ("The captain served in the navy", "The captain never served in the navy", SAME_DAY, "contradiction"),
    ("The minister will resign", "The minister resigned", SAME_DAY, "update"),
    ("The minister may resign", "The minister resigned", SAME_DAY, None),
    ("The sailor was freed after being held for weeks", "The sailor was held for weeks", SAME_DAY, None),
]


@pytest.mark.parametrize(("one", "other", "days", "severity"), TABLE)
def test_states_differ_as_an_editor_would_say(
    one: str, other: str, days: tuple[str, str], severity: str | None
) -> None:
    finding = compare_status(*pair(one, other, days), 0.9, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_states_of_different_things_do_not_meet() -> None:
    assert compare_status(*pair("The harbour road remains closed", "The school was reopened"), 0.9, 0, 1) is None
