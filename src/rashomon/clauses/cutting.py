"""Clauses: a sentence cut along its tree into the smallest ranges that each hold a predicate with its arguments.

A clause stands on the root, on a coordinated verb, a relative or participial clause, an adverbial clause, a
parenthesis, or on what is said or thought; the verb of saying itself ("police said") is none. Every word belongs to the
nearest of these above it, and a clause reaches from its first word to its last: one inside another lies inside its
range, one at the end is left out of it. Infinitives, and gerunds behind a preposition, belong to the verb they hang on.
Since trees may be wrong, words cut off from their clause by others go to the clause beside them, so that two clauses
either nest or lie apart. What says who somebody is, in apposition, is a clause too (`appositions`), and may overlap
others. A sentence without a tree is one clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.clauses.appositions import Apposition, find_appositions
from rashomon.clauses.edges import whole, without_marks
from rashomon.clauses.openings import is_cue, is_that, opens_clause
from rashomon.clauses.roles import Words, object_of, subject_of
from rashomon.clauses.verb_groups import Hanging, Verb, modality_of, polarity_of, verb_of
from rashomon.model import Modality, Polarity, Token, Tree
from rashomon.syntax import below, children

Range = tuple[int, int]
MIN_WORDS = 2
"""A clause of fewer words of its own belongs to the one above it."""
_STOPS = (".", "!", "?")
_RELATIVE = frozenset("who which whom whose that where when why".split())
_BETWEEN = frozenset("and but or nor so yet plus &".split())
_MEASURED = frozenset("after before since when".split())
_TIMES = frozenset(f"{unit}{s}" for unit in "second minute hour day week month year decade".split() for s in ("", "s"))
_MEASURING = frozenset("a an and half than less more about just only nearly almost some few several barely".split())


class Clause(NamedTuple):
    """A range of the text with its predicate, subject and object, all half-open code points; null where there is none.

    The subject may stand outside the clause. `words` are the numbers of its own words in the tree, without marks and
    without those of the clauses inside it. Polarity and modality are those of its predicate.
    """

    start: int
    end: int
    verb: Verb | None = None
    subject: Range | None = None
    object: Range | None = None
    words: tuple[int, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"


def cut_clauses(text: str, tree: Tree | None, start: int, end: int) -> list[Clause]:
    """The clauses of `text[start:end]`, all or part of the sentence of this tree, by start and then longest first.

    There is at least one wherever there are words, unless these only tell who speaks. Blanks, marks and conjunctions
    at the edges belong to none.
    """
    tokens = tree.tokens if tree else ()
    inside = [i for i, token in enumerate(tokens) if start <= token.start and token.end <= end]
    stops = [i for i, after in pairwise(inside) if tokens[i].text in _STOPS and tokens[after].text[0].isupper()]
    if tree is None or not any(tokens[i].tag != "PUNCT" for i in inside):
        bare = without_marks(text, start, end)
        return [Clause(*bare)] if any(map(str.isalnum, text[slice(*bare)])) else []
    bounds = pairwise([inside[0], *(i + 1 for i in stops), inside[-1] + 1])
    cut = [_cut(tree, [i for i in range(*bound) if tokens[i].tag != "PUNCT"]) for bound in bounds]
    made = [_rounded(text, clause, start, end) for clauses in cut for clause in clauses]
    return sorted(made, key=lambda c: (c.start, -c.end, c.words))


def _rounded(text: str, clause: Clause, low: int, high: int) -> Clause:
    """The clause, its predicate, subject and object without a word or a pair of marks cut at their edges."""
    start, end = whole(text, clause.start, clause.end, low, high)
    verb = clause.verb
    if verb:
        verb_start, verb_end = whole(text, verb.start, verb.end, start, end)
        verb = verb._replace(start=verb_start, end=verb_end)
    subject = clause.subject and whole(text, *clause.subject, 0, len(text))
    object_ = clause.object and whole(text, *clause.object, start, end)
    return clause._replace(start=start, end=end, verb=verb, subject=subject, object=object_)


def _cut(tree: Tree, words: Sequence[int]) -> list[Clause]:
    """The clauses among these words of a sentence, in the order of the words they stand on, appositions last."""
    if not words:
        return []
    hanging = children(tree.tokens)
    inside = range(words[0], words[-1] + 1)
    offices = [a for a in find_appositions(tree, hanging) if a.whole[0] in inside and a.whole[1] - 1 in inside]
    trailing = {office.head for office in offices if office.trails}
    owner = _owners(tree.tokens, hanging, words, _heads(tree.tokens, hanging, words, trailing))
    heads = frozenset(owner.values())
    found = [
        _clause(tree.tokens, hanging, h, [i for i in words if owner[i] == h], heads) for h in sorted(heads - trailing)
    ]
    clauses = [c for c in found if c and _count(tree.tokens, c.words) >= min(MIN_WORDS if c.verb else 4, len(words))]
    return clauses + [_office(tree.tokens, office) for office in offices]


def _clause(
    tokens: Sequence[Token], hanging: Hanging, head: int, own: Sequence[int], heads: frozenset[int]
) -> Clause | None:
    """The clause on a word; null for one that only tells who speaks."""
    if is_cue(tokens, hanging, head):
        return None
    verb = verb_of(tokens, hanging, head)
    subject = subject_of(tokens, hanging, head, heads) if verb else None
    object_ = object_of(tokens, hanging, verb, heads) if verb else None
    start, end = _without_edges(tokens, own[0], own[-1], tokens[head].label)
    clause = Clause(start, end, verb, _range(tokens, subject), _range(tokens, object_), tuple(own))
    if verb is None:
        return clause
    polarity, modality = polarity_of(tokens, hanging, verb), modality_of(tokens, hanging, verb)
    return clause._replace(polarity=polarity, modality=modality)


def _office(tokens: Sequence[Token], office: Apposition) -> Clause:
    start, end = tokens[office.whole[0]].start, tokens[office.whole[1] - 1].end
    words = tuple(i for i in range(*office.whole) if tokens[i].tag != "PUNCT")
    return Clause(start, end, None, _range(tokens, office.name), _range(tokens, office.office), words)


def _range(tokens: Sequence[Token], found: Words | None) -> Range | None:
    return (tokens[found[0]].start, tokens[found[1] - 1].end) if found else None


def _heads(tokens: Sequence[Token], hanging: Hanging, words: Sequence[int], offices: set[int]) -> set[int]:
    """The words clauses stand on among `words`, `offices` among them; and the highest word of what is left."""
    inside = set(words)
    heads = {i for i in words if i in offices or opens_clause(tokens, hanging, i)}
    loose: Counter[int] = Counter()
    for i in words:
        if _above(tokens, i, heads, inside) is None:
            loose[_highest(tokens, i, inside)] += 1
    if loose:
        heads.add(max(loose, key=lambda i: (loose[i], -i)))
    held = {i: _above(tokens, i, heads, inside) for i in words}
    sizes = {h: _count(tokens, [i for i in words if held[i] == h]) for h in heads}
    least = {h: MIN_WORDS + _is_bare(tokens, hanging, h) for h in heads}
    small = {h for h in heads if sizes[h] < least[h] and not is_cue(tokens, hanging, h)}
    return {h for h in heads if h not in small or _above(tokens, tokens[h].head, heads, inside) is None}


def _is_bare(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    """Whether it describes a noun without a relative pronoun ("the values it holds")."""
    pronoun = any(tokens[i].text.casefold() in _RELATIVE for i in hanging[word])
    return tokens[word].label == "acl" and not pronoun and _attended(tokens, hanging, word) is None


def _attended(tokens: Sequence[Token], hanging: Hanging, word: int) -> int | None:
    """The noun whose participle this is in an absolute phrase ("with two roads closed and the third flooding")."""
    noun = tokens[word].head
    if tokens[word].label != "acl" or any(tokens[i].text.casefold() in _RELATIVE for i in hanging[word]):
        return None
    above = noun
    while tokens[above].label in ("conj", "obl", "xcomp") and not _has_with(tokens, hanging, above):
        above = tokens[above].head
    return noun if _has_with(tokens, hanging, above) else None


def _has_with(tokens: Sequence[Token], hanging: Hanging, word: int) -> bool:
    return any(tokens[i].label in ("case", "mark") and tokens[i].text.casefold() == "with" for i in hanging[word])


def _highest(tokens: Sequence[Token], word: int, inside: Container[int]) -> int:
    while tokens[word].head in inside:
        word = tokens[word].head
    return word


def _above(tokens: Sequence[Token], word: int, heads: Container[int], inside: Container[int]) -> int | None:
    """The nearest of the heads on the way from this word to the root, without leaving `inside`; itself, if it is."""
    while word in inside:
        if word in heads:
            return word
        word = tokens[word].head
    return None


def _owners(tokens: Sequence[Token], hanging: Hanging, words: Sequence[int], heads: set[int]) -> dict[int, int]:
    """The head of the clause of each word; words cut off from their clause go to the clause of the word beside."""
    inside = set(words)
    owner: dict[int, int | None] = {i: _above(tokens, i, heads, inside) for i in words}
    upper = {h: _above(tokens, tokens[h].head, heads, inside) for h in heads}
    for i, own in list(owner.items()):
        if own is not None and tokens[own].head >= 0 and tokens[i].text.casefold() in _MEASURED:
            owner.update({j: own for j in _measure(tokens, i) if j in owner and own != j})
    for h in sorted(heads):
        if (noun := _attended(tokens, hanging, h)) in owner:
            phrase = [j for j in below(hanging, noun, heads) if owner.get(j) == owner[noun]]
            owner.update(dict.fromkeys(phrase, h))
    for before, i in pairwise(words):
        if tokens[i].label == "conj" and i not in heads and opens_clause(tokens, hanging, i):
            between = [j for j in hanging[i] if tokens[j].label == "cc" and j in owner]
            owner.update(
                dict.fromkeys((i, *between), owner[between[0] - 1 if between and between[0] - 1 in owner else before])
            )
    for i in words:
        if i + 2 in owner and _are_joined(tokens, i):
            joined = owner[i] if i in heads else owner[i + 2]
            owner.update({i: joined, i + 2: joined})
    for _ in heads:
        blocks = {h: _block(words, owner, upper, h) for h in heads}
        held = [own if (own := owner[i]) is not None and i in blocks[own] else None for i in words]
        beside = next(own for own in held if own is not None)
        for i, own in zip(words, held, strict=True):
            owner[i] = beside = beside if own is None else own
        if None not in held:
            break
    blocks = {h: _block(words, owner, upper, h) for h in dict.fromkeys(owner.values()) if h is not None}
    return {i: h for i, h in owner.items() if h is not None and i in blocks[h]}


def _are_joined(tokens: Sequence[Token], word: int) -> bool:
    """Whether a hyphen without blanks ties this word to the next but one."""
    before, mark, behind = tokens[word : word + 3]
    tied = before.end == mark.start and mark.end == behind.start
    return tied and mark.text == "-" and behind.tag in ("NOUN", "PROPN", "ADJ", "VERB", "NUM")


def _measure(tokens: Sequence[Token], word: int) -> range:
    """The words of time that measure how long after or before, in front of a conjunction ("until three days after")."""
    first = word
    while first and (tokens[first - 1].tag == "NUM" or tokens[first - 1].text.casefold() in _TIMES | _MEASURING):
        first -= 1
    while first < word and tokens[first].text.casefold() in ("and", "than"):
        first += 1
    times = any(token.text.casefold() in _TIMES for token in tokens[first:word])
    if not times or (first and tokens[first - 1].tag == "ADP" and tokens[first - 1].text.casefold() != "until"):
        return range(word, word)
    until = first > 0 and tokens[first - 1].text.casefold() == "until"
    return range(first - until, word)


def _block(words: Sequence[int], owner: Mapping[int, int | None], upper: Mapping[int, int | None], head: int) -> range:
    """The unbroken run of words around a head that belong to its clause or to clauses below it, from first to last of
    its own.
    """
    at = words.index(head)
    first = last = head
    for word in reversed(words[:at]):
        if (own := owner[word]) == head:
            first = word
        elif not _is_below(upper, own, head):
            break
    for word in words[at + 1 :]:
        if (own := owner[word]) == head:
            last = word
        elif not _is_below(upper, own, head):
            break
    return range(first, last + 1)


def _is_below(upper: Mapping[int, int | None], clause: int | None, head: int) -> bool:
    while clause is not None and clause != head:
        clause = upper[clause]
    return clause == head


def _without_edges(tokens: Sequence[Token], first: int, last: int, label: str) -> tuple[int, int]:
    """The code points from first to last word without conjunctions at the edges, nor the "that" of what is said.

    A closing quotation mark or bracket stays with what it closes.
    """
    said = label in ("ccomp", "csubj", "conj", "root", "acl")
    while first < last and (
        _is_between(tokens[first]) or tokens[first].tag == "PUNCT" or (said and is_that(tokens[first]))
    ):
        first += 1
    while first < last and (_is_between(tokens[last]) or _points_on(tokens, last)):
        last -= 1
    start, end = tokens[first].start, tokens[last].end
    if last + 1 < len(tokens):
        forms = [token.text for token in tokens[first : last + 1]]
        closing = tokens[last + 1].text
        if (closing == '"' and forms.count('"') % 2) or (closing == ")" and forms.count("(") > forms.count(")")):
            end = tokens[last + 1].end
    return start, end


def _count(tokens: Sequence[Token], words: Sequence[int]) -> int:
    return sum(not _is_between(tokens[i]) for i in words)


def _is_between(token: Token) -> bool:
    return token.label == "cc" and token.text.casefold() in _BETWEEN


def _points_on(tokens: Sequence[Token], word: int) -> bool:
    """Whether a conjunction or relative pronoun opens what stands behind it, cut off by a quotation."""
    form = tokens[word].text.casefold()
    return tokens[word].head > word and (form == "that" or form in _RELATIVE) and tokens[word].label != "det"
