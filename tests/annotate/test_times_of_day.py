"""Times of day in words, their half of the day and their day."""

from __future__ import annotations

import pytest

from rashomon.annotate.clocks import clock_of
from rashomon.annotate.dates import find_dates
from rashomon.annotate.sentences import find_sentences
from rashomon.model import Document

FRIDAY = "2031-05-02"


def times(text: str, published: str = FRIDAY) -> list[tuple[str, str | None]]:
    document = Document(
        id="d", path="d.txt", sha256="0" * 64, media_type="text/plain", text=text, published=published, language="en"
    )
    dates = find_dates(document, find_sentences(document), published)
    return [(text[each.span.start : each.span.end], each.value) for each in dates if each.kind == "time"]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("half past six", (6, 30, False)),
        ("a quarter past twelve", (0, 15, False)),
        ("ten to four", (3, 50, False)),
        ("ten minutes to one", (0, 50, False)),
        ("twenty-five past 9", (9, 25, False)),
        ("nine", (9, 0, False)),
        ("ten o'clock", (10, 0, False)),
        ("3.10", (3, 10, True)),
        ("4 p.m.", (16, 0, True)),
        ("2130", (21, 30, True)),
        ("midnight", (0, 0, True)),
        ("ninety", None),
        ("soon o'clock", None),
    ],
)
def test_the_words_of_a_time_of_day(words: str, moment: tuple[int, int, bool] | None) -> None:
    assert clock_of(words) == moment


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began at half past six in the morning.", "half past six in the morning", "2031-05-02T06:30"),
        ("She rang at ten past nine last night.", "ten past nine last night", "2031-05-01T21:10"),
        ("The roof fell at six on Thursday morning.", "six on Thursday morning", "2031-05-01T06:00"),
        ("They landed at 9.40 on Thursday evening.", "9.40 on Thursday evening", "2031-05-01T21:40"),
        ("It sank at 3.10 in the morning.", "3.10 in the morning", "2031-05-02T03:10"),
        ("He gave up at noon today.", "noon today", "2031-05-02T12:00"),
        ("She won, she heard at ten o'clock this morning.", "ten o'clock this morning", "2031-05-02T10:00"),
        ("Trouble began shortly after four, when a window broke.", "shortly after four", "2031-05-02T16:00"),
        ("They were let go at about ten to four.", "about ten to four", "2031-05-02T15:50"),
        ("The polls closed at nine.", "nine", "2031-05-02T09:00"),
    ],
)
def test_a_time_in_words_is_read_with_its_part_of_the_day(text: str, words: str, value: str) -> None:
    assert times(text) == [(words, value)]


def test_a_time_without_its_half_of_the_day_is_the_one_near_the_time_before() -> None:
    assert times("The march set out at 2 p.m. Stones flew shortly after six.")[1][1] == "2031-05-02T18:00"
    assert times("The sirens went at 7.10am. The first lorry left at half past nine.")[1][1] == "2031-05-02T09:30"


def test_a_bare_hour_counts_where_another_time_stands_near() -> None:
    text = "The sirens went at half past six. The mayor heard of it at seven."
    assert [value for _, value in times(text)] == ["2031-05-02T06:30", "2031-05-02T07:00"]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted ten to four.",
        "The mayor heard of it at seven.",
        "Between nine and ten people were hurt.",
        "It came shortly after two men had left.",
        "The sirens went at 7 a.m. The toll stood at nine.",
        "He cut it by a quarter to four million.",
        "Two were hurt at ten mills.",
        "She finished school at seven percent of the cost.",
    ],
)
def test_numbers_that_are_no_time_of_day(text: str) -> None:
    assert [words for words, _ in times(text) if "a.m" not in words] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned late on Wednesday night. The roof fell at 1 a.m. and killed two.", "2031-05-01T01:00"),
        ("They met on Wednesday. Nothing has been heard since midnight.", "2031-05-01T00:00"),
        ("The ship sank on April 20. It was hit at 3:10 a.m. by a freighter.", "2031-04-20T03:10"),
        ("It burned on Thursday. Two were missing on Friday morning. The last came out at 9 p.m.", "2031-05-01T21:00"),
        ("It burned on Thursday. They meet on Friday morning. They will vote at 9 p.m.", "2031-05-02T21:00"),
        ("She was born on January 3. It was hit at 3:10 a.m.", "2031-05-02T03:10"),
    ],
)
def test_a_time_takes_the_day_that_the_sentences_before_speak_of(text: str, value: str) -> None:
    assert times(text)[-1][1] == value
