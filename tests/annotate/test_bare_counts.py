"""Numbers without a noun: which of them count something, and which do not."""

from __future__ import annotations

import pytest

from rashomon.annotate.dates import find_dates
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.sentences import find_sentences
from rashomon.syntax import read_trees
from samples import document


def values(text: str, kind: str) -> list[float | None]:
    report = document("a", text)
    sentences = find_sentences(report)
    dates = find_dates(report, sentences, "2031-05-02")
    quantities = find_quantities(report, sentences, dates, read_trees(report, sentences))
    return [each.value for each in quantities if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tenants said that 60,000 had taken part.", [60000]),
        ("Police first said 18,000. The tenants say 60,000.", [18000, 60000]),
        ("She withdrew the figure of 47 that she had given.", [47]),
        ("The Harbour Party has 17 seats and the farmers six.", [17, 6]),
        ("They hold 21 seats. The Greens have 18 and the Reds six.", [21, 18, 6]),
        ("The recount put the mayor ahead by seven.", [7]),
        ("Seven of the twelve were customers.", [7, 12]),
        ("One of the four died.", [1, 4]),
        ("Only one person died.", [1]),
        ("Forty of us were told on Sunday.", [40]),
        ("All 19 of them lived.", [19]),
        ("The 26 landed at noon.", [26]),
        ("The navy saved nine people, and three by boat.", [9, 3]),
        ("They killed 12 people in Varn and four in Lorne.", [12, 4]),
        ("The lawyers counted 71 arrests, eight more than the police.", [71, 8]),
        ("He killed SIX shoppers.", [6]),
        ("The union voted nine to one to strike.", [9]),
        ("He admitted on May 24 to one count of fraud.", [1]),
        ("He fired twice.", [2]),
    ],
)
def test_these_count_something(text: str, expected: list[float]) -> None:
    assert values(text, "count") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ada was the only one of the crew who spoke.",
        "He earns twice as much.",
        "Think twice.",
        "In 2019 had been dry.",
        "Channel 4 reported it.",
        "She said nine.",
        "He is on Route 9 and Route 12.",
        "Press 1 or go to room 12 by 5.",
        "The Lorne 12 closed.",
        "It was a 50:50 call.",
    ],
)
def test_these_count_nothing(text: str) -> None:
    assert values(text, "count") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her sons, 14, 16 and 20, were at home.", [14, 16, 20]),
        ("They have children who are 15, 12 and 7.", [15, 12, 7]),
        ("The three, aged 14, 16 and 20, were freed.", [14, 16, 20]),
        ("The wounded, aged between nine and 74, went home.", [74]),
        ("The children, aged 7 to 15, are safe.", [15]),
        ("He applied to the navy at 18 and was refused.", [18]),
        ("They vanished when they were 14, 16 and 20 years old.", [14, 16, 20]),
        ("The sisters, 9 and 11, are safe.", [9, 11]),
        ("The girls, aged 9, 11 and 14, and their mother left.", [9, 11, 14]),
        ("Ada Quill, 41, and 3 others left.", [41]),
        ("Ada Quill, 41, two guards and a cook left.", [41]),
    ],
)
def test_ages_in_a_list_and_in_a_range(text: str, expected: list[float]) -> None:
    assert values(text, "age") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eight of nine agreed. The ninth, Petra Moll, refused.", [9]),
        ("Three were held. A fourth, Sam Orde, was let go.", [4]),
        ("She was the first to leave the hall.", [1]),
        ("Mr Reeve would be the fourth.", [4]),
        ("The crew came second in the regatta.", [2]),
        ("He would be the first to admit it.", []),
        ("The Echo was the first to report it.", []),
        ("At first he left.", []),
    ],
)
def test_ranks_without_a_noun(text: str, expected: list[float]) -> None:
    assert values(text, "ordinal") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The price is 312p a share.", [3.12]),
        ("They closed at 309.5p.", [3.095]),
        ("The film runs in 1080p.", []),
        ("It is on p. 12 of the book.", []),
    ],
)
def test_pence(text: str, expected: list[float]) -> None:
    assert values(text, "money") == expected
