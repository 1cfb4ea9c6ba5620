"""Addresses on the web: the one form in which each is kept, and what is refused before anything is asked of anybody.

Order: joined to the address it stood at, cut into parts, refused or written anew. Only http and https are kept, without
a fragment, without a name and password, and without the words that only tell an advertiser where a reader came from.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)(?:=|$)", re.IGNORECASE)
_LONGEST = 2_000


def address_of(text: str, base: str = "") -> str | None:
    """The address in its one form, joined to `base` where it is a part of one; null for what is never fetched."""
    text = text.strip()
    if not text or len(text) > _LONGEST or re.search(r"[\x00-\x20\x7f]", text):
        return None
    try:
        parts = parse_url(urljoin(base, text))
        host = _ascii(parts.host or "")
    except (LocationParseError, ValueError):
        return None
    if parts.scheme not in _PORTS or not host or parts.auth:
        return None
    port = f":{parts.port}" if parts.port not in (None, _PORTS[parts.scheme]) else ""
    kept = [pair for pair in (parts.query or "").split("&") if pair and not _TRACKING.match(pair)]
    query = f"?{'&'.join(kept)}" if kept else ""
    return f"{parts.scheme}://{host}{port}{parts.path or '/'}{query}"


def host_of(address: str) -> str:
    """Scheme, host and port of an address: those who share it are asked one after the other."""
    return "/".join(address.split("/", 3)[:3])


def _ascii(host: str) -> str:
    return host.lower() if host.isascii() else host.encode("idna").decode("ascii")
