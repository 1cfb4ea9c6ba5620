"""Words of office beside names: in trees written out by hand (word, part of speech, label, number of its head), and in
whole sentences as the reader sees them.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.annotate.titles import with_titles
from rashomon.model import Document, Mention, Span, Token, Tree
from rashomon.syntax import read_trees
from rashomon.text import cut

TAGS = {
    "P": "PROPN",
    "N": "NOUN",
    "J": "ADJ",
    "D": "DET",
    "A": "ADP",
    "V": "VERB",
    "X": "AUX",
    "R": "PRON",
    ",": "PUNCT",
}


def titles_in(rows: str, name: str) -> list[str]:
    """The titles of the person `name` in a tree: one word a row, its tag by a letter."""
    words = [row.split() for row in rows.strip().splitlines()]
    text = " ".join(word for word, *_ in words)
    document = Document("d", "d.txt", "0" * 64, "text/plain", text)
    tokens, at = [], 0
    for word, tag, label, head in words:
        tokens.append(Token(word, at, at + len(word), TAGS.get(tag, tag), int(head), label))
        at += len(word) + 1
    start = text.index(name)
    mention = Mention(Span("d", start, start + len(name)), "person", (), "given")
    (found,) = with_titles(document, [mention], [Tree(tuple(tokens))])
    return [cut(document, title) for title in found.titles]


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ("harbour N compound 1\npilot N compound 2\nLint P nsubj 3\nleft V root -1", ["harbour pilot"]),
        ("pilot N nsubj 2\nLint P flat 0\nleft V root -1", ["pilot"]),
        ("Lint P nsubj 5\n, , punct 3\na D det 3\nswimmer N appos 0\n, , punct 3\nleft V root -1", ["swimmer"]),
        ("the D det 1\nswimmer N nsubj 4\n, , punct 3\nLint P appos 1\nleft V root -1", ["swimmer"]),
        (
            "the D det 1\nmayor N nsubj 6\nof A case 3\nOrvel P nmod 1\n, , punct 5\nLint P appos 1\nleft V root -1",
            ["mayor of Orvel"],
        ),
        (
            "the D det 1\nmayor N nsubj 6\nof A case 3\nOrvel P nmod 1\n, , punct 5\nLint P appos 3\nleft V root -1",
            ["mayor of Orvel"],
        ),
        (
            "Lint P nsubj 5\n, , punct 3\nOrvel P nmod 3\nmayor N appos 0\n, , punct 3\nleft V root -1",
            ["Orvel mayor"],
        ),
        ("Lint P nsubj 3\nis X cop 3\nthe D det 3\nmayor N root -1", ["mayor"]),
        ("Lint P root -1\n, , punct 4\nwho R nsubj 4\nwas X cop 4\nmayor N acl 0", ["mayor"]),
    ],
)
def test_a_noun_that_goes_with_a_name_is_its_title(rows: str, titles: list[str]) -> None:
    assert titles_in(rows, "Lint") == titles


@pytest.mark.parametrize(
    "rows",
    [
        "Lint P nsubj 3\nis X cop 3\na D det 3\nfool N root -1",
        "Lint P nsubj 4\nwould X aux 4\nbe X cop 4\na D det 4\nmayor N root -1",
        "his R nmod 1\nbrother N nsubj 4\n, , punct 3\nLint P appos 1\nleft V root -1",
        "Lint P nsubj 3\nmet V root -1\nthe D det 3\nmayor N obj 1",
        "Lint P nsubj 5\n, , punct 3\nthree NUM nummod 3\nswimmers N appos 0\n, , punct 3\nleft V root -1",
    ],
)
def test_no_title(rows: str) -> None:
    assert titles_in(rows, "Lint") == []


def titles_of(text: str) -> dict[str, list[str]]:
    document = Document("d", "d.txt", "0" * 64, "text/plain", text)
    sentences = find_sentences(document)
    found = find_mentions(document, sentences, read_trees(document, sentences))
    return {cut(document, m.span): [cut(document, title) for title in m.titles] for m in found}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Arland's envoy met President Ada Moor.", {"Ada Moor": ["President"]}),
        ("It fell to Norwegian Prime Minister Tove Lindal.", {"Tove Lindal": ["Norwegian Prime Minister"]}),
        ("A car hit police officer Ivo Marn.", {"Ivo Marn": ["police officer"]}),
        ("There spoke Ada Moor, a retired teacher.", {"Ada Moor": ["retired teacher"]}),
        ("There spoke Ada Moor, 41, a retired teacher.", {"Ada Moor": ["retired teacher"]}),
        ("The chief of police, Tomas Hallgren, closed the bridge.", {"Tomas Hallgren": ["chief of police"]}),
        ("Ada Moor, who was mayor at the time, closed the bridge.", {"Ada Moor": ["mayor"]}),
        ("Her lawyer, Ivo Marn, said she would appeal.", {"Ivo Marn": ["lawyer"]}),
        ("They met Ada Moor, the former mayor of Orlind.", {"Ada Moor": ["former mayor of Orlind"]}),
        ("She told Ada Moor that the president had paid.", {"Ada Moor": []}),
    ],
)
def test_titles_in_whole_sentences(text: str, titles: dict[str, list[str]]) -> None:
    found = titles_of(text)
    assert {name: found[name] for name in titles} == titles


def test_an_office_of_an_organisation_names_both() -> None:
    found = titles_of("Ada Moor, the managing director of the Orlind Grain Council, was on a bus.")
    assert found["Ada Moor"] == ["managing director of the Orlind Grain Council"]
    assert "Orlind Grain Council" in found


WORDS = st.sampled_from(
    "Ada Moor Ivo Marn , the mayor of Orlind who was is not a retired teacher and his - police officer .".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_titles_are_slices_that_overlap_neither_the_name_nor_each_other(text: str) -> None:
    document = Document("d", "d.txt", "0" * 64, "text/plain", text)
    sentences = find_sentences(document)
    trees = read_trees(document, sentences)
    for mention in find_mentions(document, sentences, trees):
        spans = sorted((mention.span, *mention.titles))
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(cut(document, span).strip() == cut(document, span) != "" for span in spans)
