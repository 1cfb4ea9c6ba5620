"""Broken files of records and archives: JSON Lines and lists, gzip, zip."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from broken_parts import Broken, Random, Report, fields, noise, overwritten, page, report, reports, zipped


def lines_with_broken(draw: Random, number: int) -> Broken:
    """JSON Lines with lines cut, unquoted, filled with noise, or no objects at all."""
    whole = reports(draw, number)
    lines = [json.dumps(fields(one), ensure_ascii=draw.random() < 0.5).encode() for one in whole]
    spoilt = json.dumps(fields(report(draw, number))).encode()
    wrong = [
        spoilt[: draw.randrange(20, len(spoilt) - 1)], spoilt.replace(b'"text":', b'"text"', 1), noise(draw, 400),
        b"[1, 2]", b"null", b'{"title": "no text"}', b"{" * 5000, b'{"text": "' + b"\\u12" + b'"}', b"{}",
        b'{"text": 3}',
    ]  # fmt: skip
    chosen = draw.sample(wrong, draw.randrange(1, 4))
    for line in chosen:
        lines.insert(draw.randrange(len(lines) + 1), line)
    return Broken("lines", f"{number:05}.jsonl", b"\n".join(lines), tuple(whole), len(chosen))


def lines_run_together(draw: Random, number: int) -> Broken:
    """JSON Lines in which a line break was lost: nothing is, and nothing need be told."""
    whole = reports(draw, number)
    lines = [json.dumps(fields(one)) for one in whole]
    return Broken(
        "joined lines", f"{number:05}.jsonl", "".join([lines[0], "\n".join(lines[1:])]).encode(), tuple(whole), 0
    )


def lines_in_two_encodings(draw: Random, number: int) -> Broken:
    whole = reports(draw, number)
    lines = [json.dumps(fields(one) | {"author": "José Müller"}, ensure_ascii=False).encode() for one in whole]
    odd = report(draw, number)
    lines.append(json.dumps(fields(odd) | {"author": "José Müller"}, ensure_ascii=False).encode("cp1252"))
    return Broken("two encodings", f"{number:05}.jsonl", b"\n".join(lines), (*whole, odd), 0)


def odd_values(draw: Random, number: int) -> Broken:
    """Fields of other types than they should be, wrong days, half letters: the reports are whole all the same."""
    whole = reports(draw, number)
    days: list[Any] = [
        "2031-13-45",
        "99/99/9999",
        "yesterday",
        -1e400,
        {"$date": None},
        ["2031"],
        "0000-00-00",
        10**40,
        "",
    ]
    lines = [
        json.dumps(fields(one) | {"published": draw.choice(days), "authors": draw.choice(days), "url": "\ud83d"})
        for one in whole
    ]
    return Broken("odd values", f"{number:05}.jsonl", "\n".join(lines).encode(), tuple(whole), 0)


def list_with_broken(draw: Random, number: int) -> Broken:
    """An array, or an object around one, with a broken item, set in lines or on one, whole or cut."""
    whole = reports(draw, number)
    spoilt = json.dumps(fields(report(draw, number))).replace('"text":', '"text"', 1)
    items = [json.dumps(fields(one)) for one in whole]
    items.insert(draw.randrange(len(items)), spoilt)
    text = "[" + draw.choice([", ", ",\n", ",\n  "]).join(items) + "]"
    if draw.random() < 0.5:
        text = '{"status": "ok", "articles": ' + text + "}"
    return Broken("list", f"{number:05}.json", text.encode(), tuple(whole), 1)


def list_cut(draw: Random, number: int) -> Broken:
    whole = reports(draw, number)
    text = json.dumps(
        {"articles": [fields(one) for one in (*whole, report(draw, number))]}, indent=draw.choice([None, 1])
    )
    return Broken("cut list", f"{number:05}.json", text[: -draw.randrange(40, 200)].encode(), tuple(whole), 1)


def packed_lines_cut(draw: Random, number: int) -> Broken:
    whole = reports(draw, number)
    lines = [json.dumps(fields(one)).encode() + b"\n" for one in whole]
    engine = zlib.compressobj(6, zlib.DEFLATED, 31)
    # what was flushed is on the disk; what came after was not written to its end
    raw = b"".join(engine.compress(line) for line in lines) + engine.flush(zlib.Z_FULL_FLUSH)
    rest = engine.compress(json.dumps(fields(report(draw, number))).encode()) + engine.flush()
    return Broken("cut gzip", f"{number:05}.jsonl.gz", raw + rest[: len(rest) // 2], tuple(whole), 1)


def packed_members(draw: Random, number: int) -> Broken:
    """Gzip of several members, one of them overwritten: the others hold what they held."""
    whole = reports(draw, number)
    members = [gzip.compress(json.dumps(fields(one)).encode() + b"\n", mtime=0) for one in whole]
    spoilt = gzip.compress(json.dumps(fields(report(draw, number))).encode() + b"\n", mtime=0)
    members.insert(draw.randrange(len(members) + 1), overwritten(draw, spoilt, 12, len(spoilt) - 8))
    return Broken("gzip members", f"{number:05}.jsonl.gz", b"".join(members), tuple(whole), 1)


def packed_page(draw: Random, number: int) -> Broken:
    raw = gzip.compress(page(report(draw, number)), mtime=0)
    raw = raw[: -draw.randrange(1, 60)] if draw.random() < 0.5 else overwritten(draw, raw, 12, len(raw) - 8)
    return Broken("gzip page", f"{number:05}.html.gz", raw, (), 1)


def members_of(draw: Random, whole: list[Report]) -> dict[str, bytes]:
    forms: list[Callable[[Report], tuple[str, bytes]]] = [
        lambda one: ("html", page(one)),
        lambda one: ("txt", f"{one.headline}\n\n{one.body}\n".encode()),
        lambda one: ("json", json.dumps(fields(one)).encode()),
    ]
    made = [draw.choice(forms)(one) for one in whole]
    return {f"in/{index}.{ending}": raw for index, (ending, raw) in enumerate(made)}


def zip_cut(draw: Random, number: int) -> Broken:
    """A zip archive whose end, and with it the list of its files, was lost."""
    whole = reports(draw, number)
    raw = zipped(members_of(draw, whole) | {"in/last.html": page(report(draw, number))})
    list_at = raw.index(b"PK\x01\x02")
    cut = draw.choice([list_at + 10, list_at - 20, len(raw) - 10])
    return Broken("cut zip", f"{number:05}.zip", raw[:cut], tuple(whole), 2 if cut < list_at else 1)


def zip_overwritten(draw: Random, number: int) -> Broken:
    whole = reports(draw, number)
    files = members_of(draw, whole)
    files["in/spoilt.html"] = page(report(draw, number))
    raw = zipped(files, draw.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]))
    start = raw.index(b"in/spoilt.html") + 14
    return Broken(
        "zip member", f"{number:05}.zip", overwritten(draw, raw, start + 9, raw.index(b"PK\x01\x02")), tuple(whole), 1
    )


def zip_locked(draw: Random, number: int) -> Broken:
    """One member says it is locked with a password."""
    whole = reports(draw, number)
    raw = bytearray(zipped(members_of(draw, whole) | {"in/locked.txt": b"x" * 300}))
    raw[raw.index(b"in/locked.txt") - 24] |= 1
    raw[raw.rindex(b"in/locked.txt") - 38] |= 1
    return Broken("locked zip", f"{number:05}.zip", bytes(raw), tuple(whole), 1)


def zip_of_zips(draw: Random, number: int) -> Broken:
    """Archives in archives: as deep as is read, one holding itself deeper than that, and no archive under its name."""
    whole = reports(draw, number)
    deep = zipped({"x.txt": report(draw, number).body.encode()})
    for _ in range(7):
        deep = zipped({"r.zip": deep})
    files = {"in/good.zip": zipped(members_of(draw, whole)), "in/deep.zip": deep, "in/none.zip": noise(draw, 900)}
    return Broken("zip in zip", f"{number:05}.zip", zipped(files), tuple(whole), 2)


def zip_with_others(draw: Random, number: int) -> Broken:
    """Pictures, office files and hidden files beside reports: passed over, as in a folder."""
    whole = reports(draw, number)
    others = {
        "a.png": b"\x89PNG" + noise(draw, 90),
        "b.pdf": b"%PDF-1.7",
        "__MACOSX/._a.txt": b"\0\5\x16\7",
        ".hidden.txt": b"no",
    }
    others |= {
        "c.docx": zipped({"[Content_Types].xml": b"<x/>"}),
        "README.md": b"About this archive.",
        "../../up.txt": b"",
    }
    return Broken("zip with others", f"{number:05}.zip", zipped(others | members_of(draw, whole)), tuple(whole), 1)


def small_bombs(draw: Random, number: int) -> Broken:
    """Members that unpack to far more than they are, beside reports."""
    whole = reports(draw, number)
    bombs = {"in/zeros.txt": b"\0" * 8_000_000, "in/a.json": b'{"text": "' + b"a" * 9_000_000}
    return Broken("bombs in zip", f"{number:05}.zip", zipped(members_of(draw, whole) | bombs), tuple(whole), 2)


KINDS = (
    lines_with_broken, lines_run_together, lines_in_two_encodings, odd_values, list_with_broken, list_cut,
    packed_lines_cut, packed_members, packed_page, zip_cut, zip_overwritten, zip_locked, zip_of_zips, zip_with_others,
    small_bombs,
)  # fmt: skip
