"""Confidence: a probability that grows with the likelihood that two statements share a fact."""

from __future__ import annotations

from typing import get_args

import pytest

from rashomon.apparatus.confidence import HURRIED, KINDS, SEVERITIES, confidence
from rashomon.model import DifferenceKind, Severity


def test_offsets_are_of_kinds_and_severities_that_exist() -> None:
    assert set(KINDS) <= set(get_args(DifferenceKind))
    assert set(SEVERITIES) <= set(get_args(Severity))


@pytest.mark.parametrize("kind", get_args(DifferenceKind))
def test_the_likelier_the_surer_and_never_quite_sure(kind: DifferenceKind) -> None:
    scores = [confidence(kind, "tension", likely / 20) for likely in range(21)]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1


def test_the_default_is_a_confidence() -> None:
    assert 0 <= HURRIED < 1
