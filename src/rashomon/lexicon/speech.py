"""English verbs and nouns of speech and thought, with all forms of the verbs.

Reviewed by hand along the classes of Levin, English Verb Classes and Alternations (1993), chapters 33 (judgement), 36
(social interaction), 37 (communication) and 29.4 to 29.5 (declare, conjecture); British and American spellings both.
"""

from __future__ import annotations

_SAYING = """
say tell add announce state declare assert aver claim note observe remark comment explain reply respond answer
retort rejoin return continue conclude argue insist maintain contend allege affirm confirm acknowledge admit concede
confess deny disclose divulge reveal report write tweet retweet blog post text email message telegraph cable joke
quip boast brag crow lament complain grumble protest object exclaim cry shout yell scream holler bellow roar bark
whisper mutter murmur mumble growl snap sneer scoff chant sing plead beg implore beseech ask inquire enquire query
question wonder inform notify apprise assure reassure remind advise testify attest mouth quote recount relate
narrate elaborate clarify specify counter interject intone agree concur disagree muse opine preach proclaim
pronounce profess signal imply hint intimate insinuate mention stress emphasise emphasize underscore underline
reiterate repeat restate suggest propose recommend recall reminisce reflect warn caution predict forecast foretell
prophesy promise pledge vow swear threaten guarantee rule estimate speculate theorise theorize conjecture posit
postulate surmise reckon volunteer stipulate decree request demand urge order instruct command exhort advocate echo
gush enthuse rage fume thunder blurt stammer sob sigh laugh chuckle smile warble utter voice vouch warrant summarise
summarize outline detail describe apologise apologize read put crack intervene interject
"""

_JUDGING = """
call describe characterise characterize brand label term dub deem depict portray paint cast liken compare denounce
condemn decry deplore slam blast lambast lambaste criticise criticize censure rebuke rebut refute reproach chide
chastise castigate scold berate attack accuse blame fault dismiss reject repudiate disavow disown dispute contest
challenge doubt hail praise laud applaud welcome commend salute compliment congratulate thank credit extol celebrate
endorse bless defend justify excuse ridicule mock deride taunt insult belittle disparage malign vilify lash rail rap
cite refer allude invoke single highlight point speak talk express convey communicate press push pressure appeal
encourage discourage invite summon ask offer extend discuss address question touch joke evoke herald tout trumpet
bemoan bewail rue regret mourn curse damn shun oppose support favour favor promise
"""

_THINKING = """
believe think feel hope fear worry expect suspect guess suppose presume assume imagine figure understand know doubt
consider regard view see find hold judge reason want wish intend plan realise realize learn hear discover fancy
anticipate envisage envision foresee
"""

# Verbs that commonly stand between a speaker and a that-clause; the others introduce words in marks only.
_THAT = """
say tell add announce state declare assert aver claim note observe remark comment explain reply respond answer
continue conclude argue insist maintain contend allege affirm confirm acknowledge admit concede confess deny
disclose reveal report write tweet joke boast brag lament complain protest exclaim inform notify assure reassure
remind advise testify attest recount clarify specify counter agree opine proclaim profess signal imply hint intimate
mention stress emphasise emphasize underscore underline reiterate repeat suggest propose recommend recall warn
caution predict forecast promise pledge vow swear threaten guarantee rule estimate speculate surmise reckon
stipulate believe think feel hope fear worry expect suspect guess suppose presume assume understand doubt know learn
show find indicate demonstrate
"""

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "text": "texts texted texting",
    "cry": "cries cried crying",
    "sing": "sings sang sung singing",
    "swear": "swears swore sworn swearing",
    "foretell": "foretells foretold foretelling",
    "forecast": "forecasts forecast forecasting",
    "begin": "begins began begun beginning",
    "read": "reads read reading",
    "put": "puts put putting",
    "cast": "casts cast casting",
    "hit": "hits hit hitting",
    "speak": "speaks spoke spoken speaking",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "understand": "understands understood understanding",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "hold": "holds held holding",
    "hear": "hears heard hearing",
    "foresee": "foresees foresaw foreseen foreseeing",
    "learn": "learns learned learnt learning",
    "imply": "implies implied implying",
}
_DOUBLING = frozenset("brag beg quip dub plan rap rebut refer wrap snap sob admit plug pin".split())


def _forms(base: str) -> list[str]:
    """The base, the -s form, the past and the -ing form of a verb."""
    if base in _IRREGULAR:
        return [base, *_IRREGULAR[base].split()]
    if base in _DOUBLING:
        return [base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if base.endswith("e"):
        return [base, third, base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"]
    return [base, third, base + "ed", base + "ing"]


def _table(*lists: str) -> dict[str, str]:
    return {form: base for bases in lists for base in bases.split() for form in _forms(base)}


SAYING = _table(_SAYING)
"""Form to base of verbs that introduce the words themselves: "said", "he shouted"."""

JUDGING = {form: base for form, base in _table(_JUDGING).items() if form not in SAYING}
"""Form to base of verbs beside which a fragment in marks is somebody's word: "condemned it as “shameful”"."""

THINKING = {form: base for form, base in _table(_THINKING).items() if form not in SAYING and form not in JUDGING}
"""Form to base of verbs of thought."""

THAT = _table(_THAT)
"""Form to base of verbs that take a reported clause, with or without "that"."""

TAGGING = _table("begin start press proceed finish interrupt")
"""Form to base of verbs that say who speaks only where nothing but their subject stands with them: “…,” she began."""

WITH_HEARER = frozenset("tell inform notify assure reassure remind advise warn promise caution ask apprise".split())
"""Bases that take the hearer before the reported clause: "told reporters that …"."""

SPEECH_NOUNS = frozenset(
    """statement statements remark remarks comment comments speech speeches interview letter tweet tweets post
    message email memo note address testimony briefing announcement release excerpt excerpts extract quote
    quotes words reply response answer warning claim claims complaint opinion ruling verdict transcript report
    tribute line slogan motto banner sign placard caption""".split()
)
"""Nouns that hold words: "in a statement", "a banner reading"."""

NOUN_TOO = frozenset(
    """report reports claim claims call calls demand demands request requests charge charges comment comments state
    states note notes promise promises order orders answer answers question questions tweet tweets warning
    warnings pledge pledges vow vows remark remarks reply response estimate estimates rule rules post posts
    text texts message messages cable cables email emails cry cries boast joke jokes protest protests object
    objects threat threats attack attacks blame challenge challenges praise welcome salute thanks credit
    support hope hopes fear fears doubt doubts plan plans view views address wish wishes start finish return
    quote quotes read caption headline signal hint hints mention command echo rage whisper laugh smile sigh
    label brand term terms cast press push appeal appeals point points talk talks debate judge hit rap thought
    saying feeling feelings finding findings reading beginning meeting hearing writing detail details outline
    stress excuse excuses spin swear rail curse fault dispute contest reason know figure figures guess back
    wire sum queries query advocate advocates wonder preview task invite offer offers regret favour favor
    describing plug forecast forecasts counter counters""".split()
)
"""Forms that are as often nouns; they count as verbs only where no noun can stand."""
