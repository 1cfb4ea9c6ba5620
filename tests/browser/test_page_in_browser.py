"""The page in a real browser: it opens from disk, keeps to itself, and leads from a reading to the words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from page_sample import EVIL, sample
from rashomon.altered import History, Version
from rashomon.export.page import asset, to_html

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
CLIPBOARD = (
    "window.copied = []; if (navigator.clipboard) "
    "navigator.clipboard.writeText = async (text) => { copied.push(text); };"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium: the page was not tried in a browser"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "index.html"
    path.write_text(to_html(sample()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    context.add_init_script(CLIPBOARD)
    page = context.new_page()
    page.set_default_timeout(4000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else faults.append(request.url)
    )
    page.goto(address)
    yield page
    context.close()
    assert not faults


def test_it_opens_with_the_event_and_the_contradiction_first(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Bridge over the Olm falls")
    expect(page.locator("#view-points .row").first).to_have_id("nhurt")
    expect(page.locator("#nhurt .reading-value")).to_have_text(["24", "31"])


def test_every_view_opens_and_no_request_leaves_the_page(page: Page) -> None:
    for view in ("reports", "names", "quotations", "timeline", "copies", "points"):
        page.click(f'[data-view="{view}"]')
        expect(page.locator(f"#view-{view}")).to_be_visible()


def test_a_click_on_a_reading_lands_on_the_words_behind_an_emoji(page: Page) -> None:
    page.click("#nhurt .words >> nth=0")
    expect(page.locator("#reader .target")).to_have_text("At least 24 people were hurt")
    expect(page.locator("#reader .target")).to_be_focused()
    expect(page.locator("#reader .target")).to_be_in_viewport()


def test_offsets_count_code_points(page: Page) -> None:
    script = f"(() => {{ {asset('offsets.js')} const text = 'a🌉b🚧c'; const table = unitTable(text);"
    cuts = "return [[0, 1], [1, 2], [2, 3], [3, 5], [4, 5]].map(([a, b]) => {"
    cuts += " const r = unitRange(table, a, b); return text.slice(r.start, r.end); }); })()"
    assert page.evaluate(script + cuts) == ["a", "🌉", "b", "🚧c", "c"]
    assert page.evaluate(script + "return table.length; })()") == 6


def test_the_compared_value_is_marked_inside_the_statement(page: Page) -> None:
    expect(page.locator("#nhurt mark.value")).to_have_text(["At least 24", "31"])
    expect(page.locator("#nhurt .words").first).to_contain_text("At least 24 people were hurt, police said.")


def test_markup_of_a_source_is_shown_as_text(page: Page) -> None:
    expect(page.locator(".witness-list")).to_contain_text(EVIL)
    expect(page.locator(".witness-list")).to_contain_text("Radio <Olm>")
    page.click(".witness-list a >> nth=1")
    expect(page.locator("#reader")).to_contain_text("</script><b>bold</b>")
    assert page.locator("#reader b").count() == 0


def test_filters_narrow_the_rows_and_say_so(page: Page) -> None:
    page.select_option("#filter-severity", "contradiction")
    expect(page.locator("#nfell")).to_be_hidden()
    expect(page.locator("#nhurt")).to_be_visible()
    expect(page.locator("#status")).to_contain_text("of 4 shown")
    page.click(".clear")
    expect(page.locator("#nfell")).to_be_visible()
    page.select_option("#filter-report", "silent dc")
    expect(page.locator("#nhurt")).to_be_visible()
    expect(page.locator("#nfell")).to_be_hidden()


def test_search_finds_words_in_any_case(page: Page) -> None:
    page.fill("#search", "FERRY hour")
    expect(page.locator("#nhurt")).to_be_hidden()
    expect(page.locator("#nferry")).to_be_visible()


def test_the_name_filter_keeps_rows_that_mention_the_name(page: Page) -> None:
    page.select_option("#filter-name", "voss")
    expect(page.locator("#nferry")).to_be_visible()
    expect(page.locator("#nhurt")).to_be_hidden()


def test_the_link_of_a_row_works_and_the_back_button_too(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}#voss")
    expect(page.locator("#voss")).to_be_focused()
    page.click('[data-view="timeline"]')
    expect(page.locator("#view-timeline")).to_be_visible()
    page.go_back()
    expect(page.locator("#view-names")).to_be_visible()


def test_a_link_to_a_filtered_row_clears_the_filter(page: Page) -> None:
    page.fill("#search", "ferry")
    expect(page.locator("#nhurt")).to_be_hidden()
    page.evaluate("location.hash = 'nhurt'")
    expect(page.locator("#nhurt")).to_be_visible()


def test_the_keyboard_alone_leads_to_the_words_and_back(page: Page) -> None:
    page.keyboard.press("j")
    expect(page.locator("#nhurt")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#reader .target")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()
    page.keyboard.press("3")
    expect(page.locator("#view-names")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()


def test_the_keys_are_explained(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    expect(page.locator("#help")).to_contain_text("Both cannot be true")
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_dark_and_light(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != light
    page.click("#theme")
    assert page.evaluate(ground) == light


def test_copy_with_citation(page: Page) -> None:
    page.hover("#nhurt")
    page.click("#nhurt .cite >> nth=0")
    start = sample().documents[0].text.index("At least 24")
    expected = (
        "“At least 24 people were hurt” — The Olm Courier, “Bridge over the Olm falls”, 5 May 2031, "
        f"https://olm.example/bridge [A, characters {start}–{start + 28}]"
    )
    assert json.loads(page.evaluate("JSON.stringify(copied)")) == [expected]


def test_aligned_statements_light_up_together(page: Page) -> None:
    page.click('[data-view="reports"]')
    page.click('[data-report="da"] [data-statements~="sa2"]')
    expect(page.locator('[data-report="db"] .lit-other')).to_have_text("Some 31 people were hurt")
    page.keyboard.press("ArrowRight")
    expect(page.locator('[data-report="db"] [data-statements~="sb2"]')).to_be_focused()
    expect(page.locator("#view-reports .points-here")).to_contain_text("Contradiction")


def test_what_is_not_of_the_report_is_dimmed(page: Page) -> None:
    page.click(".witness-list a >> nth=0")
    expect(page.locator("#reader .boilerplate")).to_have_text("Subscribe to our newsletter")


def test_renderings_mark_the_words_in_which_they_differ(page: Page) -> None:
    page.click('[data-view="quotations"]')
    expect(page.locator("mark.differs")).to_have_text("very")
    expect(page.locator("#renderings-ua .badge")).to_have_text("Words added")


def test_one_report_says_that_there_is_nothing_to_compare(browser: Browser, tmp_path: Path) -> None:
    whole = sample()
    path = tmp_path / "one.html"
    event = replace(whole.event, title=whole.statements[4].span)
    kept = {"documents": whole.documents[2:], "statements": whole.statements[4:], "event": event}
    gone = ("origins", "copies", "entities", "quotes", "quote_groups", "entries", "timeline", "dates", "quantities")
    alone = replace(whole, **kept, **dict.fromkeys(gone, ()))  # type: ignore[arg-type]
    path.write_text(to_html(alone), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    expect(page.locator(".little")).to_contain_text("Only one report was given")
    page.close()


@pytest.mark.parametrize("view", ["points", "reports", "names", "quotations", "timeline", "copies"])
def test_nothing_is_wider_than_a_phone(page: Page, view: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(f"location.hash = '{view}'")
    expect(page.locator(f"#view-{view}")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_printed_page_opens_every_fold_and_leaves_out_the_controls(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator(".views")).to_be_hidden()
    expect(page.locator("#nferry")).to_be_visible()


def test_an_excerpt_is_not_said_to_leave_a_point_out(browser: Browser, tmp_path: Path) -> None:
    made = sample()
    hurt = replace(made.entries[0], absent=(), absent_but_held_in_part=("dc",))
    (tmp_path / "page.html").write_text(to_html(replace(made, entries=(hurt, *made.entries[1:]))), encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    expect(page.locator("#nhurt .silence")).to_have_text("Only an excerpt held of C")
    expect(page.locator("#silent li")).not_to_contain_text(["24 people were hurt"])
    page.close()


def test_why_reports_count_once_leads_to_the_words(page: Page) -> None:
    line = page.locator("#nfell .once li")
    expect(line).to_have_text("BC count once: both have it from Ida Voss")
    line.locator("a").first.click()
    expect(page.locator("#reader .target")).to_have_text("The bridge fell on Monday")


def test_a_row_under_another_is_folded_below_it_and_its_link_opens_it(page: Page, address: str) -> None:
    expect(page.locator('[data-count="agreed"]').first).to_have_text("1")
    expect(page.locator("#nagain")).to_be_hidden()
    page.goto(address + "#nagain")
    expect(page.locator("#nagain")).to_be_visible()
    expect(page.locator("#nagain")).to_be_focused()


def test_clauses_of_one_sentence_are_one_row_and_each_link_finds_it(page: Page, address: str) -> None:
    expect(page.locator("#single .row")).to_have_count(1)
    expect(page.locator("#nferry mark.said")).to_have_count(2)
    expect(page.locator("#nferry .worth")).to_have_text("a number")
    page.goto(address + "#nhour")
    expect(page.locator("#nferry")).to_be_focused()


def test_a_point_of_one_origin_stands_apart(page: Page) -> None:
    expect(page.locator("#echoed .row")).to_have_id("nsaid")
    expect(page.locator("#echoed .lead")).to_contain_text("one speaker")
    page.fill("#search", "spoke of")
    expect(page.locator("#nsaid")).to_be_visible()


def test_what_was_altered_leads_to_the_words_in_the_earlier_version(browser: Browser, tmp_path: Path) -> None:
    latest = sample().documents[0]
    older = replace(latest, id="old", text=latest.text.replace("24", "19"), headline=None, boilerplate=(), parts=())
    history = History("https://olm.example/a", (Version(older, "2031-05-05T08:00:00Z"), Version(latest, "2031-05-06")))
    (tmp_path / "page.html").write_text(to_html(sample(), [history]), encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    expect(page.locator(".witness-list")).to_contain_text("altered since")
    page.keyboard.press("7")
    page.keyboard.press("j")
    expect(page.locator("#altered-da")).to_be_focused()
    expect(page.locator(".change", has_text="19").locator("blockquote").first).to_have_text(
        "Before: At least 19 people were hurt, police said."
    )
    page.locator(".change", has_text="19").locator(".words").first.click()
    expect(page.locator("#reader .target")).to_have_text("19")
    expect(page.locator("#reader .version")).to_have_text(re.compile("^Version 1 of 2, found 5 May 2031, 08:00"))
    page.close()
