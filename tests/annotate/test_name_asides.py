"""Names in link cards and credits of pictures are none of the report; all names invented."""

from __future__ import annotations

import pytest

from rashomon.annotate.name_asides import without_asides
from rashomon.model import EntityKind, Mention, Span


def kept(text: str, *names: tuple[str, EntityKind]) -> list[str]:
    mentions, at = [], 0
    for form, kind in names:
        at = text.index(form, at)
        mentions.append(Mention(Span("d", at, at + len(form)), kind, (), "test"))
        at += len(form)
    return [text[m.span.start : m.span.end] for m in without_asides(text, mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ada Velk Ada Beth VelkCouncil votes for Ivo Marn Pay row grows MORE said so.", ["Ada Velk"]),
        ("Mayor Ada Velk Ada Beth VelkMORE told Ivo Marn so.", ["Ada Velk", "Ivo Marn"]),
        ("Mayor Ada Velk sold WebVelkCouncil to Ivo Marn and wants more.", ["Ada Velk", "Ivo Marn"]),
        ("Mayor Ada Velk met Ada McVelkan and Ivo Marn, who wants MORE.", ["Ada Velk", "Ivo Marn"]),
    ],
)
def test_what_stands_in_a_link_card_names_nobody(text: str, expected: list[str]) -> None:
    assert kept(text, ("Ada Velk", "person"), ("Ivo Marn", "person")) == expected


def test_a_name_and_an_agency_with_a_slash_between_are_a_credit() -> None:
    names: list[tuple[str, EntityKind]] = [
        ("Ada Velk", "person"),
        ("Ivo Marn", "person"),
        ("Arl Press", "organisation"),
    ]
    assert kept("Ada Velk waves. Ivo Marn/Arl Press", *names) == ["Ada Velk"]
    assert kept("Ada Velk waves to Ivo Marn of Arl Press.", *names) == ["Ada Velk", "Ivo Marn", "Arl Press"]


def test_what_a_picture_is_said_to_be_by_is_a_credit() -> None:
    names: list[tuple[str, EntityKind]] = [("Old Quay", "place"), ("Ivo", "person"), ("Arl", "place")]
    assert kept("Candles on the Old Quay. Picture by Ivo Marn/Arl Life", *names) == ["Old Quay"]
    assert kept("The Old Quay, pictured by Ivo Marn in Arl", *names) == ["Old Quay", "Ivo", "Arl"]
