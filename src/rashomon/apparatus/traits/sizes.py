"""How big a body is: "Velk, which employs 280 people in 14 countries", "the firm has 12 shops".

Only what a body has or employs by its own clause is counted, and only nouns that tell its size. A rounder number of the
same size is no difference, nor is one of another year.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.amounts import amount_of
from rashomon.apparatus.compare.bounds import is_rounding
from rashomon.apparatus.traits.scene import Held, Scene, hosts_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.lexicon.tables import key

_HAVING = frozenset("has have had employs employ employed operates operate runs run owns own".split())
_STAFF = frozenset("employees staff workers people staffers".split())
_PARTS = frozenset(
    """
    countries shops stores branches outlets factories plants offices members students pupils patients beds ships
    aircraft planes stations hotels restaurants schools hospitals subsidiaries
    """.split()
)
_MOST = 6
"""Words before a number that may bound it."""
_BOUNDS = frozenset("about around some nearly almost over roughly approximately than least most up under".split())


def read_sizes(scene: Scene) -> Iterator[Trait]:
    """The sizes that a sentence gives to bodies."""
    tokens = scene.tokens
    for held in scene.held:
        if scene.kinds.get(held.entity) == "place" or not held.named or scene.is_spoken(held.first):
            continue
        for verb in _verbs(scene, held):
            if any(tokens[i].text.casefold() in ("not", "n't", "would", "will", "could") for i in scene.hanging[verb]):
                continue
            for noun in _things(scene, verb):
                number = next((i for i in scene.hanging[noun] if tokens[i].label == "nummod" and i < noun), None)
                amount = amount_of(tokens[number].text) if number is not None else None
                what = _what(tokens[noun].text, tokens[verb].text)
                if number is not None and amount and amount.value is not None and what:
                    exact = not _BOUNDS & {t.text.casefold() for t in tokens[max(0, number - _MOST) : number]}
                    span = scene.span(number, noun)
                    yield Trait(held.entity, f"size:{what}", f"{amount.value:.10g}", span, high=int(exact))


def clash_of_sizes(one: Trait, other: Trait) -> Clash | None:
    """Whether a body has another number of parts, rounded or not."""
    a, b = float(one.value), float(other.value)
    if a == b or is_rounding(a, b) or not (one.high and other.high):
        return None
    return Clash("contradiction", f"two numbers of the same thing: {one.value} / {other.value}")


def _verbs(scene: Scene, held: Held) -> list[int]:
    """The verbs of having of which a body is the subject, in its own or a relative clause."""
    tokens, hosts = scene.tokens, hosts_of(scene, held)
    above = tokens[hosts[0]].head if tokens[hosts[0]].label == "nsubj" else -1
    clauses = [i for i in scene.hanging[hosts[0]] if tokens[i].label == "acl" and _has_relative(scene, i)]
    return [v for v in (above, *clauses) if v >= 0 and tokens[v].text.casefold() in _HAVING]


def _has_relative(scene: Scene, verb: int) -> bool:
    return any(
        scene.tokens[i].label == "nsubj" and scene.tokens[i].text.casefold() in ("which", "that", "who")
        for i in scene.hanging[verb]
    )


def _things(scene: Scene, verb: int) -> list[int]:
    """What the verb has, and in how many places."""
    own = [i for i in scene.hanging[verb] if i > verb and scene.tokens[i].label in ("obj", "obl")]
    return [*own, *(i for o in own for i in scene.hanging[o] if scene.tokens[i].label in ("nmod", "conj") and i > o)]


def _what(noun: str, verb: str) -> str:
    word = key(noun)
    if word in _STAFF and (word != "people" or verb.casefold().startswith("employ")):
        return "staff"
    return word if word in _PARTS else ""
