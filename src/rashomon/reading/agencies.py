"""The news and picture agencies of the world, and where a text credits them.

An agency in a byline, a place line, a caption or a closing note is a credit. The table holds, per agency, the name used
in records, other names, and abbreviations (matched in their own letter case only). Origin: the membership lists of the
agencies' associations (EANA, OANA, FAAPA, AMAN) and the large picture agencies, by hand.
"""

from __future__ import annotations

import re

_TABLE = """
Reuters | Thomson Reuters, Reuters News Agency | REUTERS
Associated Press | The Associated Press, AP News, Associated Press News | AP
Agence France-Presse | Agence France Presse, France-Presse | AFP
Deutsche Presse-Agentur | Deutsche Presse Agentur, dpa International | dpa, DPA
United Press International | | UPI
Press Association | PA Media, PA Images, Press Association Images, PA Wire, PA News | PA
Xinhua | Xinhua News Agency, New China News Agency |
TASS | ITAR-TASS, Tass News Agency | Tass
Interfax | Interfax News Agency, Interfax-Ukraine |
RIA Novosti | RIA Novosti News Agency, Sputnik News Agency | RIA
Bloomberg News | Bloomberg L.P. |
Dow Jones Newswires | Dow Jones News |
Canadian Press | The Canadian Press, La Presse Canadienne |
Australian Associated Press | | AAP
Kyodo News | Kyodo |
Jiji Press | Jiji |
Yonhap | Yonhap News Agency, Yonhap News |
Korean Central News Agency | | KCNA
Press Trust of India | | PTI
Asian News International | | ANI
Indo-Asian News Service | | IANS
United News of India | | UNI
Anadolu Agency | Anadolu, Anadolu Ajansi, Anadolu Ajansı | AA
Demirören News Agency | Demiroren News Agency | DHA
Ihlas News Agency | İhlas News Agency | IHA, İHA
EFE | Agencia EFE, EFE News | EFE
Europa Press | |
Lusa | Lusa News Agency, Agência Lusa |
ANSA | Agenzia ANSA, ANSA News Agency |
Adnkronos | |
Agenzia Italia | | AGI
Austria Press Agency | Austria Presse Agentur | APA
Keystone-SDA | Keystone-ATS, Swiss News Agency | SDA, ATS
Belga | Belga News Agency |
ANP | Algemeen Nederlands Persbureau | ANP
Ritzau | |
Norsk Telegrambyrå | NTB Scanpix | NTB
TT News Agency | Tidningarnas Telegrambyrå |
Finnish News Agency | Suomen Tietotoimisto | STT
Baltic News Service | | BNS
LETA | | LETA
Polish Press Agency | Polska Agencja Prasowa | PAP
Czech News Agency | Česká tisková kancelář | ČTK, CTK
TASR | | TASR
MTI | Hungarian News Agency | MTI
Agerpres | |
Bulgarian News Agency | | BTA
HINA | Croatian News Agency | HINA, Hina
Slovenian Press Agency | | STA
Tanjug | |
FENA | | FENA
Athens News Agency | Athens-Macedonian News Agency | ANA-MPA, AMNA
Ukrinform | |
UNIAN | | UNIAN
BelTA | | BELTA
Kazinform | |
Azertac | |
Armenpress | |
Interpress News | | 
Islamic Republic News Agency | | IRNA
ISNA | | ISNA
Tasnim | Tasnim News Agency |
Fars News Agency | |
Mehr News Agency | |
WAFA | Palestinian News and Information Agency | WAFA
Saudi Press Agency | | SPA
Emirates News Agency | | WAM
Kuwait News Agency | | KUNA
Qatar News Agency | | QNA
Bahrain News Agency | | BNA
Oman News Agency | | ONA
Petra | Jordan News Agency |
National News Agency | |
Syrian Arab News Agency | | SANA
Iraqi News Agency | |
Middle East News Agency | | MENA
Maghreb Arabe Presse | | 
Algérie Presse Service | Algeria Press Service | 
Tunis Afrique Presse | |
Libyan News Agency | |
News Agency of Nigeria | | NAN
Ghana News Agency | | GNA
Kenya News Agency | |
Ethiopian News Agency | |
PANA | Panapress | PANA
Associated Press of Pakistan | |
Bangladesh Sangbad Sangstha | | BSS
United News of Bangladesh | | UNB
Bernama | |
Antara | Antara News Agency |
Philippine News Agency | | PNA
Thai News Agency | |
Vietnam News Agency | | VNA
Central News Agency | | 
China News Service | | 
Prensa Latina | |
Télam | Telam |
Agência Brasil | |
Notimex | |
Andina | |
Inter Press Service | |
States Newsroom | |
Tribune News Service | | TNS
Getty Images | Getty |
European Pressphoto Agency | EPA Images | EPA, EPA-EFE
Shutterstock | |
NurPhoto | |
SOPA Images | |
ZUMA Press | |
Sipa | Sipa USA, Sipa Press | SIPA
Alamy | Alamy Stock Photo |
Magnum Photos | |
imago | imago images |
picture alliance | |
Redux | |
Polaris | |
SWNS | | SWNS
PA Images | |
WENN | | WENN
Maxar | Maxar Technologies |
"""


def _names() -> tuple[dict[str, str], dict[str, str]]:
    full: dict[str, str] = {}
    short: dict[str, str] = {}
    for row in _TABLE.strip().splitlines():
        name, others, abbreviations = (cell.strip() for cell in row.split("|"))
        for other in (name, *others.split(",")):
            if other.strip():
                full.setdefault(other.strip().casefold(), name)
        for abbreviation in abbreviations.split(","):
            if abbreviation.strip():
                short.setdefault(abbreviation.strip(), name)
    return full, short


_FULL, _SHORT = _names()
# Names that are words of the language too count only with their capital, written as the table has them.
_FULL_PATTERN = "|".join(re.escape(n) for n in sorted(_FULL, key=lambda n: (-len(n), n)))
_SHORT_PATTERN = "|".join(re.escape(n) for n in sorted(_SHORT, key=lambda n: (-len(n), n)))
_MENTION = re.compile(rf"(?<![\w-])(?:(?P<full>(?i:{_FULL_PATTERN}))|(?P<short>{_SHORT_PATTERN}))(?![\w-])")

# An agency the table does not know calls itself one.
_NAMED_SO = re.compile(
    r"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w’'.-]*){0,3}\s+"
    r"(?:(?:News|Press|Telegraph|Information)\s+Agency|News\s+Service|Newswire|Wire\s+Service)\b"
)


def agency_of(text: str) -> str | None:
    """The agency whose name the whole text is ("AFP", "The Associated Press"); null when it is none."""
    bare = text.strip(" .,:;()[]–—-|/")
    return _SHORT.get(bare) or _FULL.get(bare.casefold())


def agencies_in(text: str) -> list[str]:
    """The agencies named in a byline, place line, caption or note, each once: those of the table first, in order."""
    found: list[str] = []
    for match in _MENTION.finditer(text):
        written = match.group()
        if not written[0].isupper() and written not in _SHORT:
            continue
        name = _SHORT[written] if written in _SHORT else _FULL[written.casefold()]
        if name not in found:
            found.append(name)
    for match in _NAMED_SO.finditer(text):
        if not _MENTION.search(match.group()):
            found.append(match.group())
    return list(dict.fromkeys(found))
