"""Speech reported without marks."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.frames import Frame
from rashomon.annotate.quote_marks import Stretch
from rashomon.model import Document, Quote


def find_reported(document: Document, frames: Sequence[Frame], stretches: Sequence[Stretch]) -> tuple[Quote, ...]:
    """Reported clauses of all frames."""
    return ()
