"""Predicates: a verb or copula with what belongs to it, read off the tree, and what its words say of the deed.

A group is one chain of verbs, each the infinitive or gerund of the one before and right behind it ("is expected to
begin to fall"), with auxiliaries, copula, negation, the adverbs between them and a particle behind ("had not been
handed out"). The last verb of the chain is the deed; those before it, its auxiliaries, adverbs and arguments tell
whether it is denied, believed, planned or possible. Out of scope: irony, and what a denial is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.lexicon.verbs import BASE, BE, IRREGULAR, lemma
from rashomon.model import Modality, Polarity, Token

Hanging = Sequence[Sequence[int]]
_NOT = frozenset("not n't never neither nor".split())
_MERELY = frozenset("only just merely simply".split())
_NOBODY = frozenset("nobody none nothing no-one neither".split())
_REFUSING = frozenset("refuse decline fail deny unable cease".split())
"""Words whose infinitive did not happen; to deny is to do so without one."""
_BELIEVING = frozenset(
    """
    believe think suspect allege presume assume fear accuse claim suppose appear seem report say rumour rumor
    """.split()
)
_BELIEVED = frozenset("allegedly reportedly apparently supposedly purportedly presumably seemingly".split())
_ACTIVE_BELIEF = frozenset("suspect allege accuse believe claim".split())
_MAYBE = frozenset("possibly perhaps potentially likely maybe probably".split())
_PLANNING = frozenset(
    """
    will 'll shall would wo plan expect schedule set intend vow promise pledge agree due prepare aim want hope propose
    slate vote decide go
    """.split()
)
_PROMISING = frozenset("promise pledge vow".split())


_PARTICLES = frozenset("in out up off down away back over on".split())


_CARRYING = ("aux", "cop")


class Verb(NamedTuple):
    """A predicate: half-open code points, the numbers of the verbs of its chain, and whether a copula carries it."""

    start: int
    end: int
    chain: tuple[int, ...]
    copular: bool


def is_predicate(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether a clause can stand on this word: a verb, or what has a subject, a copula or an auxiliary of its own."""
    if tokens[word].text.casefold() == "according":
        return False
    verbal = tokens[word].tag in ("VERB", "AUX")
    return verbal or any(tokens[i].label in ("nsubj", "csubj", "cop", "aux") for i in hanging[word])


def verb_of(tokens: Sequence[Token], hanging: Hanging, word: int) -> Verb | None:
    """The predicate that the clause on this word has; null for a phrase without a verb."""
    chain = [word]
    first = _carrier(tokens, hanging, word)
    if first is None or not is_predicate(tokens, hanging, word):
        return None
    last = _ending(tokens, hanging, word, first)
    while (further := _carried(tokens, hanging, chain[-1], last)) is not None:
        chain.append(further)
        last = _ending(tokens, hanging, further, _carrier(tokens, hanging, further) or further)
    before = first
    for i in range(first - 1, -1, -1):
        if tokens[i].head != word or tokens[i].label not in (*_CARRYING, "advmod", "punct", "mark"):
            break
        if tokens[i].label in _CARRYING or tokens[i].text.casefold() in _NOT:
            before = i
    return Verb(tokens[before].start, tokens[last].end, tuple(chain), _copula(tokens, hanging, chain[-1]) is not None)


def base_of(token: Token) -> str:
    """The base form of a verb, any other word in lower case."""
    form = token.text.casefold()
    return lemma(form) or form


def polarity_of(tokens: Sequence[Token], hanging: Hanging, verb: Verb) -> Polarity:
    """Denied when a word of negation hangs on the group, its subject or its object, or a verb of refusing leads it.

    Both together affirm ("did not refuse to go").
    """
    beside = [i for word in verb.chain for i in hanging[word]]
    denied = any(_negates(tokens, hanging, i) or _is_negated(tokens, i) for i in beside)
    refused = any(base_of(tokens[word]) in _REFUSING for word in verb.chain[:-1])
    refused = refused or base_of(tokens[verb.chain[-1]]) == "deny"
    own_no = verb.copular and any(tokens[i].text.casefold() == "no" for i in hanging[verb.chain[-1]])
    return "denied" if (denied or own_no) != refused else "affirmed"


def modality_of(tokens: Sequence[Token], hanging: Hanging, verb: Verb) -> Modality:
    """From the verbs that lead the group, its auxiliaries and its adverbs, in this order of strength."""
    beside = [i for word in verb.chain for i in hanging[word]]
    leading = {base_of(tokens[word]) for word in verb.chain[:-1]}
    last = base_of(tokens[verb.chain[-1]])
    adverbs = {tokens[i].text.casefold() for i in beside if tokens[i].label == "advmod"}
    auxiliaries = {tokens[i].text.casefold() for i in beside if tokens[i].label in _CARRYING}
    if _goes_on(tokens, hanging, verb):
        leading.discard("go")
    if leading & _BELIEVING or adverbs & _BELIEVED or last in _ACTIVE_BELIEF:
        return "believed"
    denied = any(tokens[i].text.casefold() in _NOT for i in beside)
    if auxiliaries & {"may", "might"} or ("could" in auxiliaries and not denied):
        return "possible"
    if adverbs & _MAYBE or leading & _MAYBE:
        return "possible"
    infinite = any(tokens[i].text.casefold() == "to" and tokens[i].label == "mark" for i in hanging[verb.chain[0]])
    if denied:
        auxiliaries.discard("would")
    due = infinite and bool(auxiliaries & BE)
    return "planned" if due or (leading | auxiliaries) & _PLANNING or last in _PROMISING else "asserted"


def _goes_on(tokens: Sequence[Token], hanging: Hanging, verb: Verb) -> bool:
    """Whether "go" leads a deed that was done ("went on to win"), not one to come ("is going to win")."""
    going = [i for i in verb.chain[:-1] if base_of(tokens[i]) == "go"]
    return any(tokens[j].text.casefold() == "on" for i in going for j in hanging[i])


def _is_negated(tokens: Sequence[Token], word: int) -> bool:
    """Whether "not" stands right behind an auxiliary, whatever it is read with ("cannot in good faith obey")."""
    behind = [token.text.casefold() for token in tokens[word + 1 : word + 3]]
    return tokens[word].label == "aux" and behind[:1] in (["not"], ["n't"]) and _MERELY.isdisjoint(behind[1:])


def _negates(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether a word beside a verb negates it: "not", "no longer", "without", or an argument with "no"."""
    token = tokens[word]
    form = token.text.casefold()
    below = {tokens[i].text.casefold() for i in hanging[word]}
    if token.label in ("advmod", "cc", "aux"):
        return form in _NOT or (form == "longer" and "no" in below) or form == "cannot"
    if token.label in ("nsubj", "obj"):
        return (
            form in _NOBODY
            or "neither" in below
            or any(tokens[i].label == "det" and tokens[i].text.casefold() == "no" for i in hanging[word])
        )
    return token.label == "mark" and form == "without"


def _copula(tokens: Sequence[Token], hanging: Hanging, word: int) -> int | None:
    """The copula of a word; beside a verb it is an auxiliary ("is to report", "was hurt")."""
    form = tokens[word].text.casefold()
    participle = form in IRREGULAR or (form.endswith("ed") and lemma(form) in BASE)
    if tokens[word].tag == "VERB" or (tokens[word].tag == "ADJ" and participle):
        return None
    return next((i for i in reversed(hanging[word]) if tokens[i].label == "cop"), None)


def _carrier(tokens: Sequence[Token], hanging: Hanging, word: int) -> int | None:
    """The word that carries the verb: the copula, or the verb itself."""
    copula = _copula(tokens, hanging, word)
    verbal = tokens[word].tag in ("VERB", "AUX") or any(tokens[i].label in _CARRYING for i in hanging[word])
    return copula if copula is not None else word if verbal else None


def _ending(tokens: Sequence[Token], hanging: Hanging, word: int, carrier: int) -> int:
    """The last word of the group so far: "not" and a particle right behind the verb belong to it."""
    last = carrier
    for i in hanging[word]:
        short = tokens[i].label == "compound" or tokens[i].text.casefold() in _PARTICLES
        particle = short and tokens[i].tag in ("ADP", "ADV") and carrier == word and not hanging[i]
        if i == last + 1 and (particle or tokens[i].text.casefold() in _NOT):
            last = i
    return last


def _carried(tokens: Sequence[Token], hanging: Hanging, word: int, last: int) -> int | None:
    """The infinitive or gerund that depends on this verb or adjective and follows it at once."""
    for i in hanging[word]:
        if tokens[i].label != "xcomp" or i <= word:
            continue
        own = {word, *hanging[i]}
        infinite = any(tokens[j].text.casefold() == "to" and tokens[j].label == "mark" for j in hanging[i])
        gerund = (
            tokens[i].tag == "VERB"
            and tokens[i].text.endswith("ing")
            and not any(tokens[j].label == "mark" for j in hanging[i])
        )
        carrier = _copula(tokens, hanging, i)
        between = [j for j in range(last + 1, i if carrier is None else carrier) if j != word]
        near = all(j in own and tokens[j].label in ("mark", "aux", "cop", "advmod") for j in between)
        if (infinite or gerund) and near:
            return i
    return None
