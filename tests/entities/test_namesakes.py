"""Who is not who: fathers and sons, spouses, people of one name; and the forms of one name that are one person."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from named_events import event_of, groups_of
from rashomon.entities import resolve_entities
from rashomon.entities.compare import compare, keys
from rashomon.entities.person_names import read_name
from rashomon.entities.units import Unit, make_units
from rashomon.model import Span


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("George H.W. Marn", "George W. Marn"),
        ("Robert L. Wexley", "Robert M. Wexley"),
        ("Sergei Ivanovich Dramov", "Sergei Petrovich Dramov"),
        ("Omar bin Hassan Tarif", "Omar bin Salem Tarif"),
        ("Jo Marn Jr.", "Jo Marn Sr."),
        ("T.J. Wexley", "Tony Wexley"),
        ("Ike Wexley III", "Ike Parson Wexley"),
        ("Dan Wexley", "Dana Wexley"),
        ("Hassan Dramovin", "Karim Dramovi"),
        ("Salem Hassan Tarif", "Hassan bin Salem Tarif"),
    ],
)
def test_people_of_one_family_name_stay_apart(first: str, second: str) -> None:
    assert len(groups_of(f"They met {first} there.", f"They met {second} there.")) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("J.K. Wexley", "James Karl Wexley"),
        ("J.-C. Wexley", "Jean-Claude Wexley"),
        ("Robert L. Wexley", "Robert Wexley"),
        ("L. Patrick Wexley III", "L. Patrick Wexley"),
        ("Ty Wexley", "Tywon Wexley"),
        ("Vadim Horyanov", "Vadim Goryanov"),
        ("Robert L. Wexley", "Robert Lee Wexley"),
        ("Karim Dramovin", "Karim Dramovinm"),
        ("Ana Maria Wexley", "Maria Wexley"),
        ("Chris Van Wexley", "Van Wexley"),
    ],
)
def test_forms_of_one_name_are_one_person(first: str, second: str) -> None:
    assert len(groups_of(f"They met {first} there.", f"They met {second} there.")) == 1


def test_a_letter_more_in_a_family_name_of_one_report_is_another_family() -> None:
    assert len(groups_of("They met Karim Johnson and Karim Johnston there.")) == 2


def test_a_given_name_is_not_the_family_name_it_is_like() -> None:
    groups = groups_of("They met Kristen Bell and Bella Wexley there. Later Bella left.")
    assert {"Bella Wexley", "Bella"} in groups


def test_with_an_elder_in_the_event_the_junior_is_not_the_plain_name() -> None:
    groups = groups_of("They met Jo Marn Sr. there.", "They met Jo Marn Jr. there.", "They met Jo Marn there.")
    assert {"Jo Marn Jr."} in groups


def test_a_bare_given_name_with_a_suffix_is_not_the_parent() -> None:
    groups = groups_of("They met Fred Wexley and his sons, Fred Jr. and Ike III, there.", "Later Ike Jr. left.")
    assert all(len(group) == 1 for group in groups)


def test_sisters_with_like_names_in_one_report_are_two() -> None:
    assert len(groups_of("They met Dana Wexley and Dina Wexley there.", "They met Dana Wexley there.")) == 2


def test_father_and_son_with_the_fathers_name_in_one_report_stay_two() -> None:
    assert len(groups_of("They met Salem Hassan Tarif and his father Hassan Tarif there.")) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Velk Utilities Corporation", "Velk Utilities"),
        ("Velkline Corp.", "Velkline Corporation"),
        ("Velk Foods Limited", "Velk Foods Ltd."),
        ("Velk Net", "VelkNet"),
    ],
)
def test_companies_with_and_without_their_legal_form(first: str, second: str) -> None:
    a, b = (
        Unit(name, "organisation", form, (Span(name, 0, len(form)),), (), None, read_name(form))
        for name, form in (("a", first), ("b", second))
    )
    assert compare(a, b).judgement == "same"
    assert keys(a) & keys(b)


_PIECES = st.sampled_from(
    "Peter Hallgren|Susan Hallgren|Paul Hallgren|Hallgren|Mr. Hallgren|Mrs. Hallgren|Jo Hallgren Jr.|Jo Hallgren Sr.|"
    "Jo Hallgren|his wife, Susan|his son, Peter|Peter|George W. Hallgren|George H.W. Hallgren|George Hallgren|"
    "President Hallgren|and|said|.|Evgenia Hallgrenova|Peter T. Wexley|Wexley".split("|")
)


@given(st.lists(st.lists(_PIECES, max_size=14).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=50, deadline=None)
def test_no_entity_holds_two_full_names_that_are_different_people(texts: list[str]) -> None:
    documents, notes = event_of(*texts)
    entities, _ = resolve_entities(documents, notes)
    owner = {span: entity.id for entity in entities for form in entity.forms for span in form.spans}
    full = [unit for unit in make_units(documents, notes) if unit.kind == "person" and unit.name.family]
    for a, b in combinations(full, 2):
        if owner[a.first] == owner[b.first]:
            assert compare(a, b).judgement != "different", (a.form, b.form)


def _is_twin(a: Unit, b: Unit) -> bool:
    return compare(a, b) == compare(b, a)


@given(st.lists(_PIECES, min_size=2, max_size=10).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_a_comparison_does_not_depend_on_who_comes_first(text: str) -> None:
    documents, notes = event_of(text)
    units = make_units(documents, notes)
    assert all(_is_twin(a, b) for a, b in combinations(units, 2))
