"""The reader on whole sentences, all of them ours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Document, Sentence, Span, Tree
from rashomon.syntax import read_trees


def read(*sentences: str, language: str | None = "en") -> tuple[Tree, ...]:
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Sentence(Span("d", at, at + len(sentence)), "body"))
        at += len(sentence) + 1
    return read_trees(Document("d", "d.txt", "0", "text/plain", text, language=language), spans)


def drawn(tree: Tree) -> str:
    """Word, label, head."""
    return ", ".join(
        f"{token.text} {token.label} {tree.tokens[token.head].text if token.head >= 0 else '-'}"
        for token in tree.tokens
    )


def test_subject_and_object() -> None:
    (tree,) = read("The court fined the company.")
    assert (
        drawn(tree)
        == "The det court, court nsubj fined, fined root -, the det company, company obj fined, . punct fined"
    )


def test_passive_has_its_subject_too() -> None:
    (tree,) = read("Four sailors were rescued by a trawler.")
    heads = {token.text: (token.label, tree.tokens[token.head].text) for token in tree.tokens}
    assert heads["sailors"] == ("nsubj", "rescued")
    assert heads["Four"] == ("nummod", "sailors")
    assert heads["trawler"] == ("obl", "rescued")


def test_names_have_kinds() -> None:
    (tree,) = read("Maria Kessler flew from Berlin to London on Friday.")
    found = [(" ".join(t.text for t in tree.tokens[n.first : n.end]), n.kind) for n in tree.names]
    assert found == [("Maria Kessler", "person"), ("Berlin", "place"), ("London", "place")]


def test_chances_are_a_whole() -> None:
    (tree,) = read("Maria Kessler flew from Berlin to London.")
    assert all(sum(token.chances) == pytest.approx(1, abs=1e-4) for token in tree.tokens)


def test_one_tree_a_sentence_whatever_stands_beside_it() -> None:
    a, b = "The ferry sank off Orvel.", "Nobody was hurt."
    assert read(a, b) == (read(a)[0], *read(" " * len(a), b)[1:])


def test_a_document_in_another_language_has_none() -> None:
    assert read("Die Fähre sank vor Orvel.", language="de") == ()


def test_a_sentence_longer_than_the_reader_takes_is_one_tree() -> None:
    (tree,) = read("The ferry sank, " * 100 + "and that was all.")
    assert len(tree.tokens) == 405
    assert [token.head for token in tree.tokens].count(-1) == 1


@given(st.text(min_size=1, max_size=60).map(lambda text: text.replace("\n", " ")))
@settings(max_examples=40)
def test_any_text_has_a_tree_and_always_the_same(text: str) -> None:
    (tree,) = read(text)
    assert (tree,) == read(text)
    assert [token.head for token in tree.tokens].count(-1) == (1 if tree.tokens else 0)
    assert all(token.head < len(tree.tokens) for token in tree.tokens)
    assert all(0 <= name.first < name.end <= len(tree.tokens) for name in tree.names)
