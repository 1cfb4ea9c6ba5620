"""Trees labelled in another way, and what becomes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_trees import drawn
from rashomon.model import Token
from rashomon.syntax import children
from rashomon.syntax.universal import LABELS, RENAMED, rooted, to_universal

CLEAR = [
    (
        "Four/NUM/nummod>1 sailors/NOUN/nsubjpass>3 were/AUX/auxpass>3 rescued/VERB/ROOT>-1 by/ADP/agent>3 "
        "a/DET/det>6 trawler/NOUN/pobj>4 ./PUNCT/punct>3",
        "Four nummod sailors, sailors nsubj rescued, were aux rescued, rescued root -, by case trawler, "
        "a det trawler, trawler obl rescued, . punct rescued",
    ),
    (
        "The/DET/det>1 mayor/NOUN/nsubj>4 of/ADP/prep>1 Orvel/PROPN/pobj>2 lost/VERB/ROOT>-1 her/PRON/poss>6 "
        "seat/NOUN/dobj>4",
        "The det mayor, mayor nsubj lost, of case Orvel, Orvel nmod mayor, lost root -, her nmod seat, seat obj lost",
    ),
    (
        "She/PRON/nsubj>1 is/AUX/ROOT>-1 not/PART/neg>1 the/DET/det>4 mayor/NOUN/attr>1",
        "She nsubj mayor, is cop mayor, not advmod mayor, the det mayor, mayor root -",
    ),
    (
        "He/PRON/nsubj>1 said/VERB/ROOT>-1 it/PRON/nsubj>3 was/AUX/ccomp>1 safe/ADJ/acomp>3",
        "He nsubj said, said root -, it nsubj safe, was cop safe, safe ccomp said",
    ),
    (
        "The/DET/det>1 ship/NOUN/nsubj>2 was/AUX/ROOT>-1 still/ADV/advmod>2 in/ADP/prep>2 port/NOUN/pobj>4",
        "The det ship, ship nsubj port, was cop port, still advmod port, in case port, port root -",
    ),
    (
        "There/PRON/expl>1 was/VERB/ROOT>-1 smoke/NOUN/attr>1 in/ADP/prep>1 town/NOUN/pobj>3",
        "There expl was, was root -, smoke nsubj was, in case town, town obl was",
    ),
    (
        "It/PRON/nsubj>1 became/VERB/ROOT>-1 calm/ADJ/acomp>1",
        "It nsubj became, became root -, calm xcomp became",
    ),
    (
        "He/PRON/nsubj>1 left/VERB/ROOT>-1 after/ADP/prep>1 losing/VERB/pcomp>2 power/NOUN/dobj>3",
        "He nsubj left, left root -, after mark losing, losing advcl left, power obj losing",
    ),
    (
        "It/PRON/nsubj>1 came/VERB/ROOT>-1 from/ADP/prep>1 behind/ADP/prep>2 walls/NOUN/pobj>3",
        "It nsubj came, came root -, from case walls, behind case walls, walls obl came",
    ),
    (
        "According/VERB/prep>3 to/ADP/prep>0 police/NOUN/pobj>1 fled/VERB/ROOT>-1",
        "According case police, to fixed According, police obl fled, fled root -",
    ),
    (
        "He/PRON/nsubj>1 spoke/VERB/ROOT>-1 in/ADP/prep>1 Orvel/PROPN/pobj>2 and/CCONJ/cc>2 on/ADP/conj>2 "
        "Brack/PROPN/pobj>5",
        "He nsubj spoke, spoke root -, in case Orvel, Orvel obl spoke, and cc Brack, on case Brack, Brack conj Orvel",
    ),
    (
        "Ana/PROPN/nsubj>6 ,/PUNCT/punct>0 Bo/PROPN/conj>0 ,/PUNCT/punct>2 and/CCONJ/cc>2 Cy/PROPN/conj>2 "
        "swam/VERB/ROOT>-1",
        "Ana nsubj swam, , punct Ana, Bo conj Ana, , punct Bo, and cc Cy, Cy conj Ana, swam root -",
    ),
    (
        "They/PRON/nsubj>1 want/VERB/ROOT>-1 to/PART/aux>3 give/VERB/xcomp>1 him/PRON/dative>3 aid/NOUN/dobj>3",
        "They nsubj want, want root -, to mark give, give xcomp want, him iobj give, aid obj give",
    ),
    (
        "men/NOUN/ROOT>-1 who/PRON/nsubj>2 spoke/VERB/relcl>0 up/ADP/prt>2 two/NUM/nummod>5 days/NOUN/npadvmod>6 "
        "ago/ADV/advmod>2",
        "men root -, who nsubj spoke, spoke acl men, up compound spoke, two nummod days, days obl ago, "
        "ago advmod spoke",
    ),
]


def shown(words: tuple[Token, ...]) -> str:
    return ", ".join(f"{w.text} {w.label} {words[w.head].text if w.head >= 0 else '-'}" for w in words)


@pytest.mark.parametrize(("tree", "expected"), CLEAR)
def test_trees_of_english_pipelines_are_turned(tree: str, expected: str) -> None:
    assert shown(to_universal(drawn(tree)[1].tokens, clear=True)) == expected


def test_names_of_persons_hang_on_their_first_word() -> None:
    tree = "Mayor/PROPN/compound>3 Ana/PROPN/compound>3 Bel/PROPN/compound>3 Lint/PROPN/nsubj>4 left/VERB/ROOT>-1"
    made = to_universal(drawn(tree)[1].tokens, clear=True, persons=[(1, 4)])
    assert shown(made) == "Mayor compound Ana, Ana nsubj left, Bel flat Ana, Lint flat Ana, left root -"


def test_universal_trees_pass_through() -> None:
    tree = "Ana/PROPN/nsubj:pass>3 Lint/PROPN/flat:name>0 was/AUX/aux:pass>3 chosen/VERB/root>-1 ./PUNCT/punct>3"
    words = drawn(tree)[1].tokens
    made = to_universal(words, clear=False)
    assert shown(made) == "Ana nsubj chosen, Lint flat Ana, was aux chosen, chosen root -, . punct chosen"
    assert to_universal(made, clear=False) == made


def test_labels_of_the_first_version_get_their_present_names() -> None:
    words = drawn("Er/PRON/nsubjpass>2 wird/AUX/auxpass>2 gewählt/VERB/ROOT>-1 ihn/PRON/dobj>2")[1].tokens
    assert [w.label for w in to_universal(words, clear=False)] == ["nsubj", "aux", "root", "obj"]


def test_a_label_of_no_scheme_says_nothing() -> None:
    words = drawn("Sie/PRON/sb>1 singt/VERB/ROOT>-1 laut/ADV/mo>1")[1].tokens
    assert [w.label for w in to_universal(words, clear=False)] == ["dep", "root", "dep"]


def test_circles_are_cut_and_loose_words_hang_on_the_root() -> None:
    words = drawn("a/X/x>1 b/X/x>0 c/X/root>-1 d/PUNCT/punct>9 e/X/x>4")[1].tokens
    assert shown(tuple(rooted(words))) == "a root -, b x a, c parataxis a, d punct a, e parataxis a"


def test_all_names_are_of_the_second_version() -> None:
    assert set(RENAMED.values()) <= set(LABELS)


_labels = st.sampled_from([*LABELS, *RENAMED, "ROOT", "nsubj:pass", "", "oa"])
_tags = st.sampled_from("ADJ ADP ADV AUX NOUN PART PUNCT VERB X".split())
_forms = st.sampled_from("was is to of because by boat and".split())


@settings(max_examples=60)
@given(st.lists(st.tuples(_forms, _tags, st.integers(-2, 12), _labels), max_size=12), st.booleans())
def test_whatever_the_heads_and_labels_a_tree_comes_out(rows: list[tuple[str, str, int, str]], clear: bool) -> None:
    words = [Token(form, i, i + 1, tag, head, label) for i, (form, tag, head, label) in enumerate(rows)]
    made = to_universal(words, clear, [(0, len(words))] if words else [])
    assert [(w.text, w.start, w.end) for w in made] == [(w.text, w.start, w.end) for w in words]
    assert [i for i, w in enumerate(made) if w.head < 0] == [i for i, w in enumerate(made) if w.label == "root"]
    assert {w.label for w in made} <= set(LABELS)
    hanging = children(made)
    order = [i for i, w in enumerate(made) if w.head < 0]
    assert len(order) == min(1, len(words))
    for word in order:
        order.extend(hanging[word])
    assert sorted(order) == list(range(len(words)))
