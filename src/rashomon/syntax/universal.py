"""Trees of other makers as trees like ours: one root, no circle, universal labels.

Most pipelines label in Universal Dependencies; labels of its first version get their present names, and of subtypes the
universal part is kept. The English pipelines of spaCy label as ClearNLP does (Choi and Palmer 2012), where prepositions
carry their objects, "be" its predicate and family names the given ones; these are turned, in this order: prepositions,
copulas, coordination, names of persons. A label in neither scheme becomes `dep`. Out of scope: other schemes (TIGER).
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Token
from rashomon.syntax.tree import children

LABELS = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
).split()
RENAMED = {
    # the first version of Universal Dependencies
    "auxpass": "aux",
    "csubjpass": "csubj",
    "dobj": "obj",
    "foreign": "flat",
    "mwe": "fixed",
    "name": "flat",
    "neg": "advmod",
    "nsubjpass": "nsubj",
    "remnant": "orphan",
    # ClearNLP
    "acomp": "xcomp",
    "agent": "advmod",
    "attr": "xcomp",
    "dative": "iobj",
    "intj": "discourse",
    "npadvmod": "obl",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod",
    "preconj": "cc",
    "predet": "det",
    "prep": "advmod",
    "prt": "compound",
    "quantmod": "advmod",
    "relcl": "acl",
}
"""Labels to those of the second version; prepositions, objects and predicates stand here only where none was turned."""
_KNOWN = frozenset(LABELS)
_BE = frozenset("am are be been being is was were 'm 're 's".split())
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "SYM")
_VERBS = ("VERB", "AUX")
_PREPOSITIONS = ("prep", "agent", "dative")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "oprd")
_FIXED = frozenset({("according", "to"), ("because", "of"), ("due", "to"), ("instead", "of"), ("such", "as")})


def to_universal(tokens: Sequence[Token], clear: bool, persons: Sequence[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The words with heads and labels as our reader gives them, whatever theirs were.

    `clear`: they are labelled by ClearNLP; `persons`: half-open numbers of the words of persons' names.
    """
    words = rooted(tokens)
    if clear:
        _turn_prepositions(words)
        _turn_copulas(words)
        _coordinate(words)
        _fix(words)
        for first, end in persons:
            _turn_name(words, first, end - 1)
    return tuple(word._replace(label=_label(word)) for word in words)


def rooted(tokens: Sequence[Token]) -> list[Token]:
    """The words as one tree: circles are cut at their first word, what is loose hangs on the first root.

    A word whose head is itself, or no word of the sentence, is a root.
    """
    heads = [token.head if token.head in range(len(tokens)) else -1 for token in tokens]
    state = ["new"] * len(tokens)
    for word in range(len(tokens)):
        path = []
        at = word
        while at >= 0 and state[at] == "new":
            state[at] = "open"
            path.append(at)
            at = heads[at]
        if at >= 0 and state[at] == "open":
            heads[min(path[path.index(at) :])] = -1
        for at in path:
            state[at] = "done"
    roots = [i for i, head in enumerate(heads) if head < 0]
    top = next((i for i in roots if tokens[i].tag != "PUNCT"), roots[0] if roots else -1)
    words = []
    for i, (token, head) in enumerate(zip(tokens, heads, strict=True)):
        loose = head < 0 and i != top
        label = "root" if i == top else token.label
        if i != top and (loose or label.casefold() == "root"):
            label = "punct" if token.tag == "PUNCT" else "parataxis"
        words.append(token._replace(head=top if loose else head, label=label))
    return words


def _deepest_first(words: Sequence[Token]) -> list[int]:
    """The numbers of the words, those farthest from the root first."""
    hanging = children(words)
    order = [i for i, word in enumerate(words) if word.head < 0]
    for word in order:
        order.extend(hanging[word])
    return order[::-1]


def _below(words: Sequence[Token], head: int) -> list[int]:
    return [i for i, word in enumerate(words) if word.head == head]


def _swap(words: list[Token], lower: int, upper: int, label: str, outer: str) -> None:
    """`lower`, which hangs on `upper`, takes its place and all that hangs on it, as `outer`; `upper` is its `label`."""
    head = words[upper].head
    for i in _below(words, upper):
        words[i] = words[i]._replace(head=lower)
    words[lower] = words[lower]._replace(head=head, label=outer)
    words[upper] = words[upper]._replace(head=lower, label=label)


def _turn_prepositions(words: list[Token]) -> None:
    """What a preposition governs takes its place: "sank -prep> off -pobj> Orvel" is "sank -obl> Orvel -case> off"."""
    for word in _deepest_first(words):
        below = _below(words, word)
        governed = [i for i in below if words[i].label == "pobj"] or [i for i in below if words[i].label == "pcomp"]
        if governed:
            clause = words[governed[0]].label == "pcomp" and words[governed[0]].tag in _VERBS
            _swap(words, governed[0], word, "mark" if clause else "case", _place(words, word, clause))


def _place(words: Sequence[Token], preposition: int, clause: bool) -> str:
    """The label of what stands in the place of a preposition."""
    label, head = words[preposition].label, words[preposition].head
    if label not in _PREPOSITIONS or head < 0:
        return label
    governs = any(words[i].label in ("pobj", "pcomp") for i in _below(words, head))
    if words[head].label in _PREPOSITIONS and not governs:
        return "pcomp" if clause else "pobj"  # the preposition above has no other object: "from behind the house"
    if words[head].tag in _NOUNS:
        return "acl" if clause else "nmod"
    return "advcl" if clause else "obl"


def _turn_copulas(words: list[Token]) -> None:
    """What "be" says of its subject takes its place, and "be" is its copula; after "there" it is the subject."""
    for word in _deepest_first(words):
        if words[word].text.casefold() not in _BE or words[word].tag not in _VERBS:
            continue
        below = _below(words, word)
        labels = [words[i].label for i in below]
        said = [i for i in below if words[i].label in ("attr", "acomp")]
        subject = any(label in _SUBJECTS for label in labels)
        if said and "expl" in labels and not subject:
            words[said[0]] = words[said[0]]._replace(label="nsubj")
            continue
        if not said and subject and not any(label in _COMPLEMENTS for label in labels):
            said = [i for i in below if words[i].label == "obl" and _follows(words, word, i)]
        if said:
            _swap(words, said[0], word, "cop", words[word].label)
            words[word] = words[word]._replace(tag="AUX")


def _follows(words: Sequence[Token], be: int, said: int) -> bool:
    """Whether a phrase with a preposition stands behind "be", adverbs between them at most."""
    first = min([i for i in _below(words, said) if words[i].label == "case"], default=-1)
    between = words[be + 1 : first]
    return be < first and all(word.head == be and word.label in ("advmod", "neg") for word in between)


def _coordinate(words: list[Token]) -> None:
    """Conjunctions hang on the conjunct behind them, and all conjuncts on the first."""
    for i, word in enumerate(words):
        if word.label == "cc" and word.head >= 0:
            behind = [j for j in _below(words, word.head) if words[j].label == "conj" and word.head < i < j]
            words[i] = word._replace(head=behind[0] if behind else word.head)
    for i, word in enumerate(words):
        head = word.head
        while word.label == "conj" and words[head].label == "conj":
            head = words[head].head
        words[i] = word._replace(head=head)


def _fix(words: list[Token]) -> None:
    """The second word of a preposition of two words hangs on the first."""
    for i in range(1, len(words)):
        first, second = words[i - 1], words[i]
        pair = (first.text.casefold(), second.text.casefold())
        if pair in _FIXED and (first.label, first.head) == ("case", second.head) == (second.label, first.head):
            words[i] = second._replace(head=i - 1, label="fixed")


def _turn_name(words: list[Token], first: int, last: int) -> None:
    """The words of a person's name hang on its first, where they hung on its last."""
    if first < last and all(word.head == last and word.label == "compound" for word in words[first:last]):
        _swap(words, first, last, "flat", words[last].label)
        for i in range(first + 1, last):
            words[i] = words[i]._replace(label="flat")


def _label(word: Token) -> str:
    """The universal label of a word whose head is settled."""
    if word.head < 0:
        return "root"
    label = word.label.casefold().partition(":")[0]
    if label == "aux" and word.tag == "PART" and word.text.casefold() == "to":
        return "mark"
    label = RENAMED.get(label, label)
    return label if label in _KNOWN and label != "root" else "dep"
