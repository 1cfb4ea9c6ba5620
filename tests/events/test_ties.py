"""Whether two leads tell of one happening."""

from __future__ import annotations

from dataclasses import replace

import pytest
from happenings import FERRY, MILL, lead, report
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import FLOOR, Lead, Member, Tie, find_ties, leads, tie
from rashomon.events.weighing import UNIT
from rashomon.model import Document


def of_two(a: Document, b: Document) -> Tie:
    [first], [second] = leads(a), leads(b)
    return tie(first, second)


def test_reports_of_one_happening_are_tied_more_than_of_two() -> None:
    assert of_two(FERRY[0], FERRY[1]).score > 0.2 > 0.05 > of_two(FERRY[0], MILL[0]).score


def test_reasons_are_told_in_fixed_words() -> None:
    assert of_two(FERRY[0], FERRY[1]).why == ("the same names", "the same telling words", "published within two days")
    series = lead("a", {1: UNIT}, 0), lead("b", {1: UNIT}, 7)
    assert tie(*series).why == ("the same telling words", "published further apart")


def test_the_score_is_the_cosine_of_the_weights() -> None:
    a, b = lead("a", {1: UNIT * 6 // 10, 2: UNIT * 8 // 10}), lead("b", {2: UNIT * 5 // 10, 3: UNIT * 8 // 10})
    assert tie(a, b).score == 0.4


def test_one_town_and_one_number_make_no_happening() -> None:
    ferry = "The ferry of Port Alder ran aground on Tuesday with 40 people aboard. Nobody was hurt."
    pool = "Port Alder closes its swimming pool for 40 days, the council decided on Tuesday."
    a = report("a", "Port Alder ferry strikes rock", ferry, "2031-05-03")
    b = report("b", "Pool in Port Alder shut", pool, "2031-05-03")
    assert of_two(a, b).score < FLOOR
    assert of_two(a, replace(b, language="ru")).score > 0.2  # where names are all that two languages can share


@pytest.mark.parametrize(("day", "score"), [(0, 1), (1, 1), (3, 0.5), (7, 0.25), (365, 0.005), (None, 0.7)])
def test_what_is_further_apart_in_time_counts_less(day: int | None, score: float) -> None:
    assert tie(lead("a", {1: UNIT}, 0), lead("b", {1: UNIT}, day)).score == score


@pytest.mark.parametrize(("length", "score"), [(500, 1), (2000, 1), (3500, 0.8), (5000, 0.6), (90_000, 0.6)])
def test_the_same_words_count_less_in_two_long_reports(length: int, score: float) -> None:
    long, longer = (
        replace(lead(id, {1: UNIT}, 0), member=Member(id, 100, 100 + size))
        for id, size in (("a", length), ("b", 2 * length))
    )
    assert tie(long, longer).score == tie(longer, long).score == score


def test_where_no_day_is_known_nothing_is_taken_off() -> None:
    assert tie(lead("a", {1: UNIT}), lead("b", {1: UNIT})).score == 1


def test_another_of_a_counted_series_is_another_happening() -> None:
    text = "Dockers in Skerby stayed away from work. Union leader Tilda Roan said talks with the port would go on."
    a = report("a", "Skerby dock strike, Day 2: talks go on", text, "2031-06-02")
    b = report("b", "Skerby dock strike, Day 21: talks go on", text, "2031-06-21")
    assert of_two(a, b) == Tie(of_two(a, b).a, of_two(a, b).b, 0.0, ("another of a counted series",), True)
    assert not of_two(a, report("c", "Skerby dock strike, day two: port shut", text, "2031-06-02")).vetoed


def quake(id: str, place: str, magnitude: str, published: str) -> Document:
    """What an observatory's program writes after every quake."""
    return report(
        id,
        f"Magnitude {magnitude} earthquake strikes near {place}",
        f"A magnitude {magnitude} earthquake was measured near {place}, the seismological "
        "institute said. The epicentre was "
        "at a depth of 10 kilometres. There were no immediate reports of damage or casualties. "
        "Aftershocks are possible "
        "and residents should keep away from damaged buildings.",
        published,
    )


def test_two_earthquakes_in_the_same_words_are_two() -> None:
    here, there = quake("a", "Oberleck", "5.4", "2031-06-02"), quake("b", "Port Samrel", "5.4", "2031-06-02")
    assert of_two(here, there).why == ("the same words about other names",)
    stronger = quake("c", "Oberleck", "6.2", "2031-06-02")
    assert of_two(here, stronger).why == ("another of a counted series",)
    corrected = quake("d", "Oberleck", "5.6", "2031-06-02")
    assert of_two(here, corrected).score > 0.8


def test_a_form_filled_in_for_another_place_is_another_happening() -> None:
    line = "{} shares closed lower after quiet trading, the index down {} points"
    [one], [other] = (
        leads(report(id, f"{place} shares close", line.format(place, points) + ".", "2031-03-04"))
        for id, place, points in (("a", "Tarnholm", 12), ("b", "Skerby", 31))
    )
    assert tie(one, other).why == ("the same words about other names",)


def test_a_form_filled_in_for_another_day_is_another_happening() -> None:
    def draw(id: str, day: str) -> Document:
        text = f"The numbers of the Tarnholm lottery drawn on {day} are announced below. The jackpot was not won."
        return report(id, "Tarnholm lottery numbers", text)

    assert of_two(draw("a", "July 3"), draw("b", "July 10")).why == ("the same words about another day",)
    assert not of_two(draw("a", "July 3"), draw("b", "3 July")).vetoed


def test_reports_of_one_time_may_name_different_days() -> None:
    text = "The Maren Lind ran aground off Tarnholm with 140 people on board. Captain Jorun Velde blamed the steering. "
    a = report("a", "", text + "She was built on March 3.", "2031-03-05")
    b = report("b", "", text + "An inquiry will open on March 9.", "2031-03-05")
    assert not of_two(a, b).vetoed


def test_a_toll_that_rises_makes_no_other_happening() -> None:
    def crash(id: str, dead: str) -> Document:
        text = f"A bus left the road near Oberleck and {dead} people died, police said. Driver Ivo Kranz was injured."
        return report(id, f"{dead} dead in Oberleck bus crash", text, "2031-06-02")

    assert of_two(crash("a", "Three"), crash("b", "Seven")).score > 0.5


def test_only_ties_that_count_are_found() -> None:
    found = [one for document in (*FERRY, *MILL) for one in leads(document)]
    pairs = [(a, b) for b in range(len(found)) for a in range(b)]
    ties = list(find_ties(found, pairs))
    assert ties == [each for a, b in pairs if (each := tie(found[a], found[b])).score >= FLOOR or each.vetoed]
    assert len(ties) == 4


made = st.builds(
    lambda words, day, labels: replace(lead("x", words, day), labels=tuple(labels)),
    st.dictionaries(st.integers(0, 9), st.integers(0, UNIT), max_size=6),
    st.none() | st.integers(-9, 9),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=2),
)


@settings(max_examples=60, deadline=None)
@given(made, made)
def test_a_tie_is_the_same_from_both_sides(a: Lead, b: Lead) -> None:
    a, b = replace(a, member=a.member._replace(document="a")), replace(b, member=b.member._replace(document="b"))
    found = tie(a, b)
    assert found == tie(b, a)
    assert 0 <= found.score <= 1 and found.a < found.b
    assert not (found.vetoed and found.score)
