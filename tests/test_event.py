"""What happened, in one line."""

from __future__ import annotations

from rashomon.event import describe_event
from rashomon.model import Date, Document, Entry, Reading, Span


def document(name: str, published: str | None, headline: bool = True) -> Document:
    text = f"Headline of {name}\nThe mill closed."
    head = Span(name, 0, text.index("\n")) if headline else None
    return Document(
        id=name, path=name, sha256="", media_type="text/plain", text=text, published=published, headline=head
    )


def day(name: str, value: str) -> Date:
    return Date(f"t-{name}", Span(name, 0, 3), "date", value, value, value, "explicit")


def meeting(*names: str) -> Entry:
    return Entry("e-1", "agreed", Span(names[0], 0, 3), (Reading(None, ("s",), names, len(names)),))


def test_the_title_is_the_headline_that_meets_most_others() -> None:
    documents = [document("a", "2031-05-01"), document("b", "2031-05-02"), document("c", None)]
    event = describe_event(documents, [], [meeting("b", "c"), meeting("b", "a")])
    assert event.title == documents[1].headline


def test_without_a_headline_the_first_words_of_the_first_report_name_it() -> None:
    alone = document("a", None, headline=False)
    assert describe_event([alone], [], []).title == Span("a", 0, len("Headline of a"))


def test_the_first_day_is_the_one_two_reports_name() -> None:
    documents = [document("a", "2031-05-02"), document("b", "2031-05-03")]
    dates = [day("a", "2031-05-01"), day("b", "2031-05-01"), day("a", "2031-04-28")]
    event = describe_event(documents, dates, [])
    assert (event.earliest, event.latest) == ("2031-05-01", "2031-05-03")


def test_what_nobody_states_is_null() -> None:
    event = describe_event([document("a", None)], [day("a", "2031-05-01")], [])
    assert (event.earliest, event.latest) == (None, None)
