"""Two units compared: same, different or unsure, with a score and the reason in fixed words.

Persons: family name, given names (spelling, transliteration, nicknames, initials), suffix, gender. Everything else is
compared in `things`. Each feature is a function of its own; the first that decides gives the reason.
"""

from __future__ import annotations

from rashomon.entities.decision import DIFFERENT, Decision
from rashomon.entities.spelling import (
    are_initials,
    bones,
    family,
    given_likeness,
    likeness,
    plain,
    sounded,
    without_article,
)
from rashomon.entities.things import acronym_letters, bare, canonical, compare_things, content, initials_of
from rashomon.entities.units import Unit, peoples_of
from rashomon.lexicon.tables import given_names, seats, words

_FATHERS = frozenset("bin ben ibn bint binti".split())
"""Words before the name of somebody's father."""


def compare(a: Unit, b: Unit) -> Decision:
    """Judges two units whose names are full (persons with given and family name, anything else)."""
    if "person" in (a.kind, b.kind):
        return _persons(a, b) if a.kind == b.kind else DIFFERENT
    return compare_things(a, b)


def keys(unit: Unit) -> frozenset[str]:
    """Blocking keys: units that `compare` can call the same or unsure share at least one."""
    if unit.kind == "person":
        if unit.name.family:
            last = without_article(unit.name.family.split()[-1])
            slip = f"s:{plain(unit.name.given[0])}:{plain(unit.name.family)[:1]}" if unit.name.given else ""
            soft = bones(f"h{last[1:]}") if plain(last).startswith("g") else ""
            return frozenset({bones(family(last)) or plain(unit.name.family), slip, soft} - {""})
        return frozenset({plain(unit.form)})
    found = {"b:" + bare(unit.form), canonical(unit)}
    found.add("j:" + "".join(content(unit.form)))
    found.update("b:" + bare(people) for people in peoples_of(unit.form))
    found.update("w:" + bones(word) for word in content(unit.form))
    letters = acronym_letters(unit.form)
    if letters:
        found.add("a:" + letters)
    found.update("a:" + initials for initials in initials_of(unit.form))
    return frozenset(found)


def rivals(a: Unit, b: Unit) -> bool:
    """Whether two units that are different must stay so even when a third is like both ("Arl Post", "Bex Post")."""
    seat = a.kind != b.kind and a.form in seats() and b.form in seats()
    return seat or a.kind == b.kind == "person" or (len(content(a.form)) > 1 and len(content(b.form)) > 1)


def _persons(a: Unit, b: Unit) -> Decision:
    if not (a.name.family and b.name.family):
        same = not a.name.family and not b.name.family and _single(a.form) == _single(b.form)
        return Decision("same", 0.9, "same single name") if same and not _genders_clash(a, b) else DIFFERENT
    family_score, family_why = _families(a, b)
    if family_score < 0.7 and _family_slip(a, b):
        family_score, family_why = 0.75, "a letter more or less"
    if family_score < 0.7:
        return DIFFERENT
    if _genders_clash(a, b):
        return Decision("different", 0.0, "one family, another gender")
    if _suffix_clash(a, b):
        return Decision("different", 0.0, "another generation")
    given_score, given_why = _given(a, b)
    if given_score < 0.7:
        return Decision("different", 0.0, "one family, another given name")
    if given_why == "spelling" and _both_known(a, b):
        return Decision("different", 0.0, "two given names in one report")
    middle = _middle_clash(a, b) if given_why != "another given name of the same bearer" else None
    if middle is not None:
        return middle
    score = round(family_score * given_score, 2)
    why = f"family name: {family_why}; given name: {given_why}"
    return Decision("same" if score >= 0.6 else "unsure", score, why)


def _single(form: str) -> str:
    """A name of one word as it is compared: in its own letters where they are not Latin."""
    letters = [c for c in form if c.isalpha()]
    return plain(form) if any(c.isascii() for c in letters) or not letters else form.casefold()


def _family_slip(a: Unit, b: Unit) -> bool:
    """Whether two reports write a long family name with a letter more or less, the given name being the same."""
    left, right = plain(a.name.family), plain(b.name.family)
    given = [plain(unit.name.given[0]) for unit in (a, b) if unit.name.given]
    if a.document == b.document or len(given) < 2 or given[0] != given[1] or len(given[0]) < 3:
        return False
    short, long = sorted((left, right), key=len)
    if len(short) < 6 or len(long) != len(short) + 1 or short[0] != long[0]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _families(a: Unit, b: Unit) -> tuple[float, str]:
    left, right = without_article(a.name.family), without_article(b.name.family)
    if plain(left) == plain(right):
        return 1.0, "same spelling"
    if _g_or_h(plain(left), plain(right)):
        return 0.85, "g or h"
    score, why = likeness(family(left.split()[-1]), family(right.split()[-1]))
    if score == 1.0:
        why = (
            "form for women and men" if plain(left) != plain(right) and len(left.split()) == len(right.split()) else why
        )
    return score, why


def _g_or_h(left: str, right: str) -> bool:
    """Whether two long names differ in what Slavic letter stands first: g by one language, h by another."""
    first = {left[:1], right[:1]} == {"g", "h"}
    return first and min(len(left), len(right)) >= 5 and sounded(left[1:]) == sounded(right[1:])


def _genders_clash(a: Unit, b: Unit) -> bool:
    return a.gender is not None and b.gender is not None and a.gender != b.gender


def _suffix_clash(a: Unit, b: Unit) -> bool:
    """Jr. and Sr.; Jr. and the same name without it under other titles; Sr. and numbers are left out at will."""
    if a.name.suffix == b.name.suffix:
        return False
    if a.name.suffix and b.name.suffix:
        return True
    left = {plain(title).split()[-1] for title, _ in a.titles if plain(title)}
    right = {plain(title).split()[-1] for title, _ in b.titles if plain(title)}
    if "jr" not in (a.name.suffix, b.name.suffix) and a.document != b.document:
        short, long = sorted(([plain(x) for x in unit.name.given] for unit in (a, b)), key=len)
        return not (left & right) and long[len(long) - len(short) :] != short
    return bool(left and right and not left & right)


def _both_known(a: Unit, b: Unit) -> bool:
    """Whether one report has both given names and the tables know both ("Dana Moor" and "Dina Moor" are two)."""
    left, right = plain(a.name.given[0]), plain(b.name.given[0])
    return a.document == b.document and left != right and left in given_names() and right in given_names()


def _middle_clash(a: Unit, b: Unit) -> Decision | None:
    """Two middle names that cannot be one: initials and fathers' names tell people apart, others leave it open."""
    left, right = _middle(a), _middle(b)
    if not left or not right or given_likeness(left, right)[0] >= 0.7 or plain(left)[0] == plain(right)[0]:
        return None
    short = min(len(plain(left)), len(plain(right))) <= 2
    others = [(left, b.name.given), (right, a.name.given)]
    if not short and any(given_likeness(x, y)[0] >= 0.7 for x, given in others for y in given if len(plain(y)) > 2):
        return None
    if short or _is_fathers(a, left) or _is_fathers(b, right):
        return Decision("different", 0.0, "another middle name")
    return Decision("unsure", 0.5, "another middle name")


def _middle(unit: Unit) -> str:
    """The first name between given and family name that is no particle, '' where there is none."""
    parts = unit.form.split()[1 : -len(unit.name.family.split())]
    kept = [part for part in parts if plain(part) and plain(part) in {plain(given) for given in unit.name.given[1:]}]
    return next((part for part in kept if plain(part) not in words("not_names", "particle") | _FATHERS), "")


def _is_fathers(unit: Unit, middle: str) -> bool:
    """Whether a middle name says whose child the bearer is ("Ivanovich", "bin Omar")."""
    before = plain(unit.form.partition(middle)[0].split()[-1]) if unit.form.partition(middle)[0].split() else ""
    return before in _FATHERS or plain(middle).endswith(("ovich", "evich", "ovna", "evna"))


def _given(a: Unit, b: Unit) -> tuple[float, str]:
    """The best pair of given names, unless the first names and the middle initials contradict."""
    pairs = [
        (given_likeness(x, y), x, y) for x in a.name.given for y in b.name.given if len(plain(x)) and len(plain(y))
    ]
    if not pairs:
        return 0.0, "different"
    if are_initials(a.name.given[0], b.name.given) or are_initials(b.name.given[0], a.name.given):
        return 0.8, "initials"
    first = given_likeness(a.name.given[0], b.name.given[0])
    if first[0] >= 0.7:
        return first
    if _short_form(a, b):
        return 0.8, "short form"
    if _one_letter_lost(a, b):
        return 0.75, "spelling"
    left, right = sorted((plain(unit.form).split() for unit in (a, b)), key=len)
    if len(left) > 1 and right[-len(left) :] == left:
        return 0.95, "the last words of the name"
    if a.document == b.document or {plain(x) for unit in (a, b) for x in unit.name.given} & _FATHERS:
        return 0.0, "different"
    best = max((score for (score, why), x, y in pairs if min(len(plain(x)), len(plain(y))) > 1), default=0.0)
    return (best * 0.95, "another given name of the same bearer") if best >= 0.9 else (0.0, "different")


def _short_form(a: Unit, b: Unit) -> bool:
    """Whether two reports write a given name that the tables do not know whole and cut short ("Tywon", "Ty")."""
    short, long = sorted((plain(a.name.given[0]), plain(b.name.given[0])), key=len)
    cut = 2 <= len(short) <= len(long) - 2 and long.startswith(short)
    return cut and long not in given_names() and a.document != b.document


def _one_letter_lost(a: Unit, b: Unit) -> bool:
    """Whether two reports write a given name with a letter more or less, and the tables do not know both."""
    left, right = plain(a.name.given[0]), plain(b.name.given[0])
    known = left in given_names() and right in given_names()
    if known or a.document == b.document or min(len(left), len(right)) < 5 or left[0] != right[0]:
        return False
    short, long = sorted((left, right), key=len)
    dropped = any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return len(long) == len(short) + 1 and dropped and long[-1] == short[-1]
