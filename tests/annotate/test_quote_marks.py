"""Which stretches stand between quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.quote_marks import Stretch, find_stretches


def stretches(text: str) -> tuple[Stretch, ...]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return find_stretches(text, lines)


def inside(text: str) -> list[str]:
    return [text[s.inner[0] : s.inner[1]] for s in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Stay home,” she said. “Please.”", ["Stay home,", "Please."]),
        ('"Stay home," she said. "Please."', ["Stay home,", "Please."]),
        ("‘Stay home,’ she said.", ["Stay home,"]),
        ("Mayor says 'stay home' as river rises", ["stay home"]),
        ("„Bleibt zu Hause“, sagte sie.", ["Bleibt zu Hause"]),
        ("«Restez chez vous», dit-elle.", ["Restez chez vous"]),
        ("»Bleibt zu Hause«, sagte sie.", ["Bleibt zu Hause"]),
        ("市长说：「请留在家里」。", ["请留在家里"]),
        ("''Stay home,'' she said.", ["Stay home,"]),
        ("``Stay home,'' she said.", ["Stay home,"]),
        ('“Stay home," she said.', ["Stay home,"]),
    ],
)
def test_marks_of_every_style_are_paired(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players' union met in the '90s and Orla's team won.",
        "Rock 'n' roll isn't dead, O'Dell says.",
        'A 12" pipe and a man who is 6\'2" tall.',
        "It’s the ’90s; the dogs’ owner left.",
    ],
)
def test_apostrophes_feet_and_inches_open_nothing(text: str) -> None:
    assert inside(text) == []


def test_a_plural_possessive_does_not_close_single_marks_when_a_better_mark_follows() -> None:
    assert inside("‘the players’ union is wrong,’ he said") == ["the players’ union is wrong,"]


def test_marks_inside_marks_nest() -> None:
    outer, inner = stretches("“She cried, ‘Mind the step,’” he recalled.")
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_second_opening_mark_after_a_full_stop_begins_a_new_stretch() -> None:
    assert inside('"It came down the hill. "Then it hit the gate."') == [
        "It came down the hill.",
        "Then it hit the gate.",
    ]


def test_two_marks_together_open_an_excerpt_that_holds_quotations() -> None:
    text = '""We knew," Dr. Ost said in May. "We waited."'
    assert [s.parent for s in stretches(text)] == [None, 0, 0]


def test_a_quotation_left_open_is_carried_on_by_the_next_paragraph_that_opens_with_a_mark() -> None:
    first, second = stretches("“We waited all night.\n“Nobody came.”")
    assert not first.closed
    assert second.follows == 0


def test_a_quotation_left_open_is_closed_by_a_mark_that_its_next_paragraph_never_opened() -> None:
    text = '"We waited all night.\nNobody came, she told us."'
    assert [(text[s.inner[0] : s.inner[1]], s.follows) for s in stretches(text)] == [
        ("We waited all night.", None),
        ("Nobody came, she told us.", 0),
    ]


def test_a_mark_that_is_never_closed_runs_to_the_end_of_its_paragraph_and_no_further() -> None:
    assert inside("“Nobody came.\nThe road reopened.") == ["Nobody came."]


@given(st.text(alphabet=st.sampled_from("ab S.,'\"“”‘’„«»\n-—0"), max_size=60))
def test_stretches_are_ordered_ranges_inside_their_line_without_blanks_at_either_end(text: str) -> None:
    found = stretches(text)
    assert found == stretches(text)
    assert [s.start for s in found] == sorted(s.start for s in found)
    for index, stretch in enumerate(found):
        start, end = stretch.inner
        assert (
            stretch.line[0] <= stretch.start < start < end <= stretch.end <= stretch.line[1]
            or stretch.follows is not None
        )
        assert text[start:end] == text[start:end].strip()
        if stretch.parent is not None:
            around = found[stretch.parent]
            assert stretch.parent < index
            assert around.start <= stretch.start
            assert stretch.end <= around.end
