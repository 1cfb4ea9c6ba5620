"""Which in a row somebody is, and how many children: "the third adviser" beside "the fourth", "a father of two".

Places in a row are set beside each other only where the rows are the same by their words: "the first woman to lead the
island" and "the second woman to run Tarn", but not "the first black mayor" and "the fourth mayor".
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.amounts import Amount, amount_of
from rashomon.apparatus.traits.scene import Held, Scene, phrase_before, said_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.lexicon.tables import key, kinship
from rashomon.lexicon.verbs import lemma
from rashomon.syntax import below

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_ANYBODY = frozenset("man person one people member individual".split())
_LANDS = frozenset("country state nation island city town county province land republic kingdom region".split())
_HOLDING = frozenset("serve lead run hold head govern rule become be occupy fill name do ever so far".split())
_TITLES = frozenset("lady minister lieutenant secretary officer mate class deputy baseman gentleman daughter".split())
_SPELT = {"advisor": "adviser", "defense": "defence", "chairwoman": "chairman", "spokeswoman": "spokesman"}
_PARENTS = frozenset("father mother parent dad mum mom grandfather grandmother".split())
_CHILDREN = frozenset("children kids".split())
_OWNING = frozenset("has have had leaves".split())


def read_ordinals(scene: Scene) -> Iterator[Trait]:
    """The places in a row that a sentence gives to people."""
    for held in scene.held:
        if scene.kinds.get(held.entity) != "person" or scene.is_spoken(held.first):
            continue
        for said in said_of(scene, held):
            number = next(
                (n for i in range(phrase_before(scene, said.noun), said.noun) if (n := _ordinal(scene, i))), None
            )
            noun = key(scene.tokens[said.noun].text)
            if number and noun not in _TITLES and noun not in kinship():
                row, named, last = _row(scene, held, said.noun)
                if not row:
                    continue
                slot = f"row:{' '.join(sorted(row))}:{' '.join(sorted(named))}"
                first = next(i for i in range(said.noun) if _ordinal(scene, i))
                label = f"{scene.tokens[first].text} {scene.tokens[said.noun].text}"
                yield Trait(held.entity, slot, str(number), scene.span(first, last), label=label)


def read_children(scene: Scene) -> Iterator[Trait]:
    """How many children a sentence gives to people."""
    tokens = scene.tokens
    for held in scene.held:
        if scene.kinds.get(held.entity) != "person":
            continue
        for said in said_of(scene, held):
            noun = key(tokens[said.noun].text)
            behind = [token.text.casefold() for token in tokens[said.noun + 1 : said.noun + 4] if token.text != "-"]
            number = amount_of(behind[1]) if noun in _PARENTS and len(behind) > 1 and behind[0] == "of" else None
            if number and number.value is not None and said.manner != "was":
                at = next(i for i in range(said.noun + 2, len(tokens)) if tokens[i].text.casefold() == behind[1])
                generation = "grandchildren" if noun.startswith("grand") else "children"
                yield _count(scene, held, number, said.noun, at, generation)
        yield from _owned(scene, held)


def clash_of_places(one: Trait, other: Trait) -> Clash | None:
    """Whether somebody has another place in one row."""
    if one.value == other.value:
        return None
    return Clash("contradiction", f"another place in one row: {one.label} / {other.label}")


def clash_of_numbers(one: Trait, other: Trait) -> Clash | None:
    """Whether somebody has another number of children."""
    if one.value == other.value:
        return None
    return Clash("contradiction", f"another number of children: {one.value} / {other.value}")


def _ordinal(scene: Scene, word: int) -> int | None:
    token = scene.tokens[word]
    if token.tag not in ("ADJ", "NUM") or token.label not in ("amod", "nummod"):
        return None
    text = token.text.casefold()
    digits = text.rstrip("stndrh")
    return _ORDINALS.get(text) or (int(digits) if digits.isdigit() and digits != text else None)


def _row(scene: Scene, held: Held, noun: int) -> tuple[set[str], set[str], int]:
    """The words that say which row it is, the people it is of, and its last word."""
    tokens = scene.tokens
    apart = {
        i for i in scene.hanging[noun] if tokens[i].label in ("nsubj", "cop", "aux", "punct", "appos", "conj", "cc")
    }
    apart |= {i for i in scene.hanging[noun] if i > noun and tokens[i].label in ("advcl", "parataxis", "acl")}
    apart -= {i for i in scene.hanging[noun] if tokens[i].label == "acl" and _is_infinitive(scene, i)}
    words: set[str] = set()
    named: set[str] = set()
    inside = below(scene.hanging, noun, apart)
    stop = next((i for i in inside if i > noun and tokens[i].text == ","), len(tokens))
    inside = [i for i in inside if i < stop and not held.first <= i <= held.last]
    for i in inside:
        other = scene.at(i)
        if other is not None and other.named:
            named |= {other.entity} if scene.kinds.get(other.entity) == "person" else set()
        elif tokens[i].tag in ("NOUN", "ADJ", "VERB", "PROPN") and not _ordinal(scene, i):
            word = key(tokens[i].text)
            words.add(_SPELT.get(word, lemma(word) or word))
    dates = {i for i in inside if tokens[i].tag == "NUM"}
    last = max(i for i in inside if i not in dates and tokens[i].tag not in ("ADP", "DET"))
    return words - _ANYBODY - _LANDS - _HOLDING, named, last


def _is_infinitive(scene: Scene, verb: int) -> bool:
    return any(scene.tokens[i].text.casefold() == "to" for i in scene.hanging[verb])


def _owned(scene: Scene, held: Held) -> Iterator[Trait]:
    """ "Their three children", "she has two kids"; not "two of his children", nor "her two young children"."""
    tokens = scene.tokens
    for noun, token in enumerate(tokens):
        if token.text.casefold() not in _CHILDREN:
            continue
        hanging = scene.hanging[noun]
        number = next((i for i in hanging if tokens[i].label == "nummod" and i < noun), None)
        if number is None or any(
            tokens[i].label in ("amod", "compound", "acl", "nmod") and i != held.head for i in hanging
        ):
            continue
        owned = any(i in hanging for i in range(held.first, held.last + 1))
        verb = tokens[noun].head
        has = token.label == "obj" and verb >= 0 and tokens[verb].text.casefold() in _OWNING
        subject = has and tokens[held.head].head == verb and tokens[held.head].label == "nsubj"
        amount = amount_of(tokens[number].text)
        if amount and amount.value is not None and (owned or subject):
            yield _count(scene, held, amount, number, noun, "children")


def _count(scene: Scene, held: Held, number: Amount, first: int, last: int, of: str) -> Trait:
    return Trait(held.entity, f"count:{of}", f"{number.value:g}", scene.span(min(first, last), max(first, last)))
