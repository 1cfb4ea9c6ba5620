"""Who does the saying, on trees made by hand: a wrong reader cannot break these."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.reporting import Words, phrase, reports, speaker_of, words_of
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document, Named, Sentence, Span, Token, Tree
from rashomon.text import cut


def words(rows: str) -> Words:
    """Words from rows of "text tag label head", heads counted from 0, -1 for the root."""
    tokens: list[Token] = []
    for row in rows.strip().splitlines():
        text, tag, label, head = row.split()
        start = tokens[-1].end + 1 if tokens else 0
        tokens.append(Token(text, start, start + len(text), tag, int(head), label))
    document = Document("d", "d.txt", "0", "text/plain", " ".join(t.text for t in tokens))
    sentence = Sentence(Span("d", 0, len(document.text)), "body")
    return words_of(document, [sentence], [Tree(tuple(tokens))])


def named(held: Words, verb: str) -> str | None:
    head = speaker_of(held, held.low.index(verb))
    return None if head is None else " ".join(held.tokens[i].text for i in range(*phrase(held, head)))


def test_a_relative_clause_between_subject_and_verb_does_not_mislead() -> None:
    held = words("""
        Lee PROPN nsubj 7
        , PUNCT punct 3
        who PRON nsubj 3
        chairs VERB acl 0
        the DET det 5
        board NOUN obj 3
        , PUNCT punct 3
        said VERB root -1
        no INTJ discourse 7
    """)
    assert named(held, "said") == "Lee"


def test_whoever_is_told_is_not_the_speaker_and_whoever_tells_stands_behind_by() -> None:
    held = words("""
        Lee PROPN nsubj 2
        was AUX aux 2
        told VERB root -1
        by ADP case 4
        Kim PROPN obl 2
    """)
    assert named(held, "told") == "Kim"
    assert speaker_of(words("Lee PROPN nsubj 2\nwas AUX aux 2\ntold VERB root -1"), 2) is None


def test_two_verbs_share_a_subject() -> None:
    held = words("""
        Lee PROPN nsubj 1
        thanked VERB root -1
        crews NOUN obj 1
        and CCONJ cc 4
        added VERB conj 1
    """)
    assert named(held, "added") == "Lee"


def test_the_phrase_keeps_whose_spokesman_it_is_and_takes_in_a_name_between_commas() -> None:
    held = words("""
        a DET det 1
        spokesman NOUN nsubj 6
        for ADP case 3
        Lee PROPN nmod 1
        , PUNCT punct 5
        Kim PROPN appos 1
        said VERB root -1
    """)
    assert named(held, "said") == "a spokesman for Lee , Kim"


def test_a_person_between_commas_who_is_named_already_stays_outside() -> None:
    held = words("""
        Lee PROPN nsubj 5
        , PUNCT punct 3
        a DET det 3
        nurse NOUN appos 0
        , PUNCT punct 3
        said VERB root -1
    """)
    assert named(held, "said") == "Lee"


def test_a_subject_that_the_tree_hangs_elsewhere_is_found_in_front() -> None:
    held = words("""
        it PRON nsubj 1
        held VERB root -1
        , PUNCT punct 1
        Lee PROPN nsubj 1
        said VERB parataxis 1
    """)
    assert named(held, "said") == "Lee"


def test_a_bare_verb_has_the_one_who_is_heard_for_its_subject() -> None:
    held = words("""
        I PRON nsubj 1
        heard VERB root -1
        Lee PROPN obj 1
        say VERB xcomp 1
        no INTJ discourse 3
    """)
    assert named(held, "say") == "Lee"


@pytest.mark.parametrize(
    ("row", "base"),
    [("reports VERB root -1", "report"), ("reports NOUN root -1", None), ("said VERB root -1", "say")],
)
def test_a_noun_of_the_same_form_reports_nothing(row: str, base: str | None) -> None:
    assert reports(words(row), 0) == base


def test_without_trees_words_between_marks_are_found_and_nobody_is_guessed() -> None:
    text = "Lee dijo: “La presa aguanta.” Kim: “No lo creo.”"
    document = Document("d", "d.txt", "0", "text/plain", text, language="es")
    found = find_quotes(document, find_sentences(document))
    assert [cut(document, quote.content[0]) for quote in found] == ["La presa aguanta.", "No lo creo."]
    assert all(quote.cue is None for quote in found)


@st.composite
def marked_texts_with_any_trees(draw: st.DrawFn) -> tuple[Document, tuple[Sentence, ...], tuple[Tree, ...]]:
    pieces = st.sampled_from(
        "Lee Kim said “ ” , . : and who told adding according to the that is asked by his lawyer -- report".split()
    )
    text = " ".join(draw(st.lists(pieces, min_size=1, max_size=25)))
    document = Document("d", "d.txt", "0", "text/plain", text)
    sentences = find_sentences(document)
    trees = []
    for sentence in sentences:
        start = sentence.span.start
        tokens: list[Token] = []
        for word in text[start : sentence.span.end].split(" "):
            head = draw(st.integers(-1, len(tokens) - 1)) if tokens else -1
            tag = draw(st.sampled_from("NOUN PROPN VERB PRON PUNCT ADP AUX ADV".split()))
            label = draw(st.sampled_from("nsubj obj obl ccomp acl advcl conj parataxis appos punct mark case".split()))
            tokens.append(Token(word, start, start + len(word), tag, head, "root" if head < 0 else label))
            start += len(word) + 1
        flip = draw(st.booleans())  # heads in front of their words, or behind
        last = len(tokens) - 1
        if flip:
            heads = [t.head for t in tokens]
            tokens = [
                t._replace(head=-1 if heads[last - i] < 0 else last - heads[last - i]) for i, t in enumerate(tokens)
            ]
        trees.append(Tree(tuple(tokens), (Named(0, 1, "person", 1.0),)))
    return document, sentences, tuple(trees)


@settings(max_examples=60, deadline=None)
@given(marked_texts_with_any_trees())
def test_any_tree_gives_slices_without_blanks_and_the_same_twice(
    held: tuple[Document, tuple[Sentence, ...], tuple[Tree, ...]],
) -> None:
    document, sentences, trees = held
    found = find_quotes(document, sentences, trees)
    assert found == find_quotes(document, sentences, trees)
    for quote in found:
        assert quote.content
        for span in (*quote.content, *(s for s in (quote.cue, quote.speaker_span) if s)):
            assert 0 <= span.start < span.end <= len(document.text)
            assert cut(document, span) == cut(document, span).strip()
