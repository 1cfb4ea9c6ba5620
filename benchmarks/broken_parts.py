"""What broken files are made of: invented reports, and the records, pages, feeds and archives that hold them.

Each `Broken` holds reports that stand in it whole (`good`: all must be read) and says how many things in it are wrong
(`bad`: at least so many must be told).
"""

from __future__ import annotations

import html
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_PLACES = "Halm Ostra Quellmar Brenn Ilsefeld Tarnow Sundhal Merrin Voskaya Dorrin Elbach Fjordal".split()
_THINGS = "river bridge ferry tunnel school harbour dam station market mill tower pier".split()
_ACTS = "closed flooded reopened collapsed burned stopped sank lost evacuated cleared".split()
_WHO = "the mayor,the police,an engineer,the fire service,a spokeswoman,the harbour office,two witnesses".split(",")


@dataclass(frozen=True, slots=True)
class Report:
    """An invented report: a headline and paragraphs, each with a word that stands nowhere else."""

    headline: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Broken:
    """A file of the corpus: its kind and name, its bytes, what must be read of it and how much must be told."""

    kind: str
    name: str
    raw: bytes
    good: tuple[Report, ...]
    bad: int


Random = random.Random
Maker = Callable[[Random, int], Broken]


def report(draw: Random, number: int) -> Report:
    place, thing = draw.choice(_PLACES), draw.choice(_THINGS)
    mark = f"{place}-{number:05}{draw.randrange(10**6):06}"
    paragraphs = tuple(
        f"The {thing} in {mark}{part} was {draw.choice(_ACTS)} on Tuesday after a night of rain, "
        f"{draw.choice(_WHO)} said. About {draw.randrange(2, 900)} people had to leave their homes near the "
        f"{draw.choice(_THINGS)}, and nobody could say when they would be back."
        for part in "abc"
    )
    return Report(f"{thing.capitalize()} of {place} {draw.choice(_ACTS)} after rain", paragraphs)


def reports(draw: Random, number: int, most: int = 8) -> list[Report]:
    return [report(draw, number) for _ in range(draw.randrange(3, most + 1))]


def fields(of: Report) -> dict[str, Any]:
    return {"title": of.headline, "text": of.body, "published": "2031-05-02", "source": "Halm Courier"}


def page(of: Report) -> bytes:
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in of.paragraphs)
    head = f"<title>{of.headline}</title><meta charset='utf-8'>"
    return f"<!doctype html><html><head>{head}</head><body><h1>{of.headline}</h1>{body}</body></html>".encode()


def capture(of: bytes, number: int, *, length: str | None = None, coding: str = "", kind: str = "text/html") -> bytes:
    """A record of a web archive with a page that was answered with success."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\n{coding}\r\n".encode() + of
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Date: 2031-05-02T10:00:00Z\r\nWARC-Target-URI: https://courier.example/{zlib.crc32(of)}\r\n"
        f"Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def item(of: Report, *, day: str = "Fri, 02 May 2031 10:00:00 GMT", end: str = "</item>") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in of.paragraphs)
    return (
        f"<item><title>{of.headline}</title><pubDate>{day}</pubDate><description>{of.paragraphs[0][:90]}</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded>{end}"
    )


def feed(items: list[str], *, before: str = "", end: str = "</channel></rss>") -> bytes:
    root = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    head = '<?xml version="1.0" encoding="utf-8"?>'
    return f"{head}{before}{root}<title>Halm Courier</title>{''.join(items)}{end}".encode()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(zipfile.ZipInfo(name), raw, method)
    return target.getvalue()


def noise(draw: Random, size: int) -> bytes:
    """Bytes of no meaning that hold none of the marks readers go by."""
    return bytes(draw.choice(b"\x01\x02\x05\x0e\x81\x9d\xfe\xc3xq") for _ in range(size))


def overwritten(draw: Random, raw: bytes, start: int, end: int) -> bytes:
    """The bytes with a stretch of noise somewhere between two places."""
    size = min(40, max(8, (end - start) // 4))
    at = draw.randrange(start, max(start + 1, end - size))
    return raw[:at] + noise(draw, size) + raw[at + size :]
