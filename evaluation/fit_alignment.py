"""Fits the weights of `rashomon.apparatus.align`: a logistic regression over the features of pairs of statements.

usage: python evaluation/fit_alignment.py [--gold FOLDER]

A pair is right when a fact of the gold has evidence in both statements, or when they hold two sides of a disagreement:
both speak of one point. What the gold marks doubtful, and other evidence of one disagreement or utterance, is left out.
Prints the weights fitted on all sets, and for each set the best F1 of pairs reached with weights from the others alone.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from held import Held, hold, sets_of
from rashomon.apparatus.details import Detail
from rashomon.apparatus.features import FEATURES

Array = NDArray[np.float64]
Pairs = NDArray[np.bool_]
RIDGE = 1.0
"""Weight of the squared weights in the fit."""


def pairs_of(held: Held) -> tuple[Array, Array]:
    """Features (pairs, features) and labels (pairs) of all pairs of statements from different documents."""
    gold, details = held.gold, held.details
    name_of = {Path(meta["file"]).name: name for name, meta in gold["docs"].items()}
    name = {document.id: name_of.get(Path(document.path).name) for document in held.documents}
    right, unclear = np.zeros((2, len(details), len(details)), dtype=bool)
    for fact in gold["facts"]:
        _mark(unclear if fact.get("doubtful") else right, details, name, fact["statements"])
    for conflict in gold["conflicts"]:
        _mark(unclear, details, name, [e for side in conflict["sides"] for e in side["evidence"]])
        if not conflict.get("doubtful"):
            for one, other in combinations(conflict["sides"], 2):
                _mark_across(right, details, name, one["evidence"], other["evidence"])
    quotes = {quote["id"]: quote["spans"] for quote in gold["quotes"]}
    for group in gold.get("quote_groups", []):
        spans = [span for member in group["members"] for span in quotes.get(member, [])]
        _mark(unclear, details, name, spans + group.get("indirect", []))
    documents = np.array([detail.document.id for detail in details])
    known = np.array([name[detail.document.id] is not None for detail in details])
    used = np.triu(documents[:, None] != documents[None, :]) & np.outer(known, known) & (right | ~unclear)
    features = np.stack([matrix[used] for matrix in held.features.values()], axis=1)
    return features, right[used].astype(np.float64)


def _mark(pairs: Pairs, details: tuple[Detail, ...], name: dict[str, Any], evidence: list[Any]) -> None:
    for place, span in enumerate(evidence):
        _mark_across(pairs, details, name, [span], evidence[place + 1 :])


def _mark_across(
    pairs: Pairs, details: tuple[Detail, ...], name: dict[str, Any], some: list[Any], others: list[Any]
) -> None:
    one, other = (
        [i for i, d in enumerate(details) if any(_holds(d, span, name) for span in spans)] for spans in (some, others)
    )
    pairs[np.ix_(one, other)] = pairs[np.ix_(other, one)] = True


def _holds(detail: Detail, evidence: dict[str, Any], name: dict[str, Any]) -> bool:
    span = detail.statement.span
    overlap = min(span.end, evidence["end"]) - max(span.start, evidence["start"])
    size = evidence["end"] - evidence["start"]
    return bool(name[span.document] == evidence["doc"] and overlap >= min(size / 2, 40))


def fit(features: Array, labels: Array) -> Array:
    """The weights and, last, the bias: Newton's method on the penalised likelihood."""
    x = np.hstack([features, np.ones((len(features), 1))])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - labels) + ridge @ weights)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def best_f1(weights: Array, features: Array, labels: Array) -> tuple[float, float]:
    """The best F1 of pairs over all thresholds, and the likelihood at which it is reached."""
    scores = 1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1])))
    order = np.argsort(-scores, kind="stable")
    f1 = 2 * np.cumsum(labels[order]) / (np.arange(1, len(labels) + 1) + labels.sum())
    return float(f1.max()), float(scores[order][f1.argmax()])


def main() -> None:
    """Fits, scores leaving one set out in turn, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="a folder of sets, each a folder with gold.json and its texts")
    args = parser.parse_args()
    sets = [gold_set for group in sets_of(args.gold).values() for gold_set in group]
    data = {gold_set.name: pairs_of(hold(gold_set)) for gold_set in sets}
    for left_out, (features, labels) in data.items():
        others = [pairs for name, pairs in data.items() if name != left_out]
        weights = fit(np.vstack([f for f, _ in others]), np.hstack([y for _, y in others]))
        f1, at = best_f1(weights, features, labels)
        print(f"{left_out:14} pairs {len(labels):6} right {int(labels.sum()):4}  F1 without it {f1:.3f} at {at:.2f}")
    weights = fit(np.vstack([f for f, _ in data.values()]), np.hstack([y for _, y in data.values()]))
    for feature, weight in zip((*FEATURES, "bias"), weights, strict=True):
        print(f"{feature:20} {weight:6.2f}")


if __name__ == "__main__":
    main()
