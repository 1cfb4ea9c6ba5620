"""What a comparison of two names found: the judgement, how sure it is, and why in fixed words."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.model import Judgement


class Decision(NamedTuple):
    """What a comparison found."""

    judgement: Judgement
    score: float
    why: str


DIFFERENT = Decision("different", 0.0, "different names")
