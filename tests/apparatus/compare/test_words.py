"""Attribution, scope and the list of comparisons."""

from __future__ import annotations

from build import pair

from rashomon.apparatus.compare import COMPARISONS
from rashomon.apparatus.compare.attribution import compare_attribution
from rashomon.apparatus.compare.scope import compare_scope


def test_what_is_alleged_in_one_and_stated_in_the_other_is_a_tension() -> None:
    finding = compare_attribution(*pair("The clerk took the money", "The clerk allegedly took the money"), 0.9, 0, 1)
    assert finding is not None
    assert (finding.severity, finding.value_b) == ("tension", "allegedly")


def test_one_word_of_doubt_in_both_is_no_difference() -> None:
    both = pair("The clerk allegedly took the money", "The clerk allegedly took the money")
    assert compare_attribution(*both, 0.9, 0, 1) is None


def test_groups_under_one_action_are_a_tension() -> None:
    one, other = "The minister promised to free all sailors", "The minister promised to free other fishermen"
    finding = compare_scope(*pair(one, other), 0.9, 0, 1)
    assert finding is not None and finding.severity == "tension"
    assert (finding.value_a, finding.value_b) == ("all sailors", "other fishermen")


def test_the_same_group_is_no_difference() -> None:
    both = pair("The minister promised to free all sailors", "The minister promised to free other sailors")
    assert compare_scope(*both, 0.9, 0, 1) is None


def test_no_comparison_finds_a_difference_between_a_statement_and_itself() -> None:
    texts = [
        "Five people were killed in the flood on 3 May 2031",
        "The truce is holding in the valley and all sailors were freed",
        "The clerk allegedly took $5,000 from the fund",
    ]
    for text in texts:
        for comparison in COMPARISONS:
            assert comparison(*pair(text, text), 1.0, 0, 1) is None
