"""What stands on a page and is not the report: navigation, sharing, newsletters, appeals, lists of other headlines.

Cues are the set phrases of news pages anywhere, matched at the start of a line or over the whole of it; a cue inside a
sentence never counts. Rather one line of furniture too few than one sentence of the report too many.
"""

from __future__ import annotations

import re

# A line that is nothing but this (plus punctuation, counts, an outlet's name where "…" stands).
_WHOLE = re.compile(
    r"""(?:
    # navigation and accounts
    skip\s+(?:to|past)\s.{2,40} | (?:main\s+)?(?:menu|navigation|content|search|home|homepage|close|open|toggle\s\w+
    |back\s+to\s+top|top)
    | (?:open|close|show|hide|toggle)\s+(?:\w+\s+){0,3}(?:menu|navigation|search|sidebar|submenu)
    | (?:log|sign)\s?(?:in|out|up|on)(?:\s+(?:or|/|\|)\s+\w+)?(?:\s+to\s+(?:continue|comment).*)?
    | register(?:\s+(?:now|free|here))? | my\s+account | subscribe(?:\s+(?:now|today|here|for\s+free))?
    # subscription and advertising
    | subscribers?\s+only | become\s+an?\s+(?:member|subscriber|supporter) | advertis(?:e)?ments? | advertising
    | ad(?:s)? | ad\s+feedback
    | (?:story|article)\s+continue[sd]\s+(?:below|after).*
    | (?:\d+|an?|one|two|three)\s+(?:minute|hour|day|week|month|year)s?\s+ago
    | (?:continue|keep)\s+reading(?:\s+(?:below
    |the\s+main\s+story))?
    | scroll\s+(?:down\s+)?(?:to|for)\s.* | sponsored(?:\s+(?:content|links?|by.*))? | promoted(?:\s+(?:content
    |stories))? | paid\s+(?:content|post)
    # sharing and comments
    | share(?:\s+(?:this\s+article\s+share\b.*|this(?:\s+\w+)?(?:\s+(?:on|via|with)\b.*)?|(?:on|via)\s+\w+|(?:the\s+
    |full\s+)?(?:article|story|page))|\s*:.*)? | (?:share|tweet|pin|email|print|save|copy|whatsapp|facebook|twitter
    |x|linkedin|telegram|reddit|flipboard|
    pinterest|instagram|youtube|messenger|link|copy\s+link|link\s+copied.?|bookmark|gift(?:\s+article)?|mail|sms
    |threads|bluesky|tiktok|comments?|\W)+
    | (?:click|tap)\s+(?:here\s+)?to\s+(?:share|print|email|enlarge|expand|play|copy|unmute).*
    | print(?:\s+this)?(?:\s+(?:page|article|story))?
    | (?:\d+\s+)?(?:comments?|shares?|views?|likes?|reads?|reactions?)(?:\s*\(?\d[\d,.k]*\)?)?
    | \d[\d,.km]*\s+(?:comments?|shares?|views?|likes?|reads)
    | (?:leave|post|add|write)\s+a\s+(?:comment|reply|response) | join\s+the\s+(?:conversation|discussion).*
    | view\s+(?:all\s+)?comments | show\s+(?:more|less|all|comments) | load\s+more.* | (?:see|view)\s+(?:more
    |all)(?:\s+(?:stories|news|articles|results|comments|photos|posts|videos))?
    # going on to read, listening, watching
    | (?:read|learn|find\s+out|see)\s+(?:full\s+)?more | read\s+(?:the\s+)?full\s+(?:story|article).*
    | read\s+next.{0,20} | (?:next|previous)(?:\s+(?:article|story|post|page))?
    | (?:\d+\s*[-–]?\s*)?min(?:ute)?s?\s+(?:read|to\s+read) | (?:reading|read)\s+time\s*:?.{0,25}
    | estimated\s+read.{0,30}
    | listen(?:\s+(?:to\s+(?:this\s+)?(?:article|story|now|the\s+.{2,20})
    |now).*)?(?:\s*[(·]?\s*\d+\s*min(?:ute)?s?\)?)? | \d+[-:]minute\s+listen | (?:play|pause|mute|unmute|watch|video
    |audio|gallery|photos?|live|transcript|download|embed|queue|autoplay|play\s+video|watch\s+live|now\s+playing
    |up\s+next)
    # about the house, its terms and its newsletters
    | follow(?:\s+us)?(?:\s+on\b.*)? | connect\s+with\s+us.* | (?:about|contact|help|faq|careers|jobs|advertise
    |press|legal|sitemap|accessibility)(?:\s+us)?
    | (?:terms|privacy|cookies?)(?:\s+(?:of|and|&)\s+\w+)?(?:\s+(?:policy|notice|service|use|conditions|settings
    |statement))?.{0,30} | do\s+not\s+sell.{0,40} | manage\s+(?:cookies|preferences|consent).{0,20}
    | accept(?:\s+(?:all|cookies).*)?
    | buy\s+photo | (?:get|download)\s+(?:the|our)\s+(?:\w+\s+){0,3}app.{0,20} | newsletters?(?:\s+(?:sign
    |subscribe).*)? | breaking(?:\s+news)? | exclusive | premium | opinion | trending(?:\s+now)?
    | translate(?:d)?(?:\s+this.*)? | select\s+language | language | edition
    # labels of the page itself
    | (?:opens?\s+in\s+(?:a\s+)?new\s+(?:window|tab)) | this\s+article\s+is\s+more\s+than\s+.{3,12}\s+old
    | story\s+highlights | loading.{0,3} | error | thank\s+you(?:\s+for\s+(?:reading|subscribing|signing\s+up).*)?
    | (?:your|enter\s+your)\s+e-?mail(?:\s+address)? | e-?mail(?:\s+address)? | submit | (?:not\s+now|no\s+thanks
    |maybe\s+later|got\s+it|ok)
    | (?:skip|close)\s+(?:ad|advert).* | remaining\s+time.* | text\s+(?:size|to\s+speech).{0,10} | font\s+size.*
    | report\s+(?:an?\s+)?(?:error|typo|correction|this\s+ad).* | suggest\s+(?:a\s+)?correction
    | related\s+topics.{0,60}
    | in\s+this\s+(?:article|story) | filed\s+under.* | (?:topics?|tags?|keywords?|categor(?:y|ies)
    |sections?)\s*(?::.*)? | copyright.{0,120} | ©.{0,150} | \(c\)\s+(?:19|20)\d\d.{0,100}
    | all\s+rights\s+reserved.{0,100} | (?:end\s+of\s+)?(?:article|story|document|list)(?:\s+(?:end|body))?
    | home\s*[>›»/|].* | [\w\s&]{2,25}(?:\s*[>›»]\s*[\w\s&]{2,30}){1,5} | ad\s+(?:choices|feedback)
    | [*_=~#.·•\s-]{3,}
    )""",
    re.I | re.X,
)
# A line that opens so points away from the report; it may hold another headline, or invite.
_OPENING = re.compile(
    r"""(?:
    (?:also\s+read|read\s+also|read\s+more|more\s+to\s+read|see\s+also|also\s+see|watch\s+(?:more|now|also)
    |related(?:\s+(?:news|stories|story|articles?|posts?|coverage|content|reading|links?|topics?|video))?|
    must\s+read|don[’']t\s+miss|more|go\s+deeper|more\s+(?:on\s+this(?:\s+story)?|from\s+[^.:]{2,30}|stories|news
    |coverage)|further\s+reading|recommended|
       editor[’']?s['’]?\s+(?:note|picks?|choice)|click\s+here|read|tip\s+us|got\s+a\s+tip|also\s+on\s+\w+)\s*[:|»>→]
    | just\s+watched\b.*\bmust\s+watch\b | facebook\s+twitter\b
    | (?:also\s+read|read\s+also|read\s+more|see\s+also|click\s+here)\b
    | sign\s+up\s+(?:for|to|here|now|today)\b | subscribe\s+(?:to|now|today|here|for)\b | register\s+(?:to|now
    |for\s+free)\b | get\s+(?:the\s+latest|our\s+(?:free\s+)?(?:\w+\s+)?newsletter|.{2,40}\s+(?:in
    |to)\s+your\s+inbox|breaking\s+news|daily|unlimited|access|full\s+access)\b | receive\s+(?:the\s+)?(?:latest
    |daily|our|breaking)\b
    | follow\s+(?:us|our|\w+(?:\s+\w+){0,3}\s+on)\b | join\s+(?:us\s+on|our|the\s+(?:\w+\s+){0,3}(?:channel
    |newsletter|whatsapp|telegram|community))\b | like\s+us\s+on\b | download\s+(?:the|our)\b | stay\s+(?:informed
    |up\s+to\s+date|connected)\b | keep\s+up\s+(?:to\s+date\s+)?with\b
    | donate\b | (?:please\s+)?support\s+(?:us|our|independent|quality|(?:\w+\s+){0,3}journalism)\b | help\s+us\s
    | make\s+a\s+(?:donation|contribution)\b | (?:please\s+)?(?:consider\s+)?(?:donating|contributing|subscribing
    |supporting)\b | if\s+you\s+(?:value|enjoy(?:ed)?|like(?:d)?|appreciate)\s+(?:our|this|what\s+you)\b
    | a\s+message\s+from\b | become\s+an?\s+(?:member|subscriber|patron|supporter)\b
    | for\s+(?:as\s+little\s+as|more\s+(?:news|stories|information|on\s+this|like\s+this|latest)|just\s+[$£€])
    | (?:we\s+use|this\s+(?:site|website|page)\s+uses|by\s+(?:continuing|using|clicking|subscribing|signing
    |submitting|entering))\b | your\s+(?:privacy|subscription|support|donation|contribution|browser|inbox)\b
    | enable\s+(?:javascript|cookies|notifications)\b | please\s+(?:enable|disable|turn|log|sign|enter|try|check
    |read\s+our|note\s+that\s+comments)\b | you\s+(?:can\s+unsubscribe|have\s+(?:reached|read|been\s+subscribed)
    |must\s+be\s+(?:logged|signed)|are\s+now\s+subscribed)\b
    | copyright\s+(?:©|\(c\)|(?:19|20)\d\d) | ©\s | all\s+rights\s+reserved | the\s+views\s+expressed\b
    | this\s+material\s+may\s+not\s+be\b | (?:reproduction|republication)\s+(?:in\s+whole|is\s+(?:prohibited
    |forbidden)|without)\b | our\s+standards\s*:
    | this\s+is\s+a\s+(?:developing|breaking)(?:\s+news)?(?:\s+(?:story|report|event))?
    | this\s+(?:\w+\s+){0,2}(?:story|article|report|page|copy|post)\s+(?:has\s+been|is\s+being|was|will\s+be
    |is)\s+(?:updated|corrected|amended|edited|developing|refreshed|breaking) | more\s+(?:to\s+(?:follow|come)
    |details\s+(?:to\s+follow|soon)) | (?:please\s+)?(?:check|refresh)\s+(?:back|this\s+page|for\s+updates)\b
    | (?:have\s+you\s+got|do\s+you\s+have|got)\s+an?\s+(?:story|tip|news)\b | (?:contact|email|write\s+to
    |whatsapp)\s+(?:us|our\s+news|the\s+newsroom)\b | are\s+you\s+(?:affected|there|in\s+the\s+area)\b
    | do\s+you\s+have\s+(?:a\s+story|information\s+about)\b | send\s+(?:us\s+)?your\s+(?:comments|stories|photos
    |news)\b | what\s+do\s+you\s+think\? | let\s+us\s+know\b
    )""",
    re.I | re.X,
)
# The same, but outlets open headlines of their own reports so too: it counts between paragraphs only.
_KIND = re.compile(
    r"(?:in\s+pictures|in\s+photos|photos?|pictures|gallery|video|explainer|explained|live(?:\s+updates?|\s+blog)?|opinion|analysis|background|watch|listen|timeline|profile|podcast|poll|quiz)\s*[:|»]",
    re.I,
)
# "FLOODS:Mayor calls for calm": a word in capitals glued to another headline.
_GLUED = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,})*:(?=[A-Z][a-z])")
# A line that heads a list of other things; what follows it up to the next paragraph belongs to it.
_HEADS_LIST = re.compile(
    r"""(?:(?:the\s+)?(?:most|more)\s+(?:read|popular|viewed|shared|commented|watched|recent|news|stories
    |like\s+this|on\s+this(?:\s+(?:story|topic))?|from\b.{2,40}|about\b.{2,40}|in\b.{2,30}|coverage|headlines)
    | (?:popular|latest|trending|related|recommended|top|recent|featured|similar|other|breaking|today[’']s
    |must[-\s]read|sponsored|promoted|further|suggested|editors?[’']?s?[’']?)\s+(?:now|articles?|stor(?:y|ies)|news
    |posts?|headlines|reads?|reading|videos?|topics?|content|links?|picks?|coverage|choice|updates?|for\s+you|items
    |stories\s+for\s+you|from\b.{2,40})
    | (?:read|see)\s+(?:more|also|next|this\s+next)(?:\s+(?:on|about|from)\b.{2,50})? | also\s+read
    | also\s+see | see\s+also | related
    | recommended(?:\s+for\s+you)? | trending(?:\s+now)? | you\s+(?:may|might|could)\s+(?:also\s+)?(?:like
    |be\s+interested\s+in|have\s+missed|enjoy) | (?:don[’']t\s+miss|in\s+case\s+you\s+missed\s+it|up\s+next
    |what\s+to\s+(?:read|watch|know)\s+next|next\s+up|from\s+(?:around\s+)?the\s+web|around\s+the\s+web
    |from\s+our\s+(?:partners?|sponsors?))
    | (?:view|show|all|reader)?\s*comments | leave\s+a\s+(?:reply|comment) | join\s+the\s+(?:conversation
    |discussion) | more\s+on\b.{2,40} | about\s+the\s+author | share\s+this(?:\s+\w+)? | follow\s+us | newsletter
    )\s*(?:\.\.\.|…|:|>|»|→|\||\(\d+\))?\s*""",
    re.I | re.X,
)
_STRONG = re.compile(
    r"(?:(?:the\s+)?(?:most|popular|latest|trending|recommended|top|recent|featured|similar|related)\b|more\s+(?:from|news|stories)|you\s+m|"
    r"(?:view|show|all|reader)?\s*comments|leave\s+a|join\s+the|(?:from\s+)?around|from\s+(?:our|the)|what\s+to\s+(?:read|watch)|sponsored|promoted|newsletter|editor)",
    re.I,
)
_APPEAL = re.compile(
    r"newsletter|subscri(?:be|ber|ption)|your\s+inbox|donat(?:e|ion|ing)|support(?:ed)?\s+(?:by\s+(?:our\s+)?readers|us\b|our\s+(?:work|journalism))|non-?profit\s+(?:media|news|journal)|reader-(?:funded|supported)|"
    r"for\s+as\s+little\s+as|sign\s+up|unsubscribe|privacy\s+policy|terms\s+of\s+(?:use|service)|all\s+rights\s+reserved|click\s+here|our\s+(?:website|app|journalism|newsroom|mission|readers)|become\s+a\s+member|"
    r"free\s+trial|cookies|advert(?:s|isers|isement)|whatsapp\s+channel|telegram\s+channel|app\s+store|google\s+play|notifications",
    re.I,
)
_BAR = re.compile(r"\s*[|·•]\s*|\s+/\s+")
_SECTION = re.compile(
    r"(?:local\s+|world\s+|latest\s+|breaking\s+)?news|world|politics|business|sports?|culture|opinion|comment|weather"
    r"|travel|lifestyle|life|arts|science|tech(?:nology)?|health|obituaries|letters|classifieds?|jobs|schools|puzzles"
    r"|shop|archive|e-?paper|print\s+edition|what[’']s\s+on|family\s+notices|donate",
    re.I,
)
_READ_MORE = re.compile(r"[^,;]\s(?:Read|READ)\s(?:more|MORE|More)$")
_TO_READER = re.compile(r"\b(?:you|your|us|our|we)\b")


def is_menu(text: str) -> bool:
    """Whether the line is a row of sections or links ("News | Sport | Letters"): four or more, or three with one that
    pages are known to lead to; each of one to three words. Rows of persons' names are not told from them here."""
    if not any(bar in text for bar in "|·•/"):
        return False
    pieces = [piece.strip() for piece in _BAR.split(text.strip(" |·•"))]
    if len(pieces) < 3 or not all(1 <= len(piece.split()) <= 3 and len(piece) <= 28 for piece in pieces):
        return False
    if any(re.search(r"\d|[.!?,;:\"“”]", piece) for piece in pieces):
        return False
    return len(pieces) >= 4 or any(_SECTION.fullmatch(piece) or _WHOLE.fullmatch(piece) for piece in pieces)


def is_furniture(text: str) -> bool:
    """Whether the line alone shows that it is not of the report."""
    bare = text.strip(" \t*_|•·>»→[]()-–")
    if not bare:
        return True
    if len(bare.split()) <= 14 and _WHOLE.fullmatch(bare.rstrip(" .:!…")):
        return True
    if bare.endswith(("more", "MORE", "More")) and len(bare.split()) <= 25 and _READ_MORE.search(bare):
        return True
    return (bool(_OPENING.match(bare)) and len(bare.split()) <= 90) or is_appeal(text)


def heads_list(text: str) -> bool:
    """Whether the line is the heading of a list of other reports, comments or links ("Most read", "READ MORE:")."""
    return len(text.split()) <= 8 and bool(_HEADS_LIST.fullmatch(text.strip(" *_#|•·>»→[]")))


def ends_report(text: str) -> bool:
    """Whether such a heading usually stands below the end of a report rather than between its paragraphs."""
    return heads_list(text) and bool(_STRONG.match(text.strip(" *_#|•·>»→[]")))


def is_appeal(text: str) -> bool:
    """Whether the text asks its reader for money, address or attention: two cues in a short unquoted paragraph."""
    if any(mark in text for mark in '"“”„«') or len(text.split()) > 60 or not _TO_READER.search(text.casefold()):
        return False
    cues = {match.group().casefold() for match in _APPEAL.finditer(text)}
    return len(cues) >= 2


def is_gallery(text: str) -> bool:
    """Whether the line leads to pictures or a film beside the report ("( PHOTOS: … )"), rather than being a caption."""
    return bool(
        re.match(r"\W*(?:photos|pictures|in\s+pictures|in\s+photos|gallery|slideshow|watch|listen)\s*[:|]", text, re.I)
    )


def is_shouted(text: str) -> bool:
    """Whether a line of six words or more is set in capitals, as links to other reports between paragraphs are."""
    letters = [c for c in text if c.isalpha()]
    return len(text.split()) >= 6 and bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_pointer(text: str) -> bool:
    """Whether a line between paragraphs names its kind and then another report ("PHOTOS: …", "Watch: …")."""
    bare = text.strip(" *_|•·>»→[]()")
    return len(text.split()) <= 20 and bool(_KIND.match(bare) or _GLUED.match(bare))
