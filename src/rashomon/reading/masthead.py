"""The outlet behind a text, from its own words: name line, author box, appeal, copyright line, a title's tail.

No list of outlets: a name counts by where it stands or by a word that outlets are named with ("Courier", "Radio").
"""

from __future__ import annotations

import re
from collections import Counter

from rashomon.reading.agencies import agency_of

_NOUNS = """
times post news herald tribune courier gazette chronicle guardian telegraph journal press observer independent
standard mail mirror star sun globe radio tv television broadcasting broadcaster network media magazine review
express inquirer enquirer examiner dispatch bulletin record register sentinel ledger advertiser argus echo monitor
leader citizen examiner daily weekly wire report reporter digest today post-gazette online.com zeitung tageblatt
anzeiger kurier rundschau presse journal figaro monde diario periódico gazzetta corriere giornale dagblad krant
aftenposten gazeta pravda vesti channel fm beacon mercury messenger newspaper nachrichten spiegel voice insider
agency newswire clarion comet bugle crier gleaner intelligencer packet statesman tidings
""".split()
_SECTIONS = frozenset(
    "the a an and of world breaking latest top local national international us uk eu u.s. u.k. politics business sport "
    "sports money market markets economy tech technology science health culture opinion live home more all your our my "
    "video special popular release email print editor's this week morning evening sunday saturday most new".split()
)
_NOUN = re.compile(r"\b(?:" + "|".join(re.escape(noun) for noun in _NOUNS) + r")\b", re.I)
_TIMED = re.compile(r"(?:the\s+)?(?:morning|evening|nightly)\s+[^\W\d_]+", re.I)
_EDITION = re.compile(r",?\s+(?:[^\W\d_]+\s+){0,2}edition$", re.I)
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|news|tv|fm|co|[a-z]{2})(?:\.[a-z]{2})?/?",
    re.I,
)
_N = r"(?P<name>(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'&.-]*(?:\s+(?:(?:of|and|the|&|for|in)\s+)?[A-ZÀ-Þ][\w’'&.-]*){0,5}?)"
_C = r"(?:©|\([cC]\)|(?i:copyright))"
_ON = r"(?:X|Twitter|Facebook|Instagram|Telegram|YouTube|WhatsApp|Google|LinkedIn)"
_COPYRIGHT = re.compile(
    rf"^{_C}(?:\s*{_C})?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,.]*(?:by\s+)?{_N}"
    r"(?:,?\s+(?:Inc|Ltd|LLC|PLC|plc|GmbH|AG|Corp|Limited)\b.*|[.,;|].*|\s+(?i:all\s+rights).*|\s*)$"
)
_STAFF = re.compile(
    rf"^(?:The\s+)?{_N}\s+(?:[Ss]taff|[Nn]ewsroom|[Ee]ditorial\s+[Tt]eam|[Nn]ews\s+[Dd]esk|[Ee]ditorial\s+[Ss]taff)\s+(?:is|are)\b"
)
_APPEAL = re.compile(
    rf"\b(?:(?i:a\s+message\s+from|donate\s+to|subscribe\s+to|welcome\s+to|thank\s+you\s+for\s+(?:reading|supporting)|support))"
    rf"\s+{_N}(?=\s+(?i:today|now|here)\b|[,.!:|]|\s*$)"
)
_FOLLOW = re.compile(rf"\b(?i:follow|like|join)\s+{_N}\s+on\s+{_ON}\b")
_OWN_AUTHOR = re.compile(
    r"\bis\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}?(?:correspondent|reporter|staff\s+writer)\s+(?:for|at|with)\s+"
    rf"{_N}(?=[.,]|\s+(?:covering|based|in|and|who|where)\b|\s*$)"
)
_CLUES = (_COPYRIGHT, _STAFF, _APPEAL, _FOLLOW, _OWN_AUTHOR)
_NAMED_BY_NOUN = (_FOLLOW, _OWN_AUTHOR)
_SYNDICATE = re.compile(r"\b(?:syndicate|content\s+agency|creators)\b|@", re.I)
_SUFFIX = re.compile(r"\s+(?P<mark>[|»·•]|::|[–—-])\s+(?P<name>[^|»·•–—:]{2,40})$")


def outlet_noun(text: str) -> bool:
    """Whether the text holds a word outlets are named with, or is a web address."""
    return bool(_NOUN.search(text) or _TIMED.fullmatch(text) or _DOMAIN.fullmatch(text.strip()))


def without_edition(text: str) -> str:
    """An outlet's name without the edition behind it ("Halm Courier, English edition")."""
    return _EDITION.sub("", text)


def could_be_outlet(text: str) -> bool:
    """Whether a line has the form of an outlet's name: up to six words, no sentence, capitals or a web address."""
    if len(text.split()) > 6 or len(text) > 50 or text.endswith((".", "?", "!", ":", ",", ";")):
        return False
    if _DOMAIN.fullmatch(text):
        return True
    bare = [word.strip("()") for word in text.split()]
    names = [
        word
        for word in bare
        if word not in ("", "-", "–") and word.casefold() not in ("of", "the", "and", "&", "for", "in", "on")
    ]
    return bool(names) and all(word[0].isupper() or word[0].isdigit() or not word[0].isascii() for word in names)


def is_masthead(text: str) -> bool:
    """Whether a line that stands alone is an outlet's name, by an outlet's word and a word of its own ("Halm News")."""
    if not could_be_outlet(text) or not outlet_noun(text):
        return False
    bare = [word.casefold().strip(".") for word in text.split()]
    return (bare[0] == "the" and len(bare) > 1) or any(word not in _SECTIONS and word not in _NOUNS for word in bare)


def is_logo(text: str) -> bool:
    """Whether a line could be an outlet's name set above the sections of its page: capitals, no section's own name."""
    return could_be_outlet(text) and any(word.casefold().strip(".") not in _SECTIONS for word in text.split())


def title_tail(headline: str) -> tuple[int, str] | None:
    """Where the headline ends and the outlet's name behind a bar or dash ("… | The Halm Courier"); null when none.

    Behind a dash only a name with an outlet's word counts: dashes are part of headlines too.
    """
    match = _SUFFIX.search(headline)
    if not match or len(headline[: match.start()].split()) < 3 or not could_be_outlet(match["name"]):
        return None
    if match["mark"] in "–—-" and not outlet_noun(match["name"]):
        return None
    return match.start(), match["name"].strip()


def outlet_in(lines: list[str]) -> str | None:
    """The outlet that author boxes, appeals and copyright lines name: the most named, then by the strongest clue.

    `lines` are what is not of the report; in its own sentences the same words speak of others.
    """
    found: Counter[str] = Counter()
    written: dict[str, str] = {}
    rank: dict[str, int] = {}
    for line in lines:
        for order, clue in enumerate(_CLUES):
            match = clue.search(line)
            if not match or agency_of(match["name"]) or _SYNDICATE.search(match["name"]):
                continue
            if clue in _NAMED_BY_NOUN and not outlet_noun(match["name"]):
                continue
            name = match["name"].strip(" .,")
            key = re.sub(r"^the\s+", "", name.casefold())
            found[key] += 1
            rank[key] = min(rank.get(key, order), order)
            if key not in written or (name.upper() != name and written[key].upper() == written[key]):
                written[key] = name
    if not found:
        return None
    best = min(found, key=lambda key: (-found[key], rank[key], key))
    # "All Halm" and "All Halm News" name one house: the longer form says more
    for other in sorted(found, key=lambda key: (-len(key), key)):
        if other.startswith(best + " "):
            best = other
            break
    return written[best]
