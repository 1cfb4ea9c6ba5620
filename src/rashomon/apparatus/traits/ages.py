"""Ages, as the days between which somebody was born: "Ana Lint, 53", "Lint is 53", "a 53-year-old nurse, Ana Lint".

An age is that of the day of publication; where its sentence speaks of another year it may be that of then. Two ages
exclude each other where no birthday fits both; where only a few days do, they hardly go together. Ages far apart are
those of namesakes, and compared by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.apparatus.traits.scene import Held, Scene, hosts_of, said_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.model import Date

SLACK = 3
"""Days by which the day of a report may lie beside that of its publication."""
ROOM = 31
"""Days: two ages of which the birthdays have no more room than this hardly go together."""
NAMESAKES = 15
"""Years from which on two ages are rather those of father and son."""
_OLDEST = 110
_STOPS = (",", ")", ".", ";", ":", "-", "--", "]")
_YEAR = 365.2425


def read_ages(scene: Scene, day: str | None, dates: Sequence[Date]) -> Iterator[Trait]:
    """The ages a sentence states; `day` is the day of publication, `dates` are those of the sentence."""
    for held in scene.held:
        if scene.kinds.get(held.entity) != "person":
            continue
        for word, then in _ages_of(scene, held):
            years = int(scene.tokens[word].text)
            bounds = _born(years, then, day, [d for d in dates if d.earliest and d.latest and d.kind == "date"])
            if bounds:
                yield Trait(held.entity, "age", str(years), scene.span(word, word), *bounds)


def clash_of_ages(one: Trait, other: Trait) -> Clash | None:
    """Whether two ages leave no birthday, or hardly any."""
    shared = min(one.high, other.high) - max(one.low, other.low)
    middles = abs(one.low + one.high - other.low - other.high) / 2
    if one.value == other.value or shared > ROOM or middles > NAMESAKES * _YEAR:
        return None
    why = f"two ages of one person: {_shown(one)} / {_shown(other)}"
    return Clash("contradiction" if shared <= 2 * SLACK else "tension", why)


def _shown(age: Trait) -> str:
    return f"born {age.label}" if age.label else age.value


def is_muddled(one: Trait, other: Trait) -> bool:
    """Whether two ages of one report cannot be of one person."""
    return one.value != other.value and min(one.high, other.high) < max(one.low, other.low)


def _born(years: int, then: bool, day: str | None, dates: Sequence[Date]) -> tuple[int, int] | None:
    """The first and the last day, as ordinals, on which somebody of an age can have been born."""
    spans = []
    published = date.fromisoformat(day[:10]).toordinal() if day else None
    if published is not None and not then:
        spans.append((published - SLACK, published + SLACK))
    for told in dates:
        first, last = (date.fromisoformat(str(d)).toordinal() for d in (told.earliest, told.latest))
        if last - first < 370 and (published is None or published - first > 200):
            spans.append((first, last))
    if not spans:
        return None
    low, high = min(a for a, _ in spans), max(b for _, b in spans)
    return round(low - (years + 1) * _YEAR), round(high - years * _YEAR)


def _ages_of(scene: Scene, held: Held) -> Iterator[tuple[int, bool]]:
    """The words that are ages of somebody, and whether they are of another time than the report's."""
    tokens = scene.tokens
    after = held.last + 1
    if held.named and after < len(tokens) and tokens[after].text in (",", "("):
        at = after + 1
        aged = at + 1 < len(tokens) and tokens[at].text.casefold() in ("aged", "age")
        at += aged
        if _is_age(scene, at) and (aged or at + 1 == len(tokens) or tokens[at + 1].text in _STOPS):
            hyphen = at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == tokens[at].end
            if not hyphen:
                yield at, False
    for host in dict.fromkeys((*hosts_of(scene, held), *(said.noun for said in said_of(scene, held)))):
        for child in scene.hanging[host]:
            if tokens[child].text.casefold() == "old" and child < host:
                number = _number_of_old(scene, child)
                if number is not None:
                    yield number, False
            elif tokens[child].text.casefold() == "aged" and child > host and _is_age(scene, child + 1):
                yield child + 1, False
    yield from _told(scene, held)


def _number_of_old(scene: Scene, old: int) -> int | None:
    """The number in "53-year-old"."""
    if old < 4 or [t.text for t in scene.tokens[old - 3 : old]] != ["-", "year", "-"]:
        return None
    return old - 4 if _is_age(scene, old - 4) else None


def _told(scene: Scene, held: Held) -> Iterator[tuple[int, bool]]:
    """ "She is 53", "she was 21 years old"."""
    tokens, head = scene.tokens, scene.tokens[held.head].head
    if tokens[held.head].label != "nsubj" or head < 0:
        return
    links = [tokens[i].text.casefold() for i in scene.hanging[head] if tokens[i].label == "cop"]
    negated = any(tokens[i].label in ("advmod", "aux") for i in scene.hanging[head] if tokens[i].tag in ("PART", "AUX"))
    number = next((i for i in range(held.last + 1, min(len(tokens), head + 1)) if _is_age(scene, i)), None)
    if not links or negated or number is None:
        return
    rest = [token.text.casefold() for token in tokens[number + 1 : number + 3]]
    alone = number == head and (not rest or not rest[0][0].isalnum() or rest[0] in ("when", "and", "at"))
    if alone or rest == ["years", "old"]:
        yield number, links[0] in ("was", "were")


def _is_age(scene: Scene, word: int) -> bool:
    text = scene.tokens[word].text if 0 <= word < len(scene.tokens) else ""
    return text.isascii() and text.isdigit() and 0 < int(text) <= _OLDEST
