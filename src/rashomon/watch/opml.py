"""The list of feeds: OPML, as feed readers export it; or plain lines, one address each.

Outlines may be nested to any depth; the feeds come in the order of the file, each address once. No entity is expanded
and nothing is loaded. An outline without an address is a folder; one whose address cannot be fetched is a problem.
"""

from __future__ import annotations

from lxml import etree

from rashomon.errors import Unreadable
from rashomon.reading.decode import Undecodable, decode
from rashomon.watch.addresses import address_of

_LARGEST = 16 * 1024 * 1024


def read_opml(raw: bytes, path: str, problems: list[Unreadable]) -> tuple[str, ...]:
    """The addresses of the feeds of a list, each once; outlines that name no fetchable address are added to `problems`.

    Raises `Unreadable` where the list as a whole cannot be read or names no feed.
    """
    if len(raw) > _LARGEST:
        raise Unreadable(path, "larger than 16 MB: too large for a list of feeds")
    found = _outlines(raw, path) if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _lines(raw, path)
    feeds: dict[str, None] = {}
    for text in found:
        address = address_of(text)
        if address is None:
            reason = f"{_short(text)} is no address that can be fetched; feeds are http or https"
            problems.append(Unreadable(path, reason))
        else:
            feeds[address] = None
    if not feeds:
        raise Unreadable(path, "names no feed: an OPML file holds outlines with an xmlUrl, a text an address a line")
    return tuple(feeds)


def _outlines(raw: bytes, path: str) -> list[str]:
    """The address of each outline that has one, in order."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f" at line {line}" if line else ""
        raise Unreadable(path, f"broken XML{where}; export the list of feeds again") from None
    if etree.QName(root).localname.casefold() != "opml":
        raise Unreadable(path, "no OPML: its outermost element is not <opml>; give the list of feeds, not a feed")
    found = []
    for element in root.iter(etree.Element):
        if etree.QName(element).localname.casefold() != "outline":
            continue
        stated = {str(name).casefold(): str(value).strip() for name, value in element.attrib.items()}
        if stated.get("xmlurl"):
            found.append(stated["xmlurl"])
    return found


def _lines(raw: bytes, path: str) -> list[str]:
    try:
        lines = [line.strip() for line in decode(raw).lstrip("\ufeff").splitlines()]
    except Undecodable as error:
        raise Unreadable(path, str(error)) from None
    return [line for line in lines if line and not line.startswith("#")]


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:79] + "…")
