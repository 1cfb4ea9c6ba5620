"""Two names of organisations, places or other things compared: same, different or unsure, with the reason.

Each feature is a function of its own; the first that decides gives the reason: seats and wings, the same words, the
tables of known names, the same words in another order, acronyms, shortened forms, slips of spelling.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rashomon.annotate.name_kinds import MIXED
from rashomon.annotate.name_widened import wing_of
from rashomon.entities.decision import DIFFERENT, Decision
from rashomon.entities.spelling import likeness, plain
from rashomon.entities.units import LEGAL, Unit, peoples_of
from rashomon.lexicon.tables import countries, key, organisations, peoples, places, seats, words

_FILLERS = frozenset("of the for and & on in a de du des la le al".split()) | LEGAL
_GENERIC = frozenset(
    "river lake mount mt kibbutz strip city region group peninsula agency magazine newspaper festival news "
    "media".split()
)
_BODIES = frozenset("department service force company corporation organization association".split())
_CHAMBERS = frozenset("senate house commons lords parliament parliamentary congressional assembly".split())
_ONE_WORD = {
    "mt": "mount",
    "st": "saint",
    "subway": "metro",
    "underground": "metro",
    "tube": "metro",
    "dept": "department",
    "centre": "center",
    "labour": "labor",
    "defence": "defense",
    "theatre": "theater",
    "organisation": "organization",
    "harbour": "harbor",
}
_LEGAL_WORDS = frozenset(
    "corporation company co incorporated limited aktiengesellschaft liability llp lp jsc pjsc oao ooo ohg kg pte pty "
    "bhd berhad holding holdings srl spa".split()
)
"""Legal forms of companies written out, and further short ones: they close a name and may be left out."""
_DIRECTIONS = frozenset("north south east west northern southern eastern western new upper lower central".split())


def compare_things(a: Unit, b: Unit) -> Decision:
    """Judges two names that are no person's."""
    for feature in (
        _seat_and_government,
        _wings,
        _same_words,
        _same_known,
        _same_content,
        _same_acronym,
        _land_and_people,
        _shortened,
        _misspelt,
    ):
        decision = feature(a, b)
        if decision is not None:
            return decision
    return DIFFERENT


def _seat_and_government(a: Unit, b: Unit) -> Decision | None:
    """A building by which a government is called is not the government ("at the Kremlin", "the Kremlin said")."""
    if a.kind != b.kind and {a.kind, b.kind} == {"organisation", "place"} and a.form in seats() and b.form in seats():
        return Decision("different", 0.0, "the building and those who govern from it")
    return None


def _wings(a: Unit, b: Unit) -> Decision | None:
    """A wing is not its organisation; two wings are one where they are the same side of the same organisation."""
    left, right = wing_of(a.form), wing_of(b.form)
    if left is None and right is None:
        return None
    if left is None or right is None:
        return Decision("different", 0.0, "an organisation and its wing")
    if left[1] != right[1]:
        return Decision("different", 0.0, "two wings")
    same = _whole(left[0]) == _whole(right[0])
    return Decision("same", 0.9, "the same wing of one organisation") if same else None


def _land_and_people(a: Unit, b: Unit) -> Decision | None:
    """A land that no table knows and the word for its people."""
    if a.kind == b.kind == "place" and (a.form in peoples_of(b.form) or b.form in peoples_of(a.form)):
        return Decision("same", 0.9, "a land and the word for its people")
    return None


def _whole(name: str) -> str:
    return organisations().get(name) or bare(name)


def _same_words(a: Unit, b: Unit) -> Decision | None:
    return Decision("same", 1.0, "same words") if bare(a.form) == bare(b.form) else None


def bare(form: str) -> str:
    """A name folded, without article, stops and hyphens."""
    return key(form).removeprefix("the ").replace(".", "").replace("-", " ")


def canonical(unit: Unit) -> str:
    """A key of the name under which the tables know it, else of its bare form."""
    form = unit.form
    table = places().get(form) or organisations().get(form) or _folded_tables(form)
    return "k:" + (table or bare(form))


def _folded_tables(form: str) -> str | None:
    if not form.isupper() or len(form) < 4:
        return None
    title = form.title()
    return places().get(title) or organisations().get(title)


def _same_known(a: Unit, b: Unit) -> Decision | None:
    if canonical(a) == canonical(b):
        return Decision("same", 0.97, "known names of one thing")
    left, right = canonical(a), canonical(b)
    if left[2:] in _known() and right[2:] in _known():
        return Decision("different", 0.0, "known as two things")
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(places().values()) | frozenset(organisations().values())


@lru_cache(maxsize=4096)
def content(form: str) -> tuple[str, ...]:
    """The words that carry a name: without fillers, peoples as their country, singular."""
    parts = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*\.?", form)
    found: list[str] = []
    at = 0
    while at < len(parts):
        length, country = _country_at(parts, at)
        name = parts[at]
        plainer = plain(country or parts[at].replace(".", "")).replace(" ", "")
        plainer = _ONE_WORD.get(plainer, plainer)
        at += length
        if plainer and (plainer not in _FILLERS or name == "LA"):
            found.append(plainer if country else _singular(plainer))
    while len(found) > 1 and found[-1] in _LEGAL_WORDS:
        found.pop()
    return tuple(found)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural and len(word) > 4 else word


def _country_at(parts: list[str], at: int) -> tuple[int, str]:
    """How many words from `at` on name a country, its people or a place of several words, and which; else 1 and ''."""
    for length in (3, 2, 1):
        name = " ".join(parts[at : at + length])
        country = places().get(name) or peoples().get(key(name)) or ""
        if length > 1 and not country and places().get(name + "s") in countries():
            country = places()[name + "s"]
        if (country in countries() or (country and length > 1)) and len(parts) - at >= length:
            return length, country
    return 1, ""


def _same_content(a: Unit, b: Unit) -> Decision | None:
    left, right = content(a.form), content(b.form)
    if left == right and bare(a.form) != bare(b.form) and "place" not in (a.kind, b.kind) and _in_law(a, b):
        return Decision("same", 0.93, "legal form left out")
    if "".join(left) == "".join(right) and len(left) != len(right) and len("".join(left)) > 3:
        return Decision("same", 0.9, "written together")
    if len(left) > 1 and sorted(left) == sorted(right):
        return Decision("same", 0.93, "same words in another order")
    return None


def _in_law(a: Unit, b: Unit) -> bool:
    """Whether one of two forms closes with the legal form of a company."""
    return any(plain(unit.form.split()[-1]).strip(".") in LEGAL | _LEGAL_WORDS for unit in (a, b) if " " in unit.form)


def acronym_letters(form: str) -> str:
    """The letters of an acronym ("F.B.I." is "fbi"), '' for anything else."""
    letters = form.replace(".", "")
    if MIXED.fullmatch(letters):
        letters = letters.upper()
    return letters.casefold() if letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 7 else ""


def initials_of(form: str) -> frozenset[str]:
    """The acronyms a name of several words may have: with and without its small words."""
    parts = re.findall(r"[^\W_]+", form)
    if len(parts) < 2:
        return frozenset()
    every = "".join(part[0] for part in parts).casefold()
    capital = "".join(part[0] for part in parts if part[0].isupper()).casefold()
    return frozenset(x for x in (every, capital) if len(x) >= 2)


def _same_acronym(a: Unit, b: Unit) -> Decision | None:
    for short, long in ((a, b), (b, a)):
        letters = acronym_letters(short.form)
        known = short.form in places() or short.form in organisations()
        if letters and not known and letters in initials_of(long.form):
            if len(letters) >= 3 or a.document == b.document:
                return Decision("same", 0.85, "acronym")
            return Decision("unsure", 0.5, "acronym of two letters")
    return None


def _shortened(a: Unit, b: Unit) -> Decision | None:
    """One form is the other without a generic word, a country, or the rest of the name."""
    short, long = sorted((a, b), key=lambda unit: (len(content(unit.form)), unit.first))
    few, many = content(short.form), content(long.form)
    if "place" not in (short.kind, long.kind) and len(few) > 1 and many[0] in _countries() and few[0] != many[0]:
        many = many[1:]
        if few == many:
            return Decision("same", 0.85, "country or place left out")
    if not few or len(few) >= len(many) or any(word not in many for word in few):
        return None
    if many == (*few, "family") and short.kind == long.kind == "organisation":
        return Decision("same", 0.9, "a family by its plural name")
    if many == (*few, "party") and short.kind == long.kind == "organisation":
        return Decision("same", 0.8, "a party by its name alone")
    if _of_body(short, long):
        return Decision("same", 0.8, "the body it belongs to left out")
    extra = [word for word in many if word not in few]
    last = key(short.form.split()[-1])
    headed = few[-1] == many[-1]
    together = short.document == long.document
    known = short.form in organisations()
    paper = last in words("organisations", "paper") and not known
    if together and headed and len(few) == 1 and paper and long.kind != "place":
        return Decision("same", 0.8, "newspaper by its last word")
    if any(word in _DIRECTIONS for word in extra):
        return None
    if all(word in _GENERIC for word in extra) and not (
        short.form in places() and peoples().get(key(long.form.split()[0]))
    ):
        return Decision("same", 0.88, "generic word left out")
    if _is_place(short) or _is_place(long) or "place" in (short.kind, long.kind):
        return None
    around = _lands() if organisations().get(short.form, "").endswith(" Party") else _somewhere()
    placed = all(word in around for word in extra) and many[-len(few) :] == few
    if placed and (known or last in words("organisations", "head") or long.kind == "organisation"):
        return Decision("same", 0.85, "country or place left out")
    if headed and len(few) > 1 and all(word in _CHAMBERS for word in extra):
        return Decision("same", 0.75, "chamber left out")
    if headed and (len(few) >= 3 or (len(few) == 2 and few[0] == many[0])):
        return Decision("same", 0.75, "word left out")
    if len(few) >= 2 and many[: len(few)] == few and all(word in _BODIES for word in extra):
        return Decision("same", 0.75, "last word left out")
    closing = all(word in words("organisations", "head") for word in extra)
    if together and many[: len(few)] == few and closing and not known:
        return Decision("same", 0.75, "last word left out")
    return None


@cache
def _somewhere() -> frozenset[str]:
    return frozenset(plain(name).replace(" ", "") for name in places())


@cache
def _countries() -> frozenset[str]:
    """Countries as `content` writes them."""
    return frozenset(plain(name).replace(" ", "") for name in countries())


@cache
def _lands() -> frozenset[str]:
    return frozenset(plain(name).replace(" ", "") for name in places() if places()[name] in countries())


def _of_body(short: Unit, long: Unit) -> bool:
    """Whether the longer name opens with a known body and goes on with the shorter one, of several words."""
    parts = long.form.split()
    few = content(short.form)
    opened = (at for at in range(1, len(parts)) if " ".join(parts[:at]) in organisations())
    return len(few) > 1 and any(content(" ".join(parts[at:])) == few for at in opened)


def _is_place(unit: Unit) -> bool:
    """Whether the tables or its last word make the form a place, whatever its sentence suggested."""
    last = key(unit.form.split()[-1])
    return unit.form in places() or (last in words("places", "head") and last not in words("organisations", "head"))


def _misspelt(a: Unit, b: Unit) -> Decision | None:
    left, right = content(a.form), content(b.form)
    if len(left) != len(right) or len("".join(left)) < 7:
        return None
    scores = [likeness(x, y)[0] for x, y in zip(left, right, strict=True)]
    if min(scores) >= 0.95 or (min(scores) >= 0.9 and len(left) > 1):
        return Decision("same", round(min(scores) * 0.9, 2), "spelling")
    return Decision("unsure", 0.5, "spelling") if min(scores) >= 0.75 and len(left) > 1 else None
