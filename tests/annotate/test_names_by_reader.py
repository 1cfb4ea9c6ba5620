"""Names where the reader has a say: mended, weighed against capitals, voted on; trees by hand, all names invented."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate.name_reader import read
from rashomon.annotate.name_tokens import tokens_of
from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document, EntityKind, Named, Sentence, Span, Token, Tree
from rashomon.syntax.pieces import words_of
from rashomon.text import cut

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "other")
Seen = Iterable[tuple[str, EntityKind] | tuple[str, EntityKind, float]]


def chances_of(kind: str | None, sure: float) -> tuple[float, ...]:
    """`sure` for the kind (None: outside), the rest shared out."""
    rest = (1 - sure) / 4
    return (sure if kind is None else rest, *(sure if kind == k else rest for k in KINDS))


def tree_of(text: str, start: int, end: int, seen: Seen) -> Tree:
    """A tree without syntax in which the reader sees these names, each at all its places, and nothing else."""
    words = words_of(text, start, end)
    rows = [chances_of(None, 0.96)] * len(words)
    names = []
    for form, kind, *sure in seen:
        at = text.find(form, start, end)
        while at >= 0:
            inside = [i for i, word in enumerate(words) if word.start < at + len(form) and at < word.end]
            chance = sure[0] if sure else 0.92
            rows[inside[0] : inside[-1] + 1] = [chances_of(kind, chance)] * len(inside)
            names.append(Named(inside[0], inside[-1] + 1, kind, chance))
            at = text.find(form, at + len(form), end)
    tokens = [Token(w.text, w.start, w.end, "X", -1, "root", row) for w, row in zip(words, rows, strict=True)]
    return Tree(tuple(tokens), tuple(sorted(names)))


def found_in(text: str, seen: Seen, headline: str = "") -> list[tuple[str, str, list[str]]]:
    whole = f"{headline}\n\n{text}" if headline else text
    document = Document(
        "d", "d.txt", "", "text/plain", whole, headline=Span("d", 0, len(headline)) if headline else None
    )
    sentences = find_sentences(document)
    trees = [tree_of(whole, s.span.start, s.span.end, seen) for s in sentences]
    found = find_mentions(document, sentences, trees)
    return [(cut(document, m.span), m.kind, [cut(document, title) for title in m.titles]) for m in found]


def names_in(text: str, seen: Seen, headline: str = "") -> list[tuple[str, str]]:
    return [(form, kind) for form, kind, _ in found_in(text, seen, headline)]


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("They left East Orlind at noon.", [("East", "place"), ("Orlind", "place")], ["East Orlind"]),
        ("It was Anne-Marie Velk who sang.", [("Anne", "person"), ("Velk", "person")], ["Anne-Marie Velk"]),
        ("It was O'Dowell who sang.", [("O'Dowell", "person")], ["O'Dowell"]),
        ("It was Velk's turn.", [("Velk's", "person")], ["Velk"]),
        ("She bought an Ada Velk scarf.", [("Ada Velk scarf", "person")], ["Ada Velk"]),
        ("We met the Wexley Loom Works there.", [("the Wexley Loom Works", "organisation")], ["Wexley Loom Works"]),
        ("The Norwegian Loom is shut.", [("Norwegian", "other"), ("Loom", "organisation")], ["Norwegian Loom"]),
        ("He is Norwegian and left.", [("Norwegian", "other")], []),
        ("On Monday he left.", [("Monday", "other")], []),
        ("Read https://orlind.example/Velk or ask @Velk today.", [("Velk", "person")], []),
        ("They met [Ada] Velk there.", [("Ada] Velk", "person")], ["Ada", "Velk"]),
        (
            "We told The Wexley Wire so.",
            [("The", "organisation"), ("Wexley Wire", "organisation")],
            ["Wexley Wire"],
        ),
        (
            "They read Tomas Hallgren Tomas HallgrenVote nears there.",
            [("Tomas Hallgren", "person")],
            ["Tomas Hallgren"],
        ),
        ("The Velk-Moor talks failed.", [("Velk", "person"), ("Moor", "person")], ["Velk", "Moor"]),
        ("It was Ada Velk-Moor who sang.", [("Ada Velk", "person"), ("Moor", "person")], ["Ada Velk-Moor"]),
        ("They met Norway Democrats there.", [("Norway Democrats", "organisation")], ["Norway", "Democrats"]),
        ("They met Alabama Democrat there.", [("Alabama Democrat", "organisation", 0.99)], ["Alabama", "Democrat"]),
        ("The East Hall Press Secretary came.", [("East Hall Press", "organisation")], ["East Hall"]),
        (
            "They met Thomas Hallgren Thomas Lars HallgrenAda Moor rests there.",
            [("Thomas Hallgren Thomas Lars HallgrenAda Moor", "person")],
            ["Thomas Hallgren", "Moor"],
        ),
        (
            "The chair of Weavers for Truth in Orlind (Wto) left.",
            [("Weavers for Truth", "organisation"), ("Orlind", "place"), ("Wto", "organisation")],
            ["Weavers for Truth in Orlind", "Wto"],
        ),
        ("A bipartisan vote came.", [("bipartisan", "person", 0.8)], []),
        ("Sen. Velk (D-Calif.) left.", [("Velk", "person"), ("D-Calif", "place")], ["Velk", "Calif."]),
    ],
)
def test_the_readers_names_are_mended(text: str, seen: Seen, expected: list[str]) -> None:
    assert [form for form, _ in names_in(text, seen)] == expected


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("They met Dr. Ada Velk there.", [("Dr. Ada Velk", "person")], ("Ada Velk", ["Dr."])),
        ("They met Mayor Ada Velk there.", [("Ada Velk", "person")], ("Ada Velk", ["Mayor"])),
    ],
)
def test_titles_stand_outside_the_readers_names(text: str, seen: Seen, expected: tuple[str, list[str]]) -> None:
    ((form, kind, titles),) = found_in(text, seen)
    assert (form, titles) == expected
    assert kind == "person"


def test_the_first_words_of_a_title_are_no_organisation() -> None:
    assert names_in("He was National Security Adviser then.", [("National Security", "organisation")]) == []


def test_a_sentences_first_word_is_a_name_where_the_reader_says_so() -> None:
    assert names_in("Heron came home late.", [("Heron", "person")]) == [("Heron", "person")]


def test_capitals_alone_make_no_name_against_the_reader() -> None:
    assert names_in("They said Blended Opinion was at work.", []) == []


def test_what_the_tables_know_is_a_name_even_if_the_reader_missed_it() -> None:
    assert names_in("They flew to Norway at noon.", []) == [("Norway", "place")]


def test_a_form_seen_in_one_place_is_a_name_in_others() -> None:
    text = "We met Quillon there. Much later the old Quillon left."
    document = Document("d", "d.txt", "", "text/plain", text)
    sentences = find_sentences(document)
    spans = [(s.span.start, s.span.end) for s in sentences]
    trees = [tree_of(text, *spans[0], [("Quillon", "person")]), tree_of(text, *spans[1], [])]
    assert [m.rule for m in find_mentions(document, sentences, trees)] == ["both", "capitals"]


def test_of_two_readings_the_likelier_is_taken() -> None:
    one = names_in("They gave Ada Wexley Orlind a prize.", [("Ada Wexley", "person", 0.97), ("Orlind", "place", 0.97)])
    assert [form for form, _ in one] == ["Ada Wexley", "Orlind"]
    two = names_in("They gave Ada Wexley Orlind a prize.", [("Ada Wexley", "person", 0.6)])
    assert [form for form, _ in two] == ["Ada Wexley Orlind"] or [form for form, _ in two] == ["Ada Wexley"]


def test_a_name_the_reader_cuts_at_its_of_is_made_whole() -> None:
    seen: Seen = [("Federation of Linen Weavers", "organisation"), ("Norway", "place")]
    text = "He leads the Federation of Linen Weavers of Norway now."
    assert names_in(text, seen) == [("Federation of Linen Weavers of Norway", "organisation")]


def test_one_kind_for_a_form_by_the_sum_of_the_chances() -> None:
    text = "We met Quillon there. They like Quillon here. All praised Quillon then."
    document = Document("d", "d.txt", "", "text/plain", text)
    sentences = find_sentences(document)
    kinds: list[EntityKind] = ["place", "organisation", "place"]
    trees = [
        tree_of(text, s.span.start, s.span.end, [("Quillon", kind)]) for s, kind in zip(sentences, kinds, strict=True)
    ]
    assert {m.kind for m in find_mentions(document, sentences, trees)} == {"place"}


def test_a_bare_last_name_goes_with_its_full_name() -> None:
    text = "We met Ada Quillon. All like Quillon here."
    assert names_in(text, [("Ada Quillon", "person")])[1:] == [("Quillon", "person")]
    document = Document("d", "d.txt", "", "text/plain", text)
    sentences = find_sentences(document)
    spans = [(s.span.start, s.span.end) for s in sentences]
    seen: list[Seen] = [[("Ada Quillon", "person")], [("Quillon", "organisation")]]
    trees = [tree_of(text, *span, names) for span, names in zip(spans, seen, strict=True)]
    assert [m.kind for m in find_mentions(document, sentences, trees)] == ["person", "person"]


def test_an_acronym_in_brackets_has_the_kind_of_its_full_form() -> None:
    seen: Seen = [("Orlind Weavers Circle", "organisation"), ("OWC", "place")]
    assert {kind for _, kind in names_in("The Orlind Weavers Circle (OWC) met. Then OWC left.", seen)} == {
        "organisation"
    }


def test_a_headline_may_name_what_the_text_does_not_if_the_reader_is_sure() -> None:
    seen: Seen = [("Quillon", "person")]
    assert names_in("He wept.", seen, "Judge Sends Quillon To Prison After Long Trial") == [("Quillon", "person")]


@pytest.mark.parametrize("at", range(40))
def test_words_between_two_places_are_those_that_overlap(at: int) -> None:
    text = "It was O'Dowell's Anne-Marie, aged 40."
    document = Document("d", "d", "", "text/plain", text)
    sentence = Sentence(Span("d", 0, len(text)), "body")
    seen = read(text, tokens_of(document, sentence), tree_of(text, 0, len(text), []))
    for end in range(at + 1, len(text) + 1):
        slow = [i for i, t in enumerate(seen.tokens) if t.start < end and at < t.end]
        assert list(seen.row(at, end)) == slow


_WORDS = st.sampled_from(
    "Tomas Cole the of and President Mr. Norway Bank U.S. May “Kolya” Jr. al-Tarif , . \n ’s -- 12 Marn's said (ORC) "
    "Anne-Marie velk Norwegian & van der HALM 漢字 ‘ É \u200b".split(" ")
)


@st.composite
def read_texts(draw: st.DrawFn) -> tuple[Document, tuple[Sentence, ...], list[Tree]]:
    """A text with any trees over it: any names, any chances."""
    text = draw(st.one_of(st.lists(_WORDS, max_size=25).map(" ".join), st.text(max_size=60)))
    document = Document("d", "d.txt", "", "text/plain", text)
    sentences = find_sentences(document)
    trees = []
    for sentence in sentences:
        words = words_of(text, sentence.span.start, sentence.span.end)
        weights = draw(st.lists(st.tuples(*[st.integers(0, 9)] * 5), min_size=len(words), max_size=len(words)))
        rows = [tuple(w / (sum(row) or 1) for w in row) for row in weights]
        cuts = sorted(draw(st.sets(st.integers(0, len(words)), max_size=6)))
        names = [Named(a, b, draw(st.sampled_from(KINDS)), 0.5) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        tokens = [Token(w.text, w.start, w.end, "X", -1, "root", row) for w, row in zip(words, rows, strict=True)]
        trees.append(Tree(tuple(tokens), tuple(names)))
    return document, sentences, trees


@given(read_texts())
@settings(max_examples=60, deadline=None)
def test_mentions_by_any_reader_are_valid_apart_and_the_same_twice(
    case: tuple[Document, tuple[Sentence, ...], list[Tree]],
) -> None:
    document, sentences, trees = case
    found = find_mentions(document, sentences, trees)
    assert found == find_mentions(document, sentences, trees)
    at = 0
    for mention in found:
        assert at <= mention.span.start < mention.span.end <= len(document.text)
        form = cut(document, mention.span)
        assert form == form.strip() and any(c.isalnum() for c in form)
        assert all(t.end <= mention.span.start or mention.span.end <= t.start for t in mention.titles)
        at = mention.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We need the Wall. There is no wall yet.", []),
        ("We need the Wall. There is nothing yet.", ["Wall"]),
        ("We need Ada Wall. There is no wall yet.", ["Ada Wall"]),
    ],
)
def test_a_word_that_is_also_written_small_has_its_capital_for_show(text: str, expected: list[str]) -> None:
    assert [form for form, _ in names_in(text, [("Ada Wall", "person"), ("Wall", "place")])] == expected


def test_acronyms_with_a_small_letter_have_the_kind_of_their_full_form() -> None:
    text = "The Ministry of Justice (MoJ) agreed. Nobody asked MoJ."
    found = names_in(text, [("Ministry of Justice", "organisation"), ("MoJ", "person")])
    assert found == [("Ministry of Justice", "organisation"), ("MoJ", "organisation"), ("MoJ", "organisation")]


def test_an_account_behind_a_name_is_no_link_card() -> None:
    text = "Nobody came. Thomas Hallgren (@ThomasHallgren) waited."
    assert names_in(text, [("Thomas Hallgren", "person")]) == [("Thomas Hallgren", "person")]


def test_only_people_have_titles() -> None:
    found = found_in("They met Justice Democrats there.", [("Democrats", "organisation")])
    assert found == [("Democrats", "organisation", [])]


@pytest.mark.parametrize(("sure", "found"), [(0.85, ["Rovax"]), (0.97, [])])
def test_a_word_of_no_dictionary_needs_little_belief(sure: float, found: list[str]) -> None:
    text = "She wore a Rovax watch and a coat."
    document = Document("d", "d.txt", "", "text/plain", text)
    sentences = find_sentences(document)
    tree = tree_of(text, 0, len(text), [])
    tree = Tree(tuple(t._replace(chances=chances_of(None, sure)) for t in tree.tokens))
    assert [cut(document, m.span) for m in find_mentions(document, sentences, [tree])] == found


@pytest.mark.parametrize("word", ["Bystanders", "Housework", "Newness"])
def test_words_made_of_the_dictionary_with_a_capital_for_show_are_none(word: str) -> None:
    text = f"We saw how {word} looked on."
    document = Document("d", "d.txt", "", "text/plain", text)
    tree = Tree(tuple(t._replace(chances=chances_of(None, 0.85)) for t in tree_of(text, 0, len(text), []).tokens))
    assert find_mentions(document, find_sentences(document), [tree]) == ()


def test_the_body_that_somebody_leads_is_a_name_of_its_own() -> None:
    text = "President Moor spoke. A note from the Moor White House denied it."
    seen = [("Moor White House", "organisation")]
    assert [form for form, _ in names_in(text, seen)] == ["Moor", "Moor", "White House"]


def test_a_side_of_a_place_is_one_name() -> None:
    text = "They met on the South Side of Velk today."
    assert names_in(text, [("South Side", "place"), ("Velk", "place")]) == [("South Side of Velk", "place")]
