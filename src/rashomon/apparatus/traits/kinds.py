"""What kind of thing something is where kinds exclude each other (ships), and whether somebody was on duty."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.apparatus.traits.scene import Held, Scene, hosts_of, phrase_before, said_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.lexicon.tables import key

_VESSELS = (
    ("ferry",),
    ("trawler", "fishing boat", "fishing vessel"),
    ("tanker", "oil tanker"),
    ("freighter", "cargo ship", "container ship", "bulk carrier", "cargo vessel"),
    ("yacht", "sailing boat", "sailboat"),
    ("cruise ship", "liner", "cruise liner"),
    ("warship", "frigate", "destroyer", "corvette", "aircraft carrier", "cruiser", "minesweeper"),
    ("submarine",),
    ("patrol boat", "patrol ship", "patrol vessel", "coastguard cutter"),
    ("tug", "tugboat"),
    ("research ship", "research vessel", "survey ship", "survey vessel"),
    ("spy ship", "spy vessel", "intelligence ship"),
    ("lifeboat",),
    ("hospital ship",),
)
_KIND_OF = {name: names[0] for names in _VESSELS for name in names}
_WAR = {"warship", "patrol boat"}


def read_kinds(scene: Scene) -> Iterator[Trait]:
    """The kinds of ships that a sentence names."""
    for held in scene.held:
        if scene.kinds.get(held.entity) == "person" or not held.named:
            continue
        before = [held.first - 1] if held.first else []
        for noun in dict.fromkeys((*before, *(said.noun for said in said_of(scene, held)))):
            first = phrase_before(scene, noun)
            words = [key(token.text) for token in scene.tokens[min(first, max(0, noun - 1)) : noun + 1]]
            name = next((n for n in (" ".join(words[-2:]), words[-1]) if n in _KIND_OF), None)
            if name and words[0] not in ("former", "ex"):
                span = scene.span(noun - len(name.split()) + 1, noun)
                yield Trait(held.entity, "kind", _KIND_OF[name], span, label=name)


def read_duty(scene: Scene) -> Iterator[Trait]:
    """Whether a sentence says that somebody was on duty or off."""
    tokens = scene.tokens
    for held in scene.held:
        if scene.kinds.get(held.entity) != "person":
            continue
        told = {*hosts_of(scene, held), *(said.noun for said in said_of(scene, held))}
        for word, token in enumerate(tokens):
            if token.text.casefold() != "duty" or word < 2:
                continue
            at = word - 2 if tokens[word - 1].text == "-" else word - 1
            state = tokens[at].text.casefold()
            if state in ("on", "off") and _is_about(scene, word, told, held):
                negated = any(t.text.casefold() in ("not", "n't", "never") for t in tokens[max(0, at - 2) : at])
                if not negated:
                    yield Trait(held.entity, "duty", f"{state} duty", scene.span(at, word))


def clash_of_kinds(one: Trait, other: Trait) -> Clash | None:
    """Whether one ship is of two kinds."""
    if one.value == other.value or {one.value, other.value} == _WAR:
        return None
    return Clash("tension", f"one thing of two kinds: {one.label} / {other.label}")


def clash_of_duty(one: Trait, other: Trait) -> Clash | None:
    """Whether somebody is on duty by one report and off duty by the other."""
    return (
        Clash("contradiction", f"states that exclude each other: {one.value} / {other.value}")
        if one.value != other.value
        else None
    )


def _is_about(scene: Scene, word: int, told: set[int], held: Held) -> bool:
    """Whether "duty" hangs on somebody or on what is said of him, or is said of him."""
    tokens = scene.tokens
    above = tokens[word].head
    if above in told and tokens[word].label in ("compound", "amod", "nmod", "acl", "appos"):
        return True
    linked = any(tokens[i].label in ("cop", "aux") for i in scene.hanging[word])
    return linked and any(i in told and tokens[i].label == "nsubj" for i in scene.hanging[word])
