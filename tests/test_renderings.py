"""Renderings of one utterance, and the words in which they differ."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rashomon.differing_words import compare_renderings
from rashomon.model import Document, Quote, QuoteKind, Span
from rashomon.renderings import complete_link, group_quotes, utterances
from rashomon.text import cut

FILLER = (
    "The river rose on Monday. Crews closed the road. The council met at noon. Trains ran late. "
    "Schools stayed shut. The mayor left. A bridge fell. Nobody was hurt in the valley. "
)


def said(number: int, *contents: str, speaker: str | None = "e1", kind: QuoteKind = "direct") -> tuple[Document, Quote]:
    """A report that holds the words between filler sentences, and the quote for them."""
    text, places = FILLER, []
    for content in contents:
        places.append(Span(f"d{number}", len(text), len(text) + len(content)))
        text += content + " . "
    document = Document(f"d{number}", f"{number}.txt", str(number), "text/plain", text)
    return document, Quote(f"q{number}", kind, tuple(places), None, speaker, None)


def groups(*reports: tuple[Document, Quote]) -> list[tuple[str, ...]]:
    return [group.quotes for group in group_quotes(utterances([d for d, _ in reports], [q for _, q in reports]))]


THANKS = (
    "We have to thank the volunteers of the northern valley for the sandbags they carried that night",
    "I think we ought to express our thanks to the northern valley volunteers for carrying sandbags that night",
)
OTHER = "The government will pay for every house that was lost when the dam gave way"


def test_the_same_words_are_one_utterance_without_a_difference() -> None:
    reports = said(1, THANKS[0]), said(2, THANKS[0])
    (group,) = group_quotes(utterances([d for d, _ in reports], [q for _, q in reports]))
    assert (group.quotes, group.difference, group.spans) == (("q1", "q2"), "none", ())


def test_two_translations_of_one_utterance_are_grouped() -> None:
    assert groups(said(1, THANKS[0]), said(2, THANKS[1])) == [("q1", "q2")]


def test_two_fragments_of_one_sentence_are_two_utterances() -> None:
    text = FILLER + "Lee said she “has a claim” and that the town “has the claim” too. Kim left."
    places = [
        Span("d1", at, at + len(words)) for words in ("has a claim", "has the claim") if (at := text.index(words))
    ]
    fragments = [Quote(f"q{n}", "mixed", (place,), None, "e1", None) for n, place in enumerate(places)]
    assert group_quotes(utterances([Document("d1", "1.txt", "1", "text/plain", text)], fragments)) == ()


def test_two_utterances_of_one_speaker_are_not() -> None:
    assert groups(said(1, THANKS[0]), said(2, OTHER)) == []


def test_different_speakers_are_grouped_only_for_nearly_the_same_words() -> None:
    assert groups(said(1, THANKS[0]), said(2, THANKS[1], speaker="e2")) == []
    assert groups(said(1, THANKS[0]), said(2, THANKS[0], speaker="e2")) == [("q1", "q2")]


def test_a_fragment_goes_to_the_quotation_that_holds_it() -> None:
    fragment = said(3, "sandbags they carried", kind="mixed")
    assert groups(said(1, THANKS[0]), said(2, OTHER), fragment) == [("q1", "q3")]


def test_a_fragment_of_function_words_goes_nowhere() -> None:
    assert groups(said(1, THANKS[0]), said(2, "of the", kind="mixed")) == []


def test_a_fragment_of_another_speaker_goes_nowhere() -> None:
    assert groups(said(1, THANKS[0]), said(2, "sandbags they carried", speaker="e2", kind="mixed")) == []


@pytest.mark.parametrize(("fragment", "joined"), [
    ("bear every sandbag they carried that cold night", True),
    ("bear every sandbag they dragged that dark night", False),
])  # fmt: skip
def test_a_long_fragment_of_another_speaker_goes_to_the_words_that_hold_it_in_one_piece(
    fragment: str, joined: bool
) -> None:
    whole = said(1, "We will stand by every sandbag they carried that cold night in March")
    assert groups(whole, said(2, fragment, speaker="e2", kind="mixed")) == ([("q1", "q2")] if joined else [])


def test_the_same_fragment_in_two_reports_is_one_utterance_even_if_one_speaker_is_unknown() -> None:
    reports = said(1, "reckless and cruel", kind="mixed"), said(2, "reckless and cruel", speaker=None, kind="mixed")
    assert groups(*reports) == [("q1", "q2")]


def test_a_reported_clause_joins_the_words_it_paraphrases() -> None:
    clause = said(2, THANKS[0].replace("We have", "they had"), kind="indirect")
    assert groups(said(1, THANKS[0]), clause) == [("q1", "q2")]


def test_nothing_at_all_gives_no_groups() -> None:
    assert group_quotes(utterances([], [])) == ()


@pytest.mark.parametrize(
    ("first", "second", "difference", "words"),
    [
        ("We will build it again", "We will build it again", "none", []),
        ("We will BUILD it", "We will build “it”", "none", []),
        ("The tide will soon turn", "The tied will soon turn", "wording", ["tide", "tied"]),
        ("It is very sad news", "It is sad news", "omission", ["very"]),
        ("It is sad news", "It is very sad news", "addition", ["very"]),
        ("It was a long cold night", "It was one long night", "wording", ["a", "cold", "one"]),
    ],
)
def test_the_words_that_differ_are_marked_on_both_sides(
    first: str, second: str, difference: str, words: list[str]
) -> None:
    reports = said(1, first), said(2, second)
    documents = {d.id: d for d, _ in reports}
    kind, found = compare_renderings(documents, [q for _, q in reports])
    assert kind == difference
    assert [cut(documents[s.document], s) for s in found] == words


def test_what_a_fragment_leaves_off_at_its_ends_is_not_listed() -> None:
    reports = said(1, "It was a long cold night"), said(2, "long dark night", kind="mixed")
    documents = {d.id: d for d, _ in reports}
    kind, found = compare_renderings(documents, [q for _, q in reports])
    assert kind == "wording"
    assert [cut(documents[s.document], s) for s in found] == ["cold", "dark"]


def naive_complete_link(members: list[int], links: dict[tuple[int, int], float]) -> list[list[int]]:
    """Tries every pair of groups at every step and merges the one with the closest pair across it."""
    groups = [[member] for member in members]
    while True:
        best: tuple[float, tuple[int, int], int, int] | None = None
        for i, j in combinations(range(len(groups)), 2):
            across = [(min(x, y), max(x, y)) for x in groups[i] for y in groups[j]]
            if all(pair in links for pair in across):
                score, pair = max((links[p], (-p[0], -p[1])) for p in across)
                if best is None or (score, pair) > best[:2]:
                    best = (score, pair, i, j)
        if best is None:
            return groups
        groups[best[2]] += groups.pop(best[3])


LINKS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.95, 1.0, 1.1, 1.3, 1.7]),
    max_size=21,
)


@given(LINKS)
def test_complete_link_agrees_with_its_exhaustive_twin_and_never_chains(links: dict[tuple[int, int], float]) -> None:
    members = list(range(7))
    found = complete_link(members, links)
    assert sorted(map(sorted, found)) == sorted(map(sorted, naive_complete_link(members, links)))
    assert all(pair in links for group in found for pair in combinations(sorted(group), 2))


WORDS = st.lists(st.sampled_from(["we", "will", "not", "yield", "the", "dam", "held"]), min_size=1, max_size=9)


@given(WORDS, WORDS)
def test_what_is_not_marked_as_different_is_the_same_on_both_sides(first: list[str], second: list[str]) -> None:
    assume(max(len(first), len(second)) <= 2 * min(len(first), len(second)))
    reports = said(1, " ".join(first)), said(2, " ".join(second))
    documents = {d.id: d for d, _ in reports}
    kind, spans = compare_renderings(documents, [q for _, q in reports])
    assert (kind == "none") == (first == second)

    def kept(document: Document, quote: Quote) -> list[str]:
        marked = {i for s in spans if s.document == document.id for i in range(s.start, s.end)}
        content = quote.content[0]
        free = "".join(" " if i in marked else document.text[i] for i in range(content.start, content.end))
        return free.split()

    assert kept(*reports[0]) == kept(*reports[1])
