"""The tables of a store, as they are made new; how an old store gets there is in `migrations`.

One report is one row of `documents`. Its `number` orders the whole store: the day of publication (its ordinal, 0 where
unknown) times 10^9, plus its place in the order of arrival, so that the newest come first straight from every index.
What is read back exactly stands in `record`, as JSON; the columns beside it are for queries and for other programs.
Times are ISO strings. `words` is the index of words, made by `words.searched` for both databases.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

VERSION = 2
"""The version of these tables; `migrations` leads every older one here."""
A_DAY = 1_000_000_000
"""How far apart the numbers of two days lie; so many reports a store holds at most."""

metadata = MetaData()
_number = BigInteger().with_variant(Integer, "sqlite")
_word = Text().with_variant(String(collation="C"), "postgresql")  # ordered by code points in both databases

about = Table(
    "about",
    metadata,
    Column("name", _word, primary_key=True),
    Column("value", Text, nullable=False),
)
documents = Table(
    "documents",
    metadata,
    Column("number", _number, primary_key=True, autoincrement=False),
    Column("arrived", _number, nullable=False, unique=True),
    Column("id", _word, nullable=False, unique=True),
    Column("day", _word),
    Column("publisher", Text),
    Column("headline", Text),
    Column("url", Text),
    Column("address", _word),  # the url as versions of one report share it
    Column("newer", _number),  # the version of the same address that stands for it now
    Column("path", Text, nullable=False),
    Column("language", Text),
    Column("record", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("documents_by_address", "address"),
    Index("documents_in_order", "id", "number", "newer"),  # all that grouping asks of every document
)
paths = Table(  # other paths where the bytes of a document stood too
    "paths",
    metadata,
    Column("document", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("path", _word, primary_key=True),
    sqlite_with_rowid=False,
)
names = Table(  # names as written, folded, and their parts: whole, each word, each run of words
    "names",
    metadata,
    Column("name", _word, primary_key=True),
    Column("document", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
sketches = Table(
    "sketches",
    metadata,
    Column("document", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("sketch", LargeBinary, nullable=False),
)
leads = Table(
    "leads",
    metadata,
    Column("document", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    Column("lead", LargeBinary, nullable=False),
)
problems = Table(
    "problems",
    metadata,
    Column("path", _word, primary_key=True),
    Column("reason", _word, primary_key=True),
    sqlite_with_rowid=False,
)
copies = Table(  # pairs of documents by their numbers, in the order of their ids
    "copies",
    metadata,
    Column("a", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("b", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("share_of_a", Float, nullable=False),
    Column("share_of_b", Float, nullable=False),
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("passages", Text, nullable=False),
    sqlite_with_rowid=False,
)
ties = Table(  # pairs of leads, by document and first code point, in the order of the ids
    "ties",
    metadata,
    Column("a", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("a_start", Integer, primary_key=True, autoincrement=False),
    Column("b", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("b_start", Integer, primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    Column("vetoed", Integer, nullable=False),
    Column("why", Text, nullable=False),
    sqlite_with_rowid=False,
)
events = Table(
    "events",
    metadata,
    Column("id", _word, primary_key=True),
    Column("version", _word, nullable=False),  # a digest of the members
    Column("title", Text, nullable=False),
    Column("first", _word),
    Column("last", _word),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("publishers", Integer, nullable=False),
    Index("events_by_day", "last", "id"),
)
members = Table(
    "members",
    metadata,
    Column("event", _word, ForeignKey("events.id"), primary_key=True),
    Column("document", _number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    Column("origin", _word, nullable=False),
    Index("members_by_document", "document"),
    sqlite_with_rowid=False,
)
changes = Table(
    "changes",
    metadata,
    Column("number", _number, primary_key=True, autoincrement=False),
    Column("grouping", Integer, nullable=False),  # which grouping of the store found it, from 1
    Column("kind", Text, nullable=False),
    Column("event", _word, nullable=False),
    Column("others", Text, nullable=False),
    Column("members", Text, nullable=False),
    Column("why", Text, nullable=False),
    Index("changes_by_event", "event"),
)
apparatuses = Table(  # what `show` made, for the version of the event and the program that made it
    "apparatuses",
    metadata,
    Column("event", _word, primary_key=True),
    Column("version", _word, nullable=False),
    Column("made", LargeBinary, nullable=False),
)
# What `watch` keeps; its moments are seconds since 1970, UTC.
feeds = Table(
    "feeds",
    metadata,
    Column("feed", _word, primary_key=True),  # as the list of feeds names it
    Column("address", _word, nullable=False),  # where it lies now
    Column("etag", Text),
    Column("modified", Text),
    Column("again_at", Float, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("gone", Integer, nullable=False),
)
pages = Table(  # what feeds named: looked at for the first time where `document` is null, looked at again otherwise
    "pages",
    metadata,
    Column("address", _word, primary_key=True),
    Column("feed", _word, nullable=False),
    Column("entry", Text, nullable=False),  # what the feed says of it, as JSON
    Column("document", _word),  # the version that was there last
    Column("etag", Text),
    Column("modified", Text),
    Column("first_at", Float, nullable=False),
    Column("again_at", Float),  # null: not looked at any more
    Column("failures", Integer, nullable=False),
    Index("pages_by_time", "again_at"),
)
sightings = Table(  # when the words of a document were first found at their address
    "sightings",
    metadata,
    Column("document", _word, primary_key=True),
    Column("seen", Float, nullable=False),
)
hosts = Table(
    "hosts",
    metadata,
    Column("name", _word, primary_key=True),
    Column("robots", Text),
    Column("robots_until", Float, nullable=False),
    Column("free_at", Float, nullable=False),
    Column("overloaded", Integer, nullable=False),
)

_WORDS = {
    "sqlite": [
        "CREATE VIRTUAL TABLE words USING fts5("
        'text, content="documents", content_rowid="number", tokenize="unicode61 remove_diacritics 2")'
    ],
    "postgresql": [
        "CREATE TABLE words (document BIGINT PRIMARY KEY, vector TSVECTOR NOT NULL)",
        "CREATE INDEX words_by_word ON words USING gin (vector)",
    ],
}


def create(connection: Connection) -> None:
    """Makes all tables in an empty database and writes their version down."""
    metadata.create_all(connection)
    for statement in _WORDS[connection.dialect.name]:
        connection.execute(text(statement))
    connection.execute(about.insert(), {"name": "schema", "value": str(VERSION)})
