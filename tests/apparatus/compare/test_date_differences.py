"""Days and durations of one deed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import event, pair

from rashomon.apparatus.compare.dates import LIKELY_DEED, _is_year_guessed, compare_dates
from rashomon.model import Date, Span

TABLE = [
    ("The ferry sank on 3 May 2031", "The ferry sank on 2 May 2031", "contradiction"),
    ("The ferry sank on 3 May 2031", "The ferry sank in May 2031", "variant"),
    ("The ferry sank on 3 May 2031", "The ferry sank on Saturday", None),
    ("The ferry sank on 3 May 2031", "The ferry was raised on 4 May 2031", None),
    ("The ferry sank", "The ferry sank on 2 May 2031", None),
    ("The ferry sank at 5.30 p.m. on Saturday", "The ferry sank at 5.45 p.m.", "contradiction"),
    ("The ferry sank at about 5.30 p.m.", "The ferry sank at 5.36 p.m.", "variant"),
    ("The ferry sank at 5.30 p.m.", "The ferry sank at half past five", None),
    ("The ferry sank at 5.30 p.m. on 2 May", "The ferry sank at 5.30 p.m. on 3 May", "contradiction"),
    ("The ferry sailed at 5.30 p.m.", "She had left the pier at 5.45 p.m.", "contradiction"),
    ("The ferry sailed at 5.30 p.m.", "The bus left the pier at 5.45 p.m.", None),
    ("The ferry sailed at 5.30 p.m.", "She will leave the pier at 5.45 p.m.", None),
    ("The crowd cheered at 5.30 p.m.", "The crowd sang at 5.45 p.m.", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), TABLE)
def test_days_differ_as_an_editor_would_say(one: str, other: str, severity: str | None) -> None:
    finding = compare_dates(*pair(one, other), 0.9, 0, 1)
    assert (finding.severity if finding else None) == severity


RECKONED = [("1962", True), ("1997", False), ("2001", False)]


@pytest.mark.parametrize(("year", "differ"), RECKONED)
def test_a_year_reckoned_from_another_may_be_rounded(year: str, differ: bool) -> None:
    one = "The bank closed in 2018. The bank was founded nearly two decades earlier."
    ones, others = event(one, f"The bank was founded in {year}. The bank closed.")
    assert bool(compare_dates(ones[1], others[0], 0.9, 0, 1)) == differ


GUESSED = [
    (("2031-04", "published"), ("2017", "explicit"), True),
    (("2031-04-03", "published"), ("2017", "explicit"), True),
    (("2031-04", "explicit"), ("2017", "explicit"), False),
    (("2031-04", "published"), ("2017-06", "explicit"), False),
    (("2031-04", "published"), ("2031", "explicit"), False),
    (("2030", "published"), ("2017", "explicit"), False),
]


@pytest.mark.parametrize(("one", "other", "guessed"), GUESSED)
def test_a_guessed_year_is_held_against_nobody(one: tuple[str, str], other: tuple[str, str], guessed: bool) -> None:
    dates = [
        Date(f"t{n}", Span("d", n, n + 1), "date", value, None, None, anchor)  # type: ignore[arg-type]
        for n, (value, anchor) in enumerate((one, other))
    ]
    assert _is_year_guessed(*dates) == _is_year_guessed(*reversed(dates)) == guessed


DEEDS = [
    ("Ole Brandt was freed on 3 May 2031", "Brandt was released on 1 May 2031", "contradiction"),
    ("Ole Brandt was freed on 3 May 2031", "Mina Tarn was released on 1 May 2031", None),
    ("Ole Brandt met Mina Tarn on 3 May 2031", "Ole Brandt met Ivo Lund on 1 May 2031", None),
    ("Ole Brandt spoke on 3 May 2031", "Brandt spoke on 1 May 2031", None),
    ("Ole Brandt resigned on 3 May 2031", "Brandt will resign on 8 May 2031", None),
    ("Ole Brandt was arrested on Saturday", "Brandt was arrested on 11 May 2031", None),
]


@pytest.mark.parametrize(("one", "other", "severity"), DEEDS)
def test_one_deed_of_one_party_is_held_together_by_act_and_party(one: str, other: str, severity: str | None) -> None:
    (a, *_), (b, *_) = event(f"{one}. Reporters were there.", f"{other}. Reporters were there.")
    finding = compare_dates(a, b, LIKELY_DEED, 0, 1)
    assert (finding.severity if finding else None) == severity


def test_a_day_beside_another_noun_is_not_the_day_of_the_deed() -> None:
    one, other = "Ole Brandt was freed on 3 May 2031", "Brandt was freed, a photograph of 9 May 2031 shows"
    (a, *_), (b, *_) = event(f"{one}. Reporters were there.", f"{other}. Reporters were there.")
    assert compare_dates(a, b, 0.9, 0, 1) is None


def test_a_word_for_the_day_quoted_in_both_is_of_the_day_it_was_said() -> None:
    said = "“We lost the election tonight,” said the mayor."
    (one, *_), (other, *_) = event(said, "“Tonight we lost the election,” said the mayor.")
    late = replace(other.dates[0], earliest="2031-05-05", latest="2031-05-05", value="2031-05-05TNI")
    moved = replace(other, dates=(late,))
    assert compare_dates(one, moved, 0.9, 0, 1) is None
    plain = [replace(detail, statement=replace(detail.statement, quote=None)) for detail in (one, moved)]
    found = compare_dates(*plain, 0.9, 0, 1)
    assert found is not None and (found.value_a, found.value_b) == ("2031-05-04", "2031-05-05")
