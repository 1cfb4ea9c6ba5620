"""One deed at two stages: ahead in one report, done, not done or ended in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.courses import compare_courses, steps

DAYS = "2026-03-01", "2026-03-03"
FOLLOWING = [
    ("Ona Reyes plans to address the nation.", "Ona Reyes's address calmed the markets.", True),
    ("Ona Reyes plans to address the nation.", "Ona Reyes held her speech before parliament.", True),
    ("Orvel and Sahrun are considering a truce.", "Orvel and Sahrun maintain a truce.", True),
    ("The council imposed a curfew in Orvel.", "The council lifted the curfew in Orvel.", True),
    ("The governor could order an invasion of Sahrun.", "The governor decided not to launch an invasion.", True),
    ("Nurses are planning a strike over pay.", "Nurses called off their strike.", True),
    ("Prosecutors are preparing charges against Lina Voss.", "Prosecutors charged Lina Voss with fraud.", True),
    ("The council voted to sell its harbour.", "A judge stopped the council from selling the harbour.", True),
    ("There was no need for an inquiry into the crash.", "The minister ordered an inquiry into the crash.", True),
    ("Marle Steel is seeking a merger with Orvel Iron.", "Marle Steel completed its merger with Orvel Iron.", True),
]
APART = [
    ("Ona Reyes plans another visit to Orvel.", "Ona Reyes visited Orvel."),
    ("Ona Reyes planned a visit to Orvel.", "Ole Brandt visited Orvel."),
    ("Orvel is seeking a truce.", "The company is seeking a merger."),
    ("The council imposed a curfew in Orvel.", "The council imposed a curfew at ten."),
    ("Nurses plan strikes.", "Nurses called off strikes."),
    ("Ona Reyes plans to visit Orvel.", "Ona Reyes began a trip to Sahrun."),
]


@pytest.mark.parametrize(("one", "other", "differ"), FOLLOWING)
def test_a_later_stage_of_one_deed_is_an_update(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other, days=DAYS)
    found = [f for a in first for b in second if (f := compare_courses(a, b, 0.5, 0, 1))]
    assert bool(found) == differ
    assert {finding.severity for finding in found} <= {"update"}


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_deeds_are_left_alone(one: str, other: str) -> None:
    first, second = event(one, other, days=DAYS)
    assert not any(compare_courses(a, b, 0.3, 0, 1) for a in first for b in second)


def test_what_was_done_first_does_not_follow() -> None:
    first, second = event("The council imposed a curfew.", "The council lifted the curfew.", days=DAYS[::-1])
    assert not any(compare_courses(a, b, 0.5, 0, 1) for a in first for b in second)


def test_what_was_done_before_it_was_planned_is_another_deed() -> None:
    one, other = "Ona Reyes is planning a visit to Orvel.", "Ona Reyes began a visit to Orvel on 4 January 2026."
    first, second = event(one, other, days=DAYS)
    assert not any(compare_courses(a, b, 0.5, 0, 1) for a in first for b in second)


def test_a_denial_on_the_same_day_contradicts() -> None:
    (a, *_), (b, *_) = event("The parties reached a deal.", "The parties did not reach a deal.", days=(DAYS[0],) * 2)
    finding = compare_courses(a, b, 0.5, 0, 1)
    assert finding is not None
    assert finding.severity == "contradiction"


def test_the_stage_of_a_noun_is_told_by_what_governs_it() -> None:
    said = "Orvel proposed a truce.", "Orvel broke the truce.", "The truce held.", "There was no sign of a truce."
    stages = [[step.stage for d in event(one, "It rained.")[0] for step in steps(d)][-1] for one in said]
    assert stages == ["ahead", "ended", "done", "ahead"]
