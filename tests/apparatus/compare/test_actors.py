"""Two agents of one deed, where the words mark them."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.actors import LIKELY, LIKELY_SAME_PERSON, agents, compare_actors

HELD = "Tomas Cole was held by the Orlind Rebel Army for a week."
TABLE = [
    (HELD, "Tomas Cole was held by the Velkan Liberation Front in May.", True),
    (HELD, "Tomas Cole was kidnapped by the Velkan Liberation Front in May.", True),
    (HELD, "Tomas Cole was thanked by the Velkan Liberation Front in May.", False),
    (HELD, "Tomas Cole was held by the Orlind Rebel Army Council in May.", False),
    (HELD, "Tomas Cole was held by Ada Moor in May.", False),
    (HELD, "Tomas Cole stood by the Velkan Liberation Front in May.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_agents_of_one_deed_differ(one: str, other: str, differ: bool) -> None:
    (a,), (b,) = event(one, other)
    finding = compare_actors(a, b, 0.9, 0, 1)
    assert (finding is not None) == differ


def test_the_reason_names_both_agents() -> None:
    (a,), (b,) = event(*TABLE[0][:2])
    finding = compare_actors(a, b, 0.9, 0, 1)
    assert finding is not None
    assert (finding.kind, finding.severity) == ("actor", "contradiction")
    assert (finding.value_a, finding.value_b) == ("Orlind Rebel Army", "Velkan Liberation Front")


def test_a_person_in_both_statements_makes_up_for_likeness() -> None:
    (a,), (b,) = event(*TABLE[0][:2])
    assert compare_actors(a, b, LIKELY_SAME_PERSON, 0, 1) is not None
    (c,), (d,) = event(
        "The mine was held by the Orlind Rebel Army.", "The mine was held by the Velkan Liberation Front."
    )
    assert compare_actors(c, d, LIKELY_SAME_PERSON, 0, 1) is None
    assert compare_actors(c, d, LIKELY, 0, 1) is not None


def test_what_many_may_do_to_a_thing_has_no_one_agent() -> None:
    (a,), (b,) = event("The letters were obtained by Kelm News.", "The letters were obtained by the Aster Post.")
    assert compare_actors(a, b, 0.9, 0, 1) is None
    (a,), (b,) = event("Ada Moor greeted the crowd.", "Tomas Cole greeted the crowd.")
    assert compare_actors(a, b, 0.9, 0, 1) is None


def test_police_are_one_hand_by_whatever_word() -> None:
    (a,), (b,) = event("The man was shot by a deputy.", "The man was shot by an officer.")
    assert compare_actors(a, b, 0.9, 0, 1) is None
    (a,), (b,) = event("The man was shot by a deputy.", "The man was shot by a neighbour.")
    assert compare_actors(a, b, 0.9, 0, 1) is not None


def test_a_deed_without_by_has_no_agent() -> None:
    ((detail,),) = event("The Orlind Rebel Army held Tomas Cole.")
    assert agents(detail) == []


def test_the_agent_may_stand_behind_words_for_what_it_is() -> None:
    ((detail,),) = event("Tomas Cole was held by the armed group Orlind Rebel Army.")
    assert [(agent.deed, agent.entity.name) for agent in agents(detail)] == [("hold", "Orlind Rebel Army")]


FOUND = "The leak was discovered by a night guard."
BY_NOUN = [
    (FOUND, "The leak was spotted by a walker.", True),
    (FOUND, "The leak was discovered by a guard.", False),
    (FOUND, "The wreck was spotted by a walker.", False),
    (FOUND, "The leak was repaired by a walker.", False),
    (FOUND, "The leak was discovered by police officers.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), BY_NOUN)
def test_nouns_behind_by_differ_where_one_thing_is_done_once(one: str, other: str, differ: bool) -> None:
    (a,), (b,) = event(one, other)
    assert (compare_actors(a, b, 0.5, 0, 1) is not None) == differ


SPENT = "Tomas Cole spent $40,000 on the house."
TOGETHER = [
    (SPENT, "Tomas Cole and his wife spent $40,000 on the house.", True),
    (SPENT, "Tomas Cole and his wife spent $50,000 on the house.", False),
    (SPENT, "Tomas Cole spent the $40,000 in May.", False),
    ("With his wife Tomas Cole spent $40,000.", "Tomas Cole and his wife spent $40,000 on the house.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TOGETHER)
def test_a_sum_one_spent_differs_from_the_sum_two_spent(one: str, other: str, differ: bool) -> None:
    (a, *_), (b, *_) = event(one, other)
    assert (compare_actors(a, b, 0.5, 0, 1) is not None) == differ


KEPT = "Tomas Cole was held captive by the Orlind Rebel Army."
LET_GO = [
    (KEPT, "Tomas Cole was released by the Velkan Liberation Front.", "tension"),
    (KEPT, "Tomas Cole was rescued by the Velkan Liberation Front.", None),
    (KEPT, "Tomas Cole was released by the Orlind Rebel Army.", None),
    (KEPT, "Ada Moor was released by the Velkan Liberation Front.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), LET_GO)
def test_who_releases_a_captive_is_who_held_him(one: str, other: str, severity: str | None) -> None:
    (a,), (b,) = event(one, other)
    finding = compare_actors(a, b, 0.1, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_what_only_may_be_has_no_doer() -> None:
    (told,), (asked, *_) = event(
        "The premier Ada Moor crossed the line.", "If Tomas Cole had crossed the line, he would go."
    )
    assert compare_actors(told, asked, 0.9, 0, 1) is None


def test_each_raises_his_own_sum() -> None:
    (one,), (other,) = event("Ada Moor raised $46 million last week.", "Tomas Cole raised $34 million last week.")
    assert compare_actors(one, other, 0.9, 0, 1) is None
    (one,), (other,) = event("Ada Moor raised $46 million last week.", "Tomas Cole raised $46 million last week.")
    assert compare_actors(one, other, 0.9, 0, 1) is not None


MADE = "The engine was developed by Orlind Motors in the eighties."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (MADE, "The engine was developed by the Velkan Institute in the nineties.", True),
        (MADE, "The engine was developed by the Velkan Institute.", True),
        (MADE, "The engine was repaired by the Velkan Institute.", False),
    ],
)
def test_a_thing_is_made_by_one_though_reports_are_less_alike(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    assert any(compare_actors(a, b, 0.25, 0, 1) for a in first for b in second) == differ
