"""Organisations: their wings, their head words, countries before their names, and the wars named after places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from named_events import groups_of, relations_of
from rashomon.annotate.name_widened import wing_of
from rashomon.entities.heads import bare_head, choose_body, head_of
from rashomon.entities.person_names import read_name
from rashomon.entities.units import Unit
from rashomon.model import Span


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("political wing of Velk", ("Velk", "political")),
        ("Velk’s armed wing", ("Velk", "armed")),
        ("Velk military wing", ("Velk", "armed")),
        ("Velk Front political bureau", ("Velk Front", "political")),
        ("Velk Wing", None),
        ("West Wing", None),
        ("Velk", None),
    ],
)
def test_the_wing_in_a_form(form: str, expected: tuple[str, str] | None) -> None:
    assert wing_of(form) == expected


def test_a_wing_is_not_its_organisation_and_is_one_however_it_is_written() -> None:
    groups = groups_of(
        "The Velk Front denied it. The armed wing of the Velk Front did not. The Velk Front’s political wing left.",
        "A man of the Velk Front's military wing spoke. The political bureau of the Velk Front met.",
    )
    assert {"Velk Front"} in groups
    assert {"armed wing of the Velk Front", "Velk Front's military wing"} in groups
    assert {"Velk Front’s political wing", "political bureau of the Velk Front"} in groups


def test_a_wing_has_a_relation_to_its_organisation_and_may_be_named_beside_it() -> None:
    text = "The Velk Front denied it. The Orl Brigades, the armed wing of the Velk Front, did not."
    assert {"Orl Brigades", "armed wing of the Velk Front"} in groups_of(text)
    assert ("armed wing of the Velk Front", "wing of", "Velk Front") in [
        (a, b, c) if a != "Orl Brigades" else ("armed wing of the Velk Front", b, c) for a, b, c in relations_of(text)
    ]


@pytest.mark.parametrize("war", ["Norway war", "Norway era"])
def test_a_war_is_not_the_place_it_is_named_after(war: str) -> None:
    groups = groups_of(f"They left Norway. Both served in the {war} for years.")
    assert {"Norway"} in groups and {war} in groups


def test_war_crimes_and_zones_leave_the_place_alone() -> None:
    groups = groups_of("They spoke of Norway war crimes and of a Norway war zone.")
    assert groups == [{"Norway"}]


@pytest.mark.parametrize(
    ("texts", "group"),
    [
        (("She runs the Marn Institute. The Institute denied it.",), {"Marn Institute", "Institute"}),
        (("She told the House that it was so.", "He spoke in the House of Commons."), {"House", "House of Commons"}),
        (
            ("They joined the Norwegian Coast Guard Reserve.", "They joined the Coast Guard Reserves."),
            {"Norwegian Coast Guard Reserve", "Coast Guard Reserves"},
        ),
    ],
)
def test_bodies_by_part_of_their_name(texts: tuple[str, ...], group: set[str]) -> None:
    assert group in groups_of(*texts)


def test_an_acronym_the_tables_know_is_not_what_has_its_letters() -> None:
    groups = groups_of("The US left Union Square. The Orlind Grain Council met. The OGC voted.")
    assert {"US"} in groups and {"Orlind Grain Council", "OGC"} in groups


def test_of_two_bodies_with_the_head_word_none_is_chosen() -> None:
    groups = groups_of("She left the Marn Institute. He runs the Velk Institute. The Institute denied it.")
    assert {"Institute"} in groups


def test_a_house_is_not_every_building_called_so() -> None:
    assert {"House"} in groups_of("She told the House that it was so. The White House denied it.")


_FORMS = st.sampled_from(
    "Marn Institute|Velk Institute|Institute|House|House of Commons|U.K. House of Commons|White House|Council|"
    "Grain Council|Council of Velk|University of Velk|University|Velk".split("|")
)


def _unit(number: int, form: str, document: str) -> Unit:
    span = Span(document, number * 50, number * 50 + len(form))
    return Unit(document, "organisation", form, (span,), (), None, read_name(form))


@given(st.lists(st.tuples(_FORMS, st.sampled_from("ab")), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_head_word_has_the_one_body_that_an_exhaustive_search_finds(items: list[tuple[str, str]]) -> None:
    units = [_unit(number, form, document) for number, (form, document) in enumerate(items)]
    group = [[form for form, _ in items].index(form) for form, _ in items]
    for number, unit in enumerate(units):
        if not bare_head(unit):
            continue
        body, several = choose_body(number, units, group)
        fitting = {
            (other.document == unit.document, group[n])
            for n, other in enumerate(units)
            if head_of(other.form) == unit.form.casefold()
        }
        near = {g for together, g in fitting if together} or {g for _, g in fitting}
        assert (None if body is None else group[body]) == (next(iter(near)) if len(near) == 1 else None)
        assert {group[n] for n in several} == (near if len(near) > 1 else set())
