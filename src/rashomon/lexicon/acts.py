"""Verbs for one act, in compared form (see `rashomon.terms`), so that "sailed at five" meets "left at six".

From general knowledge of what reports date and place: coming and going, finding, hitting, beginning, taking and
giving up an office. What becomes of people has its own table (`measures`).
"""

from __future__ import annotations

from rashomon.lexicon.measures import STATE_OF

_ACTS = """
depart: depart leave sail embark
arrive: arrive reach land dock
enter: enter burst storm
hit: hit strike collide crash ram slam smash
sink: sink founder capsize
find: find discover spot spott notice detect locate
begin: begin start commence
end: end finish conclude
appoint: appoint name select nominate
resign: resign quit
dismiss: dismiss sack oust fire
build: build construct erect
buy: buy purchase acquire
marry: marry wed
born: born bear
sentence: sentence
fell: collapse fall topple
open: open inaugurate
close: close shut
explode: explode detonate
"""
ACT_OF: dict[str, str] = {
    word: act.strip()
    for act, words in (line.split(":") for line in _ACTS.strip().splitlines())
    for word in words.split()
}
ONCE = frozenset(
    "depart arrive enter hit sink find missing appoint resign dismiss build marry born sentence explode dead "
    "freed arrested abducted rescued charged".split()
)
"""Acts and states that somebody or something seldom comes to twice in one event."""


def act_of(verb: str | None) -> str:
    """What verbs for one act have in common: the state they bring about, the act, or else the verb; '' for none."""
    return STATE_OF.get(verb or "") or ACT_OF.get(verb or "") or verb or ""
