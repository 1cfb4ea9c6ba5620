"""Whose verb it is: noun phrases around a verb of speech, found from word order alone.

`subject_of` walks back from the verb over auxiliaries, adverbs and appositions; `phrase_after` reads the phrase behind
an inverted verb or "according to"; `leading_phrase` is the subject of the main clause. All work on the tokens of a
frame and return half-open token ranges. A phrase that cannot be told is null.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.frames import Token
from rashomon.annotate.speech_verbs import DETERMINERS, PRONOUNS, is_adverb, is_finite_verb, is_verb
from rashomon.lexicon.speech import NOUN_TOO, SAYING
from rashomon.lexicon.tables import given_names, key
from rashomon.lexicon.verbs import AUXILIARIES, IRREGULAR

_BINDING = frozenset("of for from with at in on to near against inside within under behind by".split())
_STOPS = frozenset(
    """that when as while because if although though whereas since unless until after before where which whether but so
    or than who whom how why what even""".split()
)
_ADJUNCT = frozenset(
    """in on at during after before when while as since until by with without for from to under over amid despite
    although though because if unless once following according asked speaking instead however meanwhile later earlier
    then still also but and or yet so yesterday today tonight tomorrow now here there last this next late early among
    upon through throughout between against citing given like unlike addressing writing appearing responding visiting
    attending standing asked pressed quoted elsewhere separately additionally moreover furthermore finally first second
    overnight nevertheless nonetheless indeed besides further again""".split()
)
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december yesterday today tonight tomorrow jan feb mar apr jun jul aug sept sep oct nov
    dec""".split()
)
_ADVERBS = frozenset(
    """also then later simply earlier now still once again ever never always even only just instead not first further
    already twice often sometimes soon too maybe perhaps thus therefore to n't yesterday today""".split()
)
_JUST = frozenset("shortly just soon immediately right moments hours days weeks months years minutes".split())
_TRAILING = frozenset("also then later again too earlier".split())
_FORWARD_STOPS = frozenset(
    """in on at during after before as when while who which whose that to by about because if whether through via amid
    following with and but since until outside late early earlier later again last this""".split()
)
_RELATIVE = frozenset("who whom whose which where".split())
_TIMES = frozenset("morning afternoon evening night week month year day weekend".split())
_DASHES = frozenset("— – -- ―".split())
_LONGEST = 16

Range = tuple[int, int]


def subject_of(tokens: Sequence[Token], i: int) -> Range | None:
    """The subject of the verb at `i`, null when it stands behind the verb or is left out."""
    j = i - 1
    while j >= 0 and (
        _between(tokens[j]) or _is_time(tokens, j) or (tokens[j].low == "on" and tokens[j + 1].low in DAYS)
    ):
        j -= 1 + _is_time(tokens, j)
    if j < 0 or tokens[j].kind == "quote":
        return None
    token = tokens[j]
    if token.low in {"who", "which"}:
        return _antecedent(tokens, j)
    if tokens[i].low.endswith("ing") and token.kind == "word":
        if token.low in {"him", "her", "them", "he", "she"}:
            return (j, j + 1)
        named = _phrase_before(tokens, j) if token.capital else None
        if named and named[0] and tokens[named[0] - 1].kind == "word":
            return named
    if tokens[i - 1].low == "to" and j and (is_finite_verb(token) or (token.low.endswith("s") and not token.capital)):
        return subject_of(tokens, j)
    if tokens[i].low.endswith("ing") or token.low in {"and", "but", "or"} or tokens[i - 1].low == "to":
        return leading_phrase(tokens, i)
    if token.low in _DASHES:
        opened = next((k for k in range(j - 1, 0, -1) if tokens[k].low in _DASHES), j)
        return _across_commas(tokens, opened)
    if token.kind == "mark" and not (token.low == "." and _abbreviates(tokens, j)):
        return _across_commas(tokens, j) if token.low in {",", "-", ")"} else None
    return _phrase_before(tokens, j)


def _between(token: Token) -> bool:
    """What may stand between subject and verb: auxiliaries, adverbs, days."""
    if token.kind != "word" or token.low in {"who", "which"}:
        return False
    low = token.low
    if token.capital and low in AUXILIARIES:
        return False
    return low in AUXILIARIES or low in _ADVERBS or low in DAYS or is_adverb(token)


def _is_time(tokens: Sequence[Token], j: int) -> bool:
    """The end of "this morning", "last week"."""
    return j > 0 and tokens[j].low in _TIMES and tokens[j - 1].low in {"this", "last", "next", "that", "same", "late"}


def _antecedent(tokens: Sequence[Token], who: int) -> Range | None:
    j = who - 1
    while j >= 0 and tokens[j].kind == "mark" and tokens[j].low == ",":
        j -= 1
    if j >= 0 and tokens[j].low.isdigit():
        return _across_commas(tokens, j + 1)
    return _phrase_before(tokens, j) if j >= 0 and tokens[j].kind == "word" else None


def _phrase_before(tokens: Sequence[Token], j: int) -> Range | None:
    """The noun phrase that ends with token `j`."""
    k = j + 1
    while k > 0 and j - k < _LONGEST:
        token = tokens[k - 1]
        if token.kind != "word" and token.low != "&" and not (token.low == "." and _abbreviates(tokens, k - 1)):
            break
        if token.low in PRONOUNS:
            return (k - 1, k) if k - 1 == j else (k, j + 1)
        if token.low in _STOPS or token.low in DAYS or (k <= j and _verbal(tokens[k - 1])):
            break
        if token.low == "and" and not _joins(tokens, k - 1):
            break
        if token.low in _BINDING and not _bound(tokens, k - 1):
            return _without_place(tokens, k, j)
        k -= 1
        if token.low in DETERMINERS and not _is_modifier(tokens, k):
            break
    while k <= j and (tokens[k].low in _ADJUNCT or tokens[k].low in {"and", "&"} or tokens[k].kind == "mark"):
        k += 1
    if k and tokens[k - 1].low in _BINDING and not _bound(tokens, k - 1):
        return _without_place(tokens, k, j)
    return (k, j + 1) if k <= j else None


def _bound(tokens: Sequence[Token], i: int) -> bool:
    """Whether the preposition at `i` hangs on a noun before it."""
    return i > 0 and tokens[i - 1].kind == "word" and tokens[i - 1].low not in DAYS


def _is_modifier(tokens: Sequence[Token], i: int) -> bool:
    """Whether the phrase that begins at `i` only tells more of a noun before it ("a spokesman for the ministry")."""
    if i == 0 or tokens[i - 1].low not in _BINDING:
        return False
    return tokens[i - 1].low == "of" or (_bound(tokens, i - 1) and not is_finite_verb(tokens[i - 2]))


def _verbal(token: Token) -> bool:
    if token.capital:
        return token.low in SAYING and token.low not in NOUN_TOO
    return token.low in AUXILIARIES or token.low in IRREGULAR or (token.low in SAYING and token.low not in NOUN_TOO)


def _abbreviates(tokens: Sequence[Token], i: int) -> bool:
    """A full stop that closes an abbreviation ("Mr.", "Jr.", "U.S.") rather than a sentence: it touches its word."""
    return i > 0 and tokens[i - 1].end == tokens[i].start and tokens[i - 1].capital


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" joins two nouns of one subject rather than two clauses."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    k = i - 1
    while k >= 0 and tokens[k].kind == "word" and i - k < 12:
        if is_finite_verb(tokens[k]) or _verbal(tokens[k]):
            return False
        k -= 1
    opens = k < 0 or tokens[k].kind == "quote" or tokens[k].low in {",", "."}
    return opens and tokens[i - 1].kind == "word" and tokens[i + 1].low not in PRONOUNS


def _without_place(tokens: Sequence[Token], k: int, j: int) -> Range | None:
    """Strips the place from "In Varn officials" and "On the bridge Lee"; a preposition stands before `k`."""
    if k > j:
        return None
    if tokens[k - 1].low == "with":
        return (k, j + 1)
    if tokens[k].capital:
        while k < j and tokens[k].capital:
            k += 1
        return (k, j + 1)
    name = j + 1
    while name > k and (tokens[name - 1].capital or tokens[name - 1].low == "."):
        name -= 1
    return (name, j + 1) if name <= j else (k, j + 1)


def _across_commas(tokens: Sequence[Token], comma: int) -> Range | None:
    """The subject in "Ann Lee, 42, a nurse who saw it, said": the first piece that is no adjunct."""
    start = clause_start(tokens, comma)
    pieces = _pieces(tokens, start, comma)
    while pieces and is_adjunct(tokens, pieces[0]):
        pieces = pieces[1:]
    if not pieces:
        return None
    head = pieces[0]
    if tokens[head[0]].low in PRONOUNS:
        return (head[0], head[0] + 1)
    for k in range(head[0] + 1, head[1]):
        if _ends_phrase(tokens, head[0], k):
            return _clean(tokens, (head[0], k))
    return _with_name(tokens, head, pieces[1:])


def _with_name(tokens: Sequence[Token], head: Range, rest: Sequence[Range]) -> Range | None:
    """Takes in an apposition that is a name: "his lawyer, Ann Lee"."""
    cleaned = _clean(tokens, head)
    if cleaned and rest and not _named(tokens, cleaned) and _named(tokens, rest[0]):
        return (cleaned[0], rest[0][1])
    return cleaned


def _named(tokens: Sequence[Token], piece: Range) -> bool:
    """A piece that is nothing but a name, titles included."""
    found = [t for t in tokens[piece[0] : piece[1]] if t.kind == "word"]
    return len(found) > 1 and all(t.capital for t in found) and not found[-1].low.endswith("'s")


def _clean(tokens: Sequence[Token], piece: Range) -> Range | None:
    left, right = piece
    while left < right and (tokens[left].low in _ADJUNCT or tokens[left].kind == "mark"):
        left += 1
    for k in range(left + 1, right - 1):
        if tokens[k].low in {"on", "in"} and (tokens[k + 1].low in DAYS or tokens[k + 1].low.isdigit()):
            right = k
            break
    while right > left and (
        tokens[right - 1].kind == "mark" or tokens[right - 1].low in DAYS or tokens[right - 1].low in _TRAILING
    ):
        right -= 1
    return (left, right) if left < right else None


def clause_start(tokens: Sequence[Token], i: int) -> int:
    """Where the clause around token `i` begins: behind the last quotation, colon, semicolon or dash."""
    for k in range(i - 1, -1, -1):
        if tokens[k].kind == "quote" or tokens[k].low in {":", ";", "—", "--"}:
            if tokens[k].kind == "quote" and k + 1 < i and tokens[k + 1].low == ",":
                return k + 2
            return k + 1
    return 0


def _pieces(tokens: Sequence[Token], start: int, end: int) -> list[Range]:
    pieces = []
    left = start
    for k in range(start, end + 1):
        if k == end or tokens[k].low in {",", "–", "-", "("}:
            if left < k:
                pieces.append((left, k))
            left = k + 1
    return pieces


def is_adjunct(tokens: Sequence[Token], piece: Range) -> bool:
    """A piece in front of the subject: "In an interview", "Speaking to reporters", "Instead", "On Friday"."""
    if piece[1] - piece[0] > 1 and tokens[piece[0]].low in {"and", "but", "yet", "so"}:
        return is_adjunct(tokens, (piece[0] + 1, piece[1]))
    first, length = tokens[piece[0]], piece[1] - piece[0]
    if tokens[piece[1] - 1].low == "ago" and first.low not in PRONOUNS:
        return True
    if length > 2 and first.low in _JUST and tokens[piece[0] + 1].low in {"after", "before", "as", "when"}:
        return True
    if first.low in _RELATIVE or all(t.low.isdigit() for t in tokens[piece[0] : piece[1]]):
        return True
    if first.low in PRONOUNS:
        return False
    opens = length == 1 and piece[0] == 0 and first.low.endswith("ly") and key(first.low) not in given_names()
    if is_adverb(first) or opens:
        return True
    if first.low in _ADJUNCT or first.low in DAYS:
        return first.low not in {"this", "last", "next"} or length <= 3
    return first.low.endswith(("ing", "ed")) and first.kind == "word" and (piece[0] == 0 or not first.capital)


def leading_phrase(tokens: Sequence[Token], before: int | None = None) -> Range | None:
    """The subject of the main clause, up to its first verb; `before` bounds the search from the right."""
    stop = len(tokens) if before is None else before
    start = clause_start(tokens, stop)
    if start and all(t.kind != "word" for t in tokens[start:stop]):
        start = 0
    for piece in _pieces(tokens, start, stop):
        if is_adjunct(tokens, piece):
            continue
        left = piece[0]
        if tokens[left].low in PRONOUNS:
            return (left, left + 1)
        right = left
        while right < piece[1] and not _ends_phrase(tokens, left, right):
            right += 1
        found = _clean(tokens, (left, right))
        if found:
            return found
    verb = next((k for k in range(start + 1, stop) if is_finite_verb(tokens[k])), None)
    return _phrase_before(tokens, verb - 1) if verb is not None and tokens[verb - 1].kind == "word" else None


def _ends_phrase(tokens: Sequence[Token], left: int, i: int) -> bool:
    token = tokens[i]
    if i == left:
        return False
    if token.kind == "quote" or (token.kind == "mark" and not _abbreviates(tokens, i)):
        return token.low not in {".", "'", "’"}
    if token.low in {"who", "which", "that", "when", "while", "as", "not"} or i - left > 14:
        return True
    return is_finite_verb(token) or (is_verb(tokens, i) and (token.low not in NOUN_TOO or token.low.endswith("s")))


def phrase_after(tokens: Sequence[Token], i: int) -> Range | None:
    """The noun phrase that begins with token `i`: behind "said", "according to" or "by"."""
    if i >= len(tokens) or tokens[i].kind != "word":
        return None
    if tokens[i].low in {"he", "she", "they", "it", "i", "we", "him", "them"}:
        return (i, i + 1)
    right = i
    while right < len(tokens) and right - i < _LONGEST - 2 and not _ends_behind(tokens, i, right):
        right += 1
    while right > i and tokens[right - 1].low == ".":
        right -= 1
    if right == i:
        return None
    if right < len(tokens) and tokens[right].low == ",":
        end = right + 1
        while end < len(tokens) and (tokens[end].kind == "word" or _abbreviates(tokens, end)):
            end += 1
        return _with_name(tokens, (i, right), [(right + 1, end)] if right + 1 < end else [])
    return (i, right)


def _ends_behind(tokens: Sequence[Token], left: int, i: int) -> bool:
    """Whether a phrase that began at `left` ends before token `i`."""
    token = tokens[i]
    if token.kind == "quote" or (token.kind == "mark" and not (token.low == "." and _abbreviates(tokens, i))):
        return True
    if i == left or not (token.low in DAYS or token.low in _FORWARD_STOPS or is_finite_verb(token)):
        return False
    name_follows = i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i + 1].low not in DAYS
    if token.low == "and":
        return not (name_follows and tokens[i - 1].capital)
    return not (name_follows and token.low in {"in", "at", "on"} and i - left < 3)
