"""The words for what a number counts, through the tree: "fishermen" in "three of the 12 fishermen", "killing" in
"killing four".

`counted` is the noun that the number stands with or takes a part of, with its compounds and adjectives; a word of fate
right after it is taken in, since "40 people injured" and "four people killed" do not count the same. Where a number has
no noun, `governing` is what it is the number of or what is done to so many: "a crew of six", "killing four", "the death
toll rose to 12". Without a tree it is the next word, unless that is a function word. Out of scope: what pronouns stand
for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.annotate.amounts import amount_of
from rashomon.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES
from rashomon.lexicon.measures import STATE_OF
from rashomon.lexicon.verbs import AUXILIARIES, lemma
from rashomon.model import Named, Token, Tree
from rashomon.syntax import children

Range = tuple[int, int]

_NOUNS = ("NOUN", "PROPN")
_PRONOUNS = ("PRON", "DET")
_AMOUNTS = ("NUM", "SYM", "NOUN", "PROPN", "ADJ", "X", "DET")
_WITHIN = ("compound", "amod", "flat", "advmod", "punct", "goeswith", "conj", "cc", "nmod")
_OPENING = ("DET", "NUM", "PRON", "ADP", "AUX", "PUNCT", "CCONJ", "PART", "SCONJ")
_MONEY_FOR = ("of", "in", "on", "for", "worth")
_TOTALS = frozenset("number total count tally figure percentage share proportion".split())
_SCALES = frozenset("toll tally count number total".split())
_MORE = ("more", "additional", "further", "extra")
_LEVELS = ("to", "at", "from", "as")
_DEEDS = frozenset("die perish flee survive disappear".split())
_FUNCTION = frozenset((*CONJUNCTIONS, *DETERMINERS, *PREPOSITIONS, *RELATIVES, *AUXILIARIES))
_NEXT_WORD = re.compile(r"[ -](?:of (?:the )?)?([^\W\d_]\w*)")


class Sight(NamedTuple):
    """A levelled sentence, its words with places that count from its start, what hangs on each, the names."""

    text: str
    tokens: Sequence[Token] = ()
    hanging: Sequence[Sequence[int]] = ()
    names: Sequence[Named] = ()


def sight_of(text: str, tree: Tree | None, start: int) -> Sight:
    """The sentence `text`, which begins at `start` of its document, with its tree if it has one."""
    if tree is None:
        return Sight(text)
    tokens = [token._replace(start=token.start - start, end=token.end - start) for token in tree.tokens]
    return Sight(text, tokens, children(tokens), tree.names)


def counted(sight: Sight, start: int, end: int) -> Range | None:
    """The range of the noun phrase that the number from `start` to `end` counts, None where it has none of its own."""
    if not sight.tokens:
        return _next_word(sight.text, end)
    inside = _inside(sight, start, end)
    if not inside:
        return None
    whole = _whole(sight, inside)
    noun = whole if whole is not None else _noun_behind(sight, _top(sight, inside), end)
    if noun is not None:
        paid = any(sight.tokens[i].tag == "SYM" and sight.tokens[i].text != "-" for i in inside) and _is_person(
            sight, noun
        )
        return None if paid or sight.tokens[noun].tag in _PRONOUNS else _phrase(sight, noun, end)
    behind = next((i for i, token in enumerate(sight.tokens) if token.start >= end), None)
    if behind is None or not _is_fate(sight, behind):
        return None
    last = _noun_behind(sight, behind, sight.tokens[behind].end)
    return sight.tokens[behind].start, sight.tokens[behind if last is None else last].end


def governing(sight: Sight, start: int, end: int) -> Range | None:
    """The range of the words that say what a number without a noun counts."""
    inside = _inside(sight, start, end)
    if not inside:
        return None
    tokens, top = sight.tokens, _top(sight, inside)
    head, plain = tokens[top].head, tokens[top].tag != "SYM" and amount_of(tokens[top].text) is not None
    before = next((i for i in range(top - 1, -1, -1) if tokens[i].end <= start), -1)
    link = tokens[before].text.casefold() if before >= 0 else ""
    if link == "of" and not (plain and tokens[top].tag == "NOUN"):
        whose = before - 1 if tokens[before - 1].tag in _NOUNS else head
        named = (
            0 <= whose < top
            and tokens[before - 1].tag != "NUM"
            and tokens[whose].tag in _NOUNS
            and tokens[whose].text.casefold() not in _TOTALS
        )
        return _phrase(sight, whose, 0) if named else None
    for near in (before, head if tokens[top].label in ("obj", "iobj", "xcomp", "nsubj") else -1) if plain else ():
        if near >= 0 and state_in(tokens[near].text):
            return tokens[near].start, tokens[near].end
    linked = any(tokens[i].label == "cop" for i in sight.hanging[top])
    share = tokens[top].tag == "NOUN" or tokens[top].text == "%"
    unlinked = share and tokens[top].label == "obl" and all(tokens[i].label != "case" for i in sight.hanging[top])
    if linked or (head >= 0 and (link in _LEVELS or unlinked)):
        return _measured(sight, top, "") if linked else _measured(sight, head, link)
    return None


def takes_from(sight: Sight, start: int, end: int) -> bool:
    """Whether the number is a part of what a pronoun stands for ("seven of them"), or a subject by itself."""
    inside = _inside(sight, start, end)
    if not inside:
        return False
    whole = _whole(sight, inside)
    if whole is not None:
        return sight.tokens[whole].tag in _PRONOUNS
    after = next((token.tag for token in sight.tokens if token.start >= end), "")
    return sight.tokens[_top(sight, inside)].label == "nsubj" or after in ("VERB", "AUX")


def state_in(word: str) -> str | None:
    """The state of people or things that a word names ("killed": dead), if it names one."""
    form = word.casefold()
    return STATE_OF.get(lemma(form) or form) or STATE_OF.get(form) or STATE_OF.get(form.removesuffix("s"))


def _inside(sight: Sight, start: int, end: int) -> list[int]:
    """The words of a number's expression."""
    words = [i for i, token in enumerate(sight.tokens) if token.start < end and token.end > start]
    return [i for i in words if sight.tokens[i].tag in _AMOUNTS] or words[-1:]


def _top(sight: Sight, inside: Sequence[int]) -> int:
    """The word of a number's expression that the others hang on."""
    tops = [i for i in inside if sight.tokens[i].head not in inside] or inside
    return max(tops, key=lambda i: (sight.tokens[i].tag == "NUM", sight.tokens[i].tag == "SYM", i))


def _whole(sight: Sight, inside: Sequence[int]) -> int | None:
    """What the number takes a part of: the noun after "of" ("three of the 12 fishermen"), what money is paid for."""
    links = _MONEY_FOR if any(sight.tokens[i].tag == "SYM" for i in inside) else ("of",)
    behind = next((i for i in range(inside[-1] + 1, len(sight.tokens)) if sight.tokens[i].text != '"'), None)
    if behind is None or sight.tokens[behind].text.casefold() not in links:
        return None
    whole = sight.tokens[behind].head
    said = whole > behind and (state_in(sight.tokens[whole].text) or sight.tokens[whole].text.endswith("ing"))
    if whole > behind and (said or sight.tokens[whole].tag in (*_NOUNS, *_PRONOUNS)):
        return whole
    known = sight.tokens[behind + 1].tag == "NUM" if behind + 1 < len(sight.tokens) else False
    return _noun_behind(sight, behind + 1 if known else behind, sight.tokens[behind + known].end)


def _is_person(sight: Sight, word: int) -> bool:
    """Whether a word stands in a person's name: "the $40 Lee paid" is no price of Lee."""
    return any(name.first <= word < name.end and name.kind == "person" for name in sight.names)


def _noun_behind(sight: Sight, top: int, end: int) -> int | None:
    """The noun that ends the unbroken run of adjectives and nouns behind a number; the tree says which where it can."""
    tokens, run = sight.tokens, []
    first = next((i for i, token in enumerate(tokens) if token.start >= end), len(tokens))
    while first < len(tokens) and tokens[first].tag == "NUM" and tokens[top].tag != "NUM":
        first += 1
    for i in range(first, len(tokens)):
        plain = tokens[i].tag in ("ADJ", *_NOUNS) or tokens[i].text in ("-", '"')
        if not plain and not (tokens[i].tag in ("VERB", "ADV") and tokens[i].label in _WITHIN and tokens[i].head > i):
            break
        run.append(i)
    head, token = tokens[top].head, tokens[top]
    linked = token.tag != "NUM" and any(tokens[i].label == "case" for i in sight.hanging[top])
    if head in run and not linked and (tokens[head].tag in _NOUNS or (token.label == "nummod" and head == run[-1])):
        while tokens[head].label in _WITHIN and tokens[head].head in run and tokens[head].head > head:
            head = tokens[head].head
        return head
    if token.tag == "NOUN" or (token.label == "advmod" and tokens[head].tag == "VERB"):
        return None
    for i in run:
        inner = tokens[i].label in _WITHIN and tokens[i].head in run and tokens[i].head > i
        joined = i + 1 in run and tokens[i + 1].text == "-"
        if tokens[i].tag in _NOUNS and not inner and not joined:
            apart = tokens[i].label == "obl" and token.tag != "ADJ" and not tokens[i].text.endswith("s")
            return i if not apart or token.label == "nummod" else None
    return run[0] if run and tokens[run[0]].tag == "ADJ" and tokens[run[0]].text[0].isupper() else None


def _phrase(sight: Sight, noun: int, after: int) -> Range:
    """The noun from `after` on with its compounds and adjectives, the rest of a name, and a word of fate behind it."""
    tokens, first = sight.tokens, noun
    while first > 0 and tokens[first - 1].start >= after and _belongs(sight, first - 1, noun):
        first -= 1
    while first < noun and (tokens[first].tag in _OPENING or tokens[first].text.casefold() in _MORE):
        first += 1
    last = max((name.end - 1 for name in sight.names if name.first <= noun < name.end), default=noun)
    while last + 1 < len(tokens) and tokens[last + 1].label == "flat" and tokens[last + 1].head >= first:
        last += 1
    behind = last + 1
    if behind < len(tokens) and _is_fate(sight, behind) and tokens[behind].head == noun:
        last = behind
    return tokens[first].start, tokens[last].end


def _belongs(sight: Sight, word: int, noun: int) -> bool:
    """Whether a word before a noun is a compound or an adjective of it, within one, or joined by a hyphen."""
    tokens = sight.tokens
    if "-" in (tokens[word].text, tokens[word + 1].text):
        return tokens[word].end == tokens[word + 1].start
    if tokens[word].tag in ("DET", "NUM", "PRON", "ADP", "AUX", "VERB") and tokens[word].head != noun:
        return False
    while word != noun:
        if tokens[word].label not in _WITHIN or not word < tokens[word].head <= noun:
            return False
        word = tokens[word].head
    return True


def _is_fate(sight: Sight, word: int) -> bool:
    """Whether a word says what became of somebody ("dead", "wounded"), not what he did."""
    token = sight.tokens[word]
    deed = lemma(token.text.casefold()) in _DEEDS or any(sight.tokens[i].label == "obj" for i in sight.hanging[word])
    return token.tag in ("ADJ", "VERB", "NOUN") and state_in(token.text) is not None and not deed


def _measured(sight: Sight, head: int, link: str) -> Range | None:
    """What has the number: the noun on which it hangs, or the object of the verb, or else its subject ("the toll rose
    to 12", "they put the toll at 12"); of "the number of missing children" what it is the number of, and of "a rise in
    unemployment to 8 percent" what rose.
    """
    tokens = sight.tokens
    while tokens[head].tag == "NUM" and tokens[head].head >= 0 and link in _LEVELS:
        head = tokens[head].head
    noun: int | None = head
    if tokens[head].tag not in _NOUNS or link not in _LEVELS:
        sought = [i for label in ("obj", "nsubj") for i in sight.hanging[head] if tokens[i].label == label]
        noun = next((i for i in sought if tokens[i].tag == "NOUN"), None)
        scale = next((i for i in range(head - 1, -1, -1) if tokens[i].text.casefold() in _SCALES), noun)
        noun = scale if noun is None or link in _LEVELS else noun
    if noun is None:
        return None
    inner = ("of",) if tokens[noun].text.casefold() in _TOTALS else ("in",)
    for child in sight.hanging[noun]:
        case = next(
            (tokens[i].text.casefold() for i in sight.hanging[child] if tokens[i].label in ("case", "mark")), ""
        )
        if child > noun and case in inner:
            return _phrase(sight, child, 0)
    return _phrase(sight, noun, 0)


def _next_word(text: str, end: int) -> Range | None:
    found = _NEXT_WORD.match(text, end)
    return found.span(1) if found and found[1].casefold() not in _FUNCTION else None
