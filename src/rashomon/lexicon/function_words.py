"""English function words by class; the closed classes are those of school grammars."""

from __future__ import annotations

DETERMINERS = frozenset("the a an his her its their our my your this that these those some any no every each".split())
PREPOSITIONS = frozenset("of in on at by for with from into over under about against between through".split())
CONJUNCTIONS = frozenset(
    """
    and but while though although whereas yet so as when where after before because since if until unless nor or
    """.split()
)
RELATIVES = frozenset("who which whose whom where".split())
