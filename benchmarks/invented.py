"""An invented pile of any size: the same reports for the same seed, made one at a time, out of nothing but this file.

Happenings of ten kinds, each with a place, persons and figures of its own, told by one to a dozen outlets in words of
their own; and what makes a pile hard: one agency's text printed by many with other cuts, reports taken over with edits,
excerpts, bulletins that are the same every day but for their figures (a happening each), second happenings of one
place and kind a fortnight later, and reports that nobody else has. So many reports come a day as `DAILY` says, so a
larger pile is a longer one. The happening of a report is the first part of its path.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from rashomon.model import Document, Span

DAILY = 2_740
"""Reports a day: a million a year."""
_FIRST = date(2021, 3, 1)
_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh sk st t th tr v w z".split()
_VOWELS = "a e i o u ai au ea ei ia ie oa oo ou".split()
_ENDS = "ck ld m n nd ng r rd rn s ss st t th x".split()
_TOWNS = "bury field ford ham haven holm mouth port stead ton ville wick worth".split()
_ROLES = "minister mayor chief spokeswoman director chairman union leader coroner inspector engineer judge".split()
_BODIES = "council ministry police fire service harbour authority court rail operator hospital board union".split()
_WHO = (
    "residents,drivers,officials,witnesses,neighbours,volunteers,engineers,relatives,shopkeepers,commuters,farmers,"
    "teachers,medics,lawyers,campaigners,analysts,councillors,sailors,students,pensioners"
).split(",")
_DID = (
    "described,questioned,recalled,welcomed,criticised,watched,photographed,reported,discussed,feared,expected,doubted,"
    "praised,noticed,followed,supported,rejected,studied,remembered,examined"
).split(",")
_KINDS_OF = (
    "old new late early narrow broad empty crowded broken hidden missing public private quiet loud damp bright heavy "
    "light rough calm steep shallow costly cheap former second distant modest sudden slow rapid uneven sober bitter "
    "fragile faded spare rusty painted wooden concrete tidy careless formal brief lengthy earnest awkward plain odd"
).split()
_THINGS = (
    "promise warning delay rule road wall bridge signal paper inquiry margin platform plan roof hall car door gate "
    "fence barrier lamp ladder bench garden orchard meadow cellar stair corridor kitchen window chimney engine pump "
    "pipe cable tank barrel crate wagon tractor boat anchor net rope sail mast ticket letter notice poster ledger "
    "budget loan contract permit survey map photograph recording speech answer question silence rumour meeting vote "
    "ballot banner uniform badge whistle drum market station harbour school church mill depot square quay tower"
).split()
_NEAR = "near by outside behind along beside above beneath".split()
_WHEN = (
    "at first light,late in the evening,before noon,after a short meeting,within the hour,during the night,"
    "shortly after midnight,on the way home,for most of the day,as rain set in,once the doors opened,without notice"
).split(",")
_KINDS = (  # a headline, then three ways to tell it, with place, person, role, body and figures
    (
        "Fire at {place} warehouse",
        "A fire at a warehouse in {place} left {n} people injured, the {place} {body} said",
        "Flames tore through a storage hall in {place}, hurting {n}, said {role} {person}",
        "{n} workers from {place} were taken to hospital when their depot burned down",
    ),
    (
        "Floods cut off {place}",
        "Floods cut off {place} and drove {m} people from home, the {body} said",
        "{m} residents of {place} had to leave as the river broke its banks",
        "Rising water in {place} forced {m} out of their houses, {role} {person} said",
    ),
    (
        "{person} wins {place} vote",
        "{person} won the vote in {place} by {n} points, the {body} announced",
        "Voters in {place} chose {person}, who led by {n} points in the count",
        "{place} has elected {person} with a lead of {n} points over {m} ballots",
    ),
    (
        "Strike halts trains in {place}",
        "A strike over pay halted {m} trains around {place}, the {body} said",
        "No trains ran in {place} as {person} offered staff {n} percent",
        "Drivers in {place} walked out when {person} refused {n} percent",
    ),
    (
        "Plane comes down near {place}",
        "A small plane came down near {place} with {n} on board, the {body} said",
        "{n} people left {place} in the light aircraft that crashed outside the town",
        "Investigators are near {place}, where {n} went down with an aircraft, {person} said",
    ),
    (
        "{person} on trial in {place}",
        "{person} went on trial in {place} over {m} in missing funds, the {body} said",
        "A court in {place} began to hear {person}, accused of taking {m}",
        "Prosecutors in {place} say {person} hid {m} over {n} years",
    ),
    (
        "Quake shakes {place}",
        "An earthquake of {x} shook {place}, damaging {m} houses",
        "{m} homes around {place} were damaged by a tremor of {x}, the {body} said",
        "A tremor of {x} was felt across {place} and hurt {n}, {person} said",
    ),
    (
        "{place} plant to close",
        "The plant in {place} will close with the loss of {m} jobs, {role} {person} said",
        "{m} people in {place} will lose their work within {n} months, said {person}",
        "Owners of the {place} works confirmed {m} redundancies, blaming costs",
    ),
    (
        "Rescue off {place}",
        "{n} sailors were rescued off {place} after their ferry lost power, the {body} said",
        "A ferry off {place} was towed in with {m} passengers and a crew of {n}",
        "Lifeboats from {place} reached a ferry and took {n} off, {person} said",
    ),
    (
        "{place} hospital inquiry",
        "An inquiry in {place} found {n} deaths could have been avoided, {person} said",
        "{n} patients died in {place} for no reason, a report by {person} says",
        "Failings at {place} hospital cost {n} lives, says a study of {m} cases",
    ),
)
_BULLETINS = (
    ("{place} shares close", "{place} shares closed at {m}, {n} off the {x}"),
    ("Weather for {place}", "{place} has {n} degrees, winds of {x}, pressure of {m}"),
    ("{place} results", "{place} stands at {m} after round {n}, average {x}"),
)


def invented(count: int, seed: int = 1) -> Iterator[Document]:
    """So many reports, happening after happening."""
    random = Random(seed)
    made = happening = 0
    while made < count:
        day = made // DAILY
        happening += 1
        for number, (outlet, later, headline, body) in enumerate(_reports(random)):
            if made == count:
                return
            path = f"{happening:07d}/{number:03d}.txt"
            yield _document(path, outlet, _FIRST + timedelta(days=day + later), headline, body)
            made += 1


def _reports(random: Random) -> Iterator[tuple[str, int, str, list[str]]]:
    """The reports of one happening: outlet, days after, headline and sentences."""
    chance = random.random()
    if chance < 0.12:
        headline, line = random.choice(_BULLETINS)
        facts = _facts(random)
        said = [line.format(**facts), *(line.format(**_facts(random)) for _ in range(7))]
        yield _outlet(random), 0, headline.format(**facts), said
        return
    kind, facts = random.choice(_KINDS), _facts(random)
    if chance < 0.40:
        yield _told(random, kind, facts)
        return
    reports = [_told(random, kind, facts) for _ in range(min(12, 1 + int(random.expovariate(0.45))))]
    yield from reports
    if chance > 0.80:
        agency = _told(random, kind, facts)
        for _ in range(min(40, 2 + int(random.expovariate(0.4)))):
            yield _outlet(random), agency[1], agency[2], _cut(random, agency[3])
    elif chance > 0.65:
        outlet, later, headline, said = random.choice(reports)
        yield _outlet(random), later, headline, _edited(random, said)
    elif chance > 0.60:
        outlet, later, headline, said = random.choice(reports)
        yield _outlet(random), later, headline, said[:3]
    elif chance > 0.57:  # again, a fortnight later: another happening would have other figures
        again = {**_facts(random), "place": facts["place"], "body": facts["body"]}
        outlet, later, headline, said = _told(random, kind, again)
        yield outlet, later, headline, said


def _told(random: Random, kind: tuple[str, ...], facts: dict[str, str]) -> tuple[str, int, str, list[str]]:
    """One outlet's report in words of its own."""
    headline, *ways = kind
    first, second = random.sample(ways, 2)
    said = [first.format(**facts), *(_colour(random, facts) for _ in range(random.randint(1, 3)))]
    said.append(second.format(**facts))
    spoken = f"{random.choice(_DID)} {_thing(random)} and, {random.choice(_NEAR)} {_thing(random)}, {_thing(random)}"
    said.append(f"{facts['person']} {spoken}")
    said += [_colour(random, facts) for _ in range(random.randint(1, 3))]
    return _outlet(random), min(2, int(random.expovariate(1.2))), headline.format(**facts), said


def _colour(random: Random, facts: dict[str, str]) -> str:
    who, thing = random.choice(_WHO).capitalize(), _thing(random)
    if random.random() < 0.5:
        return f"{who} {random.choice(_DID)} {thing} {random.choice(_NEAR)} {_thing(random)} {random.choice(_WHEN)}"
    staff = f"{facts['body']} staff {random.choice(_DID)} {_thing(random)}"
    return f"{who} from {_name(random)} {random.choice(_DID)} {thing} while {staff}"


def _thing(random: Random) -> str:
    return f"the {random.choice(_KINDS_OF)} {random.choice(_THINGS)}"


def _cut(random: Random, said: list[str]) -> list[str]:
    """As papers print an agency's text: cut from the end, a sentence missing."""
    kept = said[: random.randint(max(3, len(said) - 3), len(said))]
    if random.random() < 0.3:
        kept = kept[:1] + kept[2:]
    return kept


def _edited(random: Random, said: list[str]) -> list[str]:
    """As somebody writes off another: words changed here and there, a sentence of his own."""
    words = [sentence.split() for sentence in said]
    for sentence in words:
        if random.random() < 0.4:
            sentence[random.randrange(len(sentence))] = random.choice(_WHO)
    return [*(" ".join(sentence) for sentence in words), _colour(random, {"body": random.choice(_BODIES)})]


def _facts(random: Random) -> dict[str, str]:
    return {
        "place": _place(random),
        "person": f"{_name(random)} {_name(random)}",
        "role": random.choice(_ROLES),
        "body": random.choice(_BODIES),
        "n": str(random.randint(2, 90)),
        "m": str(random.randint(100, 9999)),
        "x": f"{random.randint(20, 89) / 10}",
    }


def _place(random: Random) -> str:
    """A town: some hundreds of thousands there are, a few hundred of them much in the news."""
    town = Random(int(10 ** random.uniform(0, 5.5)))
    return _name(town) + town.choice(_TOWNS)


def _name(random: Random) -> str:
    parts = (random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(random.randint(1, 2)))
    return ("".join(parts) + random.choice(_ENDS)).capitalize()


def _outlet(random: Random) -> str:
    place = Random(random.randrange(400))
    return f"{_name(place)} {place.choice(('Courier', 'Herald', 'Observer', 'Post', 'Times', 'Tribune'))}"


def _document(path: str, outlet: str, day: date, headline: str, said: list[str]) -> Document:
    text = headline + "\n\n" + ".\n\n".join(said) + ".\n"
    digest = sha256(f"{path}\n{outlet}\n{text}".encode()).hexdigest()
    name = f"d-{digest[:12]}"
    return Document(
        id=name,
        path=path,
        sha256=digest,
        media_type="text/plain",
        text=text,
        headline=Span(name, 0, len(headline)),
        publisher=outlet,
        published=day.isoformat(),
        language="en",
    )
