"""The summary as Markdown: everything the terminal shows, unshortened.

Words of a source are escaped so that none of its markup survives: no link, image, heading, emphasis, HTML, table or
mention of a person of a forge. Backslashes before the letters that mean something to CommonMark or to GitHub's
additions; `<` and `&` as entities, for tools that read HTML before Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.altered import History
from rashomon.export import versions
from rashomon.export.outline import LABELS, Known, Outline, Row, Version, counts, outline
from rashomon.model import Apparatus

_SPECIAL = re.compile(r"[\\`*_\[\]{}#|~@$^]|(?<!\d):(?=\S)|:(?=[^\s\d])|(?<=[Ww])\.|^[-+=>]|^\d+[.)]")


def to_markdown(apparatus: Apparatus, histories: Iterable[History] = ()) -> str:
    """The summary of an apparatus as Markdown, ending in a newline; `histories` are the versions of its reports."""
    view = outline(apparatus)
    blocks = [f"# {escape(view.title)}", view.days + f". {counts(view)}."]
    blocks.append("\n".join(f"- {escape(line)}" for line in (*view.shared, *view.same)))
    blocks.append("## Reports\n\n" + "\n".join(_witnesses(view)))
    if view.too_little:
        blocks.append(f"Too little to compare: {view.too_little}.")
    if view.differing:
        blocks.append(f"## {LABELS['differing']}")
        blocks.extend(_difference(row) for row in view.differing)
    for kind, rows in (("agreed", view.agreed), ("echoed", view.echoed), ("single", view.single)):
        if rows:
            blocks.append(f"## {LABELS[kind]}\n\n" + "\n".join(_point(row) for row in rows))
    if view.known:
        blocks.append("## Who is who\n\n" + "\n".join(_known(known) for known in view.known))
    altered = versions.in_apparatus(histories, apparatus)
    if altered:
        blocks.append("## Altered\n\n" + "\n".join(line for history in altered for line in _altered(history)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def escape(text: str) -> str:
    """One line of a source with everything that Markdown would act on made plain."""
    line = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(lambda match: match.group()[:-1] + "\\" + match.group()[-1], line)


def _witnesses(view: Outline) -> list[str]:
    lines = []
    for witness in view.witnesses:
        name = escape(witness.publisher) if witness.publisher else "publisher unknown"
        headline = f", “{escape(witness.headline)}”" if witness.headline else ""
        paths = ", ".join(escape(path) for path in (witness.path, *witness.also))
        lines.append(f"- **{witness.siglum}** {name}, {witness.day or 'day unknown'}{headline} ({paths})")
    return lines


def _difference(row: Row) -> str:
    lines = [f"### {escape(row.topic)}", "", f"{row.severity} · {row.kind} · {row.sure} · {escape(row.why)}", ""]
    lines += [line for version in row.versions for line in _version(version)]
    return "\n".join(lines + _silence(row) + [f"\n{escape(line)}" for line in row.once])


def _point(row: Row) -> str:
    sayings = [saying for version in row.versions for saying in version.sayings]
    if len(row.sigla) == 1:
        said = " ".join(f"“{escape(saying.words)}”" for saying in sayings)
        return f"- **{sayings[0].siglum}** {said}" + f" ({escape(row.worth)})" * bool(row.worth)
    lines = [f"- {escape(row.topic)}"]
    lines += [f"  - **{saying.siglum}** “{escape(saying.words)}”" for saying in sayings]
    return "\n".join(lines + [f"  - {escape(line)}" for line in row.once])


def _silence(row: Row) -> list[str]:
    return ["", f"Not mentioned: {', '.join(row.silent)}"] if row.silent else []


def _version(version: Version) -> list[str]:
    head = [f"- {escape(version.value)}"] if version.value is not None else []
    indent = "  " * len(head)
    return head + [f"{indent}- **{saying.siglum}** “{escape(saying.words)}”" for saying in version.sayings]


def _altered(history: History) -> Iterator[str]:
    """A report that was altered, and under it each change: the words before, the words now."""
    latest = history.versions[-1].document
    yield f"- **{latest.siglum}** {escape(latest.publisher or latest.path)}"
    for older, newer, alterations in versions.changes(history):
        for each in versions.in_words(older, newer, alterations):
            before = f"“{escape(each.before)}”" if each.before else "nothing"
            after = f"“{escape(each.after)}”" if each.after else "nothing"
            yield f"  - {each.label}: {before}, now {after}"


def _known(known: Known) -> str:
    line = f"- **{escape(known.name)}** ({known.kind}; {', '.join(known.sigla)})"
    for label, words in (("written", known.spellings), ("titles", known.titles), ("is", known.relations)):
        if words and words != (known.name,):
            line += f"; {label}: " + ", ".join(escape(word) for word in words)
    return line
