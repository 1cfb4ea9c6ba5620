"""English function words by class, and words whose ending looks like a verb's but is not.

The closed classes are those of school grammars; the words with a deceptive ending were collected by hand.
"""

from __future__ import annotations

ADVERBS = frozenset("not never n't also still already now then just only even ever soon later again yet once".split())
DETERMINERS = frozenset("the a an his her its their our my your this that these those some any no every each".split())
PREPOSITIONS = frozenset("of in on at by for with from into over under about against between through".split())
CONJUNCTIONS = frozenset(
    """
    and but while though although whereas yet so as when where after before because since if until unless nor or
    """.split()
)
SUBORDINATORS = frozenset("while although though when after before as if despite since because".split())
RELATIVES = frozenset("who which whose whom where".split())
PRONOUNS = frozenset("he she it they we i you there that this who".split())
BEFORE_PARTICIPLE = frozenset("after before while despite since".split())
NO_VERBS = frozenset(
    """
    united hundred indeed speed need seed breed bed red shed sacred hatred related alleged so-called during morning
    evening nothing something anything everything king ring building meeting including following according concerning
    regarding involving considering pending amid notwithstanding barring excluding
    """.split()
)
LINKING = frozenset(
    """
    expect schedule plan agree intend vow pledge promise set begin start continue appear seem refuse decline fail
    """.split()
)
"""Verbs that lend their sense to the infinitive behind them: "is expected to resign" tells of resigning."""
UNCHANGED_PAST = frozenset("put set hit cut shut quit let cost".split())
"""Base forms that are also the past tense."""
