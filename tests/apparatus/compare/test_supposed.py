"""An act supposed in one report, denied in the other."""

from __future__ import annotations

import pytest
from build import event

from rashomon.apparatus.compare.supposed import compare_supposed

TABLE = [
    ("The jet was apparently hit by a missile.", "No missile hit the jet.", True),
    ("The bank has reportedly warned its clients.", "The bank did not warn its clients.", True),
    ("A spark may have started the blaze in the mill.", "No spark started the blaze in the mill.", True),
    ("The jet was hit by a missile.", "No missile hit the jet.", False),
    ("The jet was apparently hit by a missile.", "No missile hit the bridge.", False),
    ("The bank has reportedly warned its clients.", "The insurer did not pay its clients.", False),
    ("The jet was apparently hit by a missile.", "The jet was hit by a missile.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), TABLE)
def test_what_is_supposed_and_denied_is_a_tension(one: str, other: str, differ: bool) -> None:
    first, second = event(one, other)
    found = {f.severity for a in first for b in second if (f := compare_supposed(a, b, 0.4, 0, 1))}
    assert found == ({"tension"} if differ else set())
