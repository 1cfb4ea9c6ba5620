"""Round-ups and live blogs: one document, several happenings."""

from __future__ import annotations

from itertools import pairwise

from happenings import FERRY, MILL, report
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import find_ties, group, leads, meet
from rashomon.events.passages import passages
from rashomon.model import Document

ITEMS = {
    "Ferry stranded off Tarnholm": "The ferry Maren Lind ran aground on a sandbank off Tarnholm with 140 people on "
    "board. Lifeboats took them ashore to Skerby. Captain Jorun Velde blamed the steering, and an inquiry was opened.",
    "Mill burns down in Oberleck": "The Krantz paper mill in Oberleck was destroyed by fire. Some 60 firefighters "
    "could not save the main hall; owner Ute Krantz promised to rebuild it within two years.",
    "Chess title for Anneke Dorst": "Anneke Dorst, 19, won the national chess championship in Port Samrel after a rook "
    "ending of 91 moves against the holder, Bela Quint. She is the youngest champion since the war.",
    "Vineyards hit by frost": "A late frost has killed buds in nine of ten vineyards along the Leune. Growers expect "
    "to harvest next to nothing this autumn and ask the ministry of agriculture for loans.",
}


def round_up(mark: str = "") -> Document:
    items = "\n\n".join(f"{mark}{title}\n{text}" for title, text in ITEMS.items())
    return report("round-up", "The day in brief", items, "2031-03-05")


def test_a_round_up_is_cut_between_its_items() -> None:
    document = round_up()
    cut = [document.text[start:end] for start, end in passages(document)]
    assert [text.splitlines()[0] for text in cut] == list(ITEMS)


def test_a_live_blog_is_cut_where_it_turns_to_something_else() -> None:
    ferry, mill, *_ = ITEMS.values()
    entries = (ferry, "Tugs pull at the Maren Lind off Tarnholm; Captain Jorun Velde is still on board. " * 2, mill)
    more = "Owner Ute Krantz has arrived at the Krantz mill in Oberleck, where firefighters douse the main hall. " * 2
    chess = ITEMS["Chess title for Anneke Dorst"]
    frost = ITEMS["Vineyards hit by frost"]
    text = "\n\n".join(f"{8 + n}:30 {entry}" for n, entry in enumerate((*entries, more, chess, frost)))
    document = report("live", "Live: news of the morning", text, "2031-03-05")
    cut = [document.text[start : start + 5].strip() for start, end in passages(document)]
    assert cut == ["8:30", "10:30", "12:30", "13:30"]


def test_each_item_joins_the_happening_it_tells_of() -> None:
    documents = [*FERRY, *MILL, round_up("• ")]
    found = [lead for document in documents for lead in leads(document)]
    groups = group([lead.member for lead in found], find_ties(found, meet(found)))
    names = [sorted({member.document for member in one.members}) for one in groups if len(one.members) > 1]
    assert names == [["ferry-1", "ferry-2", "ferry-3", "round-up"], ["mill-1", "mill-2", "round-up"]]


def test_a_report_with_headings_stays_whole() -> None:
    text = "\n\n".join(
        f"{title}\nThe ferry Maren Lind ran aground off Tarnholm. {more} Captain Jorun Velde and "
        "the Maritime Board met."
        for title, more in (
            ("What happened", "All 140 people were taken to Skerby by lifeboats on Monday evening."),
            ("What is known of the cause", "The steering failed minutes before, by radio he had asked for help."),
            ("What comes next", "Salvage tugs are to pull the ferry free at high tide on Thursday morning."),
            ("Who owns her", "She was built for the crossing to Skerby and carries cars and lorries."),
        )
    )
    document = report("a", "What we know of the Tarnholm grounding", text)
    assert passages(document) == ((0, len(document.text)),)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*ITEMS, *ITEMS.values(), "9:40 ", "* * *", "", "• x", "\x85"]), max_size=14))
def test_passages_of_any_text_are_in_order_and_without_blanks_at_the_ends(lines: list[str]) -> None:
    document = report("a", "Odds and ends", "\n".join(lines))
    found = passages(document)
    assert found == passages(document)
    assert found == tuple(sorted(found))
    for (_, end), (start, _) in pairwise(found):
        assert end <= start
    if len(found) > 1:
        assert all(document.text[a:b] == document.text[a:b].strip() != "" for a, b in found)
