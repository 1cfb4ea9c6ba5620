"""Kinship and marriage between two people: "his fiancée, Ana Lint", "Lint, who is the captain's niece".

The relative is named, described or a pronoun; the other is whoever the noun belongs to, by name, pronoun, or by a word
for what one person of the report is ("the captain"). A tie is kept from the side of the one whose id comes first, so
that "his father" and "her son" meet. That one of two is father in one report and child or wife in the other is no
difference here: they are rather taken for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.apparatus.traits.scene import Held, Scene, hosts_of, said_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.lexicon.tables import key, kinship
from rashomon.model import Document, Relation, Span
from rashomon.text import Word, words

_TIES = {
    "father of": "parent",
    "mother of": "parent",
    "parent of": "parent",
    "child of": "child",
    "sibling of": "sibling",
    "spouse of": "spouse",
    "former spouse of": "former spouse",
    "partner of": "partner",
    "grandparent of": "grandparent",
    "grandchild of": "grandchild",
    "uncle of": "uncle or aunt",
    "aunt of": "uncle or aunt",
    "nephew of": "nephew or niece",
    "niece of": "nephew or niece",
    "cousin of": "cousin",
    "stepparent of": "stepparent",
    "stepchild of": "stepchild",
}
_PRONOUNS = ("his", "her")
_ENDING = ("spouse", "partner", "promised")
_SPECIAL = {
    "partner of": ("promised",),
    "in-law of": ("sibling-in-law", "parent-in-law", "child-in-law"),
}
_WED = frozenset("spouse partner promised".split()) | {"former spouse"}
_LINEAL = frozenset("parent child grandparent grandchild stepparent stepchild".split())
_WEDDING = {("married", "to"): "spouse", ("divorced", "from"): "former spouse", ("engaged", "to"): "promised"}
_PROMISED = frozenset("fiance fiancé fiancee fiancée".split())
_IN_LAW = {
    "brother": "sibling-in-law",
    "sister": "sibling-in-law",
    "father": "parent-in-law",
    "mother": "parent-in-law",
    "son": "child-in-law",
    "daughter": "child-in-law",
}
_INVERSE = {
    "parent": "child",
    "grandparent": "grandchild",
    "uncle or aunt": "nephew or niece",
    "stepparent": "stepchild",
    "parent-in-law": "child-in-law",
}
_INVERSE |= {other: one for one, other in _INVERSE.items()}
_NEAR = [
    {"parent", "stepparent"},
    {"child", "stepchild"},
    {"partner", "spouse"},
    {"partner", "former spouse"},
]
"""Ties of which one may be a looser word for the other, or a later one."""
_ONE = [{"partner", "promised"}]
_MARRIED = ("wife", "husband", "spouse")
_LAW = re.compile(r"[-‑]in[-‑]law\b", re.IGNORECASE)
_QUALIFIED = re.compile(r"\b(ex|half|former|estranged|god|foster)[-‑ ]$", re.IGNORECASE)
_NONE = "no relation"


def ties_of(relations: Sequence[Relation], documents: Mapping[str, Document]) -> Iterator[Trait]:
    """The ties that introductions by kinship state."""
    for relation in relations:
        for span in relation.spans if relation.kind in _TIES or relation.kind == "in-law of" else ():
            for word in words(documents[span.document].text, span.start, span.end):
                tie, end = _tie_in(documents[span.document].text, word)
                if tie in (_TIES.get(relation.kind), *_SPECIAL.get(relation.kind, ())):
                    place = Span(span.document, word.start, end)
                    yield _trait(relation.subject, relation.object, tie, place)
                    break


def read_ties(scene: Scene, roles: Mapping[str, str]) -> Iterator[Trait]:
    """The ties a sentence states to somebody called by name or by what he is; `roles` are words for just one person of
    the event, with that person.
    """
    for held in scene.held:
        if scene.kinds.get(held.entity) != "person" or scene.is_spoken(held.first):
            continue
        for said in said_of(scene, held):
            tie, last = _tie_at(scene, said.noun)
            owner = _owner(scene, said.noun, held, roles) if tie else None
            if owner and not (said.manner in ("was", "will") and tie in _ENDING) and not _is_denied(scene, said.noun):
                yield _trait(held.entity, owner, tie, scene.span(said.noun, last))
        yield from _unrelated(scene, held, roles)
        yield from _wed(scene, held, roles)


def clash_of_ties(one: Trait, other: Trait) -> Clash | None:
    """Whether two ties of the same two people exclude each other."""
    pair = {one.value, other.value}
    if len(pair) == 1 or pair in _ONE or _INVERSE.get(one.value) == other.value:
        return None
    if pair & _WED and pair & _LINEAL:
        return None
    why = f"two people tied in different ways: {one.value} / {other.value}"
    return Clash("tension" if pair in _NEAR else "contradiction", why)


def _trait(relative: str, owner: str, tie: str, span: Span) -> Trait:
    bearer, other = sorted((relative, owner))
    return Trait(bearer, f"tie:{other}", tie if bearer == relative else _INVERSE.get(tie, tie), span)


def _tie_at(scene: Scene, noun: int) -> tuple[str, int]:
    """The tie that the words from a noun on name, and the last of them; '' for none."""
    token = scene.tokens[noun]
    tie, end = _tie_in(scene.document.text, Word(token.text, token.start, token.end))
    return tie, max(i for i, token in enumerate(scene.tokens) if token.start < end)


def _tie_in(text: str, word: Word) -> tuple[str, int]:
    """The tie that a word with what stands right beside it names, and where that ends; '' for none."""
    root = key(word.text.split("-")[0])
    in_law = _LAW.match(text, word.start + len(root))
    if in_law:
        return _IN_LAW.get(root, ""), in_law.end()
    before = _QUALIFIED.search(text, max(0, word.start - 12), word.start)
    qualified = before.group(1).casefold() if before else ""
    name = key(word.text) if not qualified else key(word.text).removeprefix(qualified)
    if qualified in ("ex", "former"):
        return ("former spouse" if name in _MARRIED else ""), word.end
    if qualified or text[word.end : word.end + 1] in ("-", "‑"):
        return ("sibling" if qualified == "half" else ""), word.end
    known = kinship().get(name)
    return ("promised" if name in _PROMISED else _TIES.get(known[0], "") if known else ""), word.end


def _owner(scene: Scene, noun: int, held: Held, roles: Mapping[str, str]) -> str | None:
    """Whose relative a noun is: the one with 's, of the pronoun, or behind "of"."""
    tokens = scene.tokens
    for child in scene.hanging[noun]:
        cases = {tokens[i].text.casefold() for i in scene.hanging[child] if tokens[i].label == "case"}
        if tokens[child].label != "nmod" or held.first <= child <= held.last:
            continue
        owned = held.named and tokens[child].text.casefold() in _PRONOUNS
        if owned or cases & {"'s", "'", "of", "to"}:
            owner = _who(scene, child, roles)
            return owner if owner != held.entity else None
    return None


def _who(scene: Scene, word: int, roles: Mapping[str, str]) -> str | None:
    """The person a word stands for: by name, pronoun or description, else by a word for one person of the event."""
    held = scene.at(word) or next((h for h in scene.held if h.named and word in hosts_of(scene, h)), None)
    if held:
        return held.entity if scene.kinds.get(held.entity) == "person" else None
    token = scene.tokens[word]
    definite = any(scene.tokens[i].text.casefold() == "the" for i in scene.hanging[word])
    plain = definite and token.tag == "NOUN" and not token.text.endswith("s")
    return roles.get(key(token.text), f"the {key(token.text)}" if plain else None)


def _is_denied(scene: Scene, noun: int) -> bool:
    return any(scene.tokens[i].text.casefold() in ("not", "n't", "never", "no") for i in scene.hanging[noun])


def _unrelated(scene: Scene, held: Held, roles: Mapping[str, str]) -> Iterator[Trait]:
    """ "He was not related to Lint", "Lint, no relation to the mayor"."""
    tokens = scene.tokens
    for word, token in enumerate(tokens):
        if token.text.casefold() not in ("related", "relation", "relative") or not _is_denied(scene, word):
            continue
        told = {held.head, *(said.noun for said in said_of(scene, held))}
        about = tokens[held.head].head == word or tokens[word].head in told
        about = about or (tokens[word].label == "conj" and tokens[tokens[word].head].head in told)
        for child in scene.hanging[word] if about else ():
            linked = {tokens[i].text.casefold() for i in scene.hanging[child] if tokens[i].label == "case"}
            other = _who(scene, child, roles) if linked & {"to", "of", "with"} else None
            if other and other != held.entity:
                bearer, second = sorted((held.entity, other))
                yield Trait(bearer, f"tie:{second}", _NONE, scene.span(word, word), label="not related")


def _wed(scene: Scene, held: Held, roles: Mapping[str, str]) -> Iterator[Trait]:
    """ "Lint, who is married to the mayor", "she was divorced from him", "she was going to marry Ivo Marn"."""
    tokens = scene.tokens
    hosts = hosts_of(scene, held)
    for word in (
        tokens[hosts[-1]].head,
        *(i for host in hosts for i in scene.hanging[host] if tokens[i].label == "acl"),
    ):
        if word < 0 or (word == tokens[hosts[-1]].head and not tokens[hosts[-1]].label.startswith("nsubj")):
            continue
        for verb in (word, *(i for i in scene.hanging[word] if tokens[i].label == "xcomp")):
            for child in scene.hanging[verb]:
                cases = [tokens[i].text.casefold() for i in scene.hanging[child] if tokens[i].label == "case"]
                tie = _WEDDING.get((tokens[verb].text.casefold(), cases[0] if cases else ""))
                if tokens[verb].text.casefold() == "marry" and tokens[child].label == "obj":
                    tie = "promised"
                other = _who(scene, child, roles) if tie and not _is_denied(scene, verb) else None
                if tie and other and other != held.entity:
                    yield _trait(held.entity, other, tie, scene.span(verb, child))
