"""The days of the event in order. (placeholder until the module lands)"""
from collections.abc import Sequence
from rashomon.model import Date, Entry, Moment, Statement
def make_timeline(entries: Sequence[Entry], statements: Sequence[Statement], dates: Sequence[Date]) -> tuple[Moment, ...]:
    return ()
