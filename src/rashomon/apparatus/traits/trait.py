"""What one report says that somebody or something is, in a form that can be set beside another report's word."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Severity, Span


@dataclass(frozen=True, slots=True)
class Trait:
    """What of an entity, its `bearer`, is told: `slot` is what ("age", "tie:" and an id), `value` the value in compared
    form, `span` the words that say it, shown to a reader unless there is a `label`. `low` and `high` are the bounds of
    values compared as ranges, `of` the entities an office is of.
    """

    bearer: str
    slot: str
    value: str
    span: Span
    low: int = 0
    high: int = 0
    label: str = ""
    of: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clash:
    """Two traits that cannot be, or hardly are, true of one bearer at once: how grave, and why in fixed words."""

    severity: Severity
    why: str
