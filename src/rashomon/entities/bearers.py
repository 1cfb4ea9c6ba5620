"""Bare names given to their bearers: "Marn", "Mrs Moor" or "Tom" to one of the people named in full.

First the people of the same document, then those of the event. A bare family name goes to the bearer introduced first
who was not introduced as somebody's relative, and whose gender fits; a bare given name to the one bearer who has it.
Where two remain, the link is unsure and nothing is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.entities.decision import Decision
from rashomon.entities.kin import Kin
from rashomon.entities.offices import office_of
from rashomon.entities.spelling import family, given_likeness, likeness, plain, without_article
from rashomon.entities.units import Unit, gender_in_titles
from rashomon.lexicon.tables import given_names, words


class Choice(NamedTuple):
    """For a bare unit: the unit of its bearer with the decision, or the unsure candidates."""

    bearer: int | None
    decision: Decision | None
    unsure: tuple[tuple[int, Decision], ...] = ()


def choose_bearer(
    number: int, units: Sequence[Unit], group: Sequence[int], kin: Mapping[int, Kin], placed: frozenset[int]
) -> Choice:
    """The bearer of a bare name among the units in `placed` (full names, and bare ones given before)."""
    unit = units[number]
    for same_document in (True, False):
        near = [n for n in sorted(placed) if (units[n].document == unit.document) == same_document or not same_document]
        by_family = _scored(number, near, units, group, kin, _family_score)
        if by_family and same_document and _introduced_late(number, by_family, units, group):
            continue
        if by_family and _rather_given(number, by_family, near, units):
            by_family = []
        if by_family:
            return _first(by_family, units, kin, same_document, group, number)
        by_given = _scored(number, near, units, group, kin, _given_score)
        if by_given:
            return _only(by_given, units, group, same_document, kin, number)
    return Choice(None, None)


def _rather_given(
    number: int, found: Sequence[tuple[float, str, int]], near: Sequence[int], units: Sequence[Unit]
) -> bool:
    """Whether a bare name is only like the family names there are, and the very given name of somebody ("Bella" is no
    Bell where there is a Bella), or a given name by the tables.
    """
    word = plain(units[number].name.single)
    if max(score for score, _, _ in found) >= 0.95 or not any("spelling" in why for _, why, _ in found):
        return False
    return word in given_names() or any(word in {plain(x) for x in units[n].name.given} for n in near)


def _introduced_late(
    number: int, found: Sequence[tuple[float, str, int]], units: Sequence[Unit], group: Sequence[int]
) -> bool:
    """Whether the bare name has a title and stood in the report before anybody of that name, while other reports
    know another bearer.
    """
    spans = units[number].spans
    late = len(spans) > 1 and all(spans[1] < units[n].first for _, _, n in found)
    groups = {group[n] for _, _, n in found}
    others = any(
        group[n] not in groups and _family_score(units[number], unit)[0] == 1.0
        for n, unit in enumerate(units)
        if unit.kind == "person" and unit.document != units[number].document
    )
    return late and bool(units[number].titles) and others


def _scored(
    number: int,
    near: Sequence[int],
    units: Sequence[Unit],
    group: Sequence[int],
    kin: Mapping[int, Kin],
    feature: Callable[[Unit, Unit], tuple[float, str]],
) -> list[tuple[float, str, int]]:
    found = []
    for n in near:
        score, why = feature(units[number], units[n])
        spelt = feature is _given_score and why not in ("given name: same spelling", "given name: nickname")
        far = feature is _family_score and score < 0.8 and why == "family name: spelling"
        if (spelt or far) and units[number].document == units[n].document:
            continue
        if score >= 0.7 and _fits(number, n, units, group, kin, feature is _family_score):
            found.append((score, why, n))
    return found


def _family_score(bare: Unit, full: Unit) -> tuple[float, str]:
    word = bare.name.single
    if not full.name.family:
        return 0.0, ""
    last = full.name.family.split()[-1]
    if plain(word) == plain(last) or plain(word) == plain(full.name.family):
        return 1.0, "family name"
    if plain(without_article(word)) == plain(without_article(last)):
        return 0.97, "family name without its article"
    score, why = likeness(word, last)
    if score >= 0.75:
        return score, f"family name: {why}"
    if bare.gender is None or bare.gender == full.gender:
        score, why = likeness(family(word), family(last))
        if score >= 0.95 and plain(word) == plain(family(word)):
            return score * 0.8, "family name: form for women and men"
    return 0.0, "different"


def _given_score(bare: Unit, full: Unit) -> tuple[float, str]:
    if not full.name.given:
        score, why = given_likeness(bare.name.single, full.name.single)
        return (score, f"given name: {why}") if len(plain(full.name.single)) > 1 else (0.0, "")
    best = (0.0, "different")
    for given in full.name.given:
        if len(plain(given)) > 1:
            score, why = given_likeness(bare.name.single, given)
            best = max(best, (score, f"given name: {why}"))
    return best


def _fits(
    number: int, n: int, units: Sequence[Unit], group: Sequence[int], kin: Mapping[int, Kin], by_family: bool
) -> bool:
    """Genders agree, and neither was introduced as the other's relative. A bare family name that is a given name
    elsewhere ("Kerry", "Clinton") shows no gender.
    """
    a, b = units[number], units[n]
    if a.name.suffix and a.name.suffix != b.name.suffix:
        return False
    gender = gender_in_titles(a) if by_family else a.gender
    if gender and b.gender and gender != b.gender:
        return False
    for one, other in ((number, n), (n, number)):
        link = kin.get(one)
        if link and link.owner is not None and group[link.owner] == group[other]:
            return False
    left, right = kin.get(number), kin.get(n)
    return not (left and right and left.kind != right.kind)


def _first(
    found: list[tuple[float, str, int]],
    units: Sequence[Unit],
    kin: Mapping[int, Kin],
    same_document: bool,
    group: Sequence[int],
    number: int,
) -> Choice:
    best = max(score for score, _, _ in found)
    exact = [item for item in found if item[0] == best]
    offices = _offices(number, units, group)
    exact = [item for item in exact if offices & _offices(item[2], units, group)] or exact
    weight: dict[int, int] = defaultdict(int)
    for _, _, n in exact:
        weight[group[n]] += len(units[n].spans)
    related = {group[n] for _, _, n in exact if n in kin}
    ranked = sorted(
        exact, key=lambda item: (group[item[2]] in related, *_rank(item[2], units, group, weight, same_document))
    )
    score, why, n = ranked[0]
    rivals = {group[m] for _, _, m in exact if group[m] not in related}
    others = max((size for other, size in weight.items() if other != group[n]), default=0)
    lost = not same_document and len(rivals) > 1 and weight[group[n]] < 3 * others
    if same_document and len(rivals) > 2:
        held = [item for item in ranked if _offices(item[2], units, group) & _leading()]
        if len({group[m] for _, _, m in held}) == 1:
            return Choice(held[0][2], Decision("same", round(score * 0.75, 2), f"{why}, alone in office"))
        heaviest = max(weight.items(), key=lambda item: item[1])
        lost = not held and (group[n] != heaviest[0] or heaviest[1] == sorted(weight.values())[-2])
    if lost:
        return Choice(
            None, None, tuple((m, Decision("unsure", 0.4, "several bearers of the name")) for _, _, m in exact[:3])
        )
    certain = round(score * (0.95 if same_document else 0.85) * (1.0 if len(rivals) <= 1 else 0.85), 2)
    return Choice(n, Decision("same", certain, why if len(rivals) <= 1 else f"{why}, introduced first"))


def _offices(number: int, units: Sequence[Unit], group: Sequence[int]) -> set[str]:
    """The offices that titles give the bearer of a unit, anywhere in the event."""
    titles = {text for n, unit in enumerate(units) if group[n] == group[number] for text, _ in unit.titles}
    return {office for text in titles if (office := office_of(text)) and not office.endswith(".") and len(office) > 3}


@cache
def _leading() -> frozenset[str]:
    """Offices of those whom reports call by their family name alone, whoever else bears it."""
    return words("titles", "front") | {"leader", "dictator", "congressman"}


def _rank(
    n: int, units: Sequence[Unit], group: Sequence[int], weight: Mapping[int, int], same_document: bool
) -> tuple[object, ...]:
    return (units[n].first,) if same_document else (-weight[group[n]], units[n].first)


def _only(
    found: list[tuple[float, str, int]],
    units: Sequence[Unit],
    group: Sequence[int],
    same_document: bool,
    kin: Mapping[int, Kin],
    number: int,
) -> Choice:
    best = max(score for score, _, _ in found)
    exact = [item for item in found if item[0] == best]
    groups = {group[n] for _, _, n in exact}
    link = kin.get(number)
    if len(groups) > 1 and link:
        alike = [item for item in exact if item[2] in kin and kin[item[2]].kind == link.kind]
        exact, groups = (alike, {group[n] for _, _, n in alike}) if alike else (exact, groups)
    if len(groups) > 1:
        return Choice(
            None, None, tuple((n, Decision("unsure", 0.4, "several bearers of the name")) for _, _, n in exact[:3])
        )
    score, why, n = exact[0]
    likely = score >= 0.95 or why == "given name: nickname"
    if not same_document and not link and not likely and not (units[number].gender and score >= 0.9):
        return Choice(None, None, ((n, Decision("unsure", 0.5, why)),))
    return Choice(n, Decision("same", round(score * (0.95 if same_document else 0.8), 2), why))
