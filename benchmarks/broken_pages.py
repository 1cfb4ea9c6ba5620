"""Broken files of pages and feeds: web archives, RSS and Atom, single pages and texts, lines of 200 MB, bombs."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib

from broken_parts import (
    Broken,
    Random,
    capture,
    feed,
    fields,
    item,
    noise,
    overwritten,
    page,
    report,
    reports,
    zipped,
)

_LONG = 200_000_000


def archive_of(draw: Random, number: int, records: list[bytes]) -> tuple[str, bytes]:
    """The records as a web archive, plain or a gzip member each."""
    if draw.random() < 0.5:
        return f"{number:05}.warc", b"".join(records)
    return f"{number:05}.warc.gz", b"".join(gzip.compress(record, mtime=0) for record in records)


def archive_cut(draw: Random, number: int) -> Broken:
    """A crawl that was stopped while it wrote."""
    whole = reports(draw, number)
    records = [capture(page(one), index) for index, one in enumerate(whole)]
    last = capture(page(report(draw, number)), 99)
    name, raw = archive_of(draw, number, [*records, last])
    size = len(last) if name.endswith("warc") else len(gzip.compress(last, mtime=0))
    return Broken("cut archive", name, raw[: -draw.randrange(20, size - 100)], tuple(whole), 1)


def archive_wrong_length(draw: Random, number: int) -> Broken:
    """A record that says it is longer or shorter than it is, or nothing of it: the next begins where it begins."""
    whole = reports(draw, number)
    records = [capture(page(one), index) for index, one in enumerate(whole)]
    length = str(draw.choice([3, 150, 5_000, 100_000_000, 10**14, "many", ""]))
    records.insert(draw.randrange(len(records) + 1), capture(page(report(draw, number)), 99, length=length))
    return Broken("archive length", *archive_of(draw, number, records), tuple(whole), 1)


def archive_overwritten(draw: Random, number: int) -> Broken:
    """A gzip member of a web archive that cannot be unpacked."""
    whole = reports(draw, number)
    members = [gzip.compress(capture(page(one), index), mtime=0) for index, one in enumerate(whole)]
    spoilt = gzip.compress(capture(page(report(draw, number)), 99), mtime=0)
    members.insert(draw.randrange(len(members) + 1), overwritten(draw, spoilt, 12, len(spoilt) - 8))
    return Broken("archive member", f"{number:05}.warc.gz", b"".join(members), tuple(whole), 1)


def archive_with_junk(draw: Random, number: int) -> Broken:
    whole = reports(draw, number)
    records = [capture(page(one), index) for index, one in enumerate(whole)]
    records.insert(draw.randrange(1, len(records) + 1), noise(draw, 300) + b"\r\n\r\n")
    return Broken("archive junk", f"{number:05}.warc", b"".join(records), tuple(whole), 1)


def archive_wrong_wrapping(draw: Random, number: int) -> Broken:
    """Pages that were packed or cut in pieces for sending, some of them wrongly; and pictures, passed over."""
    whole = reports(draw, number, 5)
    first, second, third, *others = whole
    body = page(second)
    pieces = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    packed, chunked = "Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n"
    spoilt = gzip.compress(page(report(draw, number)), mtime=0)
    records = [
        capture(gzip.compress(page(first), mtime=0), 0, coding=packed),
        capture(spoilt[:-30], 90, coding=packed),
        capture(pieces, 1, coding=chunked),
        capture(b"fffff\r\n" + body[:90], 91, coding=chunked),
        capture(page(third), 2, coding=packed),
        capture(gzip.compress(b"\0" * 40_000_000, mtime=0), 92, coding=packed),
        capture(noise(draw, 200), 93, kind="image/png"),
        *(capture(page(one), index) for index, one in enumerate(others, start=3)),
    ]
    return Broken("archive wrapping", *archive_of(draw, number, records), tuple(whole), 3)


def collection(draw: Random, number: int) -> Broken:
    """A web archive in a zip (WACZ), with one archive broken and the list of pages lost."""
    whole = reports(draw, number)
    good = b"".join(gzip.compress(capture(page(one), index), mtime=0) for index, one in enumerate(whole))
    lost = gzip.compress(capture(page(report(draw, number)), 99), mtime=0)[:-90]
    files = {"datapackage.json": b"{}", "archive/a.warc.gz": good, "archive/b.warc.gz": lost, "pages/pages.jsonl": b"{"}
    raw = zipped(files | {"logs/crawl.log": b"fetched"}, zipfile.ZIP_STORED)
    return Broken("collection", f"{number:05}.wacz", raw, tuple(whole), 1)


def feed_cut(draw: Random, number: int) -> Broken:
    whole = reports(draw, number)
    raw = feed([item(one) for one in (*whole, report(draw, number))], end="")
    return Broken("cut feed", f"{number:05}.xml", raw[: -draw.randrange(10, 200)], tuple(whole), 1)


def feed_unclosed(draw: Random, number: int) -> Broken:
    """An entry without its end, or with a stretch of bare text that has none."""
    whole = reports(draw, number)
    items = [item(one) for one in whole]
    spoilt = item(report(draw, number), end="")
    items.insert(
        draw.randrange(len(items)), draw.choice([spoilt, spoilt.replace("]]>", "").replace("</content:encoded>", "")])
    )
    return Broken("unclosed entry", f"{number:05}.rss", feed(items), tuple(whole), 1)


def feed_unfolding(draw: Random, number: int) -> Broken:
    """Entities that unfold to a thousand million letters, and one that names a file of the reader's."""
    whole = reports(draw, number)
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    before = f'<!DOCTYPE rss [{entities}<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    items = [item(one) for one in whole]
    items.insert(1, "<item><title>&l9;</title><description>&x;</description></item>")
    return Broken("unfolding feed", f"{number:05}.xml", feed(items, before=before), tuple(whole), 0)


def feed_odd(draw: Random, number: int) -> Broken:
    """Wrong days, unknown entities, bare ampersands, letters of another encoding: the reports are whole."""
    whole = reports(draw, number)
    days = ["Fri, 99 Foo 2031 25:61:00 XYZ", "31/02/2031", "", "tomorrow", "2031-02-30T99:99:99+99:99", "9" * 400]
    items = [item(one, day=draw.choice(days)) for one in whole]
    items[0] = (
        items[0]
        .replace("<title>", "<title>A &amp; B &nbsp; &unknown; & C ")
        .replace("A &amp; B &nbsp; &unknown; & C ", "", 1)
    )
    raw = feed(items).replace(b"Halm Courier", b"Halm &eacute; & Courier \xe9", 1)
    return Broken("odd feed", f"{number:05}.xml", raw, tuple(whole), 0)


def pages(draw: Random, number: int) -> Broken:
    """Pages that are none: cut in the head, nested without end, full of noise, empty."""
    whole = page(report(draw, number))
    raw = draw.choice(
        [
            whole[: draw.randrange(20, 60)], b"<html><body>" + b"<div>" * 200_000, b"<html>" + noise(draw, 5000), b" ",
            b"<html><script>" + b"x" * 90_000, b"<!doctype html>" + b"<p" * 100_000,
        ]
    )  # fmt: skip
    return Broken("no page", f"{number:05}.html", raw, (), 1)


def texts(draw: Random, number: int) -> Broken:
    """Text files that hold no text, or more than a report can."""
    raw = draw.choice(
        [
            b"",
            b"\n \t\n",
            noise(draw, 3000),
            b"%PDF-1.4\n%" + noise(draw, 99),
            b"\xef\xbb\xbfHalm \xff\xfe\xfd",
            b"a b " * 600_000,
        ]
    )
    return Broken("no text", f"{number:05}.txt", raw, (), 1)


def long_line(draw: Random, number: int) -> Broken:
    """JSON Lines with a line of 200 MB between others."""
    whole = reports(draw, number)
    first, *others = [json.dumps(fields(one)).encode() for one in whole]
    long = b'{"text": "' + b"a" * _LONG + b'"}'
    return Broken("200 MB line", f"{number:05}.jsonl", b"\n".join([first, long, *others]), tuple(whole), 1)


def long_text(draw: Random, number: int) -> Broken:
    return Broken("200 MB text", f"{number:05}.txt", b"a" * _LONG, (), 1)


def packed_bomb(draw: Random, number: int) -> Broken:
    """A gigabyte of nothing in a megabyte, with a report in a member before and one behind it."""
    whole = [report(draw, number), report(draw, number)]
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(engine.compress(bytes(1 << 20)) for _ in range(1024)) + engine.flush()
    before, behind = (gzip.compress(json.dumps(fields(one)).encode() + b"\n", mtime=0) for one in whole)
    return Broken("gzip bomb", f"{number:05}.jsonl.gz", before + bomb + behind, tuple(whole), 1)


def zip_bomb(draw: Random, number: int) -> Broken:
    """Sixteen archives of a gigabyte of nothing in one, beside a report."""
    whole = report(draw, number)
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(engine.compress(bytes(1 << 20)) for _ in range(1024)) + engine.flush()
    files = {f"{index:x}.txt.gz": bomb for index in range(16)} | {"good.html": page(whole)}
    return Broken("zip bomb", f"{number:05}.zip", zipped(files), (whole,), 16)


KINDS = (
    archive_cut, archive_wrong_length, archive_overwritten, archive_with_junk, archive_wrong_wrapping, collection,
    feed_cut, feed_unclosed, feed_unfolding, feed_odd, pages, texts,
)  # fmt: skip
HUGE = (long_line, long_text, packed_bomb, zip_bomb)
