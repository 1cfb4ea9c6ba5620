"""The words for what is counted, in trees written out by hand: word, part of speech, label, number of its head."""

from __future__ import annotations

import pytest

from rashomon.annotate.counted import counted, governing, sight_of, state_in, takes_from
from rashomon.annotate.counts import is_plural, is_titled
from rashomon.model import Token, Tree


def seen(rows: str, number: str) -> tuple[str, str | None, str | None, bool]:
    """The sentence, what `number` counts in it, what governs it, and whether it takes from something named before."""
    words = [row.split() for row in rows.strip().splitlines()]
    text = " ".join(word for word, *_ in words)
    tokens, at = [], 0
    for word, tag, label, head in words:
        tokens.append(Token(word, at, at + len(word), tag, int(head), label))
        at += len(word) + 1
    sight = sight_of(text, Tree(tuple(tokens)), 0)
    place = text.index(number), text.index(number) + len(number)
    own, over = counted(sight, *place), governing(sight, *place)
    return text, own and text[slice(*own)], over and text[slice(*over)], takes_from(sight, *place)


@pytest.mark.parametrize(
    ("rows", "number", "phrase"),
    [
        (
            "Twelve NUM nummod 3\nTarran ADJ amod 3\nharbour NOUN compound 3\nguards NOUN nsubj 4\nswam VERB root -1",
            "Twelve",
            "Tarran harbour guards",
        ),
        (
            "Three NUM nsubj 5\nof ADP case 4\nthe DET det 4\n12 NUM nummod 4\nbarges NOUN nmod 0\nsank VERB root -1",
            "Three",
            "barges",
        ),
        (
            "dozens NOUN nsubj 5\nof ADP case 4\nthe DET det 4\nold ADJ amod 4\nbarges NOUN nmod 0\nsank VERB root -1",
            "dozens",
            "old barges",
        ),
        ("24 NUM nummod 2\nmore ADJ amod 2\npeople NOUN nsubj 3\ncame VERB root -1", "24", "people"),
        ("40 NUM nummod 1\npeople NOUN root -1\ninjured VERB acl 1", "40", "people injured"),
        ("40 NUM nummod 1\npeople NOUN root -1\nwaiting VERB acl 1", "40", "people"),
        ("12 NUM nummod 1\ndead ADJ root -1", "12", "dead"),
        ("12 NUM root -1\nwounded VERB acl 0", "12", "wounded"),
        ("Orlind PROPN nsubj 1\nrose VERB root -1\n12 NUM obl 1\nMonday PROPN obl 1", "12", None),
        (
            "a DET det 4\n$ SYM compound 4\n40 NUM nummod 1\nharbour NOUN compound 4\nfee NOUN root -1",
            "$ 40",
            "harbour fee",
        ),
        ("$ SYM root -1\n40 NUM nummod 0\nin ADP case 3\nfees NOUN nmod 0", "$ 40", "fees"),
        ("five NUM nummod 1\nyears NOUN obl 2\nlong ADJ root -1\nfor ADP case 4\nall PRON obl 2", "five", "years"),
    ],
)
def test_the_noun_of_a_number(rows: str, number: str, phrase: str | None) -> None:
    assert seen(rows, number)[1] == phrase


@pytest.mark.parametrize(
    ("rows", "number", "phrase"),
    [
        ("The DET det 1\nfire NOUN nsubj 2\nkilled VERB root -1\nfour NUM obj 2", "four", "killed"),
        ("saw VERB root -1\nfour NUM obj 0", "four", None),
        ("a DET det 1\ncrew NOUN root -1\nof ADP case 3\nsix NUM nmod 1", "six", "crew"),
        ("2 NUM root -1\nof ADP case 2\n3 NUM nmod 0", "3", None),
        ("a DET det 1\ntotal NOUN root -1\nof ADP case 3\nsix NUM nmod 1", "six", None),
        (
            "The DET det 2\ndeath NOUN compound 2\ntoll NOUN nsubj 3\nrose VERB root -1\nto ADP case 5\n12 NUM obl 3",
            "12",
            "death toll",
        ),
        (
            "The DET det 1\nnumber NOUN nsubj 5\nof ADP case 4\nstolen ADJ amod 4\nboats NOUN nmod 1\n"
            "rose VERB root -1\nto ADP case 7\n12 NUM obl 5",
            "12",
            "stolen boats",
        ),
        (
            "They PRON nsubj 1\nput VERB root -1\nthe DET det 3\ntoll NOUN obj 1\nat ADP case 5\n12 NUM obl 1",
            "12",
            "toll",
        ),
        (
            "a DET det 1\nrise NOUN root -1\nin ADP case 3\nunemployment NOUN nmod 1\nto ADP case 6\n8 NUM nummod 6\n"
            "percent NOUN nmod 1",
            "8 percent",
            "unemployment",
        ),
        ("Prices NOUN nsubj 1\nfell VERB root -1\n4 NUM nummod 3\npercent NOUN obl 1", "4 percent", "Prices"),
        ("They PRON nsubj 1\ncame VERB root -1\nin ADP case 3\n12 NUM obl 1", "12", None),
    ],
)
def test_the_words_that_govern_a_number(rows: str, number: str, phrase: str | None) -> None:
    _, own, over, _ = seen(rows, number)
    assert (own, over) == (None, phrase)


@pytest.mark.parametrize(
    ("rows", "takes"),
    [
        ("seven NUM nsubj 3\nof ADP case 2\nthem PRON nmod 0\nleft VERB root -1", True),
        ("seven NUM nsubj 2\nwere AUX aux 2\nhurt VERB root -1", True),
        ("seven NUM nummod 1\nboats NOUN root -1", False),
    ],
)
def test_a_number_may_be_a_part_of_something_named_before(rows: str, takes: bool) -> None:
    assert seen(rows, "seven")[3] is takes


def test_without_a_tree_it_is_the_next_word() -> None:
    assert counted(sight_of("31 of the 72 barges", None, 0), 10, 12) == (13, 19)
    assert counted(sight_of("31 in all", None, 0), 0, 2) is None


def test_words_name_states() -> None:
    assert [state_in(word) for word in ("killed", "deaths", "boats")] == ["dead", "dead", None]


def test_plurals() -> None:
    assert all(map(is_plural, ["boats", "policemen", "children", "crew", "others"]))
    assert not any(map(is_plural, ["boat", "virus", "glass", "news", "his"]))


def test_a_headline_is_known_by_its_capitals() -> None:
    assert is_titled("Police Arrest 8 After Blaze at Quay Leaves 4 Dead")
    assert not is_titled("Police arrested 8 people in Orrin after the blaze")
