"""Lines that are not of the report, and sentences of reports that look a little like them."""

from __future__ import annotations

import pytest

from rashomon.reading.furniture import ends_report, heads_list, is_appeal, is_furniture, is_shouted


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Advertisement",
        "ADVERTISEMENT",
        "Share this article",
        "Facebook Twitter WhatsApp",
        "3 min read",
        "Sign in",
        "Sign up for our newsletter",
        "Subscribe to The Halm Courier today",
        "Read more: Ten things to know about floods",
        "SEE ALSO: Why it rains",
        "Follow us on Twitter",
        "Get the latest news delivered to your inbox",
        "For as little as $5 a month you can support us.",
        "© 2024 The Halm Courier",
        "All rights reserved.",
        "Click here to read the rest",
        "This story has been updated to correct the name of the bridge.",
        "This is a developing story. Check back for updates.",
        "Tags: flood, Halm",
        "12 comments",
        "Story Continued Below",
        "3 years ago",
        "- Follow the Courier on Twitter: @HalmCourier",
        "JUST WATCHED Mayor: the dam held Replay More Videos ... MUST WATCH Mayor: the dam held 02:32",
        "We use cookies to improve this site.",
        "***",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The paper has two million subscribers and plans a newsletter for its readers.",
        "Share prices in Sel fell by 3 percent on Tuesday.",
        "Licensing laws changed in May.",
        "First published in 1920, the book was long forgotten.",
        "Support for the mayor has fallen.",
        "“Donate to us,” the letter said, “and subscribe to our newsletter.”",
        "Watchers on the bridge saw the boat go down.",
        "Opinion polls put the party at 30 percent.",
        "Follow-up checks found no fault.",
        "More than 40 families were taken to the town hall.",
        "Related charges were dropped in March.",
        "Print workers walked out.",
    ],
)
def test_sentences_of_reports_are_not(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Most read", "Popular Articles", "READ MORE:", "Related News...", "Latest Stories", "You may also like"]
)
def test_headings_of_lists(line: str) -> None:
    assert heads_list(line)


def test_only_some_lists_stand_below_the_end() -> None:
    assert ends_report("Most read")
    assert not ends_report("READ MORE:")


def test_an_appeal_needs_two_cues_and_a_reader() -> None:
    assert is_appeal("Our newsroom needs you: please donate.")
    assert not is_appeal("The charity asked for a donation.")


def test_capitals_of_some_length_are_another_headline() -> None:
    assert is_shouted("TOWN OF HALM LOST ITS OLD BRIDGE")
    assert not is_shouted("WHAT COMES NEXT")
    assert not is_shouted("The NATO and EU chiefs met the UN chief")
