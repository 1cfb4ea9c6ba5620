"""Where sentences are cut: the trees are drawn word by word (see `drawn_trees`), and each clause is a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_trees import drawn
from rashomon.clauses import MIN_WORDS, cut_clauses
from rashomon.model import Tree
from rashomon.syntax.read import LABELS, TAGS

TREES = {
    "two coordinated clauses, the mark and the conjunction in neither": (
        "The/DET/det>1 mayor/NOUN/nsubj>2 opened/VERB/root>-1 the/DET/det>4 bridge/NOUN/obj>2 ,/PUNCT/punct>9 "
        "and/CCONJ/cc>9 two/NUM/nummod>8 buses/NOUN/nsubj>9 crossed/VERB/conj>2 it/PRON/obj>9 ./PUNCT/punct>2",
        ["The mayor opened the bridge", "two buses crossed it"],
    ),
    "the second of two verbs with one subject": (
        "They/PRON/nsubj>2 were/AUX/aux>2 taken/VERB/root>-1 home/ADV/advmod>2 and/CCONJ/cc>5 released/VERB/conj>2 "
        "in/ADP/case>7 spring/NOUN/obl>5 ./PUNCT/punct>2",
        ["They were taken home", "released in spring"],
    ),
    "a relative clause in the middle lies inside": (
        "The/DET/det>1 pilot/NOUN/nsubj>9 ,/PUNCT/punct>5 who/PRON/nsubj>5 had/AUX/aux>5 flown/VERB/acl>1 "
        "ten/NUM/nummod>7 years/NOUN/obl>5 ,/PUNCT/punct>1 survived/VERB/root>-1 ./PUNCT/punct>9",
        ["The pilot, who had flown ten years, survived", "who had flown ten years"],
    ),
    "a relative clause at the end is left out": (
        "He/PRON/nsubj>1 died/VERB/root>-1 in/ADP/case>4 the/DET/det>4 attack/NOUN/obl>1 in/ADP/case>6 "
        "which/PRON/obl>9 his/PRON/nmod>8 mother/NOUN/nsubj>9 fell/VERB/acl>4 ./PUNCT/punct>1",
        ["He died in the attack", "in which his mother fell"],
    ),
    "an adverbial clause in front": (
        "While/SCONJ/mark>2 rescuers/NOUN/nsubj>2 searched/VERB/advcl>5 ,/PUNCT/punct>5 police/NOUN/nsubj>5 "
        "closed/VERB/root>-1 the/DET/det>7 road/NOUN/obj>5",
        ["While rescuers searched", "police closed the road"],
    ),
    "a participle describes": (
        "Two/NUM/nummod>1 men/NOUN/nsubj>5 held/VERB/acl>1 since/ADP/case>4 May/PROPN/obl>2 left/VERB/root>-1 "
        "Tarn/PROPN/obj>5 ,/PUNCT/punct>8 ending/VERB/advcl>5 a/DET/det>10 row/NOUN/obj>8",
        ["Two men held since May left Tarn", "held since May", "ending a row"],
    ),
    "an infinitive belongs to its verb": (
        "Workers/NOUN/nsubj>1 agreed/VERB/root>-1 to/PART/mark>3 return/VERB/xcomp>1 to/PART/mark>5 save/VERB/advcl>3 "
        "the/DET/det>7 firm/NOUN/obj>5",
        ["Workers agreed to return to save the firm"],
    ),
    "a gerund behind a preposition is no clause, one behind a conjunction is": (
        "He/PRON/nsubj>2 was/AUX/aux>2 arrested/VERB/root>-1 for/SCONJ/mark>4 lying/VERB/advcl>2 to/ADP/case>6 "
        "police/NOUN/obl>4 after/SCONJ/mark>9 being/AUX/aux>9 questioned/VERB/advcl>2 twice/ADV/advmod>9",
        ["He was arrested for lying to police", "after being questioned twice"],
    ),
    "what is said is the clause, who says it is none": (
        "Police/NOUN/nsubj>1 said/VERB/root>-1 that/SCONJ/mark>5 the/DET/det>4 dam/NOUN/nsubj>5 broke/VERB/ccomp>1 "
        "and/CCONJ/cc>9 that/SCONJ/mark>9 nobody/PRON/nsubj>9 drowned/VERB/conj>5",
        ["the dam broke", "nobody drowned"],
    ),
    "what is called clear is a clause": (
        "It/PRON/expl>2 is/AUX/cop>2 clear/ADJ/root>-1 that/SCONJ/mark>7 the/DET/det>5 plan/NOUN/nsubj>7 "
        "has/AUX/aux>7 failed/VERB/ccomp>2",
        ["It is clear", "the plan has failed"],
    ),
    "what is called unclear is none": (
        "It/PRON/expl>3 is/AUX/cop>3 not/PART/advmod>3 clear/ADJ/root>-1 that/SCONJ/mark>8 the/DET/det>6 "
        "plan/NOUN/nsubj>8 has/AUX/aux>8 failed/VERB/ccomp>3",
        ["It is not clear that the plan has failed"],
    ),
    "a verb belongs to the what in front of it": (
        "Costs/NOUN/nsubj>1 rose/VERB/root>-1 above/ADP/case>3 what/PRON/obl>1 the/DET/det>5 firm/NOUN/nsubj>6 "
        "expected/VERB/acl>3",
        ["Costs rose above what the firm expected"],
    ),
    "so does one to a noun with what": (
        "They/PRON/nsubj>1 asked/VERB/root>-1 what/DET/det>3 charges/NOUN/obj>1 he/PRON/nsubj>5 faced/VERB/acl>3",
        ["They asked what charges he faced"],
    ),
    "a verb behind a comma does not": (
        "This/PRON/nsubj>2 is/AUX/cop>2 what/PRON/root>-1 hurt/VERB/acl>2 him/PRON/obj>3 ,/PUNCT/punct>7 "
        "he/PRON/nsubj>7 told/VERB/acl>2 the/DET/det>9 court/NOUN/obj>7",
        ["This is what hurt him", "he told the court"],
    ),
    "a phrase without a verb": (
        "Three/NUM/root>-1 dead/ADJ/amod>0 in/ADP/case>4 harbour/NOUN/compound>4 fire/NOUN/nmod>0",
        ["Three dead in harbour fire"],
    ),
}


@pytest.mark.parametrize(("tree", "expected"), TREES.values(), ids=TREES)
def test_a_sentence_is_cut_where_a_reader_would_cut_it(tree: str, expected: list[str]) -> None:
    text, drawing = drawn(tree)
    assert [text[c.start : c.end] for c in cut_clauses(text, drawing, 0, len(text))] == expected


def test_a_subject_not_said_again_is_the_one_before() -> None:
    text, tree = drawn(TREES["the second of two verbs with one subject"][0])
    assert [text[slice(*c.subject)] for c in cut_clauses(text, tree, 0, len(text)) if c.subject] == ["They", "They"]


OFFICES = {
    "behind the name": (
        "Ada/PROPN/nsubj>9 Moor/PROPN/flat>0 ,/PUNCT/punct>3 41/NUM/nmod>0 ,/PUNCT/punct>6 chief/ADJ/amod>6 "
        "rabbi/NOUN/appos>0 of/ADP/case>8 Varn/PROPN/nmod>6 resigned/VERB/root>-1 ./PUNCT/punct>9",
        (0, 2),
        ("Ada Moor, 41, chief rabbi of Varn", "Ada Moor", "chief rabbi of Varn"),
    ),
    "in front of it": (
        "The/DET/det>1 mayor/NOUN/nsubj>8 of/ADP/case>3 Tarn/PROPN/nmod>1 ,/PUNCT/punct>5 Ada/PROPN/appos>1 "
        "Moor/PROPN/flat>5 ,/PUNCT/punct>1 resigned/VERB/root>-1",
        (5, 7),
        ("The mayor of Tarn, Ada Moor", "Ada Moor", "mayor of Tarn"),
    ),
}


@pytest.mark.parametrize(("tree", "name", "expected"), OFFICES.values(), ids=OFFICES)
def test_an_apposition_of_office_is_a_clause(tree: str, name: tuple[int, int], expected: tuple[str, ...]) -> None:
    text, drawing = drawn(tree, name)
    found = cut_clauses(text, drawing, 0, len(text))
    assert [text[c.start : c.end].endswith("resigned") for c in found].count(True) == 1
    (office,) = [c for c in found if c.verb is None]
    assert office.subject and office.object
    assert (text[office.start : office.end], text[slice(*office.subject)], text[slice(*office.object)]) == expected


def test_a_title_in_front_of_a_name_is_no_clause() -> None:
    text, tree = drawn("Mayor/PROPN/compound>1 Ada/PROPN/nsubj>3 Moor/PROPN/flat>1 resigned/VERB/root>-1", (1, 3))
    assert len(cut_clauses(text, tree, 0, len(text))) == 1


def test_only_the_words_of_the_range_are_cut() -> None:
    text, tree = drawn(TREES["an adverbial clause in front"][0])
    start = text.index("police")
    assert [text[c.start : c.end] for c in cut_clauses(text, tree, start, len(text))] == ["police closed the road"]


def test_a_sentence_without_a_tree_is_one_clause_without_the_marks_around_it() -> None:
    text = "« Le pont est fermé. »"
    (clause,) = cut_clauses(text, None, 0, len(text))
    assert text[clause.start : clause.end] == "Le pont est fermé"


@st.composite
def trees(draw: st.DrawFn) -> tuple[str, Tree]:
    """Any tree at all: a word hangs on any word put in before it, in a random order of putting in."""
    order = draw(st.permutations(range(draw(st.integers(1, 14)))))
    heads = {word: order[draw(st.integers(0, at - 1))] if at else -1 for at, word in enumerate(order)}
    forms = st.sampled_from('Tarn said fell that and who to not 30 after of ( , "'.split())
    rows = []
    for word in range(len(order)):
        label = draw(st.sampled_from(LABELS)) if heads[word] >= 0 else "root"
        rows.append(f"{draw(forms)}/{draw(st.sampled_from(TAGS))}/{label}>{heads[word]}")
    return drawn(" ".join(rows), *([(0, 1)] if draw(st.booleans()) else []))


@settings(max_examples=60, deadline=None)
@given(trees())
def test_any_tree_gives_clauses_inside_the_sentence_in_order(made: tuple[str, Tree]) -> None:
    text, tree = made
    found = cut_clauses(text, tree, 0, len(text))
    assert found == cut_clauses(text, tree, 0, len(text))
    assert found == sorted(found, key=lambda clause: (clause.start, -clause.end, clause.words))
    for clause in found:
        words = text[clause.start : clause.end]
        assert words and words == words.strip() and 0 <= clause.start < clause.end <= len(text)
        for role in (clause.subject, clause.object):
            assert role is None or 0 <= role[0] < role[1] <= len(text)


@settings(max_examples=60, deadline=None)
@given(trees())
def test_no_two_clauses_with_a_predicate_cross(made: tuple[str, Tree]) -> None:
    text, tree = made
    found = [c for c in cut_clauses(text, tree, 0, len(text)) if c.verb]
    for a in found:
        assert len(a.words) >= min(MIN_WORDS, len(tree.tokens))
        for b in found:
            apart = a.end <= b.start or b.end <= a.start
            nested = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert apart or nested


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_without_a_tree_is_at_most_one_clause(text: str) -> None:
    found = cut_clauses(text, None, 0, len(text))
    assert len(found) == any(map(str.isalnum, text))
    assert all(text[c.start : c.end] == text[c.start : c.end].strip() for c in found)
