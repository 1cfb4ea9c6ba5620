"""The encoder: a vector belongs to its text alone, and a model that is not the right one is refused."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import inference
from rashomon.encoder import Ahead, begin, encode, products
from rashomon.errors import MissingModel
from rashomon.inference import model_digests

SENTENCES = [
    "The river Halm burst its banks before dawn.",
    "No one was hurt.",
    "Mayor Ilse Brandt told reporters on Tuesday that the dam, built in 1964, had been inspected twice this year.",
    "No one was hurt.",
    "Shares in Meridel Foods fell 7.4 percent.",
]


def test_the_vector_of_a_text_is_the_same_alone_and_in_company() -> None:
    together = encode(SENTENCES)
    alone = np.vstack([encode([sentence]) for sentence in SENTENCES])
    assert together.tobytes() == alone.tobytes()


def test_the_order_of_the_texts_is_the_order_of_the_rows() -> None:
    assert encode(SENTENCES[::-1]).tobytes() == encode(SENTENCES)[::-1].tobytes()


def test_equal_texts_are_run_once_and_have_equal_vectors() -> None:
    with inference.threads() as pool:
        ahead = Ahead(pool)
        vectors = encode(SENTENCES, ahead)
    assert vectors[1].tobytes() == vectors[3].tobytes()
    assert len(ahead.passes) == 4


def test_vectors_begun_ahead_are_those_of_the_texts() -> None:
    with inference.threads() as pool:
        ahead = Ahead(pool)
        begin(SENTENCES[:2], ahead)
        begun = dict(ahead.passes)
        vectors = encode(SENTENCES, ahead)
    assert vectors.tobytes() == encode(SENTENCES).tobytes()
    assert begun.items() <= ahead.passes.items()


def test_threads_leave_the_interpreter_as_it_was() -> None:
    before = sys.getswitchinterval()
    with inference.threads():
        assert sys.getswitchinterval() <= before
    assert sys.getswitchinterval() == before


def test_vectors_have_length_one() -> None:
    vectors = encode(SENTENCES)
    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_row() -> None:
    assert encode([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("sentence", "paraphrase", "other"),
    [
        ("Nine people died in the flood.", "The flood killed nine.", "The budget raises taxes on fuel."),
        (
            "The kidnapped engineer was freed on Monday.",
            "Her captors let the kidnapped engineer go free.",
            "The herd was culled.",
        ),
        ("The striker scored twice.", "Two goals came from the forward.", "The bank left its key rate unchanged."),
    ],
)
def test_a_paraphrase_is_nearer_than_another_matter(sentence: str, paraphrase: str, other: str) -> None:
    vectors = encode([sentence, paraphrase, other])
    assert vectors[0] @ vectors[1] > 0.5 > 0.3 > vectors[0] @ vectors[2]


def test_a_text_beyond_the_longest_is_read_up_to_there() -> None:
    long = "flood " * 254
    assert encode([long]).tobytes() == encode([long + "and nothing of this is read"]).tobytes()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_has_a_vector_and_always_the_same(texts: list[str]) -> None:
    vectors = encode(texts)
    assert np.isfinite(vectors).all()
    assert vectors.tobytes() == encode(texts).tobytes()


def test_the_digests_are_those_of_the_files() -> None:
    for name, digest in model_digests():
        assert hashlib.sha256((inference.MODELS / name).read_bytes()).hexdigest() == digest
    assert [name for name, _ in model_digests()] == ["encoder.onnx", "reader.onnx", "tokenizer.json"]


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inference, "MODELS", tmp_path)
    with pytest.raises(MissingModel, match=r"encoder\.onnx: a file of the models is missing; install"):
        encode(["A sentence."])


def test_a_file_with_another_checksum_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"not a model")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  encoder.onnx\n")
    monkeypatch.setattr(inference, "MODELS", tmp_path)
    with pytest.raises(MissingModel, match=r"encoder\.onnx: not the file this version was made with"):
        encode(["A sentence."])


def test_the_runtime_reports_nothing(tmp_path: Path) -> None:
    """Its reports would begin as files in the user's cache."""
    environment = {"HOME": str(tmp_path), "PYTHONPATH": str(inference.MODELS.parents[1]), "PATH": ""}
    program = "from rashomon.encoder import encode; encode(['A sentence.', 'Another.'])"
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    assert list(tmp_path.rglob("*")) == []


def test_importing_the_encoder_does_not_load_the_runtime() -> None:
    program = "import sys, rashomon.encoder; sys.exit('onnxruntime' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("rows", [0, 1, 24, 25, 60])
def test_products_are_those_of_every_two_rows(rows: int) -> None:
    vectors = encode([f"Bridge {row} was closed." for row in range(rows)])
    found = products(vectors)
    assert np.allclose(found, vectors @ vectors.T, atol=1e-6)
    assert found.tobytes() == found.T.tobytes()
