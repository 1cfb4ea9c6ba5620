"""English verb forms that endings do not show: the common irregular verbs, auxiliaries, and frequent base forms.

Irregular forms are the usual school table. The base forms are the verbs most frequent in news prose; they serve to tell
a verb in the present tense ("police raid homes", "talks resume") from a plural noun where no auxiliary stands.
"""

from __future__ import annotations

import re

LIGHT = frozenset("be have do go make take get give put see hold keep want need use".split())
"""Verbs, as compared, that say nothing without what stands behind them."""
PLAIN = LIGHT | frozenset("come say tell know".split())
"""And those that are said of too many acts to know one by."""
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
_REGULAR = """
abandon abduct abort absorb abuse accelerate accompany accuse acquire adapt administer admire adopt advise advocate
aid alert allot alter amend amount anger annex answer anticipate apologise apologize apply appreciate apprehend
arraign arrange assassinate assemble assert assign assist assume assure attach attract audit authorise authorize axe
bail bar bargain barge batter beg behave behead benefit bet bind blame blast blaze bless blindfold blow bolster bomb
book borrow bother bounce bow brand breach breathe bribe brief brush bully bump bury butcher bypass camp canvass cap
capsize care cater caution cave cease celebrate censor censure certify challenge chant chart cheat cheer chop circle
circulate clamp clarify classify click climb cling close coach coin collide comb comfort command commemorate commence
compel compensate compete compile compose comprise compromise conceal concede conceive conclude concur condone conduct
confer confess confine confiscate conquer conspire constitute construct consult consume contact contest contract
contradict control convene convert convey cooperate coordinate correct corrupt counter crack craft cram crawl cremate
criminalise criminalize cripple cruise crumble cry curb cure curtail damp dance dare dash date decapitate deceive
decertify decry dedicate deem deepen defect defer define defuse defy delete demolish demonstrate demote denounce
depict deport depose derail descend desert deserve design designate desire destabilise destabilize detect deter
deteriorate detonate devastate devise devote diagnose differ dig dilute diminish dip direct disable disagree disarm
disavow discharge discipline disclose discourage discriminate disguise dismantle dismember dispatch displace display
disqualify disrupt dissolve distance distort distribute disturb ditch dive diverge divert divorce dock document
dominate donate douse downgrade downplay draft drag drain dread drench drift drill drop dub duck dump dwarf earmark
echo edit educate elaborate elevate eliminate embark embed embezzle embrace emphasise emphasize enable enact encircle
encounter encourage endanger endure enforce engineer engulf enhance enjoy enlist enrich enrol enroll ensure entail
entangle entertain entitle entrench envision equip eradicate erase erect erode escalate escort evade evaluate evict
evolve exaggerate exchange exclude excuse execute exempt exercise exert exhaust exhibit exhume exile exonerate expire
exploit explore expose expropriate extinguish extort extract falsify falter fasten fault favor favour fax fend
filibuster finalise finalize finance flag flank flare flash flatten flip flock flourish flush foil fold forge
formulate foster founder fracture frame fuel fulfil fulfill function fund gallop gamble garner gauge generate glean
glide govern grab grade graduate grapple grill grip groom ground guarantee guard gun gut hack hail halve hammer
handcuff handle harass harbor harbour harden harm harvest hasten hate haul haunt heat heed heighten highlight hike
hinder hinge hoist hospitalise hospitalize hover hug humiliate hurl ignite illustrate imagine immigrate impair
impeach impede implement implicate imply import impound impress imprison incite incur indict induce indulge infect
infer infiltrate inflame inflate inflict influence infringe infuriate inhabit inherit initiate inject innovate inquire
insert inspire install instruct insulate insult insure integrate intensify interact interest interfere interpret
interrogate interrupt intervene intimidate introduce inundate invent invoke irritate isolate issue jab jam jeer
jeopardise jeopardize jettison jog joke jolt jostle journey juggle jump justify kick kiss label lament lash laud laugh
launder lean leap learn legalise legalize legislate lessen libel liken linger link lobby locate lodge log long loom
loosen loot lose lower lure lynch mail malfunction manage mandate maneuver manipulate manoeuvre manufacture mar
massacre master mastermind matter maul maximise maximize mediate memorialise memorialize mention migrate militarise
militarize minimise minimize misuse mitigate mix mobilise mobilize mock model moderate modify molest mop motivate
multiply murder nab nail narrow neglect neutralise neutralize nod nominate normalise normalize notice notify nudge
oblige obscure observe obstruct occupy offend offset omit opt orchestrate organise organize originate overcharge
overhaul overlook overrule overshadow overthrow overwhelm owe own pack paint pardon park participate partner patrol
pave peddle penalise penalize penetrate perceive perform permeate perpetrate persecute persist persuade phase phone
photograph pick picket pile pilot pin pinpoint pitch plague plant plot plough plow plug plummet plunder plunge
polarise polarize ponder populate portray pose possess pound pour practice practise preach precede precipitate predict
prefer prejudice premiere prescribe preserve preside presume prevail prey proceed process proclaim procure produce
profess profit prohibit prolong promote propel propose prosecute prosper provoke punch punish purchase purge purport
quadruple qualify quarantine quash quell quiz quote radicalise radicalize rage rally ramble rank rape ratify ration
rattle ravage raze reaffirm realise realize reap reassure rebound rebuff rebuke rebut recapture recede reckon reclaim
reconcile reconsider reconvene recount recruit rectify recuperate recuse redeem redirect redraw reduce reelect reform
refrain refuel refund refurbish refute register regulate rehabilitate rehire reign reiterate rejoice rejoin relax
relay relieve relinquish relocate remand remark remedy remind renew renounce renovate rent reopen reorganise
reorganize repair repatriate repay repeal repel reprimand reschedule rescind resemble reserve reshape reshuffle reside
resort resound rest restrain restrict result resurface retaliate rethink retract retreat retrieve reunite reverse
revert review revisit revive revoke revolve reward rig rip ripple roam roar rob rock roll rot round rout rub ruin
rumble rumor rumour rush sabotage sack sacrifice safeguard sail sample sanction scale scan scar scare scatter schedule
scold scorch score scorn scout scramble scrap scrape scrawl scream screen scrub scrutinise scrutinize seal secede
segregate sentence separate sever shatter shave shell shield shift ship shock shore shorten shout shove shovel shower
shrug shun shutter shuttle sideline siege sigh signal silence simplify ski skip slap slash slaughter slide slip slump
smash smear smell smile smoke smuggle snap snatch sneak snub soak sob solicit solve sour spar spare spark specify
speculate spike spill spin spoil sponsor spot spray sprint sprout spur squash squeeze stabilise stabilize stack
staff stain stake stamp stampede stare starve stem stifle stimulate stipulate stir stoke stone stray streamline
stress stretch strip stroll stumble stun subdue subject subpoena subside substantiate sum supervise supplement
suppress surface surpass surprise survey swamp swarm sway swell swerve swirl switch symbolise symbolize sympathise
sympathize tackle taint tally tamper tap tarnish taunt tax tease telephone televise tempt terminate terrify terrorise
terrorize test thrash thrive thwart tie tighten tilt toast tolerate torture toss toughen tour tow trace trail
transcribe transfer transform translate transmit transplant traverse trespass trick trickle trigger trim triple
triumph trouble trumpet trust tumble tweet twist undercut underestimate undergo undermine unearth unfold unify unite
unleash unload unravel unseat upgrade uproot upset usher utter vacate vaccinate validate value vandalise vandalize
venture verify veto vie violate volunteer wade wage wail wander wane weaken weigh weld whisk whisper widen wield
wipe wire wish withstand wonder worry worship wrap wreak wreck wrestle yank yell
"""
_BY_ENDING = frozenset(_REGULAR.split()) - BASE
"""Regular verbs of the news that are known by "-ed" and "-ing" alone: many are nouns too ("ships", "a plot")."""


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
    if form.endswith(("ed", "ing")):
        for base in _stems(form):
            if base in _BY_ENDING:
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
