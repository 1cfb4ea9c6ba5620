"""Finding reports again: by words, names, days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pile_sample import report
from rashomon import pile
from rashomon.errors import UsageError
from rashomon.model import Document
from rashomon.store import Database, open_store
from rashomon.store.names import name_form, names_of
from rashomon.store.words import asked, forms, located, places_of

REPORTS = [
    report("A fire broke out in the engine room. Zoë Brandt, the captain, was unhurt.", "2031-05-02", "Ferry burns"),
    report("The engine stood in a room of fire. Nobody was hurt.", "2031-05-03", "FIRE AT SEA"),
    report("The café in Søndby closed.\nIts owner, Владимир Троицкий, said nothing.", "2031-05-04"),
    report("Owners of the well-known boat met in room 12.", None),
    report("東京で洪水が発生した。", "2031-05-05"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """A store with a few reports."""
    opened = open_store(str(tmp_path / "pile.db"), writing=True, create=True)
    pile.add(opened, REPORTS)
    yield opened
    opened.close()


def found(store: Database, query: str, **options: object) -> list[int]:
    """The places in `REPORTS` of what is found."""
    ids = [document.id for document in REPORTS]
    return [ids.index(hit.document) for hit in store.search(query, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("fire", [1, 0]),  # the newest first
        ("FIRE engine", [1, 0]),
        ('"engine room"', [0]),
        ('"engine  ROOM" captain', [0]),
        ("zoe", [0]),
        ("Zoë", [0]),
        ("cafe sondby", []),  # ø is a letter of its own
        ("cafe søndby", [2]),
        ("well-known", [3]),
        ("known-well", []),
        ("room", [1, 0, 3]),  # without a day last
        ("洪水", [4]),
        ("水洪", []),
        ("brandt's", []),
        ("nothing fire", []),
        ("троицкий", [2]),
    ],
)
def test_all_words_must_stand_in_the_report(store: Database, query: str, places: list[int]) -> None:
    assert found(store, query) == places


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Zoe Brandt", [0]),
        ("BRANDT", [0]),
        ("Troitskiy", [2]),
        ("Владимир Троицкий", [2]),
        ("Sondby", [2]),
        ("Fire", []),  # at the head of a sentence, or in a headline, capitals tell nothing
        ("Mara", []),
    ],
)
def test_a_name_is_found_in_any_spelling_of_its_letters(store: Database, name: str, places: list[int]) -> None:
    assert found(store, "", name=name) == places


def test_a_name_and_words_and_days_together(store: Database) -> None:
    assert found(store, "fire", name="Brandt") == [0]
    assert found(store, "owner", name="Brandt") == []
    assert found(store, "fire", between=(date(2031, 5, 3), date(2031, 5, 4))) == [1]
    assert found(store, "", between=(date(2031, 5, 3), date(2031, 5, 4))) == [2, 1]
    assert found(store, "room", between=(date(1, 1, 1), date(9999, 12, 31))) == [1, 0]


def test_most_is_the_most(store: Database) -> None:
    assert found(store, "room", most=2) == [1, 0]


@pytest.mark.parametrize(("query", "name"), [("…", None), ("", None), ("?", "Brandt"), ("fire", "!")])
def test_a_query_without_words_is_a_usage_error(store: Database, query: str, name: str | None) -> None:
    with pytest.raises(UsageError, match="holds no"):
        store.search(query, name)


def test_what_is_shown_is_a_slice_with_the_words_in_it(store: Database) -> None:
    (hit,) = store.search("captain zoe")
    text = store.documents([hit.document])[0].text
    assert text[hit.excerpt.start : hit.excerpt.end] == hit.words
    assert [text[span.start : span.end] for span in hit.found] == ["Zoë", "captain"]


def test_running_text_is_shown_rather_than_a_headline(store: Database) -> None:
    (hit, _) = store.search("fire")
    assert hit.words == "The engine stood in a room of fire. Nobody was hurt."


def test_an_older_version_says_which_is_newer(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "pile.db"), writing=True, create=True)
    old, new = (report(f"{n} boats sank.", url="https://example.org/boats") for n in (2, 3))
    pile.add(opened, [old, new])
    assert {hit.document: hit.newer for hit in opened.search("boats")} == {old.id: new.id, new.id: None}
    opened.close()


words = st.text(st.sampled_from("ab é.’\n-ßİ洪水"), max_size=24)


@given(st.lists(words, min_size=1, max_size=6, unique=True), words)
def test_the_index_finds_what_reading_everything_finds(texts: list[str], query: str) -> None:
    with TemporaryDirectory() as folder:
        _compare(f"{folder}/pile.db", texts, query)


def _compare(file: str, texts: list[str], query: str) -> None:
    documents = [report(text, path=str(n)) for n, text in enumerate(texts)]
    sequences = asked(query)
    if not sequences:
        return
    opened = open_store(file, writing=True, create=True)
    pile.add(opened, documents)
    expected = {document.id for document in documents if _holds(document, sequences)}
    assert {hit.document for hit in opened.search(query)} == expected
    opened.close()


def _holds(document: Document, sequences: list[tuple[str, ...]]) -> bool:
    held = forms(document.text)
    return all(any(tuple(held[n : n + len(sequence)]) == sequence for n in range(len(held))) for sequence in sequences)


@given(st.text(max_size=60))
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    places = list(located(text))
    assert [word.form for word in places] == forms(text)
    assert all(text[word.start : word.end].strip() for word in places)


plain = st.text(st.sampled_from("abA1 .’-\n"), max_size=24)


@given(plain, st.lists(st.sampled_from(["a", "b", "ab", "1", "a1"]), min_size=1, max_size=2))
def test_places_in_a_plain_text_are_those_found_word_by_word(text: str, sequence: list[str]) -> None:
    found = list(located(text))
    size = len(sequence)
    slow = [
        (found[at].start, found[at + size - 1].end)
        for at in range(len(found) - size + 1)
        if [word.form for word in found[at : at + size]] == sequence
    ]
    quick = places_of(text, [tuple(sequence)]).get(tuple(sequence), [])
    assert set(quick) <= set(slow) and bool(quick) == bool(slow)  # rows that overlap are shown once
    if len(set(sequence)) == size:
        assert quick == slow


def test_parts_of_a_name() -> None:
    document = report("At noon Dr. Mara de Vega-Lund of the Bank of Osten spoke. Then Vega left. Rain fell.")
    assert names_of(document) == (
        "bank", "bank of osten", "de vega-lund", "dr", "dr mara", "dr mara de vega-lund", "mara", "mara de vega-lund",
        "osten", "then", "then vega", "vega", "vega-lund",
    )  # fmt: skip
    assert name_form("Dr. Mara  DE Véga-Lund's") == "dr mara de vega-lund"
