"""Which reports tell of one happening.

`leads` takes from each report what it is grouped by; leads that share a telling key `meet`; `find_ties` scores each
such pair, with reasons and vetoes; `group` joins what is tied on average; `keep_ids` lets an event keep its id from one
grouping to the next. Each step is a function of what it is given: the groups are the same in whatever order reports
came. What the reports of a group say is the business of `run.collate`.
"""

from __future__ import annotations

from rashomon.events.grouping import Group, group
from rashomon.events.lasting import Change, keep_ids
from rashomon.events.lead import Lead, Member, leads, opening
from rashomon.events.meeting import CAP, meet
from rashomon.events.packing import from_bytes, to_bytes
from rashomon.events.ties import FLOOR, Tie, find_ties, tie

__all__ = [
    "CAP",
    "FLOOR",
    "Change",
    "Group",
    "Lead",
    "Member",
    "Tie",
    "find_ties",
    "from_bytes",
    "group",
    "keep_ids",
    "leads",
    "meet",
    "opening",
    "tie",
    "to_bytes",
]
