"""Which body "the union" and "the company" are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.antecedents import Mentioned, Understood
from rashomon.bodies import body_meant
from rashomon.model import Document, Entity, Form, Span


def meant(text: str, said: str, *names: str, publisher: str | None = None) -> str | None:
    """The body that the last place of `said` stands for; every name is subject wherever it stands."""
    document = Document("d", "d.txt", "0", "text/plain", text, publisher=publisher)
    places = [(m.start(), m.end(), name) for name in names for m in re.finditer(re.escape(name), text)]
    bodies = [
        Entity(name, "organisation", name, (Form(name, tuple(Span("d", a, b) for a, b, n in places if n == name)),))
        for name in names
    ]
    mentioned = tuple(Mentioned(a, b, name, 0) for a, b, name in sorted(places))
    start = text.rindex(said)
    return body_meant(document, Span("d", start, start + len(said)), Understood(mentioned, {}), bodies)


def test_a_body_is_called_by_a_word_of_its_name() -> None:
    text = "The Varn Dockers Union met the Orvel Port Council. “No,” the union said."
    assert meant(text, "the union", "Varn Dockers Union", "Orvel Port Council") == "Varn Dockers Union"


def test_of_two_with_the_word_the_one_named_last_is_meant() -> None:
    text = "The Varn Dockers Union met the Reed Miners Union. “No,” the union said."
    assert meant(text, "the union", "Varn Dockers Union", "Reed Miners Union") == "Reed Miners Union"


def test_the_one_with_the_word_may_be_named_behind() -> None:
    text = "“No,” the union said. The mayor told the Varn Dockers Union to go."
    assert meant(text, "the union", "Varn Dockers Union") == "Varn Dockers Union"


def test_the_company_is_the_firm_that_was_subject_last() -> None:
    assert meant("Arlo sued Bexel. Later Velk closed. “No,” the company said.", "the company", "Arlo", "Velk") == "Velk"


@pytest.mark.parametrize(
    "text",
    [
        "Velk closed. The Labour Ministry was silent. “No,” the company said.",
        "Velk closed, as it told Varn Today. “No,” the company said.",
        "Velk closed, Varn Today wrote. “No,” the company said.",
        "Velk got a loan from its lenders (VBA). “No,” the company said.",
    ],
)
def test_authorities_outlets_and_what_stands_in_brackets_are_nobodys_company(text: str) -> None:
    assert meant(text, "the company", "Velk", "Labour Ministry", "Varn Today", "VBA") == "Velk"


@pytest.mark.parametrize("said", ["a company", "the company’s lawyer", "the government", "the Company", "the others"])
def test_other_words_are_nobody(said: str) -> None:
    assert meant(f"Velk closed. “No,” {said} said.", said, "Velk") is None


def test_a_firm_far_in_front_is_not_meant() -> None:
    assert meant("Velk closed." + " Crews came." * 80 + " “No,” the company said.", "the company", "Velk") is None


@given(st.text(max_size=80), st.data())
@settings(max_examples=40)
def test_any_words_give_a_body_of_the_report_or_none(text: str, data: st.DataObject) -> None:
    text = "Velk " + text + " the firm"
    start = data.draw(st.integers(0, len(text) - 1))
    assert meant(text, text[start:], "Velk") in {"Velk", None}
