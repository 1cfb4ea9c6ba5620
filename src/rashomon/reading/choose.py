"""How the bytes of one file are read, chosen by content; a name's ending is a hint only.

Order: empty, decode, archive of a saved page, records, page, text. Standard input may hold several texts, set apart by
form feeds.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
import re

from rashomon.errors import Unreadable
from rashomon.model import Document, Part, Span
from rashomon.reading.decode import Undecodable, decode
from rashomon.reading.html import NoReport, looks_like_html, read_page
from rashomon.reading.language import language_of
from rashomon.reading.layout import Layout
from rashomon.reading.plain import read_layout
from rashomon.reading.records import is_report, looks_like_records, read_record, read_records, record_digest
from rashomon.reading.walk import is_page_file, is_record_file

_LONGEST = 2_000_000
_OURS = re.compile(
    r"(?i)\s*<!doctype html>[^\0]{0,2000}<meta name=\"generator\" content=\"rashomon |"
    r"# [^\n]*\n\n[^\n]*\b\d+ reports?, \d+ independent origins?\.\n"
)
_ARCHIVE = re.compile(rb"(?:From: <Saved by|MIME-Version: 1\.0)", re.I)


def read_bytes(raw: bytes, path: str, problems: list[Unreadable], *, named: bool) -> list[Document]:
    """The documents in the bytes of one file; what cannot be read is added to `problems`.

    `named`: the user gave this very file. Inside a folder, JSON that holds no report at all is passed over in silence,
    and so is what this program wrote there before.
    """
    try:
        if not raw.strip():
            raise NoReport("empty: there is nothing to read in it")
        if _ARCHIVE.match(raw):
            raw = _page_of_archive(raw)
        text = decode(raw)
        if not text.strip("\ufeff \t\r\n\x00\f"):
            raise NoReport("empty: there is nothing to read in it")
        if _OURS.match(text):
            if not named:
                return []
            raise NoReport("no report: this program wrote it; name the reports it was made from")
        if looks_like_records(text, hinted=is_record_file(path)):
            return _from_records(text, path, problems, named=named)
        if path == "-" and "\f" in text:
            return _from_stream(text, problems)
        return [_from_text(raw, text, path)]
    except (Undecodable, NoReport) as error:
        problems.append(Unreadable(path, str(error)))
        return []


def _from_text(raw: bytes, text: str, path: str) -> Document:
    sha256 = hashlib.sha256(raw).hexdigest()
    if looks_like_html(text, hinted=is_page_file(path)):
        page = read_page(text)
        _check_length(page.text)
        return _document(sha256, path, "text/html", page.text, page.layout, raw=sha256, language=page.language)
    _check_length(text)
    media_type = "text/markdown" if path.lower().endswith((".md", ".markdown", ".mdown")) else "text/plain"
    return _document(sha256, path, media_type, text, read_layout(text))


def _from_stream(text: str, problems: list[Unreadable]) -> list[Document]:
    documents: list[Document] = []
    pieces = [piece for piece in text.split("\f") if piece.strip("\ufeff \t\r\n")]
    for number, piece in enumerate(pieces, start=1):
        try:
            documents.append(_from_text(piece.encode("utf-8", "surrogatepass"), piece, f"-#{number}"))
        except NoReport as error:
            problems.append(Unreadable(f"-#{number}", str(error)))
    return documents


def _from_records(text: str, path: str, problems: list[Unreadable], *, named: bool) -> list[Document]:
    records = list(read_records(text))
    if not named and not any(is_report(record.fields) for record in records):
        if any(record.problem and "broken" in record.problem for record in records):
            problems.append(Unreadable(path, next(record.problem for record in records if record.problem) or ""))
        return []
    documents: list[Document] = []
    for record in records:
        place = f"{path}#{record.place}" if record.place else path
        try:
            if record.problem:
                raise NoReport(record.problem)
            body, layout = read_record(record.fields)
            _check_length(body)
        except NoReport as error:
            problems.append(Unreadable(place, str(error)))
            continue
        sha256 = record_digest(record.fields)
        documents.append(_document(sha256, place, "application/json", body, layout, raw=sha256))
    if not records:
        problems.append(Unreadable(path, "no report in it: the list is empty"))
    return documents


def _document(
    sha256: str,
    path: str,
    media_type: str,
    text: str,
    layout: Layout,
    *,
    raw: str | None = None,
    language: str | None = None,
) -> Document:
    key = f"d-{sha256[:12]}"
    return Document(
        id=key,
        path=path,
        sha256=sha256,
        media_type=media_type,
        text=text,
        raw=raw,
        headline=Span(key, *layout.headline) if layout.headline else None,
        publisher=layout.publisher,
        credits=layout.credits,
        authors=layout.authors,
        published=layout.published,
        language=language_of(text) or language,
        url=layout.url,
        parts=tuple(Part(kind, Span(key, start, end)) for kind, start, end in layout.parts),
        boilerplate=tuple(Span(key, start, end) for start, end in layout.boilerplate),
        excerpt=layout.excerpt,
    )


def _check_length(text: str) -> None:
    if len(text) > _LONGEST:
        raise NoReport(f"too long for a report: {len(text):,} characters, at most {_LONGEST:,}; split it")


def _page_of_archive(raw: bytes) -> bytes:
    """The page inside a browser's one-file archive (MHTML), as UTF-8."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise NoReport("no report found in this archive: it holds no page")
