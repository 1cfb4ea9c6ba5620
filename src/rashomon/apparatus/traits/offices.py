"""Offices: held or formerly held, which portfolio, which seat in a company, which rank.

"Mayor Ana Lint" beside "former mayor Ana Lint"; "finance minister" beside "fisheries minister"; "the chief executive"
beside "the chairman"; "Commodore" beside "Captain". Offices that people keep as a title when they have left them
("President", "Senator", "General") are only taken for held where they do not merely stand in front of the name. Two
offices may both be true of one person: what one report gives together is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.apparatus.traits.scene import FOLLOWING, LEAVING, Held, Said, Scene, phrase_before, said_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.entities.offices import office_of
from rashomon.lexicon.tables import key, kinship
from rashomon.model import Date

_FORMER = frozenset("former ex onetime ousted deposed erstwhile".split())
_OTHER_THAN_HELD = frozenset("then late retired acting interim elect designate incoming would-be next new".split())
_OTHER_THAN_HELD |= frozenset("deputy vice assistant associate honorary disgraced shadow".split())
_KEPT = frozenset(
    """
    president vice-president senator congressman governor ambassador judge justice secretary speaker chancellor general
    premier admiral colonel major captain commander commodore lieutenant sergeant doctor professor reverend sir lord
    lady king queen prince princess duke bishop archbishop cardinal pope coach father sheriff councilman officer
    assemblyman
    """.split()
) | {"prime minister", "vice president", "secretary of state", "attorney general", "chief justice"}
"""Titles kept for life, by courtesy or in memory."""
_NO_OFFICE = frozenset(
    """
    citizen national resident member victim witness suspect attacker gunman shooter survivor hostage prisoner detainee
    captive inmate neighbour neighbor colleague partner client tourist passenger pedestrian driver defendant convict
    killer murderer star model player fan lady husband student pupil champion contender candidate nominee
    """.split()
)
_ADDRESS = frozenset("mr mrs ms miss dr doctor sir lady lord".split())
_SEATS = {
    "chief executive": "chief executive",
    "chief executive officer": "chief executive",
    "ceo": "chief executive",
    "chairman": "chairman",
    "chair": "chairman",
    "chief financial officer": "finance chief",
    "cfo": "finance chief",
}
_RANKS = frozenset(
    """
    private corporal sergeant lieutenant captain major colonel brigadier general commodore admiral inspector
    superintendent constable
    """.split()
)
_RANKED = frozenset("detective chief rear vice staff lance major field petty".split())
_SHORT = {
    "capt": "captain",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "col": "colonel",
    "gen": "general",
    "maj": "major",
    "adm": "admiral",
    "cpl": "corporal",
    "insp": "inspector",
    "supt": "superintendent",
    "pc": "constable",
    "const": "constable",
    "brig": "brigadier",
    "det": "detective",
    "pvt": "private",
}
_PORTFOLIOS = frozenset(
    """
    finance foreign interior defence health education justice energy environment transport trade agriculture fisheries
    culture sports housing economy industry science tourism commerce immigration development information technology
    planning water mining business climate railways aviation intelligence labor treasury
    """.split()
)
_SPELT = {
    "defense": "defence",
    "sport": "sports",
    "home": "interior",
    "external": "foreign",
    "economics": "economy",
    "environmental": "environment",
    "labour": "labor",
    "farm": "agriculture",
    "fishery": "fisheries",
}
_COMPANY = ("chief executive", "chief executive officer", "ceo", "chairman", "president", "managing director")
_NEAR = 9


def read_offices(scene: Scene, dates: Sequence[Date]) -> Iterator[Trait]:
    """The offices a sentence gives to people; `dates` are those of the sentence."""
    published = (scene.document.published or "")[:4]
    past = any(d.latest and d.latest[:4] < published for d in dates)
    for held in scene.held:
        if scene.kinds.get(held.entity) != "person" or scene.is_spoken(held.first):
            continue
        for said in said_of(scene, held):
            first = phrase_before(scene, said.noun)
            words = [key(token.text) for token in scene.tokens[first : said.noun + 1]]
            before = [key(token.text) for token in scene.tokens[max(0, first - 2) : first]]
            words[:0] = before[1:] if before[1:] in (["former"], ["onetime"]) else []
            words[:0] = before[:1] if before in (["ex", "-"], ["one-time"]) else []
            words[:0] = [key(scene.tokens[i].text) for i in scene.hanging[said.noun] if i < first]
            yield from _held_or_left(scene, held, said, first, words, past)
            yield from _portfolio(scene, held, said, first, words)
            yield from _seat(scene, held, said, first, words)
            yield from _rank(scene, held, said, first, words)


def clash_of_offices(one: Trait, other: Trait) -> Clash | None:
    """Whether one office is held by one report and was held by the other."""
    if one.value == other.value or not _may_be_of_one(one, other):
        return None
    office = one.slot.split(":")[1]
    if office in ("executive", "leader", "head", "chief", "official") and not one.of & other.of:
        return None
    return Clash("contradiction", f"one office, held and formerly held: {one.label} / {other.label} ({office})")


def clash_of_portfolios(one: Trait, other: Trait) -> Clash | None:
    """Whether somebody has one portfolio by one report and another by the other."""
    if set(one.value.split()) & set(other.value.split()):
        return None
    return Clash("contradiction", f"two offices of one kind: {one.label} / {other.label}")


def clash_of_seats(one: Trait, other: Trait) -> Clash | None:
    """Whether somebody has one seat in a company by one report and another by the other, though nobody gives both."""
    if one.value == other.value or not _may_be_of_one(one, other):
        return None
    return Clash("tension", f"two offices in one company: {one.label} / {other.label}")


def clash_of_ranks(one: Trait, other: Trait) -> Clash | None:
    """Whether two ranks are none a longer word for the other."""
    ones, others = set(one.value.split()), set(other.value.split())
    if ones <= others or others <= ones:
        return None
    return Clash("tension", f"two ranks of one person: {one.label} / {other.label}")


def _may_be_of_one(one: Trait, other: Trait) -> bool:
    return not one.of or not other.of or bool(one.of & other.of)


def _held_or_left(
    scene: Scene, held: Held, said: Said, first: int, words: Sequence[str], past: bool
) -> Iterator[Trait]:
    """An office somebody holds or has left."""
    office = office_of(" ".join(words))
    office = _SHORT.get(office.strip("."), office) if office else None
    if office is None or office in _NO_OFFICE or office in kinship() or office.strip(".") in _ADDRESS:
        return
    verb = scene.tokens[scene.tokens[said.noun].head].text.casefold() if said.manner == "as" else ""
    if verb and _dismissed(scene, said) is not None:
        yield from _predecessor(scene, said, office)
        return
    label = " ".join(token.text for token in scene.tokens[first : said.noun + 1]).replace(" - ", "-").replace(" .", ".")
    span, of = scene.span(first, said.noun), _of(scene, held, first, said.noun)
    if _FORMER & set(words) or verb in LEAVING:
        label = label if _FORMER & set(words) else f"{verb} as {label}"
        yield Trait(held.entity, f"office:{office}", "former", span, label=label, of=of)
        return
    if _OTHER_THAN_HELD & set(words):
        return
    courtesy = said.manner == "front" and (office in _KEPT or past or not held.named)
    if said.manner in ("front", "apposition", "is") and not courtesy and not _is_bounded(scene, said.noun):
        yield Trait(held.entity, f"office:{office}", "held", span, label=label, of=of)
        if office in _COMPANY and of:
            yield Trait(held.entity, "office:executive", "held", span, label=label, of=of)


def _predecessor(scene: Scene, said: Said, office: str) -> Iterator[Trait]:
    """ "Lint, who followed Marn as mayor", "Lint dismissed him as mayor": the office is no longer his."""
    child = _dismissed(scene, said)
    before = scene.at(child) if child is not None else None
    verb = scene.tokens[said.noun].head
    above = next((i for i in scene.hanging[verb] if scene.tokens[i].label == "nsubj"), None)
    taker = scene.at(above) if above is not None else None
    if before and scene.kinds.get(before.entity) == "person" and not (taker and taker.entity == before.entity):
        words = scene.span(verb, said.noun)
        yield Trait(before.entity, f"office:{office}", "former", words, label=f"former {office}")


def _dismissed(scene: Scene, said: Said) -> int | None:
    """Whom the verb that says "as mayor" acts on."""
    verb = scene.tokens[said.noun].head
    if scene.tokens[verb].text.casefold() not in LEAVING | FOLLOWING:
        return None
    return next((i for i in scene.hanging[verb] if scene.tokens[i].label == "obj"), None)


def _is_bounded(scene: Scene, noun: int) -> bool:
    """Whether a time in the past bounds what a noun says ("mayor from 1991 to 1999", "envoy under President Lint")."""
    behind = [token.text.casefold() for token in scene.tokens[noun + 1 : noun + _NEAR]]
    clause = behind[: next((i for i, text in enumerate(behind) if text in (",", ";", ".")), len(behind))]
    return any(text in ("until", "under", "when") or (text.isdigit() and len(text) == 4) for text in clause)


def _portfolio(scene: Scene, held: Held, said: Said, first: int, words: Sequence[str]) -> Iterator[Trait]:
    """ "Finance minister", "minister for energy", as an office held now or just left."""
    if words[-1] not in ("minister", "secretary") or (_OTHER_THAN_HELD - {"deputy"} | _FORMER) & set(words):
        return
    verb = scene.tokens[scene.tokens[said.noun].head].text.casefold() if said.manner == "as" else ""
    if said.manner in ("was", "will") or (verb and verb not in LEAVING):
        return
    behind = [i for i in scene.hanging[said.noun] if scene.tokens[i].label == "nmod" and i > said.noun]
    spelt = [*words[:-1], *(key(scene.tokens[i].text) for i in behind)]
    field = {_SPELT.get(word, word) for word in spelt} & _PORTFOLIOS
    if field:
        rank = "deputy " if "deputy" in words else ""
        slot = f"portfolio:{rank}{words[-1]}:{'left' if verb else 'held'}"
        span = scene.span(first, said.noun)
        yield Trait(held.entity, slot, " ".join(sorted(field)), span, label=" ".join(words))


def _seat(scene: Scene, held: Held, said: Said, first: int, words: Sequence[str]) -> Iterator[Trait]:
    office = office_of(" ".join(words)) or ""
    seat = _SEATS.get(office)
    if seat is None or (_FORMER | _OTHER_THAN_HELD) & set(words) or said.manner in ("was", "will", "as"):
        return
    span = scene.span(first, said.noun)
    yield Trait(held.entity, "seat", seat, span, label=office, of=_of(scene, held, first, said.noun))


def _rank(scene: Scene, held: Held, said: Said, first: int, words: Sequence[str]) -> Iterator[Trait]:
    """A rank in front of a name."""
    office = (office_of(" ".join(words)) or "").split()
    rank = " ".join(_SHORT.get(word.strip("."), word.strip(".")) for word in office)
    if said.manner != "front" or not rank or not set(rank.split()) <= _RANKS | _RANKED or not held.named:
        return
    led = scene.tokens[said.noun - 1].text.casefold() if said.noun else ""
    if rank == "general" and led in ("attorney", "secretary", "surgeon", "solicitor", "inspector", "director"):
        return
    yield Trait(held.entity, "rank", rank, scene.span(said.noun, said.noun), label=rank)


def _of(scene: Scene, held: Held, first: int, noun: int) -> frozenset[str]:
    """The bodies and places an office is of."""
    inner = range(first, noun + 1)
    behind = [i for i in scene.hanging[noun] if i > noun and scene.tokens[i].label == "nmod"]
    return frozenset(
        other.entity
        for other in scene.held
        if other is not held
        and scene.kinds.get(other.entity) != "person"
        and (other.head in inner or other.head in behind)
    )
