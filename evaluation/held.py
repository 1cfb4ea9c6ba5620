"""The stages of a collation held apart, so that a script may change one of them and run only what comes after it.

A set is collated once; what the last stage was given is kept, and it runs again with other features, findings or
likelihoods by `laid_out`. Vectors are made once a text, for all runs of a process.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import rashomon
import score
from evaluate import GoldSet
from rashomon import apparatus, encoder, renderings, run
from rashomon.apparatus.align import scored
from rashomon.apparatus.compare import Finding
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import FEATURES, OF_VECTORS, OF_WORDS, Matrix, feature_matrices
from rashomon.export.apparatus_json import to_dict
from rashomon.model import Annotations, Apparatus, Document

_vectors: dict[str, NDArray[np.float32]] = {}


def encode(texts: Sequence[str], ahead: object = None) -> NDArray[np.float32]:
    """The vectors of the texts, each made once a process; what the stages began `ahead` is not needed."""
    new = sorted({text for text in texts if text not in _vectors})
    _vectors.update(zip(new, encoder.encode(new), strict=True))
    return np.stack([_vectors[text] for text in texts]) if texts else np.zeros((0, encoder.DIMENSIONS), np.float32)


@contextmanager
def one_encoding() -> Iterator[None]:
    """Within it, the stages take their vectors from `encode`."""
    with patch.object(apparatus, "encode", encode), patch.object(renderings, "encode", encode):
        yield


@dataclass(frozen=True)
class Held:
    """A set with its apparatus and what the last stage was given."""

    gold_set: GoldSet
    apparatus: Apparatus
    annotations: Sequence[Annotations]
    given: tuple[Any, ...]

    @property
    def documents(self) -> Sequence[Document]:
        """In the order of their sigla."""
        return self.apparatus.documents

    @cached_property
    def gold(self) -> dict[str, Any]:
        """The gold file."""
        read: dict[str, Any] = json.loads(self.gold_set.gold.read_text(encoding="utf-8"))
        return read

    @property
    def details(self) -> tuple[Detail, ...]:
        """The statements as comparisons take them."""
        prepared: apparatus.Prepared = self.given[1]
        return prepared.details

    @cached_property
    def features(self) -> Mapping[str, Matrix]:
        """The matrices of all features, by name."""
        return dict(zip(FEATURES, feature_matrices(self.details, encode), strict=True))


def hold(gold_set: GoldSet) -> Held:
    """Collates the reports of a set, all differences shown."""
    given: list[tuple[Any, ...]] = []

    def keep(*arguments: Any) -> Any:
        given.append(arguments)
        return apparatus.lay_out(*arguments)

    with one_encoding(), patch.object(run, "lay_out", keep):
        made = run.with_workings(rashomon.read(gold_set.reports), min_confidence=0)
    return Held(gold_set, made.apparatus, made.annotations, given[0])


def laid_out(
    held: Held, features: Mapping[str, Matrix] | None = None, findings: Sequence[Finding] | None = None
) -> Apparatus:
    """The apparatus with the last stage run again, with these features or findings in place of its own."""
    matrices = features or held.features
    alike = scored([matrices[name] for name in OF_WORDS], OF_WORDS)
    documents, prepared, _, *others = held.given
    with ExitStack() as changed:
        changed.enter_context(
            patch.object(apparatus, "vector_matrices", lambda *_: [matrices[name] for name in OF_VECTORS])
        )
        if findings is not None:
            changed.enter_context(patch.object(apparatus, "find_differences", lambda *_: findings))
        prepared = replace(prepared, alike=alike)
        entries = apparatus.lay_out(documents, prepared, apparatus.find_points(prepared), *others)
        return replace(held.apparatus, entries=entries)


def scores(held: Held, whole: Apparatus, *sections: str) -> dict[str, dict[str, Any]]:
    """The figures of these sections (`names`, `quote_pairs`, `alignment`, `conflicts`) for an apparatus of the set."""
    reports = {name: meta["file"] for name, meta in held.gold["docs"].items()}
    answer = score.Apparatus(to_dict(replace(whole, dates=(), quantities=(), framing=(), timeline=())), reports)
    found: dict[str, dict[str, Any]] = {}
    if "names" in sections or "quote_pairs" in sections:
        found["names"], owners = score.score_names(held.gold, answer, [])
        found["quotes"], found["quote_pairs"] = score.score_quotes(held.gold, answer, owners, [])
    if "alignment" in sections:
        found["alignment"] = score.score_alignment(held.gold, answer, [])
    if "conflicts" in sections:
        found["conflicts"] = score.score_conflicts(held.gold, answer, [])
    return {section: found[section] for section in sections}


def sets_of(folder: Path | None) -> dict[str, list[GoldSet]]:
    """The project's own examples, and the sets of a folder beside them, by group."""
    from evaluate import outside_sets, own_sets

    return {"examples": own_sets(), **({"outside": outside_sets(folder)} if folder else {})}
