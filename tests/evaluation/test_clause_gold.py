"""The scorer of clauses: what counts as the same clause, and what of it is right."""

from __future__ import annotations

from pathlib import Path

import pytest

import clauses
from clauses import Clause, Cut

TEXT = "The mayor met the union and left town, police said."


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def clause(words: str, subject: str = "", predicate: str = "", object: str = "", polarity: str = "affirmed") -> Clause:
    roles = {"subject": subject, "predicate": predicate, "object": object}
    ranges = {role: (span(value) if value else None,) for role, value in roles.items()}
    return Clause(span(words), ranges, polarity=polarity)


MET = clause("The mayor met the union", "The mayor", "met", "the union")
LEFT = clause("left town", "", "left", "town")


def figures(*given: Clause) -> dict[str, float | int]:
    return clauses.tally([(Cut(TEXT, "body", "", (MET, LEFT)), given)])[0]


def gold_of(tmp_path: Path, line: str) -> Clause:
    path = tmp_path / "clauses.toml"
    path.write_text(f'[[sentence]]\nreport = "r"\ntext = "{TEXT}"\nclauses = [{line}]\n', encoding="utf-8")
    return clauses.read_gold(path)[0].clauses[0]


def test_the_gold_can_be_read_and_stands_in_the_reports() -> None:
    gold = clauses.read_gold()
    examples = clauses.GOLD.parents[2] / "examples"
    assert len(gold) >= 100
    for cut in gold:
        raw = (examples / cut.report).read_bytes()
        assert any(cut.text.encode(encoding) in raw for encoding in ("utf-8", "cp1252")), cut.text


def test_no_sentence_and_no_clause_stands_twice() -> None:
    gold = clauses.read_gold()
    assert len({cut.text for cut in gold}) == len(gold)
    assert all(len({clause.range for clause in cut.clauses}) == len(cut.clauses) for cut in gold)


def test_the_same_cut_scores_full() -> None:
    assert {figures(MET, LEFT)[name] for name in ("f1", "near", "subject", "predicate", "object")} == {1.0}


def test_punctuation_at_the_edges_is_of_no_account() -> None:
    assert figures(MET, clause("left town, ", "", "left", "town"))["f1"] == 1.0


def test_another_range_is_a_miss_and_a_spurious_clause() -> None:
    got = figures(clause("The mayor met the union and left town"))
    assert (got["precision"], got["recall"], got["f1"]) == (0.0, 0.0, 0.0)


def test_a_word_more_is_near_but_not_the_same() -> None:
    got = figures(clause("The mayor met the union and", "The mayor", "met", "the union"), LEFT)
    assert (got["f1"], got["near"]) == (0.5, 1.0)


def test_each_clause_counts_once() -> None:
    assert figures(MET, MET)["precision"] == 0.5


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (clause("The mayor met the union", "mayor", "met", "union"), {"subject", "predicate", "object"}),
        (clause("The mayor met the union", "The mayor", "mayor met", "the union"), {"subject", "object"}),
        (clause("The mayor met the union", "", "met", "the union and"), {"predicate", "object"}),
    ],
)
def test_roles_are_compared_by_words_articles_aside(given: Clause, right: set[str]) -> None:
    verdicts = dict(clauses.judge(TEXT, MET, given))
    assert {role for role in clauses.LEAST if verdicts[role]} == right


def test_polarity_is_judged() -> None:
    assert figures(MET, clause("left town", "", "left", "town", "denied"))["polarity"] == 0.5


def test_a_subject_outside_its_clause_may_be_absent(tmp_path: Path) -> None:
    found = gold_of(tmp_path, '{ span = "left town", subject = "The mayor", predicate = "left", object = "town" }')
    assert found.roles["subject"] == (span("The mayor"), None)


def test_a_list_holds_readings_that_are_all_right(tmp_path: Path) -> None:
    found = gold_of(tmp_path, '{ span = "left town", predicate = ["left", "left town"], object = ["town", ""] }')
    assert found.roles["predicate"] == (span("left"), span("left town"))
    assert found.roles["object"] == (span("town"), None)


def test_of_a_clause_without_a_verb_only_the_missing_predicate_is_judged(tmp_path: Path) -> None:
    found = gold_of(tmp_path, '{ span = "The mayor", predicate = "" }')
    assert found.roles == {"subject": (), "predicate": (None,), "object": ()}


@pytest.mark.parametrize("words", ["left London", "e"])
def test_words_that_are_absent_or_ambiguous_are_refused(tmp_path: Path, words: str) -> None:
    with pytest.raises(clauses.Mistake, match="times"):
        gold_of(tmp_path, f'{{ span = "{words}", predicate = "left" }}')


def test_half_a_word_is_no_place(tmp_path: Path) -> None:
    with pytest.raises(clauses.Mistake, match="does not stand"):
        gold_of(tmp_path, '{ span = "left town", predicate = "lef" }')
