"""Who does the saying in a sentence, read off its tree.

`words_of` lays the trees of a document end to end; `reports` tells a verb of speech, judgement or thought from a noun
of the same form; `speaker_of` goes from the verb to whoever says it (subject, agent, what a participle or an infinitive
hangs on, the first of two verbs that share a subject); `phrase` gives the words that name them: their head with what
stands beside it, relative clauses and remarks between commas left out. Where the tree hangs a subject elsewhere, the
nearest one in front is taken. A document without trees has words and no verbs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon.speech import JUDGING, NOUN_TOO, SAYING, SPEECH_NOUNS, THAT, THINKING, WITH_HEARER
from rashomon.model import Document, Sentence, Token, Tree
from rashomon.syntax import children
from rashomon.text import level

Range = tuple[int, int]

RELATIVE = frozenset("who whom which that".split())
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/‑][^\W_]+)*|--+|[^\w\s]|_")
_BE = frozenset("is are was were be am been being get gets got getting".split())
_NOBODY = frozenset("that this what there these those which".split())
_BESIDE = frozenset(
    """acl advcl ccomp xcomp parataxis punct appos case mark nsubj csubj obl obj iobj aux cop cc discourse vocative list
    dep orphan dislocated reparandum advmod expl""".split()
)
NOMINAL = frozenset("NOUN PROPN PRON NUM DET ADJ SYM X".split())
_WITHIN = NOMINAL | {"PART", "PUNCT", "CCONJ"}
_OF_TIME_AND_PLACE = frozenset("at in on during after before".split())
_OF_THE_OBJECT = frozenset("as for of".split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document in order. Heads are numbered through the document; `names` are half-open ranges of words
    that the reader takes for one name, `people` those of persons."""

    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    hanging: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    names: tuple[Range, ...]
    people: tuple[Range, ...]

    def between(self, start: int, end: int) -> range:
        """The numbers of the words that begin in a range of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def reach(self, part: Range) -> Range:
        """The range of the text that a range of words covers."""
        return self.tokens[part[0]].start, self.tokens[part[1] - 1].end


def words_of(document: Document, sentences: Sequence[Sentence], trees: Sequence[Tree]) -> Words:
    """The words of all sentences; without trees they hang on nothing."""
    tokens: list[Token] = []
    names: list[tuple[Range, bool]] = []
    for tree in trees:
        shift = len(tokens)
        tokens.extend(Token(*t[:4], t.head + shift if t.head >= 0 else -1, *t[5:]) for t in tree.tokens)
        names.extend(((n.first + shift, n.end + shift), n.kind == "person") for n in tree.names)
    if not trees:
        for sentence in sentences:
            held = _WORD.finditer(document.text, sentence.span.start, sentence.span.end)
            tokens.extend(Token(level(m.group()), m.start(), m.end(), "X", -1, "dep") for m in held)
    return Words(
        tuple(tokens),
        tuple(t.text.casefold() for t in tokens),
        tuple(map(tuple, children(tokens))),
        tuple(t.start for t in tokens),
        tuple(name for name, _ in names),
        tuple(name for name, person in names if person),
    )


def reports(words: Words, i: int) -> str | None:
    """The base of the verb of speech, judgement or thought that the word is, if it is one here."""
    low, token = words.low[i], words.tokens[i]
    base = SAYING.get(low) or JUDGING.get(low) or THINKING.get(low) or THAT.get(low)
    if base is None or token.tag == "X":
        return None
    noun = {"amod", "compound", "case", "fixed", "flat"} - ({"compound", "flat"} if token.tag == "VERB" else set())
    if token.label in noun and not _held(words, i, "nsubj"):
        return None
    verb = token.tag in {"VERB", "AUX"} or low not in NOUN_TOO
    return base if verb and not any(words.tokens[c].label == "det" for c in words.hanging[i]) else None


def _held(words: Words, i: int, *labels: str) -> list[int]:
    return [c for c in words.hanging[i] if words.tokens[c].label in labels]


def marker(words: Words, i: int) -> str:
    """The words that bind a clause or a noun phrase to what it hangs on: "that", "as", "according to"."""
    return " ".join(words.low[c] for c in _held(words, i, "mark", "case") if c < i)


def is_passive(words: Words, verb: int) -> bool:
    """Whether the verb is done to its subject, or is a past participle that stands with its noun."""
    low, token = words.low[verb], words.tokens[verb]
    if low.endswith(("ing", "s")):
        return False
    if any(words.low[c] in _BE for c in _held(words, verb, "aux", "cop")):
        return True
    if low == "said" and words.low[verb + 1 : verb + 3] in {("to", "be"), ("to", "have")}:
        return True
    bases = (SAYING.get(low), JUDGING.get(low), THINKING.get(low))
    if _held(words, verb, "nsubj", "aux", "csubj") or marker(words, verb).endswith("to"):
        return False
    if low in bases and not low.endswith("ed"):
        return False
    if token.label == "acl" and _behind_relative(words, verb):
        return False
    if token.label in {"acl", "advcl", "xcomp"}:
        return not verb or words.low[verb - 1] not in {"and", "but"}
    return token.label == "conj" and not _held(words, verb, "ccomp") and is_passive(words, token.head)


def _behind_relative(words: Words, verb: int) -> bool:
    """ "Lee, who has run it for years, called it …": the verb of a sentence that the tree takes for a bare noun."""
    head = words.tokens[verb].head
    if words.tokens[head].label != "root" or words.tokens[head].tag not in NOMINAL or words.low[verb - 1] != ",":
        return False
    others = [c for c in _held(words, head, "acl") if c < verb]
    return any(words.low[s] in RELATIVE for c in others for s in _held(words, c, "nsubj"))


def speaker_of(words: Words, verb: int, start: int = 0) -> int | None:
    """The head of the words that name whoever does what the verb says; null when nobody is named.

    A verb without a subject that goes on after a comma or "and" shares that of the verb of speech before it; one that
    the tree has left without takes the nearest subject in front of it. Nothing in front of word `start` is looked at.
    """
    if is_passive(words, verb):
        return next((c for c in _held(words, verb, "obl") if marker(words, c) == "by"), None)
    found = _named_before_who(words, verb, start)
    if found is not None:
        return found
    if not _held(words, verb, "nsubj") and _goes_on(words, verb) and reports(words, verb) not in WITH_HEARER:
        found = _earlier_speaker(words, verb, start)
    if found is None:
        found = _heard(words, verb, start)
    if found is None:
        found = subject_of(words, verb)
    if words.low[verb].endswith("ing"):
        at = verb - (words.tokens[verb - 1].tag == "ADV")
        found = next((first for first, end in words.people if end == at), found)
        if not _set_off(words, verb):
            found = _shown(words, verb, start) or found
    if found is None and not marker(words, verb).endswith("to"):
        found = _subject_before(words, verb, start)
    if found is not None and words.low[found] in _NOBODY and words.tokens[found].tag != "NOUN":
        return None
    return found


def _named_before_who(words: Words, verb: int, start: int) -> int | None:
    """The head of the name right in front of the "who" that has the verb: "Kim and Ann Lee, who had called it …"."""
    at = verb - 1
    while at > start and words.tokens[at].tag in {"ADV", "AUX"}:
        at -= 1
    if at <= start or words.low[at] != "who":
        return None
    end = at - (words.low[at - 1] in {",", "-", "--"})
    name = next((n for n in words.people if n[1] == end and n[0] >= start), None)
    return None if name is None else next(i for i in range(*name) if not name[0] <= words.tokens[i].head < name[1])


def _goes_on(words: Words, verb: int) -> bool:
    """ "…, adding that", "… and said", "… but later added"."""
    at = verb - 1
    while at > 0 and words.tokens[at].tag in {"ADV", "AUX"}:
        at -= 1
    return at >= 0 and (words.low[at] in {"and", "but"} or _set_off(words, verb))


def _set_off(words: Words, verb: int) -> bool:
    """A participle behind a comma or a closing mark: it tells what the subject did besides."""
    return verb > 0 and words.low[verb].endswith("ing") and words.low[verb - 1] in {",", '"', "'"}


def _heard(words: Words, verb: int, start: int) -> int | None:
    """Who is heard or made to "say" something: a bare verb has the object in front of it for its subject."""
    if SAYING.get(words.low[verb]) != words.low[verb] or _held(words, verb, "nsubj", "aux", "cc"):
        return None
    if any(words.low[c] == "to" for c in _held(words, verb, "mark")):
        return None
    for i in range(verb - 1, start - 1, -1):
        if words.tokens[i].tag in {"VERB", "AUX", "PART"}:
            return None
        if words.tokens[i].label in {"obj", "iobj"}:
            return i
    return None


def _shown(words: Words, verb: int, start: int) -> int | None:
    """The pronoun of "a video of him on the bridge saying …"."""
    for i in range(verb - 1, start - 1, -1):
        if words.tokens[i].tag in {"VERB", "AUX"} or words.low[i] == ",":
            return None
        owner = words.tokens[i].label == "nmod" and not marker(words, i)
        if words.low[i] in {"him", "her", "them"} and not owner:
            return i
    return None


def _earlier_speaker(words: Words, verb: int, start: int) -> int | None:
    for i in range(verb - 1, start - 1, -1):
        if words.low[i] in SAYING and not words.low[i].endswith("ing") and reports(words, i):
            if not is_passive(words, i) and not (found := _held(words, i, "nsubj")):
                continue
            if not is_passive(words, i):
                return subject_of(words, i) if found else None
    return None


def _subject_before(words: Words, verb: int, start: int) -> int | None:
    """The nearest word in front that the tree takes for the subject of a verb that does not stand between."""
    for i in range(verb - 1, start - 1, -1):
        token = words.tokens[i]
        near = token.head < i or token.head >= verb or words.low[verb].endswith("ing")
        if token.label == "nsubj" and near and words.low[i] not in RELATIVE:
            return i
    beside = next((a for a, b in words.names if b == verb and start <= a), None)
    if beside is not None:
        return beside
    apart = [a for a, b in words.names if start <= a and b < verb and words.low[b] == ","]
    return next((i for i in reversed(apart) if words.tokens[i].label not in {"nmod", "obl", "obj", "conj"}), None)


def subject_of(words: Words, verb: int) -> int | None:
    """The head of the subject, the verb's own or one that it shares."""
    for _ in range(8):
        token = words.tokens[verb]
        own = _held(words, verb, "nsubj") or _mistaken(words, verb)
        if own:
            found = own[-1] if own[-1] < verb else own[0]
            relative = token.label == "acl" and words.low[found] in RELATIVE and found < verb
            return token.head if relative and token.head < found else found
        if token.head < 0:
            return None
        if token.label == "acl" and token.head < verb and marker(words, verb) not in _OF_THE_OBJECT:
            noun = words.tokens[token.head]
            told = noun.label == "obj" and words.low[token.head] in SPEECH_NOUNS
            told |= _set_off(words, verb)
            told |= noun.label == "obl" and marker(words, token.head) in _OF_TIME_AND_PLACE
            if not told and not marker(words, verb).endswith("to"):
                return token.head
            verb = token.head
            continue
        if token.label == "root":
            return None
        things = [c for c in _held(words, token.head, "obj", "iobj") if c < verb]
        behind = [c for c in _held(words, token.head, "nsubj") if token.head < c < verb]
        things = things or (behind if len(_held(words, token.head, "nsubj")) > 1 else [])
        if token.label == "xcomp" and things and words.low[verb] not in {"saying"}:
            return things[-1]
        if token.label == "advcl" and things and marker(words, verb) in _OF_THE_OBJECT:
            return things[-1]
        loose = token.label in {"parataxis", "dep"} and words.low[verb].endswith("ing")
        if not loose and token.label not in {"acl", "conj", "xcomp", "advcl"}:
            return None
        verb = token.head
    return None


def _mistaken(words: Words, verb: int) -> list[int]:
    """A name taken for an auxiliary: in "May called" no auxiliary can stand."""
    past = words.low[verb].endswith("ed") or words.low[verb] in {"said", "told", "wrote"}
    return [c for c in _held(words, verb, "aux") if past and words.tokens[c].text in {"May", "Will", "Can"}]


def phrase(words: Words, head: int) -> Range:
    """The range of words that names somebody: head, what stands beside it, names whole; a name between commas behind a
    phrase that holds none belongs to it ("his lawyer, Ann Lee")."""
    kept = _beside(words, head)
    first, end = head, head + 1
    while first - 1 in kept or _joins(words, first - 1, kept):
        first -= 1 if first - 1 in kept else 2
    while end in kept or _joins(words, end, kept):
        end += 1 if end in kept else 2
    for a, b in words.names:
        if a < end and first < b and not (a < first - 4 or b > end + 4):
            first, end = min(a, first), max(b, end)
    if words.tokens[head].tag != "PROPN":
        beside = (c for i in range(first, end) for c in words.hanging[i] if _also_named(words, c))
        name = next((c for c in beside if c >= end), None)
        if name is not None and (behind := phrase(words, name))[0] <= end + 1:
            end = behind[1]
    while (
        end < len(words.low) and end > head and words.low[end - 2] == "-" and words.tokens[end].tag in {"NOUN", "PROPN"}
    ):
        end += 1
    while end > head + 1 and (words.low[end - 1] in {"'s", "'", "-"} or words.tokens[end - 1].tag == "ADP"):
        end -= 1
    if end < len(words.low) and words.low[end] == "." and words.tokens[end].start == words.tokens[end - 1].end:
        end += _abbreviated(words, end)
    return first, end


def _also_named(words: Words, i: int) -> bool:
    """A name in apposition, also where the tree takes it for the second of several: "one of the two, Ann Lee"."""
    token = words.tokens[i]
    listed = any(words.low[c] in {"and", "or"} for k in (i, *words.hanging[token.head]) for c in words.hanging[k])
    joined = token.label == "conj" and words.low[i - 1] == "," and not listed
    return token.tag == "PROPN" and (token.label == "appos" or joined)


def _beside(words: Words, head: int) -> set[int]:
    """The word and what belongs to its phrase, at any depth."""
    kept = {head}
    queue = [head]
    while queue:
        at = queue.pop()
        for child in words.hanging[at]:
            label = words.tokens[child].label
            outer = at == head and label == "case" and child < head
            close = label in {"case", "cc", "advmod"} and not outer and at != head
            apart = label == "appos" and abs(child - at) > 1 and "," in words.low[min(child, at) : max(child, at)]
            near = label == "appos" and not apart
            plural = label == "case" and words.low[child] in {"'s", "'"}
            dated = label == "nmod" and marker(words, child) in _OF_TIME_AND_PLACE and _is_day(words, child)
            joined = label == "conj" and words.tokens[child].tag in {"NOUN", "PROPN", "PRON"}
            if dated or (label == "conj" and not joined):
                continue
            if label not in _BESIDE or close or near or plural:
                kept.add(child)
                queue.append(child)
    return kept


def _is_day(words: Words, i: int) -> bool:
    """ "On Monday", "on July 20"."""
    return words.low[i].endswith("day") or any(words.tokens[c].tag == "NUM" for c in words.hanging[i])


def _joins(words: Words, i: int, kept: set[int]) -> bool:
    """A mark within a phrase: that of an abbreviation or a firm, and a hyphen whatever the tree makes of its words."""
    if not 0 < i < len(words.low) - 1:
        return False
    glued = words.tokens[i - 1].end == words.tokens[i].start and words.tokens[i].end == words.tokens[i + 1].start
    return (words.low[i] == "-" and glued) or (words.low[i] in {".", "&"} and (i - 1 in kept and i + 1 in kept))


def _abbreviated(words: Words, stop: int) -> bool:
    """A stop that closes an abbreviation and not the sentence: "Lee Jr. said"."""
    return stop + 1 < len(words.low) and words.tokens[stop].head >= 0 and words.tokens[stop + 1].text[0].islower()


def topmost(words: Words, i: int, stop: int) -> int | None:
    """The noun at or above a word that opens a noun phrase, as long as nothing but its own words stands between."""
    while i < (head := words.tokens[i].head) < stop and words.tokens[head].tag in NOMINAL:
        if any(words.tokens[k].tag not in _WITHIN or words.low[k] == "," for k in range(i + 1, head)):
            break
        i = head
    return i if words.tokens[i].tag in NOMINAL else None


def leading(words: Words, held: Sequence[int]) -> int | None:
    """The head of the subject of the main clause among words in a row."""
    inside = set(held)
    top = [i for i in held if words.tokens[i].head not in inside and words.tokens[i].label != "punct"]
    for i in top:
        found = subject_of(words, i)
        if found is not None and found in inside:
            return found
    return next((i for i in held if words.tokens[i].label == "nsubj"), None)
