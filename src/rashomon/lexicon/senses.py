"""Words that make a sentence say something else when one takes the place of the other, in compared form.

A line of `_SCALES` holds words for one matter that differ in strength or sort: whoever reads "regret" where "apologise"
was said has been told another thing. A line of `_CONTRARY` sets two sides against each other. A line of `_MODAL` holds
forms of one strength; tenses are none ("would" reports "will"). Collected by hand from the vocabulary of statements,
verdicts and promises; `rashomon.lexicon.opposites` adds states and outcomes.
"""

from __future__ import annotations

from itertools import combinations

_SCALES = """
apologise | regret | deplore | forgive
kill | murder | injure | wound
promise | hope | try | plan
demand | ask request | urge
order | ask request | allow | advise
know | believe think | hope | guess suspect
certain | probable | possible
certainly | probably | possibly
definitely | probably | perhaps
always | often | sometimes | rarely
all | most | many | some | few
every | some
everyone | someone | many
everything | something
mistake | crime | lie | accident
steal | borrow | take
war | conflict | incident
ban | limit | discourage
prove | suggest | indicate
terrorist | militant | soldier
fire | suspend
guarantee | expect
"""
_CONTRARY = """
guilty | innocent
safe | dangerous unsafe
legal lawful | illegal unlawful
right | wrong
true | false untrue
more | less fewer
up | down
before | after
first | last
early | late
high | low
strong | weak
good | bad
better | worse
best | worst
friend | enemy
war | peace
love | hate
start begin | stop end
win | lose
success | failure
buy | sell
give | take
push | pull
increase raise | reduce cut lower
agree | disagree
remember | forget
hero | coward
victory | defeat
with | without
inside | outside
above | below
for | against
mercy | weakness
"""
_MODAL = """
will would shall 'll
can could able
may might could
should ought
must need necessary
"""
NEGATIONS = frozenset(
    """no not never nobody none nothing nowhere neither nor cannot without hardly barely scarcely refuse refused refuses
    deny denied denies fail failed fails lack lacked lacks unable""".split()
)
"""Words that make a sentence say no; forms in n't say it too."""
CONDITIONS = frozenset("if unless provided until except only but without though although".split())
"""Words that open what limits a sentence."""
BALANCED = frozenset("both either neither".split())
"""Words of a sentence that speaks of two sides."""
SWEEPING = NEGATIONS | frozenset("all every everyone everybody everything always any anyone anything".split())
"""Words that make a sentence say more when what limits them is left out."""


def _apart() -> frozenset[frozenset[str]]:
    pairs = set()
    for line in (_SCALES + _CONTRARY).strip().splitlines():
        sides = [side.split() for side in line.split("|")]
        pairs |= {frozenset((x, y)) for a, b in combinations(sides, 2) for x in a for y in b}
    return frozenset(pairs)


APART = _apart()
"""Pairs of words of which one in the place of the other changes what is said."""
MODALS: dict[str, frozenset[int]] = {
    word: frozenset(strength for strength, line in enumerate(_MODAL.strip().splitlines()) if word in line.split())
    for word in _MODAL.split()
}
"""A word to the strengths it can have."""
