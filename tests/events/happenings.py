"""Invented reports for the tests of grouping, and leads made by hand."""

from __future__ import annotations

from rashomon.events import Lead, Member
from rashomon.model import Document, Span


def report(id: str, headline: str, text: str, published: str | None = None) -> Document:
    """A report as the reading stage hands it on, its headline in front of its text."""
    whole = f"{headline}\n\n{text}" if headline else text
    span = Span(id, 0, len(headline)) if headline else None
    return Document(id, id, "", "text/plain", whole, headline=span, published=published, language="en")


def member(id: str) -> Member:
    """A whole document as a member."""
    return Member(id, 0, 100)


def lead(id: str, words: dict[int, int], day: int | None = None) -> Lead:
    """A lead of these words, by number and weight."""
    return Lead(member(id), day, tuple(sorted(words)), tuple(words[word] for word in sorted(words)), (0,) * len(words))


FERRY = (
    report(
        "ferry-1",
        "Ferry runs aground off Tarnholm, 140 taken off",
        "The car ferry Maren Lind ran aground on a sandbank outside Tarnholm harbour on Monday "
        "evening with 140 people on "
        "board. Lifeboats from Tarnholm and Skerby took all passengers ashore. Captain Jorun "
        "Velde said the steering had "
        "failed minutes before. The Maritime Board has opened an inquiry.",
        "2031-03-04",
    ),
    report(
        "ferry-2",
        "Passengers tell of night on stranded Maren Lind",
        "Passengers of the ferry Maren Lind, stranded on a sandbank off Tarnholm since Monday, told of a calm night. "
        '"Nobody shouted," said Petra Hallom, one of 140 people whom lifeboats brought to Skerby. Captain Jorun Velde '
        "blamed the steering. Salvage tugs are expected at high tide.",
        "2031-03-05",
    ),
    report(
        "ferry-3",
        "Steering failure blamed for Tarnholm grounding",
        "A failure of the steering put the Maren Lind on a sandbank near Tarnholm, the Maritime "
        "Board said in a first note "
        "on Monday's grounding. Captain Jorun Velde had reported the fault by radio. All 140 people on board are safe.",
        "2031-03-06",
    ),
)
MILL = (
    report(
        "mill-1",
        "Fire guts paper mill in Oberleck",
        "A fire destroyed the Krantz paper mill in Oberleck during the night. Some 60 "
        "firefighters from five villages could "
        "not save the main hall. Owner Ute Krantz put the damage at 12 million. Nobody was hurt, police said.",
        "2031-03-05",
    ),
    report(
        "mill-2",
        "Oberleck mourns its mill",
        "Hours after fire gutted the Krantz paper mill, people of Oberleck stood in front of the "
        "ruins. The mill employed "
        "90 of them. Owner Ute Krantz promised to rebuild. Police are looking for what set the main hall ablaze.",
        "2031-03-05",
    ),
)
