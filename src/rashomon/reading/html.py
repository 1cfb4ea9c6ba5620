"""A web page to the text of its report: headline, byline, date line, deck, body, captions; a paragraph a line.

Order: parse; what the page states (JSON-LD, OpenGraph); the body by trafilatura; captions; the text from these;
then furniture inside the body is marked as in any text. Reader comments are left out. The latest day allowed is fixed,
so that no answer changes with the day on which it is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml.etree import _Element
from lxml.html import fromstring

from rashomon.reading.agencies import agency_of
from rashomon.reading.compose import compose
from rashomon.reading.furniture import heads_list, is_furniture
from rashomon.reading.layout import Layout
from rashomon.reading.lines import is_paragraph, split_lines
from rashomon.reading.linked_data import Stated, read_linked_data
from rashomon.reading.masthead import title_tail
from rashomon.reading.plain import read_running
from rashomon.text import fold

_MAX_DATE = "2099-12-31"
_LEAST_BODY = 60
_LONG = 80
_LOOKS = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|section|meta|title|p|h1)\b",
    re.I | re.S,
)


class NoReport(ValueError):
    """The page holds no running text."""


@dataclass(frozen=True, slots=True)
class Page:
    """The extracted text and what was found in it."""

    text: str
    layout: Layout
    language: str | None


def looks_like_html(text: str, *, hinted: bool = False) -> bool:
    """Whether the text is a web page; `hinted`: its name says so, then any tag will do."""
    probe = text[:4_000].lstrip("\ufeff")
    return bool(_LOOKS.match(probe)) or (hinted and bool(re.search(r"<[a-z][^>]*>", text[:50_000], re.I)))


def read_page(source: str) -> Page:
    """The report inside a page. Raises `NoReport` where there is none."""
    # slow to import, and most runs read no page
    import trafilatura

    tree = trafilatura.load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", source.lstrip("\ufeff")).replace("\x00", ""))
    if tree is None:
        raise NoReport("no report found in this page: it has no readable markup")
    stated = read_linked_data(tree)
    headline, tail = _headline(tree, stated)
    captions = _captions(tree)
    visible = fold(" ".join(tree.itertext()))
    body = _body(tree, stated.body)
    body = [(kind, line) for kind, line in body if not headline or fold(line) != fold(headline)]
    if sum(len(line) for _, line in body) < _LEAST_BODY:
        raise NoReport(
            "no report found in this page: it holds no running text; save the page with its text and give that"
        )
    if stated.published is None:
        stated = replace(stated, published=_searched_date(source))
    text, known = compose(_pieces(stated, headline, body, captions, visible))
    layout = read_running(text, known)
    agencies = [agency for name in stated.authors if (agency := agency_of(name))]
    layout = replace(
        layout,
        publisher=stated.publisher or tail or layout.publisher,
        credits=tuple(dict.fromkeys((*agencies, *layout.credits))),
        authors=tuple(name for name in stated.authors if not agency_of(name)) or layout.authors,
        published=stated.published or layout.published,
        url=stated.url,
    )
    return Page(text, layout, (tree.get("lang") or "")[:2].lower() or None)


_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote section article tr br hr pre figure figcaption".split()
)
_UNSHOWN = frozenset("script style noscript template iframe svg head".split())


def read_fragment(source: str) -> str:
    """The text of a piece of HTML, a block a line; all of it, for it is the report's body already."""
    tree = fromstring(f"<div>{source}</div>")
    found: list[str] = []

    def walk(element: _Element) -> None:
        if not isinstance(element.tag, str) or element.tag in _UNSHOWN:
            return
        block = element.tag in _BLOCKS
        found.extend(("\n" if block else "", element.text or ""))
        for child in element:
            walk(child)
            found.append(child.tail or "")
        found.append("\n" if block else "")

    walk(tree)
    lines = (" ".join(line.split()) for line in re.split(r"\n", re.sub(r"[^\S\n]+", " ", "".join(found))))
    return "\n".join(line for line in lines if line)


def _pieces(
    stated: Stated, headline: str | None, body: list[tuple[str, str]], captions: list[str], visible: str
) -> list[tuple[str, str]]:
    """Headline, byline, date line, deck, body and captions in this order, each once."""
    head = [("headline", headline or ""), ("byline", ", ".join(stated.authors)), ("dateline", stated.published or "")]
    said = {fold(line) for _, line in body}
    deck = stated.description
    if deck and fold(deck) in said:
        body = [(kind, line) for kind, line in body if fold(line) != fold(deck)]
        head.append(("deck", deck))
    elif deck and _is_deck(deck, visible, body):
        head.append(("deck", deck))
    return [
        *head,
        *body,
        *(("caption", line) for line in captions if fold(line) not in said),
    ]


def _is_deck(description: str, visible: str, body: list[tuple[str, str]]) -> bool:
    """Whether the page shows the description to its readers, beside a body that does not hold it."""
    said = fold(description)
    return 20 <= len(said) <= 500 and said in visible and not any(said in fold(line) for _, line in body)


def _headline(tree: _Element, stated: Stated) -> tuple[str | None, str | None]:
    """The headline as readers see it, and an outlet's name found behind it."""
    shown = [" ".join("".join(h.itertext()).split()) for h in tree.iter("h1")]
    shown = [h for h in shown if 2 <= len(h.split()) <= 60 or len(h) > 12]
    title = " ".join((tree.findtext(".//title") or "").split())
    tail = title_tail(title) if title else None
    if stated.headline:
        same = next((h for h in shown if _alike(h, stated.headline)), None)
        chosen = same or stated.headline
    else:
        chosen = next((h for h in shown if fold(h)[:25] in fold(title)), None) or title or (shown[0] if shown else "")
    cut = title_tail(chosen)
    if cut:
        chosen, tail = chosen[: cut[0]], cut
    return chosen or None, tail[1] if tail else None


def _alike(a: str, b: str) -> bool:
    left, right = set(fold(a).split()), set(fold(b).split())
    return bool(left and right) and len(left & right) >= 0.6 * min(len(left), len(right))


def _body(tree: _Element, stated: str | None) -> list[tuple[str, str]]:
    """The report's lines, by trafilatura's fast way.

    Where that finds menus rather than sentences, or far less than the page shows or states, the slower way is tried;
    what the page states is taken where it is far more.
    """
    shown = sum(len(text) for p in tree.iter("p") if len(text := " ".join("".join(p.itertext()).split())) >= _LONG)
    lines = _extracted(tree, fast=True)
    whole = _from_data(stated)
    wanted = _spoken(whole)
    if _spoken(lines) < max(0.6 * wanted, 0.5 * shown, 0.4 * sum(len(line) for _, line in lines), _LEAST_BODY):
        slower = _extracted(tree, fast=False)
        lines = max(lines, slower, key=_spoken)
    return whole if wanted > 1.5 * _spoken(lines) else lines


def _spoken(lines: list[tuple[str, str]]) -> int:
    """How many characters stand in lines that are running text."""
    return sum(len(line.text) for line in split_lines("\n".join(text for _, text in lines)) if is_paragraph(line))


def _extracted(tree: _Element, *, fast: bool) -> list[tuple[str, str]]:
    import trafilatura

    result = trafilatura.bare_extraction(
        tree,
        fast=fast,
        include_comments=False,
        include_tables=False,
        with_metadata=False,
        date_extraction_params={"max_date": _MAX_DATE},
    )
    if result is None or isinstance(result, dict) or result.body is None:
        return []
    lines: list[tuple[str, str]] = []
    for child in result.body:
        _lines_of(child, lines)
    return lines


def _lines_of(element: _Element, lines: list[tuple[str, str]]) -> None:
    if not isinstance(element.tag, str) or element.tag in ("graphic", "table"):
        return
    if (
        element.tag in ("list", "quote", "div")
        and len(element)
        and any(child.tag in ("item", "p", "head") for child in element)
    ):
        for child in element:
            _lines_of(child, lines)
        return
    for breaking in element.iter("lb"):
        breaking.tail = "\n" + (breaking.tail or "")
    for raw in "".join(element.itertext()).split("\n"):
        line = " ".join(raw.split())
        if line:
            lines.append((_kind(element, line), line))


def _kind(element: _Element, line: str) -> str:
    return "heading" if element.tag == "head" and not is_furniture(line) and not heads_list(line) else "body"


def _from_data(text: str | None) -> list[tuple[str, str]]:
    if not text or len(text) < 200:
        return []
    return [("body", line) for raw in text.split("\n") if (line := " ".join(raw.split()))]


def _captions(tree: _Element) -> list[str]:
    found: list[str] = []
    for caption in tree.iter("figcaption"):
        if any(above.tag in ("nav", "aside", "footer", "header") for above in caption.iterancestors()):
            continue
        line = " ".join(" ".join(caption.itertext()).split())
        if len(line.split()) >= 4 and len(line) <= 800 and line not in found:
            found.append(line)
    return found


def _searched_date(source: str) -> str | None:
    from htmldate import find_date

    try:
        day = find_date(source, extensive_search=True, original_date=True, max_date=_MAX_DATE, min_date="1995-01-01")
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    return str(day) if day else None
