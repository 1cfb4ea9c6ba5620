"""What a stream of bytes holds: one report, or many in a container, and containers in that.

Order: the first bytes tell the kind (zip and WACZ, gzip, bzip2, xz, tar, WARC, feed, JSON of any size, all else); each
kind gives its documents one at a time. A report's path is the container's and, behind #, its place in that. What is
broken is told with its place and costs nothing else. Containers stand in each other only so deep.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from rashomon.errors import RashomonError, Unreadable
from rashomon.model import Document
from rashomon.reading.choose import Tell, from_records, read_bytes
from rashomon.reading.feeds import looks_like_feed, read_feed
from rashomon.reading.json_stream import LINES, how_built, read_items, read_lines
from rashomon.reading.squeezed import Squeezed, engine_for
from rashomon.reading.streams import LARGEST, Chained, Damaged, Stream, Unpacked, buffered, gather, too_large, whole
from rashomon.reading.tars import is_tar, read_tar
from rashomon.reading.walk import is_feed_file, is_page_file, saved_beside, wanted
from rashomon.reading.web_archives import Lost, read_captures
from rashomon.reading.zips import Member, is_office_file, read_zip

_PROBE = 16 * 1024
_HELD = 4 * 1024 * 1024
"""What is no larger is held whole."""
_DEEPEST = 4
_MOST_TRIES = 1000
_IN_MEMORY = 16 * 1024 * 1024
_PACKED = re.compile(r"\.(?:gz|bz2|xz)$", re.I)
_PACKED_TAR = re.compile(r"\.t(?:gz|bz2?|xz)$", re.I)
_MOST_PAGES = 10_000
"""Pages of an archive that are remembered, to know what was saved beside them."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: where from, the path shown, the name that hints at what they are, whether the user named this very
    file, and in how many containers they stand."""

    stream: io.BufferedReader
    path: str
    name: str
    named: bool
    depth: int = 0


def source_of(file: BinaryIO, path: str) -> Source:
    """What is not a file on a disk, such as standard input, as if the user had named it."""
    head, _ = gather(cast(Stream, file), _PROBE)
    return Source(buffered(Chained(head, None, cast(Stream, file))), path, path, True)


def read_source(source: Source, tell: Tell) -> Iterator[Document]:
    """The documents in the bytes, one at a time; `tell` hears of what could not be read."""
    try:
        head = _head(source, tell)
        # a name counts where the first bytes, which would tell, are damaged
        if head is None:
            return
        name = source.name.lower()
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) or name.endswith((".zip", ".wacz")):
            yield from _from_zip(source, tell)
        elif head.startswith(b"\x1f\x8b") or (name.endswith(".gz") and b"\x1f\x8b\x08" in head):
            yield from read_source(_unpacked(source, Unpacked(source.stream)), tell)
        elif (engine := engine_for(head)) is not None:
            yield from read_source(_unpacked(source, Squeezed(source.stream, engine)), tell)
        elif is_tar(head) or name.endswith(".tar"):
            yield from _from_tar(source, tell)
        elif head.lstrip().startswith(b"WARC/") or name.endswith(".warc"):
            yield from _from_web_archive(source, tell)
        elif looks_like_feed(head, hinted=is_feed_file(name)):
            yield from _from_feed(source, head, tell)
        elif is_feed_file(name) and not source.named:
            return  # XML of another kind: no report, as a picture is none
        else:
            yield from _from_bytes(source, tell)
    except Damaged as error:
        tell(Unreadable(source.path, str(error)))
    except (RashomonError, OSError):
        raise
    except Exception as error:  # whatever nobody foresaw in a container costs what stands behind it there, and no more
        tell(Unreadable(source.path, f"cannot be read further: {type(error).__name__}"))


def _head(source: Source, tell: Tell) -> bytes | None:
    """The first bytes that are there; what is broken before them is told. Null where nothing else is there."""
    for tries in range(_MOST_TRIES):
        try:
            head = source.stream.peek(_PROBE)[:_PROBE]
            return head or (None if tries else b"")
        except Damaged as error:
            tell(Unreadable(source.path, str(error)))
    return None


def _inside(source: Source, stream: io.BufferedReader, place: str | None, name: str) -> Source:
    if source.depth >= _DEEPEST:
        raise Damaged(f"archives inside archives, more than {_DEEPEST} deep: not read")
    path = f"{source.path}#{place}" if place else source.path
    return Source(stream, path, name, source.named and place is None, source.depth + 1)


def _unpacked(source: Source, raw: io.RawIOBase) -> Source:
    return _inside(source, buffered(raw), None, _PACKED_TAR.sub(".tar", _PACKED.sub("", source.name)))


def _from_zip(source: Source, tell: Tell) -> Iterator[Document]:
    with _seekable(source.stream) as file:
        members, lost = read_zip(file)
        if isinstance(members, list):
            if is_office_file([member.name for member in members]):
                members = _not_for(source)
            taken = set(_taken([member.name for member in members]))
            members = [member for member in members if member.name in taken]
            if not members and source.named:
                raise Damaged("no report in it: it holds no file that may be one")
        for member in members:
            if lost and is_office_file([member.name]):
                _not_for(source)
                return
            if lost and not _taken([member.name]):
                continue
            try:
                inner = _inside(source, member.open(), member.place, member.name)
            except Damaged as error:
                tell(Unreadable(f"{source.path}#{member.place}", str(error)))
                continue
            yield from read_source(inner, tell)
    if lost:
        tell(Unreadable(source.path, str(lost)))


def _from_tar(source: Source, tell: Tell) -> Iterator[Document]:
    """The files as they come; one that may have been saved beside a page waits for that page, if it is not long."""
    pages: dict[str, None] = {}
    waiting: list[tuple[str, Source]] = []
    empty, size = source.named, 0
    for member in read_tar(source.stream):
        if isinstance(member, Damaged):
            empty = False
            tell(Unreadable(source.path, str(member)))
            continue
        if is_page_file(member.name):
            pages[member.name.rpartition(".")[0]] = None
            if len(pages) > _MOST_PAGES:
                del pages[next(iter(pages))]
        page = saved_beside(member.name)
        if page in pages or not wanted([member.name]):
            continue
        empty = False
        try:
            inner = _inside(source, member.open(), member.place, member.name)
        except Damaged as error:
            tell(Unreadable(f"{source.path}#{member.place}", str(error)))
            continue
        if page is not None and size < _IN_MEMORY:
            raw, damage = gather(inner.stream, _HELD)
            size += len(raw)
            inner = replace(inner, stream=buffered(Chained(raw, damage, inner.stream)))
            if not damage and len(raw) < _HELD:
                waiting.append((page, inner))
                continue
        yield from read_source(inner, tell)
    for page, inner in waiting:
        if page not in pages:
            yield from read_source(inner, tell)
    if empty:
        tell(Unreadable(source.path, "no report in it: it holds no file that may be one"))


def _not_for(source: Source) -> list[Member]:
    if source.named:
        raise Damaged("not a text file: this is an archive or office file; save its text and give that")
    return []


def _taken(names: list[str]) -> list[str]:
    """The files of an archive that may hold reports; of a web archive in a zip (WACZ) those with the pages."""
    if "datapackage.json" in names:
        archives = [name for name in names if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name)]
        if archives:
            return archives
    return wanted(names)


@contextmanager
def _seekable(stream: io.BufferedReader) -> Iterator[BinaryIO]:
    """The stream as a file in which any place can be gone to: itself, or a copy that is gone when it was used."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        error = None
        while not error:
            piece, error = gather(stream, 1 << 20)
            copy.write(piece)
            if not piece:
                break
        yield cast(BinaryIO, copy)


def _from_web_archive(source: Source, tell: Tell) -> Iterator[Document]:
    for capture in read_captures(source.stream):
        path = f"{source.path}#{capture.place}"
        if isinstance(capture, Lost):
            tell(Unreadable(path, capture.problem))
            continue
        problems: list[Unreadable] = []
        name = "page.html" if capture.page else "page.txt"
        for document in read_bytes(capture.raw, path, problems, named=False, name=name, charset=capture.charset):
            yield replace(document, url=document.url or capture.url, excerpt=document.excerpt or capture.shortened)
        for problem in problems:
            tell(problem)


def _from_feed(source: Source, head: bytes, tell: Tell) -> Iterator[Document]:
    raw, error = gather(source.stream, LARGEST + 1)
    if len(raw) > LARGEST:
        raise too_large()
    media_type = "application/atom+xml" if re.search(rb"<feed[\s>]", head) else "application/rss+xml"
    yield from from_records(read_feed(raw), source.path, tell, named=True, media_type=media_type)
    if error:
        raise error.anew()


def _from_bytes(source: Source, tell: Tell) -> Iterator[Document]:
    raw, error = gather(source.stream, _HELD + 1)
    if error or len(raw) > _HELD:
        # behind a broken place the next member may go on, and shows what the piece before it cannot
        more, again = gather(source.stream, _HELD) if error else (b"", None)
        built = how_built(raw) or how_built(more)
        if built is not None:
            stream = buffered(Chained(raw, error, buffered(Chained(more, again, source.stream))))
            records = read_lines(stream) if built is LINES else read_items(stream, built)
            yield from from_records(records, source.path, tell, named=source.named)
            return
        if error:
            raise error.anew()
        raw += whole(source.stream, LARGEST - len(raw))
    problems: list[Unreadable] = []
    yield from read_bytes(raw, source.path, problems, named=source.named, name=source.name)
    for problem in problems:
        tell(problem)
