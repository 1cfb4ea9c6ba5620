"""The page: one HTML file that shows an apparatus, opens from disk and asks nothing of any network.

The file holds the apparatus as JSON, exactly as exported, and the style and scripts that stand in `page/`; the scripts
build the page from that JSON and from nothing else. Before them stands the same apparatus as plain HTML, for readers
without scripts and for programs; the scripts replace it. Order of steps: read the assets, write the plain HTML, write
the JSON so that no source can end the script element it stands in, seal style and script with their hashes, fill the
template.

Out of scope: comparing, counting, choosing. What the page shows is in the apparatus, or is a fixed label.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from rashomon.altered import History
from rashomon.export import versions
from rashomon.export.apparatus_json import to_dict
from rashomon.export.outline import LABELS, in_sections
from rashomon.model import Apparatus, Document, Entry, Reading, Span, Statement
from rashomon.text import cut

SCRIPTS = (
    "offsets",
    "elements",
    "sources",
    "versions",
    "words",
    "citation",
    "filters",
    "points",
    "alone",
    "report",
    "reports",
    "names",
    "quotations",
    "timeline",
    "copies",
    "masthead",
    "keys",
    "main",
)
_VERSIONS = '<script type="application/json" id="versions">{}</script>\n'
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def to_html(apparatus: Apparatus, histories: Iterable[History] = ()) -> str:
    """The page of an apparatus, as the text of one HTML file. The same apparatus gives the same characters.

    `histories` are the versions of its reports: where a report has earlier ones, the page shows what was altered.
    """
    altered = versions.in_apparatus(histories, apparatus)
    style = asset("page.css")
    script = '"use strict";\n{\n' + "\n".join(asset(f"{name}.js") for name in SCRIPTS) + "}\n"
    filled = {
        "policy": _policy(style, script),
        "program": escape(apparatus.manifest.program),
        "title": _escaped(f"{_words(apparatus, apparatus.event.title)} · Rashomon"),
        "style": style,
        "plain": _plain(apparatus, altered),
        "data": island(to_dict(apparatus)),
        "versions": _VERSIONS.format(island(versions.to_dict(altered))) if altered else "",
        "script": script,
    }
    return _PLACEHOLDER.sub(lambda match: filled[match.group(1)], asset("template.html"))


def asset(name: str) -> str:
    """The text of a file beside this module, in `page/`."""
    return (files("rashomon.export") / "page" / name).read_text(encoding="utf-8")


def island(data: Mapping[str, Any]) -> str:
    """The data as JSON that may stand inside a script element: no character of it can begin or end a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _policy(style: str, script: str) -> str:
    """What the browser may do with the page: run this style and this script, draw inline images, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _plain(apparatus: Apparatus, altered: Sequence[History]) -> str:
    """The apparatus as HTML without a script: reports, then the entries with their readings, each an exact slice, then
    what was altered."""
    documents = {document.id: document for document in apparatus.documents}
    statements = {statement.id: statement for statement in apparatus.statements}
    lines = [f"<h1>{_escaped(_words(apparatus, apparatus.event.title))}</h1>", "<h2>Reports</h2>", "<ul>"]
    lines += [f"<li>{_imprint(document)}</li>" for document in apparatus.documents]
    lines.append("</ul>")
    for section, held in in_sections(apparatus).items():
        entries = [entry for head, below in held for entry in (head, *below)]
        lines.append(f"<h2>{LABELS[section]} ({len(held)})</h2>")
        lines += [line for entry in entries for line in _entry(entry, documents, statements)]
    if altered:
        lines += ["<h2>Altered</h2>", *(line for history in altered for line in _altered(history))]
    return "\n".join(lines)


def _imprint(document: Document) -> str:
    headline = cut(document, document.headline) if document.headline else None
    known = [document.publisher or document.path, headline, document.published]
    return f"<b>{escape(document.siglum)}</b> " + " · ".join(_escaped(word) for word in known if word)


def _entry(entry: Entry, documents: dict[str, Document], statements: dict[str, Statement]) -> list[str]:
    lines = [f"<h3>{_escaped(cut(documents[entry.topic.document], entry.topic))}</h3>"]
    if entry.difference:
        lines.append(f"<p>{entry.difference.severity}, {entry.difference.kind}: {_escaped(entry.difference.why)}</p>")
    lines += ["<ul>", *(_reading(reading, documents, statements) for reading in entry.readings), "</ul>"]
    for reason in entry.counted_once:
        sigla = " and ".join(escape(documents[each].siglum) for each in reason.documents)
        lines.append(f"<p>{sigla} count once: {_escaped(reason.why)}</p>")
    if entry.absent:
        lines.append(f"<p>Not mentioned in {', '.join(escape(documents[each].siglum) for each in entry.absent)}</p>")
    return lines


def _reading(reading: Reading, documents: dict[str, Document], statements: dict[str, Statement]) -> str:
    held = [statements[identifier].span for identifier in reading.statements]
    words = [
        f"<b>{escape(documents[span.document].siglum)}</b> {_escaped(cut(documents[span.document], span))}"
        for span in held
    ]
    value = f"<i>{_escaped(reading.value)}</i> " if reading.value else ""
    return f"<li>{value}{'; '.join(words)}</li>"


def _altered(history: History) -> list[str]:
    lines = [f"<h3>{_imprint(history.versions[-1].document)}</h3>", "<ul>"]
    for older, newer, alterations in versions.changes(history):
        for each in versions.in_words(older, newer, alterations):
            before = f"<del>{_escaped(each.before)}</del>" if each.before else ""
            after = f"<ins>{_escaped(each.after)}</ins>" if each.after else ""
            lines.append(f"<li>{each.label}: {' '.join(filter(None, (before, after)))}</li>")
    return [*lines, "</ul>"]


def _words(apparatus: Apparatus, span: Span) -> str:
    return next(cut(document, span) for document in apparatus.documents if document.id == span.document)


def _escaped(text: str) -> str:
    """Text for HTML: markup escaped, blanks collapsed, halves of characters that no encoding can write replaced."""
    return escape(_LONE_SURROGATE.sub("\ufffd", " ".join(text.split())))
