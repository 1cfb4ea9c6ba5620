"""Why an entry stands where it does: the numbers add up, the places are exact, and every entry can be asked for."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

import rashomon
import samples
from rashomon.cli import commands
from rashomon.errors import RashomonError, UsageError
from rashomon.explain import Explanation, explain, find_entry
from rashomon.export.apparatus_json import documents_of, to_json
from rashomon.export.explained import to_record, to_text
from rashomon.model import Apparatus, Entry
from rashomon.run import Workings, with_workings

TEXTS = {
    "gazette.txt": "Ferry strikes quay\nThe Marle Gazette, 2 May 2031\n"
    "Two people died when the ferry struck the quay at Orrin on Friday. Police said 14 people were hurt. "
    "The captain, Karl Ostrow, was arrested on Friday night. “The horn was silent,” said Lina Voss.",
    "coast.txt": "Ferry crash at Orrin\nCoast Radio, 3 May 2031\n"
    "Two people died when the ferry struck the quay at Orrin on Friday evening. Police said 17 people were hurt. "
    "Captain Karl Ostrow was arrested on Friday night. “The horn was silent,” Lina Voss told the Gazette.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(folder: Path) -> Workings:
    return with_workings(rashomon.read(folder))


def explained(made: Workings, entry: Entry) -> Explanation:
    return explain(made.apparatus, made.annotations, made.entities, made.statements, entry)


@pytest.fixture(scope="module")
def all_explained(made: Workings) -> list[Explanation]:
    return [explained(made, entry) for entry in made.apparatus.entries]


def test_the_sum_of_a_pair_is_that_of_its_features_and_gives_the_likelihood(all_explained: list[Explanation]) -> None:
    pairs = [pair for explanation in all_explained for pair in explanation.pairs]
    assert pairs
    for pair in pairs:
        total = pair.bias + sum(one.value * one.weight for one in pair.features)
        assert math.isclose(total, pair.total, abs_tol=0.01)
        assert math.isclose(1 / (1 + math.exp(-pair.total)), pair.likelihood, abs_tol=0.001)


def test_every_pair_of_statements_of_different_reports_is_there(all_explained: list[Explanation]) -> None:
    for explanation in all_explained:
        told = explanation.told
        apart = [
            {a.statement.id, b.statement.id}
            for a, b in combinations(told, 2)
            if a.statement.span.document != b.statement.span.document
        ]
        assert sorted(map(sorted, apart)) == sorted(sorted((pair.a, pair.b)) for pair in explanation.pairs)


def test_a_difference_of_a_comparison_is_among_what_the_comparisons_found(all_explained: list[Explanation]) -> None:
    hurt = next(e for e in all_explained if e.entry.difference and e.entry.difference.kind == "number")
    assert hurt.entry.difference is not None
    assert hurt.entry.difference.why in {one.why for one in hurt.compared}
    assert {one.comparison for one in hurt.compared} == {"compare_numbers"}
    assert {one.value_a for one in hurt.compared} | {one.value_b for one in hurt.compared} >= {"14", "17"}


def test_a_group_is_shown_with_the_pair_that_began_it(all_explained: list[Explanation]) -> None:
    agreed = [explanation for explanation in all_explained if explanation.entry.kind == "agreed"]
    assert any(explanation.groups for explanation in agreed)
    for group in (group for explanation in all_explained for group in explanation.groups):
        assert group.likelihood >= 0.3 and all(one.least <= group.likelihood for one in group.joined)


def test_the_words_are_exact_slices(made: Workings, all_explained: list[Explanation]) -> None:
    text = {document.id: document.text for document in made.apparatus.documents}
    for told in (told for explanation in all_explained for told in explanation.told):
        span = told.statement.span
        assert told.words == text[span.document][span.start : span.end]


def test_the_text_fits_80_columns_and_is_always_the_same(made: Workings, all_explained: list[Explanation]) -> None:
    for explanation in all_explained:
        text = to_text(explanation, made.apparatus)
        assert max(map(len, text.splitlines())) <= 80
        assert text == to_text(explained(made, explanation.entry), made.apparatus)
        assert f"entry {explanation.number} of {explanation.of}" in text


def test_the_text_tells_the_whole_chain(made: Workings, all_explained: list[Explanation]) -> None:
    hurt = next(e for e in all_explained if e.entry.difference and e.entry.difference.kind == "number")
    text = to_text(hurt, made.apparatus)
    for part in (
        "READINGS",
        "SHARE A FACT",
        "bias",
        "WHAT DIFFERS",
        "compare_numbers",
        "WHICH REPORTS COUNT",
        "published:",
    ):
        assert part in text
    assert f"gazette.txt {TEXTS['gazette.txt'].index('14 people')}–" in text


def test_the_record_can_be_written_as_json(all_explained: list[Explanation]) -> None:
    record = json.loads(json.dumps(to_record(all_explained[0])))
    assert record["entry"]["id"] == all_explained[0].entry.id
    assert {"pairs", "groups", "compared", "told", "entities"} <= set(record)


# ---------------------------------------------------------------------------------------------------------- which entry
def named(*ids: str) -> Apparatus:
    apparatus = samples.bridge()
    return replace(apparatus, entries=tuple(replace(apparatus.entries[0], id=name) for name in ids))


@pytest.mark.parametrize("wanted", ["2", "e-abd1", "abd1", " E-ABD1 ", "e-abd15f", "abd"])
def test_an_entry_is_known_by_number_id_and_beginning(wanted: str) -> None:
    assert find_entry(named("e-abc05f", "e-abd15f"), wanted).id == "e-abd15f"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("ab", "begins several entries: e-abc05f, e-abd15f"),
        ("e-abd25f", "did you mean e-abd15f"),
        ("3", "no entry '3' among the 2: give a number from 1"),
        ("0", "no entry '0'"),
        ("e-", "no entry 'e-'"),
        ("", "no entry ''"),
    ],
)
def test_an_unknown_entry_is_said_in_a_line(wanted: str, said: str) -> None:
    with pytest.raises(UsageError) as problem:
        find_entry(named("e-abc05f", "e-abd15f"), wanted)
    assert said in str(problem.value) and "\n" not in str(problem.value)


# ---------------------------------------------------------------------------------------------------- the written event
def test_the_documents_of_a_written_file_are_those_it_was_made_from(made: Workings) -> None:
    documents = made.apparatus.documents
    assert tuple(documents_of(to_json(made.apparatus), "apparatus.json")) == documents
    entry = replace(made.apparatus.entries[0], absent_but_held_in_part=(documents[0].id,))
    held = documents_of(to_json(replace(made.apparatus, entries=(entry,))), "apparatus.json")
    assert [document.excerpt for document in held] == [True, False]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "other", "version": 1}', '{"format": 3, "entries": 1}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(RashomonError, match=r"x\.json: is no rashomon/apparatus file"):
        documents_of(text, "x.json")


def test_a_written_folder_explains_as_the_reports_do(folder: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    run(commands, ["collate", str(folder), "-o", str(tmp_path / "out"), "-q"], standalone_mode=False)
    shown = [
        run(commands, ["explain", str(event), "1"], standalone_mode=False).stdout
        for event in (folder, tmp_path / "out", tmp_path / "out" / "apparatus.json")
    ]
    assert len(set(shown)) == 1 and "READINGS" in shown[0]
    record = run(commands, ["explain", str(folder), "1", "--json"], standalone_mode=False).stdout
    assert json.loads(record)["number"] == 1
