"""How the bytes of one file are read, chosen by content; a name's ending is a hint only.

Order: empty, decode, archive of a saved page, records, page, text. Standard input may hold several texts, set apart by
form feeds.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from rashomon.errors import Unreadable
from rashomon.model import Document, Part, Span
from rashomon.reading.decode import Undecodable, decode
from rashomon.reading.html import NoReport, looks_like_html, read_page
from rashomon.reading.json_stream import is_mixed_lines, read_lines
from rashomon.reading.json_text import looks_like_records, read_records
from rashomon.reading.language import language_of
from rashomon.reading.layout import Layout
from rashomon.reading.plain import read_layout
from rashomon.reading.records import Record, is_report, read_record, record_digest
from rashomon.reading.walk import is_lines_file, is_page_file, is_record_file

Tell = Callable[[Unreadable], None]
"""Takes in what could not be read."""
_LONGEST = 2_000_000
_LONGEST_PAGE = 16_000_000
_MOST_WAITING = 1000
_BROKEN = re.compile("broken|damaged|cut short")
_OURS = re.compile(
    r"(?i)\s*<!doctype html>[^\0]{0,2000}<meta name=\"generator\" content=\"rashomon |"
    r"# [^\n]*\n\n[^\n]*\b\d+ reports?, \d+ independent origins?\.\n"
)
_ARCHIVE = re.compile(rb"(?:From: <Saved by|MIME-Version: 1\.0)", re.I)


def read_bytes(
    raw: bytes,
    path: str,
    problems: list[Unreadable],
    *,
    named: bool,
    name: str | None = None,
    charset: str | None = None,
) -> list[Document]:
    """The documents in the bytes of one file; what cannot be read is added to `problems`.

    `named`: the user gave this very file. Inside a folder, JSON that holds no report at all is passed over in silence,
    and so is what this program wrote there before. `name` is the file's name where `path` does not end in it; `charset`
    is the encoding stated when it was fetched.
    """
    name = name or path
    try:
        if not raw.strip():
            raise NoReport("empty: there is nothing to read in it")
        if _ARCHIVE.match(raw):
            raw = _page_of_archive(raw)
        if is_mixed_lines(raw):
            return list(from_records(read_lines(BytesIO(raw)), path, problems.append, named=named))
        text = decode(raw, charset)
        if not text.strip("\ufeff \t\r\n\x00\f"):
            raise NoReport("empty: there is nothing to read in it")
        if _OURS.match(text):
            if not named:
                return []
            raise NoReport("no report: this program wrote it; name the reports it was made from")
        if looks_like_records(text, hinted=is_record_file(name), lines=is_lines_file(name)):
            return list(from_records(read_records(text), path, problems.append, named=named))
        if path == "-" and "\f" in text:
            return _from_stream(text, problems)
        return [_from_text(raw, text, path, name)]
    except (Undecodable, NoReport) as error:
        problems.append(Unreadable(path, str(error)))
    except (
        Exception
    ) as error:  # the parsers of pages are others' and meet what nobody foresaw: it costs this file alone
        problems.append(Unreadable(path, f"cannot be read: {type(error).__name__} in its parser"))
    return []


def _from_text(raw: bytes, text: str, path: str, name: str) -> Document:
    sha256 = hashlib.sha256(raw).hexdigest()
    if looks_like_html(text, hinted=is_page_file(name)):
        if len(text) > _LONGEST_PAGE:
            raise NoReport(f"too long for a page: {len(text):,} characters, at most {_LONGEST_PAGE:,}; save its text")
        page = read_page(text)
        _check_length(page.text)
        return _document(sha256, path, "text/html", page.text, page.layout, page=True, language=page.language)
    _check_length(text)
    media_type = "text/markdown" if name.lower().endswith((".md", ".markdown", ".mdown")) else "text/plain"
    return _document(sha256, path, media_type, text, read_layout(text))


def _from_stream(text: str, problems: list[Unreadable]) -> list[Document]:
    documents: list[Document] = []
    pieces = [piece for piece in text.split("\f") if piece.strip("\ufeff \t\r\n")]
    for number, piece in enumerate(pieces, start=1):
        try:
            documents.append(_from_text(piece.encode("utf-8", "surrogatepass"), piece, f"-#{number}", "-"))
        except NoReport as error:
            problems.append(Unreadable(f"-#{number}", str(error)))
    return documents


def from_records(
    records: Iterable[Record], path: str, tell: Tell, *, named: bool, media_type: str = "application/json"
) -> Iterator[Document]:
    """The documents of the records of one file, one at a time; `named` as in `read_bytes`."""
    known, met, passed = named, False, 0
    waiting: list[Record] = []
    for record in records:
        met = True
        if not known and not is_report(record.fields):
            passed += 1
            waiting += [record] if len(waiting) < _MOST_WAITING else []
            continue
        for earlier in waiting:
            yield from _from_record(earlier, path, tell, media_type)
        if passed > len(waiting):
            tell(Unreadable(path, f"{passed - len(waiting):,} more records before the first report hold none"))
        known, passed = True, 0
        waiting.clear()
        yield from _from_record(record, path, tell, media_type)
    if not known:
        broken = next((record.problem for record in waiting if record.problem and _BROKEN.search(record.problem)), None)
        if broken:
            tell(Unreadable(path, broken))
    elif not met:
        tell(Unreadable(path, "no report in it: the list is empty"))


def _from_record(record: Record, path: str, tell: Tell, media_type: str) -> Iterator[Document]:
    place = f"{path}#{record.place}" if record.place else path
    try:
        if record.problem:
            raise NoReport(record.problem)
        body, layout = read_record(record.fields, _check_length)
        document = _document(record_digest(record.fields), place, media_type, body, layout, page=True)
    except NoReport as error:
        tell(Unreadable(place, str(error)))
        return
    except Exception as error:  # as for pages: markup in a record goes through another's parser
        tell(Unreadable(place, f"cannot be read: {type(error).__name__} in its parser"))
        return
    yield document


def _document(
    sha256: str,
    path: str,
    media_type: str,
    text: str,
    layout: Layout,
    *,
    page: bool = False,
    language: str | None = None,
) -> Document:
    """`page`: the text was taken out of what has this digest."""
    key = f"d-{sha256[:12]}"
    return Document(
        id=key,
        path=path,
        sha256=sha256,
        media_type=media_type,
        text=text,
        raw=sha256 if page else None,
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
