"""English verb forms that endings do not show: the common irregular verbs, auxiliaries, and frequent base forms.

Irregular forms are the usual school table. The base forms are the verbs most frequent in news prose; they serve to tell
a verb in the present tense ("police raid homes", "talks resume") from a plural noun where no auxiliary stands.
"""

from __future__ import annotations

import re

BE = frozenset(
    [
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "'s",
        "'re",
        "ain't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
    ]
)
HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset(
    [
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "cannot",
        "won't",
        "wouldn't",
        "shouldn't",
        "can't",
        "couldn't",
        "mustn't",
        "'ll",
        "'d",
    ]
)
AUXILIARIES = BE | HAVE | DO | MODALS

_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore born borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|bring brought brought|build built built|burst burst burst|buy bought bought|cast cast cast
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|cut cut cut|deal dealt dealt
dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone
grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost
make made made|mean meant meant|meet met met|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|speak spoke spoken
spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
undergo underwent undergone|understand understood understood|undertake undertook undertaken|uphold upheld upheld
wake woke woken|wear wore worn|win won won|withdraw withdrew withdrawn|withhold withheld withheld|write wrote written
overturn overturned overturned|mow mowed mown|plead pled pled|broadcast broadcast broadcast|forecast forecast forecast
overcome overcame overcome|oversee oversaw overseen|mislead misled misled|misspeak misspoke misspoken
rebuild rebuilt rebuilt
"""
IRREGULAR: dict[str, str] = {
    form: forms.split()[0]
    for line in _IRREGULAR.split("\n")
    for forms in line.split("|")
    if forms.strip()
    for form in forms.split()[1:]
}
"""Past tense or participle to base form."""

_BASE = """
accept accuse achieve acknowledge acquit act add address adjourn admit advance affect agree aim allege allow announce
appeal appear appoint approve argue arrest arrive ask assault assess attack attempt attend avert avoid award back ban
barricade battle be bear beat become begin believe block board bomb boost break bring broker build burn buy call cancel
capture carry cast catch cause charge chase check choose cite claim clash clear climb close collapse collect combat come
comment commit compare complain complete concern condemn conduct confirm confront consider contain continue contribute
convict cope cost count cover crash create credit criticise criticize cross crush cut damage deal debate decide declare
decline defeat defend delay deliver demand deny depart deploy describe destroy detain determine develop die disappear
disclose discover discuss dismiss disperse dispute divide doubt draw drive drop drown earn ease eject elect emerge
employ end endorse engage enter erupt escape establish estimate evacuate examine exceed expand expect expel explain
explode express extend extradite face fail fall fear feature feel fight file fill fine find finish fire flee float flood
fly follow force free gain gather get give go grant grow guide halt hand happen head hear help hide hijack hire hit hold
honor honour hope host hunt hurt identify ignore impose improve include increase indicate inform injure insist inspect
intend intercept interview introduce invade invest investigate invite involve issue jail join judge keep kidnap kill
knock know lack land lapse last launch lay lead leak leave level lift light list live lock lose maintain make march mark
mean meet merge miss monitor mount mourn move name near need negotiate note object obtain occur offer open
operate oppose
order oust pass pause pay perish permit place plan play plead pledge point poison postpone praise prepare present press
pressure prevent probe promise prompt protect protest prove provide publish pull pursue push put question quit
raid raise
ram reach react read rebuild recall receive recognise recognize recommend recover refer refuse regain regret reinstate
reject relate release rely remain remember remove repeat replace reply report request require rescue resign
resist resolve
respond restore resume retain retire return reveal revise rise rule run rush save say search secure see seek seem seize
sell send sentence serve set settle shake share shelter shoot show shut sign sink slam slow soar speak spend split
spread stab stage stall stand start state stay steal step stop storm strand strengthen strike struggle submit succeed
sue suffer suggest summon supply support surge surrender surround survive suspect suspend sustain swear take talk target
tell testify thank threaten throw topple torch total touch track trade transport trap travel treat try turn uncover
underscore unveil update urge use vanish visit voice vote vow wait walk want warn wash watch welcome widen win withdraw
witness worsen wound write yield
"""
BASE: frozenset[str] = frozenset(_BASE.split()) | frozenset(IRREGULAR.values())


_SILENT_E = re.compile(r"(?:[cvuz]|[aeiou]r|at|is|us|as|dg|ag|rg|ng|bl|pl|tl|dl)$")
"""Endings of a stem that lost an "e" before "ed" (produced, inspired, created)."""


def lemma(form: str) -> str | None:
    """The base form of a verb form in lower case, null when the form is not known to be of a verb."""
    if form in IRREGULAR:
        return IRREGULAR[form]
    if form in BASE:
        return form
    for base in _stems(form):
        if base in BASE:
            return base
    if form.endswith("ed") and len(form) > 4 and not form.endswith("eed"):
        return form[:-1] if _SILENT_E.search(form[:-2]) else form[:-2]
    return None


def _stems(form: str) -> list[str]:
    if form.endswith("ies"):
        return [form[:-3] + "y"]
    if form.endswith("es"):
        return [form[:-1], form[:-2]]
    if form.endswith("s") and not form.endswith("ss"):
        return [form[:-1]]
    if form.endswith("ied"):
        return [form[:-3] + "y", form[:-1]]
    if form.endswith("ed"):
        return [form[:-1], form[:-2], *_undoubled(form[:-2])]
    if form.endswith("ing"):
        return [form[:-3], form[:-3] + "e", *_undoubled(form[:-3])]
    return []


def _undoubled(stem: str) -> list[str]:
    """`stop` for `stopp`: a last consonant doubled before the ending."""
    return [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []
