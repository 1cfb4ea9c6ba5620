"""The page as text: one file, nothing of a source becomes markup, nothing is asked of a network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_sample import EVIL, sample
from rashomon.export.apparatus_json import to_dict
from rashomon.export.page import SCRIPTS, asset, island, to_html
from rashomon.model import Apparatus, Document, Event, Manifest, Origin, Span

ISLAND = re.compile(r'<script type="application/json" id="apparatus">(.*?)</script>', re.DOTALL)


def one_report(text: str) -> Apparatus:
    document = Document("d", "d.txt", "0" * 64, "text/plain", text, siglum="A", publisher=text)
    event = Event("e", Span("d", 0, len(text)), None, None)
    return Apparatus(Manifest("rashomon 0.1.0"), event, (document,), origins=(Origin("o", ("d",)),))


def test_the_island_is_the_exported_apparatus() -> None:
    found = ISLAND.search(to_html(sample()))
    assert found and json.loads(found.group(1)) == json.loads(json.dumps(to_dict(sample())))


def test_markup_in_a_headline_stays_text() -> None:
    page = to_html(sample())
    assert EVIL not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Bridge closed" in page


def test_a_source_cannot_end_the_island() -> None:
    text = island(to_dict(sample()))
    assert not re.search("[<>&\u2028\u2029]", text)


def test_the_page_holds_three_script_elements_at_most() -> None:
    page = to_html(sample())
    assert page.count("<script") == page.count("</script") == 2


def test_no_address_outside_the_file() -> None:
    without = replace(sample(), documents=tuple(replace(document, url=None) for document in sample().documents))
    page = to_html(without)
    assert not re.search(r"(?:https?|wss?|ftp)://|[\"'(]//[a-z]", page)
    assert not re.search(r"@import|url\(|<link(?! rel=\"icon\" href=\"data:,\")|<img|<iframe|\bfetch\(|XMLHttp", page)


def test_the_policy_seals_the_style_and_the_script() -> None:
    page = to_html(sample())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy and policy.group(1).startswith("default-src 'none';") and "unsafe" not in policy.group(1)
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)


def test_the_same_apparatus_gives_the_same_page() -> None:
    assert to_html(sample()) == to_html(sample())


def test_without_scripts_every_reading_can_be_read() -> None:
    plain = to_html(sample()).split('<script type="application/json"')[0]
    for words in (
        "They differ (1)",
        "All say (1)",
        "Only here (1)",
        "At least 24 people were hurt",
        "Not mentioned in C",
    ):
        assert words in plain


def test_placeholders_in_a_source_are_left_alone() -> None:
    assert "{{script}} and {{data}}" in to_html(one_report("{{script}} and {{data}}"))


@pytest.mark.parametrize("name", [*(f"{name}.js" for name in SCRIPTS), "page.css"])
def test_assets_cannot_end_their_element(name: str) -> None:
    assert not re.search(r"</(?:script|style)|<!--", asset(name), re.IGNORECASE)


def test_scripts_write_no_markup() -> None:
    source = "".join(asset(f"{name}.js") for name in SCRIPTS)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_survives_the_way_into_the_page(text: str) -> None:
    page = to_html(one_report(text))
    page.encode("utf-8")
    found = ISLAND.search(page)
    assert found and json.loads(found.group(1))["documents"][0]["text"] == text
