"""A sentence cut along its tree into clauses: the smallest ranges that hold a predicate and its arguments.

`cutting` cuts, asking `verb_groups` (predicates, their polarity and modality), `openings` (what opens a clause, what
only says who speaks), `roles` (subject, object), `appositions` (offices told in passing) and `edges` (where a range may
end). `sums` takes lists of sums of money apart.
"""

from rashomon.clauses.cutting import MIN_WORDS, Clause, Range, cut_clauses
from rashomon.clauses.sums import listed_sums

__all__ = ["MIN_WORDS", "Clause", "Range", "cut_clauses", "listed_sums"]
