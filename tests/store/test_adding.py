"""What adding leaves in a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pile_sample import dump, examples, report
from rashomon import pile
from rashomon.model import Document, Part, Span
from rashomon.store import Database, open_store
from rashomon.store.rows import accepted, address_of, to_document, to_row
from rashomon.store.schema import A_DAY

ADDRESS = "https://www.example.org/news/ferry"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """An empty store in a file."""
    opened = open_store(str(tmp_path / "pile.db"), writing=True, create=True)
    yield opened
    opened.close()


def lines_of(file: Path) -> list[str]:
    """The whole file as SQL, byte for byte, the index of words too."""
    with sqlite3.connect(file) as connection:
        return list(connection.iterdump())


def test_what_was_added_comes_back_as_it_was(store: Database) -> None:
    documents = examples("ferry", "council")
    pile.add(store, documents)
    assert store.documents([document.id for document in documents]) == documents


def test_adding_the_same_twice_changes_nothing(store: Database, tmp_path: Path) -> None:
    documents = examples("ferry", "flood")
    first = pile.add(store, documents)
    before = lines_of(tmp_path / "pile.db")
    again = pile.add(store, documents)
    assert (len(first.new), len(again.new), again.known) == (len(documents), 0, len(documents))
    assert lines_of(tmp_path / "pile.db") == before


def test_another_path_of_the_same_bytes_is_noted(store: Database) -> None:
    document = report("The ferry was late.")
    pile.add(store, [document, replace(document, path="copy.txt"), replace(document, path="b.txt")])
    assert store.documents([document.id])[0].also == ("b.txt", "copy.txt")


def test_the_same_address_with_other_words_is_a_later_version(store: Database) -> None:
    old = report("Two people died.", "2031-05-02", url=ADDRESS)
    new = report("Three people died.", "2031-05-02", url=ADDRESS + "/#top")
    added = pile.add(store, [old, new])
    assert added.altered == ((old.id, new.id),)
    assert store.versions(old.id) == [old.id, new.id]
    assert [each.id for each in store.listed() if each.newer is None] == [new.id]


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        ({"published": "2031-05-03"}, {"published": "2031-05-02"}, "first"),  # an older version found later
        ({"published": "2031-05-02"}, {"published": "2031-05-02T14:00:00+00:00"}, "second"),
        ({}, {"excerpt": True}, "first"),  # a feed's summary after the whole report
        ({"excerpt": True}, {}, "second"),
        ({}, {}, "second"),
    ],
)
def test_the_version_that_counts(
    store: Database, first: dict[str, object], second: dict[str, object], stands: str
) -> None:
    a = replace(report("Two people died.", url=ADDRESS), **first)  # type: ignore[arg-type]
    b = replace(report("Three people died.", url=ADDRESS), **second)  # type: ignore[arg-type]
    pile.add(store, [a, b])
    (current,) = [each.id for each in store.listed() if each.newer is None]
    assert current == (a.id if stands == "first" else b.id)


def test_a_page_fetched_again_with_the_same_words_is_no_version(store: Database) -> None:
    page = report("Two people died.", url=ADDRESS, media_type="text/html")
    again = replace(page, id="d-other", sha256="other bytes", path="again.html")
    added = pile.add(store, [page, again])
    assert (added.new, added.known, added.altered) == ((page.id,), 1, ())
    assert store.documents([page.id])[0].also == ("again.html",)
    assert store.size() == 1


def test_versions_do_not_depend_on_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["Two died.", "Three died.", "Three died.", "Two died.", "Four died."]
    documents = [replace(report(each, url=ADDRESS), id=f"d-{n}", path=f"{n}.txt") for n, each in enumerate(words)]
    dumps = set()
    for batch in (1, 2, 5):
        monkeypatch.setattr(pile, "BATCH", batch)
        opened = open_store(str(tmp_path / f"{batch}.db"), writing=True, create=True)
        pile.add(opened, documents)
        dumps.add(dump(opened))
        opened.close()
    assert len(dumps) == 1


def test_numbers_put_the_newest_day_first_and_then_the_last_to_arrive(store: Database) -> None:
    days = ["2031-05-02", "2031-05-03", None, "2031-05-02", "no day"]
    documents = [report(f"Report {n}.", day) for n, day in enumerate(days)]
    pile.add(store, documents)
    order = sorted(store.listed(), key=lambda each: -each.number)
    assert [each.id for each in order] == [documents[n].id for n in (1, 3, 0, 4, 2)]
    assert all(each.arrived < A_DAY for each in order)


def test_processes_change_nothing_but_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "BATCH", 5)
    documents = examples("ferry", "flood", "council", "lantern")
    dumps = []
    for workers in (0, 1):
        opened = open_store(str(tmp_path / f"{workers}.db"), writing=True, create=True)
        pile.add(opened, documents, workers=workers)
        dumps.append(dump(opened))
        opened.close()
    assert dumps[0] == dumps[1]


def test_problems_are_kept_once(store: Database) -> None:
    for _ in range(2):
        store.keep_problems([("b.zip#a", "is broken"), ("a.txt", "no text"), ("a.txt", "no text")])
    assert store.problems() == [("a.txt", "no text"), ("b.zip#a", "is broken")]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.example.org/a/b/", "example.org/a/b"),
        ("http://Example.org/a/b#top", "example.org/a/b"),
        ("https://example.org/a?id=3&utm_source=x", "example.org/a?id=3"),
        ("https://example.org/?p=12", "example.org?p=12"),
        ("https://example.org/", None),  # a front page is nobody's address
        ("mailto:desk@example.org", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_is_what_versions_share(url: str | None, address: str | None) -> None:
    assert address_of(report("Words.", url=url)) == address


any_text = st.text(st.characters(codec=None), max_size=80) | st.text("a\x00\ud800\udfff é", max_size=20)


# a path may hold half a pair (a byte of no encoding), never two that belong together
any_name = st.text(st.characters(codec="utf-8") | st.just("\udcff"), max_size=20)


@given(any_text, any_name, st.data())
def test_any_document_comes_back_from_its_row(words: str, name: str, data: st.DataObject) -> None:
    def span() -> Span:
        a, b = sorted(data.draw(st.tuples(*[st.integers(0, len(words))] * 2)))
        return Span("d-1", a, b)

    document = Document(
        id="d-1",
        path=name,
        sha256="s",
        media_type="text/plain",
        text=words,
        headline=data.draw(st.none() | st.builds(span)),
        publisher=name or None,
        credits=(name,),
        parts=(Part("deck", span()),),
        boilerplate=(span(), span()),
        excerpt=data.draw(st.booleans()),
    )
    row = to_row(document)
    for value in row.values():
        if isinstance(value, str):
            value.encode("utf-8")
            assert "\x00" not in value
    assert to_document(row["record"], row["text"]) == document
    assert len(accepted(words)) == len(words)
