"""Seats of power by their use: "at the Kremlin" is a building, "the Kremlin said" the government that sits there.

A seat is a place where somebody is, goes or leaves ("in the White House", "visited Downing Street"), where something
meets ("the Kremlin meeting", "the White House lawn") and where it lies in a town ("the Kremlin in Moscow"). Everywhere
else (it speaks, acts, owns, is spoken to) it is the government. Out of scope: capitals ("Moscow denied it").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicon.tables import places, seats
from rashomon.lexicon.verbs import lemma
from rashomon.model import Document, EntityKind, Mention, Token, Tree
from rashomon.syntax import children
from rashomon.text import cut

_AT = frozenset(
    "at inside outside near around behind across through into onto within beside opposite past down along off".split()
)
_MOVES = frozenset(
    "go come travel return walk drive fly arrive head march rush run welcome invite summon bring take escort move "
    "ride hurry lead emerge depart trip visit tour way invitation drop speech "
    "speeches remarks address broadcast".split()
)
"""Verbs and nouns after which "to" and "from" say where."""
_ENTERED = frozenset(
    "visit enter leave depart exit storm tour evacuate reach surround bomb shell vacate occupy".split()
)
_HELD = frozenset(
    "meeting meetings ceremony visit reception dinner lunch luncheon breakfast banquet summit event events tour lawn "
    "grounds gate gates garden gardens entrance steps hall room rooms wall walls fence complex compound building "
    "balcony corridor corridors basement driveway portico podium session gathering encounter audience".split()
)
"""What is held at a building or is a part of it."""


def by_use(document: Document, mentions: Sequence[Mention], trees: Sequence[Tree] = ()) -> list[Mention]:
    """The mentions, each seat of power a place or an organisation by its use where the sentence has a tree."""
    read = [tree for tree in trees if tree.tokens]
    starts = [tree.tokens[0].start for tree in read]
    found = []
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if cut(document, mention.span) in seats() and at >= 0 and read[at].tokens[-1].end >= mention.span.end:
            kind: EntityKind = "place" if _is_place(read[at].tokens, mention) else "organisation"
            mention = replace(mention, kind=kind, titles=())
        found.append(mention)
    return found


def _is_place(tokens: Sequence[Token], mention: Mention) -> bool:
    row = [i for i, token in enumerate(tokens) if token.start < mention.span.end and mention.span.start < token.end]
    heads = [i for i in row if tokens[i].head not in row]
    if len(heads) == 0:
        return False
    seat, hanging = heads[-1], children(tokens)
    head = tokens[tokens[seat].head] if tokens[seat].head >= 0 else None
    inside = {child for i in row for child in hanging[i] if child not in row}
    if any(_in_town(tokens, hanging, child) for child in inside):
        return True
    cases = {tokens[child].text.casefold() for child in inside if tokens[child].label == "case"}
    if head is None:
        return bool(cases & _AT)
    if cases & {"'s", "’s", "'", "’"}:
        return False
    if cases & _AT:
        return True
    word = head.text.casefold()
    if "of" in cases:
        return word in _HELD
    if "in" in cases:
        return head.tag in ("VERB", "AUX") or word in _HELD
    if cases & {"to", "from"}:
        return (lemma(word) or word) in _MOVES or word in _MOVES
    if tokens[seat].label in ("obj", "nsubj:pass"):
        return lemma(word) in _ENTERED
    return tokens[seat].label in ("compound", "amod", "nmod") and not cases and word in _HELD


def _in_town(tokens: Sequence[Token], hanging: Sequence[Sequence[int]], child: int) -> bool:
    """Whether a word behind the seat says in which town it lies."""
    near = any(tokens[i].text.casefold() == "in" and tokens[i].label == "case" for i in hanging[child])
    return near and tokens[child].label == "nmod" and tokens[child].text in places()
