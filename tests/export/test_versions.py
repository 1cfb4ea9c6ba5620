"""Earlier versions beside an apparatus: the file, the page and the summary show what was altered, by exact slices."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from page_sample import TEXTS, sample
from rashomon.altered import History, Version
from rashomon.export.folder import write_folder
from rashomon.export.markdown import to_markdown
from rashomon.export.page import to_html
from rashomon.export.versions import in_apparatus, to_json
from rashomon.model import Document, Span

ISLAND = re.compile(r'<script type="application/json" id="versions">(.*?)</script>', re.DOTALL)


def history() -> History:
    """The report "da" of the sample, with an earlier version that knew of fewer people."""
    latest = sample().documents[0]
    text = TEXTS["da"].replace("24 people", "<b>9</b> people").replace("Bridge over", "Weir over")
    furniture = (Span("old", text.index("Subscribe"), len(text)),)
    head = Span("old", 0, text.index("\n"))
    older = Document("old", "da.txt", "1" * 64, "text/plain", text, headline=head, boilerplate=furniture)
    return History(
        "https://olm.example/a",
        (Version(older, "2031-05-05T08:00:00Z"), Version(latest, "2031-05-05T11:30:00Z")),
    )


def test_a_span_of_a_change_is_a_slice_of_its_version() -> None:
    record = json.loads(to_json(in_apparatus([history()], sample())))
    (report,) = record["reports"]
    assert (record["format"], record["version"]) == ("rashomon/versions", 1)
    texts = {version["id"]: version["text"] for version in report["versions"]}
    words = [
        [texts[span["document"]][span["start"] : span["end"]] if span else None for span in (c["before"], c["after"])]
        for c in report["changes"]
    ]
    assert words == [["Weir", "Bridge"], ["b>9</b", "24"]]
    assert report["document"] == "da" and [version["siglum"] for version in report["versions"]] == ["A", "A"]


def test_a_report_with_one_version_or_of_another_event_is_left_out() -> None:
    one = replace(history(), versions=history().versions[1:])
    stranger = replace(history(), versions=history().versions[::-1])
    assert in_apparatus([one, stranger], sample()) == ()


def test_a_version_that_says_the_same_and_an_excerpt_before_the_whole_are_left_out() -> None:
    first, last = history().versions
    same = replace(first, document=replace(first.document, id="again"), seen="2031-05-05T09:00:00Z")
    excerpt = replace(first, document=replace(first.document, id="part", excerpt=True))
    (found,) = in_apparatus([replace(history(), versions=(excerpt, first, same, last))], sample())
    assert [(version.document.id, version.seen) for version in found.versions] == [
        ("again", "2031-05-05T08:00:00Z"),
        ("da", "2031-05-05T11:30:00Z"),
    ]


def test_the_page_holds_the_versions_and_without_any_it_is_as_before() -> None:
    page = to_html(sample(), [history()])
    found = ISLAND.search(page)
    assert found and json.loads(found.group(1))["reports"][0]["document"] == "da"
    assert "<b>9" not in page and "<del>b&gt;9&lt;/b</del> <ins>24</ins>" in page
    assert 'id="versions"' not in to_html(sample())


def test_the_summary_says_what_stood_there_before() -> None:
    text = to_markdown(sample(), [history()])
    assert "## Altered\n\n- **A**" in text
    assert "  - Headline: “Weir”, now “Bridge”" in text
    assert "## Altered" not in to_markdown(sample())


def test_the_file_stands_beside_the_apparatus_and_goes_with_it(tmp_path: Path) -> None:
    written = write_folder(sample(), tmp_path / "out", ["json", "html"], histories=[history()])
    assert [path.name for path in written] == ["apparatus.json", "index.html", "versions.json"]
    write_folder(sample(), tmp_path / "out", ["json"], force=True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["apparatus.json", "index.html"]
