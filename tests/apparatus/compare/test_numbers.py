"""Which numbers meet, and how grave it is that they differ."""

from __future__ import annotations

import pytest
from build import details, pair
from hypothesis import given
from hypothesis import strategies as st

from rashomon.apparatus.compare.bounds import is_rounding, ranges_meet
from rashomon.apparatus.compare.numbers import compare_numbers, plain
from rashomon.model import Quantity, Span

SAME_DAY = ("2031-05-04", "2031-05-04")
NEXT_DAY = ("2031-05-04", "2031-05-05")
TABLE = [
    ("Five people were killed in the flood", "The flood killed seven people", SAME_DAY, "contradiction"),
    ("Five people were killed in the flood", "The flood killed seven people", NEXT_DAY, "update"),
    ("Police earlier said five people had died", "Six people died in the flood", SAME_DAY, "update"),
    ("The fire destroyed 33 houses", "More than 30 houses were destroyed in the fire", SAME_DAY, "variant"),
    ("The fire destroyed 40 houses", "More than 30 houses were destroyed in the fire", SAME_DAY, "tension"),
    ("The fire destroyed 90 houses", "More than 30 houses were destroyed in the fire", SAME_DAY, None),
    ("Some 3,500 rockets were fired", "Some 3,300 rockets were fired", SAME_DAY, "tension"),
    ("The bridge cost $43,350", "The bridge cost $43,000", SAME_DAY, "variant"),
    ("Five people were killed in the flood", "Seven people were injured in the flood", SAME_DAY, None),
    ("The flood killed five people", "Five people died in the flood", SAME_DAY, None),
    ("The ship carried 24 sailors", "The ship carried 24 lorries", SAME_DAY, None),
    ("The ship carried 24 sailors", "The ship carried 31 lorries", SAME_DAY, None),
    ("The blast killed the guard and three others", "The blast killed four people", SAME_DAY, None),
    ("The attack left six dead, including the gunman", "The gunman killed six people", SAME_DAY, "contradiction"),
    ("The attack left six dead, including the gunman", "The gunman killed six people", NEXT_DAY, "update"),
    ("The attack left six dead, including the gunman", "The gunman killed five people", SAME_DAY, None),
    ("The attack left six dead, including the gunman", "Six people died in the attack", SAME_DAY, None),
    ("The crash left six dead, including the pilot", "The crash killed six people", SAME_DAY, None),
    ("Sixteen people spoke for hours", "Seventeen people spoke against it", SAME_DAY, "contradiction"),
    ("The clinic treated 12 of the injured people", "The fire left 40 people injured", SAME_DAY, None),
    ("She pleaded guilty to two counts", "She was convicted on five counts", SAME_DAY, None),
    ("She was convicted on two counts", "She was convicted on five counts", SAME_DAY, "contradiction"),
    ("She admitted one count of fraud and one count of theft", "She admitted two counts", SAME_DAY, None),
    ("The crack, nine metres long, was discovered on Monday", "The crack is 14 metres long", SAME_DAY, "contradiction"),
    ("Captain charged as toll of ferry crash rises to three", "A crash that killed two", NEXT_DAY, "update"),
    ("Eight people died on the train, the killer among them", "The killer shot dead seven people", SAME_DAY, None),
    (
        "At least 430 marchers were killed in the crackdown",
        "Nearly 400 people were killed in the crackdown",
        SAME_DAY,
        "contradiction",
    ),
    (
        "At least 230 marchers were killed in the crackdown",
        "Nearly 400 people were killed in the crackdown",
        SAME_DAY,
        None,
    ),
    ("Ada Moor pleaded guilty to two counts", "Ada Moor was charged with one charge of fraud", SAME_DAY, None),
    ("Police have identified 63 of the dead", "The flood left 71 dead", SAME_DAY, None),
    ("Police have identified 63 of the 71 dead", "The flood left 90 dead", SAME_DAY, None),
    ("Four people have minor injuries", "Six minor injuries were reported", SAME_DAY, "contradiction"),
    ("Four people have serious injuries", "Six minor injuries were reported", SAME_DAY, None),
    ("Four people were seriously injured", "Six people were injured", SAME_DAY, "contradiction"),
    (
        "Nearly 60 Norwegians were among the victims",
        "At least 80 Norwegian citizens were aboard",
        SAME_DAY,
        "contradiction",
    ),
    ("Ole Brandt and Ivo Lund were two of three sailors killed", "The blast killed three sailors", SAME_DAY, None),
    ("At least 430 rockets were fired", "Nearly 400 rockets were fired", SAME_DAY, "contradiction"),
    ("About 20 of the 59 miners are alive", "At least 59 miners are missing", SAME_DAY, None),
    ("The blast left more than 170 people injured", "The blast injured more than 200 people", NEXT_DAY, "update"),
    ("The blast left more than 170 people injured", "The blast injured more than 200 people", SAME_DAY, "variant"),
    ("The blast injured more than 200 people", "The blast left more than 170 people injured", NEXT_DAY, "variant"),
    (
        "Officers will visit hundreds of families",
        "Officers will visit more than 100,000 families",
        SAME_DAY,
        "contradiction",
    ),
    ("Officers will visit hundreds of families", "Officers will visit 800 families", SAME_DAY, None),
    ("Thousands of ballots were lost", "Some 75,000 ballots were lost", SAME_DAY, None),
    ("Dozens of marchers were arrested", "Police arrested 400 marchers", NEXT_DAY, "update"),
    ("Hundreds of marchers were arrested", "Police arrested 40 marchers on Saturday", NEXT_DAY, None),
    (
        "At least 19 people, including five children, had been killed in the raids",
        "Eight days of raids killed 161 Norwegians",
        NEXT_DAY,
        "update",
    ),
    ("Some 160 people had been killed in the raids", "The raids killed 19 Norwegians", NEXT_DAY, None),
    ("Five soldiers killed three rebels", "Two soldiers were killed", SAME_DAY, None),
    ("At least 300 insurgents were killed", "Some 900 fighters were killed", NEXT_DAY, "update"),
    ("Nine of the 14 schools that shut will open", "Nearly 15 schools will open", SAME_DAY, None),
    ("Four banks will close, and two more banks on Friday", "Six banks will close", SAME_DAY, None),
    ("Four banks will close", "Six banks will close", SAME_DAY, "contradiction"),
    ("The firm owns 12 ships", "The firm owns 400 ships", SAME_DAY, None),
    ("The port loses 40 jobs a week", "The port loses 160 jobs", SAME_DAY, None),
    ("The bill costs $10 million more than planned", "The bill costs $30 million", SAME_DAY, None),
    (
        "The bill gives $75 million to ports and $25 million to pilots",
        "There is $25 million for pilots",
        SAME_DAY,
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "days", "severity"), TABLE)
def test_numbers_differ_as_an_editor_would_say(
    one: str, other: str, days: tuple[str, str], severity: str | None
) -> None:
    finding = compare_numbers(*pair(one, other, days), 0.9, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_the_reason_names_the_words_compared() -> None:
    finding = compare_numbers(*pair("Five people were killed", "Seven people were killed"), 0.9, 0, 1)
    assert finding is not None
    assert finding.why.endswith("Five / Seven")
    assert (finding.value_a, finding.value_b) == ("5", "7")


def test_statements_that_hardly_share_a_fact_are_not_compared() -> None:
    both = pair("The ship carried 24 sailors", "The ship carried 31 sailors")
    assert compare_numbers(*both, 0.9, 0, 1) is not None
    assert compare_numbers(*both, 0.01, 0, 1) is None


def quantity(value: float, low: float | None, high: float | None) -> Quantity:
    return Quantity("q", Span("d", 0, 1), "count", value, low, high, None, None)


bounds = st.one_of(st.none(), st.integers(-50, 50).map(float))


@given(bounds, bounds, bounds, bounds)
def test_ranges_meet_exactly_when_some_number_fits_both(
    a: float | None, b: float | None, c: float | None, d: float | None
) -> None:
    one, other = quantity(0, a, b), quantity(0, c, d)
    candidates = [x for x in (a, b, c, d) if x is not None] or [0.0]
    twin = any(
        all((q.low is None or q.low <= x) and (q.high is None or x <= q.high) for q in (one, other)) for x in candidates
    )
    assert ranges_meet(one, other) == ranges_meet(other, one) == twin


def test_a_rounding_is_told_from_a_slip() -> None:
    assert is_rounding(43_000, 43_350) and is_rounding(43_350, 43_000)
    assert not is_rounding(5_687.75, 5_587.75)
    assert not is_rounding(4, 5)
    assert not is_rounding(40_000, 70_000)


def test_numbers_are_shown_without_needless_digits() -> None:
    assert [plain(n) for n in (24.0, 0.5, 5687.75, 1_200_000.0)] == ["24", "0.5", "5687.75", "1200000"]


def test_a_sum_in_a_list_is_compared_by_itself() -> None:
    one = details(
        "The bills came to $400.00 on hats, $90.20 on rugs and $5,687.75 at the Gullhead Seaside Retreat", name="d-1"
    )
    (other,) = details("A $5,587.75 holiday at the Gullhead Seaside Retreat was paid by the club", name="d-2")
    found = [(detail.words, compare_numbers(detail, other, 0.2, 0, 1)) for detail in one]
    assert [words for words, finding in found if finding] == ["$5,687.75 at the Gullhead Seaside Retreat"]


def test_a_toll_told_on_an_earlier_day_is_overtaken_in_a_report_of_the_same_day() -> None:
    now = details("Some 900 fighters have been killed", name="d-2")[0]
    told = details("On Saturday a colonel had said that at least 300 rebels were killed")[-1]
    found = compare_numbers(told, now, 0.9, 0, 1)
    assert found is not None and found.severity == "update"


def test_percentages_of_other_subjects_and_verbs_do_not_meet() -> None:
    a, b = pair("The mayor leads among 81 percent of farmers", "Some 56 percent of farmers praised a speech")
    assert compare_numbers(a, b, 0.9, 0, 1) is None
    a, b = pair("The ridge fire is 40 percent contained", "The ridge fire is 55 percent contained")
    assert compare_numbers(a, b, 0.9, 0, 1) is not None


def test_numbers_of_different_years_do_not_meet() -> None:
    a, b = pair("Ms Moor won the seat by 28 votes in 2022", "Ms Moor won the seat by 20 votes in 2030")
    assert compare_numbers(a, b, 0.9, 0, 1) is None


def test_people_of_one_nation_are_counted_alike_unless_something_else_became_of_them() -> None:
    a, b = pair("Nearly 60 Norwegians were among the victims", "At least 80 Norwegian citizens were aboard")
    assert compare_numbers(a, b, 0.2, 0, 1) is not None
    a, b = pair("The war has claimed the lives of 67 Norwegians", "Six Norwegians were arrested in that war")
    assert compare_numbers(a, b, 0.2, 0, 1) is None
