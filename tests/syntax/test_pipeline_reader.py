"""A spaCy pipeline in place of our reader; the pipelines are made here."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import rashomon
from rashomon.annotate import annotate
from rashomon.cli import commands
from rashomon.errors import UsageError
from rashomon.model import Document, Sentence, Span
from rashomon.syntax import open_pipeline, read_trees
from rashomon.syntax.pipeline import pipeline_of

NAMES = [("PERSON", "Ana Lint"), ("GPE", "Orvel"), ("ORG", "Harbour Board"), ("DATE", "Monday")]
REPORT = """Ferry sinks off Orvel

The ferry sank off Orvel on Monday. Ana Lint, who leads the Harbour Board, told the reporters that four sailors were
rescued by a trawler and that the search had ended.
"""


@Language.component("hang_on_the_verb")
def hang_on_the_verb(doc: Doc) -> Doc:
    """Parses nothing: each word is a noun on the first verb, which is a form in a short list."""
    words = [word for word in doc if not word.is_space]
    verb = next((word for word in words if word.lower_ in ("sank", "told", "sinks")), words[0] if words else None)
    for word in doc:
        word.head = verb or word
        word.dep_ = "ROOT" if word == verb else "punct" if word.is_punct else "nsubj:pass"
        word.pos_ = "VERB" if word == verb else "PUNCT" if word.is_punct else "NOUN"
    return doc


@Language.component("complain")
def complain(doc: Doc) -> Doc:
    warnings.warn("this pipeline is old", stacklevel=1)
    return doc


def names_only(language: str = "en") -> Language:
    made = spacy.blank(language)
    return with_names(made, made.add_pipe("entity_ruler"))


def with_names(made: Language, ruler: Any) -> Language:
    ruler.add_patterns([{"label": kind, "pattern": form} for kind, form in NAMES])
    return made


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = names_only()
    made.add_pipe("hang_on_the_verb")
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline with a parser, kept in a folder; its weights are zero, so that each word hangs on the next."""
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    parser: Any = made.add_pipe("parser")
    for label in ("ROOT", "nsubj", "dobj", "pobj"):
        parser.add_label(label)
    tagger: Any = made.add_pipe("morphologizer")
    tagger.add_label("POS=NOUN")
    made.initialize()  # which empties the ruler
    kept = tmp_path_factory.mktemp("pipeline")
    with_names(made, ruler).to_disk(kept)
    return kept


def document(text: str, language: str | None = "en") -> Document:
    return Document("d", "d.txt", "0", "text/plain", text, language=language)


def whole(text: str) -> list[Sentence]:
    return [Sentence(Span("d", 0, len(text)), "body")]


def test_words_heads_labels_and_names(nlp: Language) -> None:
    text = "“Ana Lint’s\n ferry sank.”"
    (tree,) = read_trees(document(text), whole(text), pipeline_of(nlp))
    drawn = [(w.text, text[w.start : w.end], w.tag, w.head, w.label) for w in tree.tokens]
    assert drawn == [
        ('"', "“", "PUNCT", 5, "punct"),
        ("Ana", "Ana", "NOUN", 5, "nsubj"),
        ("Lint", "Lint", "NOUN", 5, "nsubj"),
        ("'s", "’s", "NOUN", 5, "nsubj"),
        ("ferry", "ferry", "NOUN", 5, "nsubj"),
        ("sank", "sank", "VERB", -1, "root"),
        (".", ".", "PUNCT", 5, "punct"),
        ('"', "”", "PUNCT", 5, "punct"),
    ]
    assert [(n.first, n.end, n.kind, n.score) for n in tree.names] == [(1, 3, "person", 1.0)]
    assert [w.chances.index(1.0) for w in tree.tokens] == [0, 1, 1, 0, 0, 0, 0, 0]


def test_names_of_days_are_none(nlp: Language) -> None:
    text = "The Harbour Board met in Orvel on Monday."
    (tree,) = read_trees(document(text), whole(text), pipeline_of(nlp))
    assert [n.kind for n in tree.names] == ["organisation", "place"]


def test_a_pipeline_reads_only_its_language(nlp: Language) -> None:
    pipeline = pipeline_of(nlp)
    text = "Die Fähre sank vor Orvel."
    assert read_trees(document(text, "de"), whole(text), pipeline) == ()
    assert read_trees(document(text, None), whole(text), pipeline) != ()


@pytest.mark.parametrize("language", ["de", "xx"])
def test_a_pipeline_brings_trees_to_other_languages(language: str) -> None:
    made = names_only(language)
    made.add_pipe("hang_on_the_verb")
    report = document("Die Fähre sank vor Orvel. Ana Lint war nicht an Bord.", "de")
    notes = annotate(report, pipeline=pipeline_of(made))
    assert len(notes.trees) == len(notes.sentences) == 2
    assert {(report.text[m.span.start : m.span.end], m.kind) for m in notes.mentions} == {
        ("Orvel", "place"),
        ("Ana Lint", "person"),
    }


@pytest.mark.parametrize(
    ("made", "missing"),
    [
        (lambda: spacy.blank("en"), ["a parser", "parts of speech", "names"]),
        (names_only, ["a parser", "parts of speech"]),
    ],
)
def test_what_a_pipeline_lacks_is_said(made: Callable[[], Language], missing: list[str], tmp_path: Path) -> None:
    made().to_disk(tmp_path)
    with pytest.raises(UsageError) as problem:
        open_pipeline(f"spacy:{tmp_path}")
    assert all(what in str(problem.value) for what in missing)
    assert "\n" not in str(problem.value)
    assert ("names" in missing) == ("no names" in str(problem.value))


@pytest.mark.parametrize("reader", ["spacy", "spacy:", "stanza:en", "en_core"])
def test_a_reader_of_no_kind(reader: str) -> None:
    with pytest.raises(UsageError, match="spacy:MODEL"):
        open_pipeline(reader)


def test_an_unknown_pipeline() -> None:
    with pytest.raises(UsageError, match="no pipeline of that name"):
        open_pipeline("spacy:none_of_this_name")


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"pip install 'rashomon\[spacy\]'"):
        open_pipeline("spacy:en_core_web_sm")


def test_a_pipeline_that_fails_is_told_in_a_line(folder: Path, tmp_path: Path) -> None:
    config = (folder / "config.cfg").read_text(encoding="utf-8").replace('"entity_ruler"', '"made_by_nobody"')
    for path in folder.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "config.cfg").write_text(config, encoding="utf-8")
    with pytest.raises(UsageError, match="does not run") as problem:
        open_pipeline(f"spacy:{tmp_path}")
    assert "\n" not in str(problem.value)


def test_a_pipeline_that_changes_the_text_is_refused(nlp: Language) -> None:
    pipeline = pipeline_of(nlp)
    text = "The ferry sank."
    other = spacy.blank("en")
    other.tokenizer = lambda words: Doc(other.vocab, ["A", "ferry", "sank"])  # type: ignore[assignment]
    other.add_pipe("hang_on_the_verb")
    with pytest.raises(UsageError, match="changes the text"):
        read_trees(document(text), whole(text), replace(pipeline, nlp=other))


def test_a_pipeline_does_not_warn_with_each_sentence() -> None:
    made = names_only()
    made.add_pipe("hang_on_the_verb")
    pipeline = pipeline_of(made)
    made.add_pipe("complain")
    assert read_trees(document("It sank."), whole("It sank."), pipeline)


def test_the_manifest_states_the_pipeline_and_the_bytes_are_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT.replace("four", "five"), encoding="utf-8")
    documents = rashomon.read(tmp_path, published="2031-05-06")
    made = [rashomon.to_json(rashomon.collate(documents, reader=f"spacy:{folder}")) for _ in range(2)]
    assert made[0] == made[1] != rashomon.to_json(rashomon.collate(documents))
    assert json.loads(made[0])["manifest"]["options"] == {"reader": "spacy:en_pipeline 0.0.0"}


def test_the_commands_take_a_pipeline(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(REPORT, encoding="utf-8")
    given = ["--published", "2031-05-06", "--reader", f"spacy:{folder}"]
    done = CliRunner().invoke(commands, ["collate", str(report), "-o", str(tmp_path / "out"), *given])
    assert done.exit_code == 0, done.output
    options = json.loads((tmp_path / "out" / "apparatus.json").read_text(encoding="utf-8"))["manifest"]["options"]
    assert options == {"published": "2031-05-06", "reader": "spacy:en_pipeline 0.0.0"}
    done = CliRunner().invoke(commands, ["read", str(report), "--format", "json", *given])
    found = {(name["text"], name["kind"]) for name in json.loads(done.stdout)[0]["names"]}
    assert {("Ana Lint", "person"), ("Harbour Board", "organisation"), ("Orvel", "place")} <= found


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=60).filter(str.strip))
def test_whatever_the_text_words_are_its_slices(nlp: Language, text: str) -> None:
    (tree,) = read_trees(document(text), whole(text), pipeline_of(nlp))
    assert all(not text[w.start : w.end].isspace() and 0 <= w.start < w.end <= len(text) for w in tree.tokens)
    assert sum(w.head < 0 for w in tree.tokens) == (1 if tree.tokens else 0)
    assert "".join(text[w.start : w.end] for w in tree.tokens).split() == ["".join(text.split())]
