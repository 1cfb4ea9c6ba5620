"""Posts shown whole in a report, without quotation marks: the author and the account stand under the words, or above.

"Roads are closed. — Ana Lint (@anamayor) May 3, 2031": the words are Ana Lint's, not the report's. One line is one
post. Out of scope: posts without an account, and whether the account is the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_AUTHOR = r"(?P<author>[^\W\d_][^\n()@—–]{1,60}?)\s*\(@\w{2,30}\)"
_DATE = r"[^\W\d_]{3,10}\.? \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,10}\.? \d{4}"
_BELOW = re.compile(rf"^(?P<post>[^\n]*?\S)\s*(?:—|–|--)\s*{_AUTHOR}\s*(?:{_DATE})?[ \t]*$", re.MULTILINE)
_ABOVE = re.compile(rf"^{_AUTHOR}[ \t]+(?P<post>[^\n]*\S)[ \t]*$", re.MULTILINE)
_TOLD = re.compile(r"(?:is|was|has|had|will|says|said|wrote|writes|tweets|tweeted|posted|covers)\b")
"""What goes on like this tells of whose account it is: "Ana Lint (@analint) is a fellow of …"."""
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+$")
_MARKS = "\"'“”‘’.… "
_MIN_WORDS = 4


class Post(NamedTuple):
    """Half-open code points of the words, without marks and links at their edges, and of the author's name."""

    start: int
    end: int
    author: tuple[int, int]


def find_posts(text: str) -> list[Post]:
    """The posts of a text, in order."""
    return sorted(post for pattern in (_BELOW, _ABOVE) for post in _matching(text, pattern))


def _matching(text: str, pattern: re.Pattern[str]) -> Iterator[Post]:
    for found in pattern.finditer(text):
        words = found["post"]
        if pattern is _ABOVE and (re.fullmatch(_DATE, words) or _TOLD.match(words)):
            continue
        words = _LINK.sub("", words).rstrip()
        dropped = len(words) - len(words.lstrip(_MARKS))
        closing = words[-1:] in "\"”'’" and words[:1] in "\"“'‘"
        words = words[:-1].rstrip() if closing else words
        if len(words[dropped:].split()) >= _MIN_WORDS:
            start = found.start("post")
            yield Post(start + dropped, start + len(words), found.span("author"))
