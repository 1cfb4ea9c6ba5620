"""Whom "the pontiff" and "the minister" are where more than one person holds or held the office."""

from __future__ import annotations

import pytest

from named_events import resolved

TALE = "Pope Lindal came. Lindal spoke. Lindal ate. Lindal sang. Lindal left."


def described(text: str) -> dict[str, list[str]]:
    return {e.name: [d.text for d in e.descriptions] for e in resolved(text)[0] if e.descriptions}


@pytest.mark.parametrize("said", ["the pope", "the pontiff"])
def test_of_two_the_one_of_whom_the_report_tells_is_meant(said: str) -> None:
    assert described(f"{TALE} He followed Pope Hallgren. At noon {said} rested.") == {"Lindal": [said]}


@pytest.mark.parametrize("said", ["the former pope", "the Polish pope"])
def test_words_that_may_mark_the_other_one_leave_it_open(said: str) -> None:
    assert described(f"{TALE} He followed Pope Hallgren. At noon {said} rested.") == {}


def test_two_of_whom_it_tells_alike_leave_it_open() -> None:
    assert described("Pope Lindal met Pope Hallgren. At noon the pontiff rested.") == {}


def test_an_office_by_its_irish_name_is_that_of_the_prime_minister() -> None:
    assert described("Prime Minister Tove Lindal spoke. At noon the taoiseach rested.") == {
        "Tove Lindal": ["the taoiseach"]
    }
