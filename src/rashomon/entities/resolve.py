"""All joins of one event in order: full names and things, stated aliases, bare names."""

from __future__ import annotations

from collections import Counter

from rashomon.entities.aliases import stated_aliases
from rashomon.entities.bearers import choose_bearer
from rashomon.entities.compare import compare
from rashomon.entities.decision import Decision
from rashomon.entities.heads import bare_head, choose_body, decision_for
from rashomon.entities.join import Joined, join_full
from rashomon.entities.kin import Kin
from rashomon.entities.spelling import given_likeness, plain
from rashomon.entities.units import Unit
from rashomon.model import Document


def resolve_units(documents: dict[str, Document], units: tuple[Unit, ...], kin: tuple[Kin, ...]) -> Joined:
    """The groups of units that are one entity, with the decisions behind them."""
    apart = [(link.relative, link.owner) for link in kin if link.owner is not None]
    apart += _generations(units, kin)
    full = frozenset(n for n, unit in enumerate(units) if unit.kind != "person" or unit.name.family)
    joined = join_full(units, apart, full)
    for a, b, decision in stated_aliases(documents, units):
        if (min(a, b), max(a, b)) not in {(min(p), max(p)) for p in apart}:
            _join(joined, a, b, decision)
    _join_heads(joined, units)
    by_unit = {link.relative: link for link in reversed(kin)}
    placed = set(full & {n for n, unit in enumerate(units) if unit.kind == "person"})
    bare = [n for n, unit in enumerate(units) if n not in full]
    bare.sort(key=lambda n: (-len(units[n].spans), units[n].first))
    waiting: list[int] = []
    for number in bare:
        choice = choose_bearer(number, units, joined.group, by_unit, frozenset(placed))
        if choice.bearer is not None and choice.decision is not None:
            _join(joined, number, choice.bearer, choice.decision)
        else:
            waiting.append(number)
            for other, decision in choice.unsure:
                joined.unsure[(min(number, other), max(number, other))] = decision
    _join_bare(joined, waiting, units)
    return joined


def _generations(units: tuple[Unit, ...], kin: tuple[Kin, ...]) -> list[tuple[int, int]]:
    """Pairs "Jo Marn Jr." and "Jo Marn" that are two people: one report names both and sets them apart by kinship
    or title.
    """
    relatives = {link.relative for link in kin}
    junior = [n for n, unit in enumerate(units) if unit.kind == "person" and unit.name.suffix in ("jr", "sr")]
    found: list[tuple[int, int]] = []
    for a in junior:
        namesakes = [
            n for n, u in enumerate(units) if u.kind == "person" and not u.name.suffix and _namesakes(units[a], u)
        ]
        elder = any(units[b].name.suffix == "sr" and _namesakes(units[a], units[b]) for b in junior)
        told = (
            (elder and units[a].name.suffix == "jr")
            or any(
                units[b].document == units[c].document
                and (b in relatives or compare(units[b], units[c]).judgement == "different")
                for b in namesakes
                for c in junior
                if _namesakes(units[a], units[c])
            )
            or any(_child_of_namesake(link, units) and _namesakes(units[a], units[link.relative]) for link in kin)
        )
        found.extend((a, b) for b in namesakes if told)
    return found


def _child_of_namesake(link: Kin, units: tuple[Unit, ...]) -> bool:
    """Whether a junior was introduced as the child of somebody with the bare family name."""
    if link.owner is None or not units[link.relative].name.suffix:
        return False
    owner = units[link.owner].name
    return bool(owner.single) and plain(owner.single) == plain(units[link.relative].name.family)


def _namesakes(a: Unit, b: Unit) -> bool:
    return plain(a.name.family) == plain(b.name.family) and any(
        given_likeness(x, y)[0] >= 0.9 for x in a.name.given for y in b.name.given
    )


def _join_heads(joined: Joined, units: tuple[Unit, ...]) -> None:
    """Bodies called by their head word alone ("the Institute")."""
    alone = Counter(joined.group)
    for number, unit in enumerate(units):
        if not bare_head(unit) or alone[joined.group[number]] > 1:
            continue
        body, several = choose_body(number, units, joined.group)
        if body is not None:
            _join(joined, number, body, decision_for(number, body, units))
        for other in several:
            joined.unsure[(min(number, other), max(number, other))] = Decision("unsure", 0.4, "several with this head")


def _join_bare(joined: Joined, waiting: list[int], units: tuple[Unit, ...]) -> None:
    """Bare names nobody bears in full: the same word is the same person."""
    for index, a in enumerate(waiting):
        for b in waiting[index + 1 :]:
            left, right = units[a].name, units[b].name
            same = left.single.casefold() == right.single.casefold() and left.suffix == right.suffix
            clash = units[a].gender and units[b].gender and units[a].gender != units[b].gender
            if same and not clash and joined.group[a] != joined.group[b]:
                _join(joined, a, b, Decision("same", 0.9, "same single name"))


def _join(joined: Joined, a: int, b: int, decision: Decision) -> None:
    left, right = joined.group[a], joined.group[b]
    if left == right:
        return
    keep, drop = sorted((left, right))
    for number, group in enumerate(joined.group):
        if group == drop:
            joined.group[number] = keep
    joined.joins[(min(a, b), max(a, b))] = decision
