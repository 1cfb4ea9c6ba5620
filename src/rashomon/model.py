"""The records everything else is made of: frozen, slotted, free of behaviour.

All other modules are functions from records to records. Every record that shows words carries the `Span` they come
from. Spans are half-open ranges of Unicode code points of one document's `text`. Days are ISO strings (`2031`,
`2031-05`, `2031-05-02`): the length is the precision. The names of the public file are the names here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

PartKind = Literal["deck", "byline", "dateline", "caption", "heading"]
StatementPart = Literal["headline", "deck", "caption", "body"]
EntityKind = Literal["person", "organisation", "place", "other"]
Judgement = Literal["same", "different", "unsure"]
QuoteKind = Literal["direct", "mixed", "indirect"]
DateKind = Literal["date", "time", "duration", "set"]
Anchor = Literal["explicit", "published", "event", "unknown"]
QuantityKind = Literal["count", "money", "percent", "age", "measure", "ordinal", "duration"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["asserted", "believed", "planned", "possible"]
EntryKind = Literal["agreed", "differing", "single"]
_OfValues = Literal["number", "date", "duration", "name", "place"]
DifferenceKind = Literal[_OfValues, "actor", "attribution", "status", "relation", "scope", "quote", "order"]
Severity = Literal["contradiction", "update", "tension", "variant"]
SEVERITIES: tuple[Severity, ...] = ("contradiction", "update", "tension", "variant")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of the text of the document with this id. Sorts by document, start, end."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the report beside headline and running text."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read. `id` is made from the bytes; `siglum` is set when documents are collated, '' before.
    `published` is an ISO day or an ISO moment with offset, null when neither file nor user states it. `raw` is the
    SHA-256 of the page `text` was extracted from (null for plain text). `excerpt` is true when the text itself shows
    that only the beginning of the report is held.
    """

    id: str
    path: str
    sha256: str
    media_type: str
    text: str
    also: tuple[str, ...] = ()
    raw: str | None = None
    siglum: str = ""
    headline: Span | None = None
    publisher: str | None = None
    credits: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    parts: tuple[Part, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    excerpt: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, without blanks at its ends, and the part of the report it stands in."""

    span: Span
    part: StatementPart


class Token(NamedTuple):
    """A word of a sentence as the reader understands it: half-open code points, part of speech, head and its label.
    `tag` and `label` are those of Universal Dependencies; `head` is the number of the word it hangs on, from 0 in its
    tree, -1 for the root. `chances` says how likely the word is outside all names, or in that of a person, an
    organisation, a place, another thing.
    """

    text: str
    start: int
    end: int
    tag: str
    head: int
    label: str
    chances: tuple[float, ...] = ()


class Named(NamedTuple):
    """A name the reader sees: half-open numbers of words in its tree, kind, and how sure it is (0 to 1)."""

    first: int
    end: int
    kind: EntityKind
    score: float


@dataclass(frozen=True, slots=True)
class Tree:
    """The syntax of one sentence, and the names the reader sees in it."""

    tokens: tuple[Token, ...]
    names: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name: `span` is the name as written, without title, article or 's; `titles` are the words of
    office, rank or address in front of it or in apposition; `rule` names the rule or model that found it.
    """

    span: Span
    kind: EntityKind
    titles: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody. `content` holds one span a stretch between quotation marks (indirect: the reported clause).
    `speaker_span` are the words that name the speaker beside the cue (possibly a pronoun); `speaker` is the entity
    behind them, once entities are known.
    """

    id: str
    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: str | None = None
    speaker_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression. `value` is an ISO date of any precision, an interval (`2030-11/2030-12`), a duration (`P73D`)
    or a moment (`2031-05-02TEV`, `2031-05-02T14:40`); `earliest` and `latest` are ISO days, both included."""

    id: str
    span: Span
    kind: DateKind
    value: str | None
    earliest: str | None
    latest: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds, both included; null bound: open. `of` are the words for what is counted.
    Units are singular English words ("day", "year", "percent") or ISO 4217 codes for money; null for plain counts.
    """

    id: str
    span: Span
    kind: QuantityKind
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: Span | None


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in one document, each list by start, end; `trees` is empty or has one for each sentence."""

    document: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    trees: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A way an entity is written, with all the places where it stands so."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A decision about two mentions, with its score (0 to 1, two decimals) and the reason in fixed words."""

    a: Span
    b: Span
    judgement: Judgement
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or other thing behind mentions, inside one event."""

    id: str
    kind: EntityKind
    name: str
    forms: tuple[Form, ...]
    titles: tuple[Form, ...] = ()
    descriptions: tuple[Form, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """Kinship or office: `subject` is the `kind` ("father of", "president of") `object`; both are entity ids."""

    kind: str
    subject: str
    object: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Renderings of one utterance in different words; `spans` are the words in which they differ."""

    quotes: tuple[str, ...]
    difference: Literal["none", "wording", "omission", "addition"]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Text two documents share beyond what two pens would write; shares are of the running text, 0 to 1."""

    a: str
    b: str
    share_of_a: float
    share_of_b: float
    kind: Literal["wholly", "partly"]
    direction: Literal["a from b", "b from a", "common source", "unknown"]
    why: str
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that count once when corroboration is counted."""

    id: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """In whose name a statement is made: the report itself, an entity, or words that name nobody known."""

    kind: Literal["report", "entity", "words"]
    entity: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a report says, at the size of a clause; the cue ("police said") is outside `span`, in `holder`."""

    id: str
    span: Span
    part: StatementPart
    holder: Holder
    subject: Span | None = None
    predicate: Span | None = None
    object: Span | None = None
    place: Span | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    mentions: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One version inside an entry: the statements that hold it, the documents they stand in, how many origins."""

    value: str | None
    statements: tuple[str, ...]
    witnesses: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How the readings of an entry part. `score` (0 to 1, two decimals) is the confidence that they do."""

    kind: DifferenceKind
    severity: Severity
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class CountedOnce:
    """Why documents count as one origin in one entry, in fixed words; `spans` are the words that show it."""

    documents: tuple[str, ...]
    kind: Literal["text", "passage", "utterance", "speaker", "credit"]
    why: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """How newsworthy a point of one origin alone is: 0 to 1, two decimals, and the reason in fixed words."""

    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the apparatus: what the reports say on one point. `topic` is a slice of one of its statements;
    `worth` is null but for single entries; `under` is the entry that makes the point in fuller words.
    """

    id: str
    kind: EntryKind
    topic: Span
    readings: tuple[Reading, ...]
    difference: Difference | None = None
    absent: tuple[str, ...] = ()
    absent_but_held_in_part: tuple[str, ...] = ()
    counted_once: tuple[CountedOnce, ...] = ()
    worth: Worth | None = None
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A place on the timeline: the days it may be, how precisely they are known, the entries that state it."""

    earliest: str
    latest: str
    precision: Literal["time", "day", "month", "year", "span"]
    entries: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Framing:
    """Different words for one thing."""

    concept: str | None
    terms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that several documents report; `title` is a slice of one of them."""

    id: str
    title: Span
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What made an apparatus: the program, the options that change content, the models with their digests."""

    program: str
    options: tuple[tuple[str, str], ...] = ()
    models: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Everything known about one event. Lists are in the order of the public format."""

    manifest: Manifest
    event: Event
    documents: tuple[Document, ...]
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quote_groups: tuple[QuoteGroup, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    entries: tuple[Entry, ...] = ()
    timeline: tuple[Moment, ...] = ()
    framing: tuple[Framing, ...] = ()
