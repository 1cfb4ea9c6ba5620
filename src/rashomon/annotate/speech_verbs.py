"""Whether a word is a verb, and of speech, where it stands: told from its form and its neighbours.

English verbs of speech are as often nouns ("reports", "claims"); those count only where no noun can stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.frames import Token
from rashomon.lexicon.speech import JUDGING, NOUN_TOO, SAYING, THINKING
from rashomon.lexicon.verbs import AUXILIARIES, IRREGULAR

PRONOUNS = frozenset("he she it they we i you who".split())
DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some many several one two three both all no each
    every another any few most other""".split()
)
_BEFORE_NOUN = DETERMINERS | frozenset(
    """of for from with at in on against inside within under behind by via through about over during after before as
    into between among upon despite without until since last next first second further early late off up out
    down""".split()
)
_AFTER_NOUN = frozenset("of was were is are has have had from between which who".split())
_BEFORE_VERB = frozenset("who which that and but also then , to not".split()) | PRONOUNS | AUXILIARIES
_LY_NOUNS = frozenset(
    "family reply ally anomaly assembly bully supply rally monopoly belly jelly lily homily doily gully".split()
)
_HEARD_SAYING = frozenset("heard caught recorded filmed seen overheard".split())
# Participles that need an object when active, so that the preposition right behind them shows the passive.
_DONE_TO = {"accused": "of", "blamed": "for", "credited": "with"}
_REPORTED_TO = frozenset("said reported believed thought alleged rumoured rumored understood estimated".split())
_SUSPECTING = PRONOUNS | AUXILIARIES | frozenset("police people to also now".split())
_OWNERS = frozenset("the a an his her its their our my your".split())
_CONTRACTED = PRONOUNS | frozenset("that this there here what how where everybody everyone nobody".split())
_OF_THE_PRESS = frozenset("briefing briefings conference conferences secretary release releases freedom office".split())
_PLURAL = frozenset("police people men women media".split())
_OPENS_OBJECT = frozenset("that the a an his her its their it him them no : he she they there".split())


def is_verb(tokens: Sequence[Token], i: int, titled: bool = False) -> bool:
    """Whether the token is a verb of speech, judgement or thought where it stands."""
    token = tokens[i]
    if token.kind != "word" or (token.low not in SAYING and token.low not in JUDGING and token.low not in THINKING):
        return False
    before = tokens[i - 1] if i else None
    if token.capital and i and not titled and before is not None and before.kind == "word":
        return False
    if token.low == "suspect" and (before is None or not (before.low.endswith("s") or before.low in _SUSPECTING)):
        return False
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.low == "press" and behind is not None and behind.low in _OF_THE_PRESS:
        return False
    if token.low not in NOUN_TOO:
        return before is None or not (before.low in _OWNERS or _possessive(before))
    if before is None or (behind is not None and behind.low in _AFTER_NOUN):
        return False
    if before.kind == "quote" or before.low in _BEFORE_VERB:
        return True
    if token.low == "saying":
        heard = before.low in _HEARD_SAYING or (i > 1 and tokens[i - 2].low == "quoted")
        if heard or (behind is not None and (behind.kind == "quote" or behind.low in {",", ":"})):
            return True
    if before.low in _BEFORE_NOUN or before.low.endswith(("'s", "s'")):
        return False
    if not token.low.endswith("s"):
        if before.capital and i > 1 and tokens[i - 2].capital:
            return False
        return before.low.endswith(("ly", "s")) or before.low in _PLURAL
    return before.capital or (behind is not None and (behind.kind == "quote" or behind.low in _OPENS_OBJECT))


def _possessive(token: Token) -> bool:
    """ "The port's alleged debts", and not "It's said"."""
    return token.low.endswith("'s") and token.low[:-2] not in _CONTRACTED


def is_finite_verb(token: Token) -> bool:
    """A word that is surely a verb: an auxiliary, an irregular past, or a regular past form."""
    if token.kind != "word" or token.capital:
        return False
    return token.low in AUXILIARIES or token.low in IRREGULAR or (token.low.endswith("ed") and len(token.low) > 4)


def is_adverb(token: Token) -> bool:
    """A word in "-ly" that is no name ("Reilly") and no noun ("family")."""
    return token.kind == "word" and token.low.endswith("ly") and not token.capital and token.low not in _LY_NOUNS


def is_passive(tokens: Sequence[Token], i: int) -> bool:
    """Whether the verb at `i` is done to its subject: a form of "be" in front, or "by" behind."""
    if tokens[i].low.endswith(("ing", "s")):
        return False
    behind = [token.low for token in tokens[i + 1 : i + 3]]
    if behind[:1] == ["by"] or behind[:1] == [_DONE_TO.get(tokens[i].low)]:
        return True
    if tokens[i].low in _REPORTED_TO and behind[:1] == ["to"] and behind[1:] in (["be"], ["have"]):
        return True
    j = i - 1
    while j >= 0 and (is_adverb(tokens[j]) or tokens[j].low in {"not", "also", "once", "often"}):
        j -= 1
    return j >= 0 and tokens[j].low in {"is", "are", "was", "were", "be", "am", "been", "being"}
