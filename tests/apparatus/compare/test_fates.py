"""Which of several numbers of a sentence is of which state."""

from __future__ import annotations

import pytest
from build import details

from rashomon.apparatus.compare.fates import does_it, states


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("At least 19 people, including five children, had been killed in the flood", {"dead"}),
        ("Two ferries, both of them old, were damaged in the storm", {"destroyed"}),
        ("Five soldiers killed three rebels", set()),
        ("Some 4,000 people fled their homes", {"displaced"}),
        ("Nine miners died", {"dead"}),
        ("Two hospitals were damaged", set()),
    ],
)
def test_what_became_of_those_that_the_first_number_counts(sentence: str, named: set[str]) -> None:
    detail = details(sentence)[0]
    assert states(detail, detail.quantities[0]) == named


def test_those_who_do_it_are_not_those_it_is_done_to() -> None:
    detail = details("Five soldiers killed three rebels")[0]
    assert [does_it(detail, quantity) for quantity in detail.quantities] == [True, False]
