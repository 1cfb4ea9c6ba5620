"""A sentence with the people and things it names, and what it says that each of them is.

"police officer Ivo Marn", "Ivo Marn, a nurse and mother of two", "Marn, who is the mayor", "she was named ambassador":
the tree says which nouns are said of whom. Somebody is there by name, by a description that is known to be his, or as
"he" or "she". Out of scope: plans and wishes ("would be mayor"), negations, what two people are together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from rashomon.apparatus.details import once
from rashomon.model import Annotations, Document, Entity, Span, Token
from rashomon.syntax import children

Manner = Literal["front", "apposition", "is", "was", "will", "as"]

_NAMING = frozenset("name named names appointed appoint elected become became becomes chosen".split())
LEAVING = frozenset(
    "resigned resigns resign sacked fired dismissed ousted removed retired retires quit quits stepped".split()
)
"""Verbs behind which "as" names an office somebody no longer holds."""
FOLLOWING = frozenset("followed follows succeeded succeeds replaced replaces".split())
_UNREAL = frozenset("would could might may should can not n't never 'd if".split())
_CHAIN = 4
_NOUNS = ("NOUN", "PROPN")


class Held(NamedTuple):
    """Somebody or something in a sentence: the entity, its first and last word, the word it hangs on by, whether it is
    there by name.
    """

    entity: str
    first: int
    last: int
    head: int
    named: bool


class Said(NamedTuple):
    """A noun said of somebody, and how."""

    noun: int
    manner: Manner


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its tree; `held` by first word, `quoted` are the direct quotations of the document."""

    document: Document
    sentence: Span
    tokens: Sequence[Token]
    hanging: Sequence[Sequence[int]]
    held: tuple[Held, ...]
    quoted: Sequence[tuple[int, int]] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    answers: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `once` keeps."""

    def span(self, first: int, last: int) -> Span:
        """The words from the first to the last, both included."""
        return Span(self.document.id, self.tokens[first].start, self.tokens[last].end)

    def is_spoken(self, word: int) -> bool:
        """Whether a word stands in a direct quotation."""
        return any(a <= self.tokens[word].start < b for a, b in self.quoted)

    def at(self, word: int) -> Held | None:
        """Who or what a word stands for."""
        return next((held for held in self.held if held.first <= word <= held.last), None)


def make_scenes(
    document: Document, notes: Annotations, entities: Sequence[Entity], pronouns: Mapping[int, str]
) -> tuple[Scene, ...]:
    """The sentences of a document that have a tree; `pronouns` are the entities behind them, by where these begin."""
    places = sorted(
        (span.start, span.end, by_name, entity.id)
        for entity in entities
        for by_name, forms in ((True, entity.forms), (False, entity.descriptions))
        for form in forms
        for span in form.spans
        if span.document == document.id
    )
    quoted = [(s.start, s.end) for q in notes.quotes if q.kind != "indirect" for s in q.content]
    kinds = {entity.id: entity.kind for entity in entities}
    made = []
    for sentence, tree in zip(notes.sentences, notes.trees, strict=False):
        if tree.tokens:
            inside = [p for p in places if sentence.span.start <= p[0] and p[1] <= sentence.span.end]
            held = _held(tree.tokens, inside, pronouns)
            hanging = children(tree.tokens)
            made.append(Scene(document, sentence.span, tree.tokens, hanging, held, quoted, kinds))
    return tuple(made)


def _held(
    tokens: Sequence[Token], places: Sequence[tuple[int, int, bool, str]], pronouns: Mapping[int, str]
) -> tuple[Held, ...]:
    found: list[Held] = []
    for start, end, by_name, entity in sorted(places, key=lambda p: (not p[2], p[0], -p[1])):
        own = [i for i, token in enumerate(tokens) if start <= token.start and token.end <= end]
        if own and not any(held.first <= own[-1] and own[0] <= held.last for held in found):
            head = next((i for i in own if tokens[i].head not in own), own[0])
            found.append(Held(entity, own[0], own[-1], head, by_name))
    taken = {i for held in found for i in range(held.first, held.last + 1)}
    for i, token in enumerate(tokens):
        if i not in taken and token.tag == "PRON" and token.start in pronouns:
            found.append(Held(pronouns[token.start], i, i, i, False))
    return tuple(sorted(found, key=lambda held: held.first))


@once
def said_of(scene: Scene, held: Held) -> tuple[Said, ...]:
    """The nouns that a sentence says somebody or something is, each once, in order."""
    tokens = scene.tokens
    if tokens[held.head].label == "nmod" and tokens[held.head].tag == "PRON":
        return ()
    found: dict[int, Manner] = {}
    hosts = hosts_of(scene, held)
    for noun in hosts[1:]:
        found.setdefault(noun, "front" if noun == held.first - 1 else "apposition")
    before = held.first - 1
    if before >= 0 and tokens[before].tag in _NOUNS and tokens[before].head in range(held.first, held.last + 1):
        found.setdefault(before, "front")
    own = range(held.first, held.last + 1)
    for host in (*hosts, *(i for i in own if i != held.head and tokens[i].head not in own)):
        for noun, manner in _beside(scene, host):
            if manner != "apposition" or not _is_anothers(scene, held, noun):
                found.setdefault(noun, manner)
    for noun in list(found):
        for joined in scene.hanging[noun]:
            if (
                tokens[joined].label == "conj"
                and tokens[joined].tag in _NOUNS
                and tokens[joined].text[0].islower()
                and not _is_another(scene, joined)
            ):
                found.setdefault(joined, found[noun])
    return tuple(Said(noun, found[noun]) for noun in sorted(found) if _is_free(scene, noun, held))


def _is_free(scene: Scene, noun: int, held: Held) -> bool:
    """Whether a noun is no name, and no word for somebody else."""
    other = scene.at(noun)
    return other is None or (not other.named and other.entity == held.entity)


def _is_anothers(scene: Scene, held: Held, noun: int) -> bool:
    """Whether somebody else stands by name between a person and a noun ("Lint and Marn, the mayor")."""
    return any(
        other.named and held.last < other.first < noun and scene.kinds.get(other.entity) == "person"
        for other in scene.held
    )


def _is_another(scene: Scene, noun: int) -> bool:
    """Whether a joined noun has a name of its own beside it ("his mother Ada and his brother Ivo")."""
    near = {
        noun + 1,
        *(i for i in scene.hanging[noun] if scene.tokens[i].label in ("appos", "flat", "nmod") and i > noun),
    }
    return any(
        (held.first in near or held.head in near) and scene.kinds.get(held.entity) == "person"
        for held in scene.held
        if not _has_case(scene, held.head)
    )


def hosts_of(scene: Scene, held: Held) -> list[int]:
    """The word somebody hangs on by, and the nouns to which the name stands in apposition, from the nearest on."""
    found = [held.head]
    while len(found) < _CHAIN:
        word = found[-1]
        above = _noun_over(scene, scene.tokens[word].head)
        apart = above >= 0 and scene.tokens[above].tag in _NOUNS and above < held.first and _is_free(scene, above, held)
        if not apart or not _is_apposed(scene, word) or _is_listed(scene, above, held.head):
            break
        found.append(above)
    return found


def _noun_over(scene: Scene, word: int) -> int:
    """The word itself, or the noun a body or place is a part of: the tree may hang a name on "Orvel" in "the mayor of
    Orvel, Ana Lint".
    """
    held = scene.at(word) if word >= 0 else None
    inside = held is not None and scene.kinds.get(held.entity) != "person" and scene.tokens[word].label == "nmod"
    above = scene.tokens[word].head
    return above if inside and above < word and _has_case(scene, word) else word


def _is_apposed(scene: Scene, word: int) -> bool:
    """Whether a word stands in apposition to the one it hangs on; the tree may take it for a part of it."""
    token = scene.tokens[word]
    if token.label in ("appos", "flat"):
        return True
    own = (i for i in scene.hanging[word] if i < word and scene.tokens[i].tag != "PUNCT")
    first = min(own, default=word)
    return token.label == "nmod" and not _has_case(scene, word) and scene.tokens[first - 1].text == ","


def _is_listed(scene: Scene, noun: int, name: int) -> bool:
    """Whether the name is one of several to which a noun belongs ("the brothers Jo, Ed and Al")."""
    return any(scene.tokens[i].label == "conj" for i in scene.hanging[name]) and scene.tokens[noun].text.endswith("s")


def _beside(scene: Scene, host: int) -> Iterator[tuple[int, Manner]]:
    tokens, hanging = scene.tokens, scene.hanging
    for child in hanging[host]:
        if tokens[child].label == "appos" and tokens[child].tag in _NOUNS and not _has_case(scene, child):
            if child > host and not _is_another(scene, child):
                yield child, "apposition"
        elif tokens[child].label == "acl":
            yield from _told(scene, child)
    if tokens[host].label == "nsubj" and tokens[host].head >= 0:
        yield from _told(scene, tokens[host].head)


def _told(scene: Scene, word: int) -> Iterator[tuple[int, Manner]]:
    """What a clause with this predicate says that its subject is."""
    tokens, hanging = scene.tokens, scene.hanging
    own = [
        tokens[i].text.casefold() for i in hanging[word] if tokens[i].label in ("aux", "cop", "advmod", "mark", "det")
    ]
    if _UNREAL & set(own):
        return
    links = [i for i in hanging[word] if tokens[i].label == "cop"]
    if links and tokens[word].tag in _NOUNS and not _has_case(scene, word):
        past = any(tokens[i].text.casefold() in ("was", "were", "been") for i in links)
        yield word, "will" if {"will", "'ll"} & set(own) else "was" if past else "is"
    for child in hanging[word]:
        case = next((tokens[i].text.casefold() for i in hanging[child] if tokens[i].label == "case"), "")
        named = tokens[word].text.casefold() in _NAMING and tokens[child].label in ("xcomp", "obj") and not case
        as_one = case == "as" and tokens[child].label == "obl"
        if tokens[child].tag in _NOUNS and child > word and (named or as_one):
            yield child, "as"


def _has_case(scene: Scene, noun: int) -> bool:
    return any(scene.tokens[i].label == "case" and scene.tokens[i].text not in ("'s", "'") for i in scene.hanging[noun])


def phrase_before(scene: Scene, noun: int) -> int:
    """Where the unbroken words before a noun that belong to it begin: compounds, adjectives, joined by hyphens."""
    tokens, first = scene.tokens, noun
    while first > 0:
        word = first - 1
        hyphen = "-" in (tokens[word].text, tokens[first].text) and tokens[word].end == tokens[first].start
        if not hyphen and not (
            tokens[word].label in ("amod", "compound", "nmod", "flat", "advmod") and _leads(scene, word, noun)
        ):
            break
        if tokens[word].text in ("'s", "'") or tokens[word].tag in ("PRON", "DET"):
            break
        first = word
    return first


def _leads(scene: Scene, word: int, noun: int) -> bool:
    while word != noun:
        above = scene.tokens[word].head
        if not word < above <= noun or any(scene.tokens[i].text in ("'s", "'") for i in scene.hanging[word]):
            return False
        word = above
    return True
