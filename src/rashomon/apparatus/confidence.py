"""How sure a difference is: the probability that an editor who reads both passages accepts it.

A logistic function of the likelihood of the finding, with an offset for its kind and one for its severity, fitted by
`evaluation/calibrate.py` on rows judged against gold. Kinds are judged by few rows each: their offsets are drawn
towards 0, so that a kind nobody has judged stands at the rate of all together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rashomon.model import DifferenceKind, Severity

BIAS = 1.0
LIKELIHOOD = 0.3
"""Weight of the log-odds of the likelihood that both statements share a fact."""
KINDS: Mapping[DifferenceKind, float] = {}
SEVERITIES: Mapping[Severity, float] = {}
LEAST, MOST = 0.01, 0.99
"""Likelihoods beyond these tell no more than these."""
HURRIED = 0.0
"""Below this confidence a difference is not shown, unless asked for."""


def confidence(kind: DifferenceKind, severity: Severity, likely: float | None = None) -> float:
    """The probability, 0 to 1, two decimals. `likely`: none where no two statements had to be held for alike."""
    odds = BIAS + KINDS.get(kind, 0.0) + SEVERITIES.get(severity, 0.0)
    if likely is not None:
        odds += LIKELIHOOD * log_odds(likely)
    return round(1 / (1 + math.exp(-odds)), 2)


def log_odds(likely: float) -> float:
    """The logarithm of the odds of a likelihood, kept within those of `LEAST` and `MOST`."""
    kept = min(max(likely, LEAST), MOST)
    return math.log(kept / (1 - kept))
