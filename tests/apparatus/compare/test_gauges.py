"""Numbers told by different gauges are not set side by side."""

from __future__ import annotations

import pytest
from build import pair

from rashomon.apparatus.compare.gauges import gauge, stretch
from rashomon.apparatus.compare.measures import NEVER, least_likelihood

TABLE = [
    ("The port handles 4,000 containers a day", {"per day"}),
    ("The port handles 4,000 containers daily", {"per day"}),
    ("Nurses earn 900 crowns per month", {"per month"}),
    ("The rival bids 290 pence a share for the yard", {"per share"}),
    ("The plan costs 300 crowns more than the old one", {"than"}),
    ("The first two pilots landed in Aster", {"some"}),
    ("The port lost 4,000 containers in the storm", set()),
    ("The storm took 40 boats a day after the warning", set()),
    ("The port lost 4,000 containers on a stormy day", set()),
]


@pytest.mark.parametrize(("sentence", "gauges"), TABLE)
def test_a_number_has_the_gauge_its_words_tell(sentence: str, gauges: set[str]) -> None:
    one, _ = pair(sentence, sentence)
    assert gauge(one, one.quantities[-1]) == gauges


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("The line loses 40 jobs a week", "The line loses 160 jobs", False),
        ("The line loses 40 jobs a week", "The line loses 60 jobs weekly", True),
        ("The bridge costs $30 million over three years", "The bridge costs $80 million over ten years", False),
        ("The bridge costs $30 million over ten years", "The bridge costs $35 million over a decade", True),
        ("The bridge costs $30 million over ten years", "The bridge costs $35 million", True),
        ("In the past three days some 60 villages fell", "The rebels took 16 villages in the past day", False),
        ("In the past three days some 60 villages fell", "The rebels took 16 villages", True),
    ],
)
def test_numbers_meet_that_are_told_by_one_gauge(one: str, other: str, alike: bool) -> None:
    a, b = pair(one, other)
    one_number, other_number = (next(q for q in d.quantities if q.kind != "duration") for d in (a, b))
    assert (least_likelihood(a, one_number, b, other_number) < NEVER) == alike


def test_the_days_of_a_reckoning_are_read() -> None:
    one, _ = pair(*["The dam costs $30 million over two decades"] * 2)
    assert stretch(one, one.quantities[0]) == 7300
