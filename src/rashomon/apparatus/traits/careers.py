"""When somebody was appointed, joined or was born, and since when he has held an office.

"She was named ambassador in March 2018" beside "in April 2018"; "mayor since 2014" beside "mayor since 2016". Only
dates of one act, to one office or body, are compared; people may be elected or confirmed more than once. A date of
birth is an age.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.apparatus.traits.scene import Scene, hosts_of, phrase_before, said_of
from rashomon.apparatus.traits.trait import Clash, Trait
from rashomon.entities.offices import office_of
from rashomon.model import Date

_ACTS = {
    "born": "born",
    "named": "appointed",
    "appointed": "appointed",
    "hired": "hired",
    "founded": "founded",
    "established": "founded",
    "joined": "joined",
    "ordained": "ordained",
    "knighted": "knighted",
}
_PASSIVE = ("appointed", "hired", "founded", "ordained", "knighted")
_ROUGHLY = 366
"""Days by which a time counted back from the report may be off."""
_BEFORE = ("since", "until", "before", "after", "by", "from", "till", "through")


def read_careers(scene: Scene, dates: Sequence[Date]) -> Iterator[Trait]:
    """The dates that a sentence gives to what became of people and bodies; `dates` are those of the sentence."""
    known = [d for d in dates if d.kind == "date" and d.earliest and d.latest]
    for held in scene.held if known else ():
        if scene.is_spoken(held.first):
            continue
        for host in hosts_of(scene, held):
            for verb in _verbs(scene, host):
                act, to = _act(scene, verb)
                for told in known:
                    if act and _of_verb(scene, verb, told):
                        slot = "age" if act == "born" else f"when:{act}:{to}"
                        yield _trait(scene, held.entity, slot, told)
        for said in said_of(scene, held):
            first = phrase_before(scene, said.noun)
            office = _office(scene, first, said.noun)
            for told in known:
                word = _word(scene, told)
                since = word and scene.tokens[word - 1].text.casefold() == "since"
                near = since and word and (word == said.noun + 2 or _hangs(scene, word, said.noun))
                if office and near and said.manner != "will":
                    yield _trait(scene, held.entity, f"when:since:{office}", told)


def clash_of_dates(one: Trait, other: Trait) -> Clash | None:
    """Whether two dates of one act lie apart."""
    if one.low <= other.high and other.low <= one.high:
        return None
    act = one.slot.split(":")[1].replace("since", "in office since")
    return Clash("contradiction", f"two dates of one act ({act}): {one.value} / {other.value}")


def _trait(scene: Scene, bearer: str, slot: str, told: Date) -> Trait:
    low, high = (date.fromisoformat(str(day)).toordinal() for day in (told.earliest, told.latest))
    text = scene.document.text[told.span.start : told.span.end]
    if text.endswith("ago"):
        low, high = low - _ROUGHLY, high + _ROUGHLY
    return Trait(bearer, slot, told.value or str(told.earliest), told.span, low, high, label=" ".join(text.split()))


def _verbs(scene: Scene, host: int) -> list[int]:
    """The verbs of which somebody is the subject, or that say more of him."""
    tokens = scene.tokens
    found = [tokens[host].head] if tokens[host].label == "nsubj" else []
    return [v for v in (*found, *(i for i in scene.hanging[host] if tokens[i].label == "acl")) if v >= 0]


def _act(scene: Scene, verb: int) -> tuple[str, str]:
    """What became of somebody by this verb, and to what office or body; '' for nothing that is compared."""
    tokens = scene.tokens
    act = _ACTS.get(tokens[verb].text.casefold(), "")
    if act == "born":
        return act, ""
    auxiliaries = {tokens[i].text.casefold() for i in scene.hanging[verb] if tokens[i].label in ("aux", "cop")}
    passive = bool(auxiliaries & {"was", "were", "been", "is"})
    if not act or (act in _PASSIVE) != passive or auxiliaries & {"not", "will", "would", "could", "may", "might"}:
        return "", ""
    if any(tokens[i].text.casefold() in ("not", "n't", "never") for i in scene.hanging[verb]):
        return "", ""
    if act == "joined":
        body = next((i for i in scene.hanging[verb] if tokens[i].label == "obj"), None)
        held = scene.at(body) if body is not None else None
        return (act, held.entity) if held else ("", "")
    if act == "appointed":
        nouns = [i for i in scene.hanging[verb] if i > verb and tokens[i].label in ("xcomp", "obj", "obl")]
        offices = [o for i in nouns if (o := _office(scene, phrase_before(scene, i), i))]
        return (act, offices[0]) if offices else ("", "")
    return act, ""


def _office(scene: Scene, first: int, noun: int) -> str:
    words = " ".join(token.text for token in scene.tokens[first : noun + 1])
    return (office_of(words) or "").replace("advisor", "adviser")


def _of_verb(scene: Scene, verb: int, told: Date) -> bool:
    """Whether a date says when the verb was: it hangs on it, or stands last in what hangs on it."""
    word = _word(scene, told)
    if word is None or word < verb or scene.tokens[word - 1].text.casefold() in _BEFORE:
        return False
    between = scene.tokens[verb + 1 : word]
    clear = not any(token.text in (",", ";", ":", '"') for token in between)
    return clear and _hangs(scene, word, verb)


def _hangs(scene: Scene, word: int, top: int) -> bool:
    """Whether a word hangs on another, with no clause between but one of purpose ("to succeed Marn")."""
    while word >= 0 and word != top:
        token = scene.tokens[word]
        told = token.label == "advcl" and any(scene.tokens[i].label == "nsubj" for i in scene.hanging[word])
        if told or token.label in ("acl", "parataxis", "ccomp", "conj"):
            return False
        word = scene.tokens[word].head
    return word == top


def _word(scene: Scene, told: Date) -> int | None:
    """The first word of a date."""
    return next((i for i, t in enumerate(scene.tokens) if t.start >= told.span.start and t.end <= told.span.end), None)
