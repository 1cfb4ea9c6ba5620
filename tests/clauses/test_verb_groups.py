"""Predicates: which words are one, and what they say of the deed."""

from __future__ import annotations

import pytest

from drawn_trees import drawn
from rashomon.clauses.verb_groups import modality_of, polarity_of, verb_of
from rashomon.model import Modality, Polarity
from rashomon.syntax import children

GROUPS: list[tuple[str, str, Polarity, Modality]] = [
    ("The/DET/det>1 ferry/NOUN/nsubj>3 was/AUX/aux>3 held/VERB/root>-1", "was held", "affirmed", "asserted"),
    (
        "Police/NOUN/nsubj>3 did/AUX/aux>3 not/PART/advmod>3 confirm/VERB/root>-1 it/PRON/obj>3",
        "did not confirm",
        "denied",
        "asserted",
    ),
    (
        "She/PRON/nsubj>2 is/AUX/aux>2 expected/VERB/root>-1 to/PART/mark>4 resign/VERB/xcomp>2",
        "is expected to resign",
        "affirmed",
        "planned",
    ),
    (
        "They/PRON/nsubj>1 refused/VERB/root>-1 to/PART/mark>3 leave/VERB/xcomp>1",
        "refused to leave",
        "denied",
        "asserted",
    ),
    (
        "He/PRON/nsubj>3 did/AUX/aux>3 not/PART/advmod>3 refuse/VERB/root>-1 to/PART/mark>5 leave/VERB/xcomp>3",
        "did not refuse to leave",
        "affirmed",
        "asserted",
    ),
    ("No/DET/det>1 one/NOUN/nsubj>3 was/AUX/aux>3 hurt/VERB/root>-1", "was hurt", "denied", "asserted"),
    ("She/PRON/nsubj>1 saw/VERB/root>-1 no/DET/det>3 light/NOUN/obj>1", "saw", "denied", "asserted"),
    (
        "It/PRON/nsubj>3 is/AUX/cop>3 not/PART/advmod>3 open/ADJ/root>-1",
        "is not",
        "denied",
        "asserted",
    ),
    (
        "The/DET/det>1 wall/NOUN/nsubj>4 may/AUX/aux>4 still/ADV/advmod>4 fall/VERB/root>-1",
        "may still fall",
        "affirmed",
        "possible",
    ),
    (
        "He/PRON/nsubj>3 is/AUX/aux>3 reportedly/ADV/advmod>3 dying/VERB/root>-1",
        "is reportedly dying",
        "affirmed",
        "believed",
    ),
    (
        "He/PRON/nsubj>2 is/AUX/aux>2 believed/VERB/root>-1 to/PART/mark>5 be/AUX/cop>5 alive/ADJ/xcomp>2",
        "is believed to be",
        "affirmed",
        "believed",
    ),
    ("It/PRON/nsubj>3 is/AUX/cop>3 to/PART/mark>3 report/VERB/root>-1", "is to report", "affirmed", "planned"),
    (
        "Crews/NOUN/nsubj>1 handed/VERB/root>-1 out/ADP/compound>1 food/NOUN/obj>1",
        "handed out",
        "affirmed",
        "asserted",
    ),
    (
        "They/PRON/nsubj>1 asked/VERB/root>-1 him/PRON/obj>1 to/PART/mark>4 leave/VERB/xcomp>1",
        "asked",
        "affirmed",
        "asserted",
    ),
    (
        "It/PRON/nsubj>2 is/AUX/aux>2 expected/VERB/root>-1 to/PART/mark>7 be/AUX/cop>7 a/DET/det>7 large/ADJ/amod>7 "
        "fleet/NOUN/xcomp>2",
        "is expected to be",
        "affirmed",
        "planned",
    ),
    (
        "She/PRON/nsubj>1 went/VERB/root>-1 on/ADV/advmod>1 to/PART/mark>4 win/VERB/xcomp>1",
        "went on to win",
        "affirmed",
        "asserted",
    ),
    (
        "She/PRON/nsubj>5 can/AUX/aux>5 not/PART/advmod>4 in/ADP/case>4 faith/NOUN/obl>5 obey/VERB/root>-1",
        "obey",
        "denied",
        "asserted",
    ),
]


@pytest.mark.parametrize(("tree", "words", "polarity", "modality"), GROUPS, ids=[row[1] for row in GROUPS])
def test_a_group_and_what_it_says(tree: str, words: str, polarity: Polarity, modality: Modality) -> None:
    text, drawing = drawn(tree)
    hanging = children(drawing.tokens)
    root = next(i for i, token in enumerate(drawing.tokens) if token.head < 0)
    verb = verb_of(drawing.tokens, hanging, root)
    assert verb
    assert text[verb.start : verb.end] == words
    assert polarity_of(drawing.tokens, hanging, verb) == polarity
    assert modality_of(drawing.tokens, hanging, verb) == modality


def test_a_phrase_has_no_verb() -> None:
    _, tree = drawn("Three/NUM/root>-1 dead/ADJ/amod>0 at/ADP/case>3 sea/NOUN/nmod>0")
    assert verb_of(tree.tokens, children(tree.tokens), 0) is None
