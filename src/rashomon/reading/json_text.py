"""JSON and JSON Lines held as one text: where its records are.

Order: how the text is built (one object, an array, an object around an array, a line a record); each record on its
own, so that a broken one costs only itself; where the whole is broken, what stands whole in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rashomon.reading.records import LISTS, Record, is_ours, is_report

_DECODER = json.JSONDecoder(strict=False)
_OPENING = re.compile(r"[\s,]*(?=\{)")
_NEXT = re.compile(r"\}\s*,?\s*(?=\{)")
_LIST = re.compile(rf"\"(?:{'|'.join(LISTS)})\"\s*:\s*\[\s*(?=\{{)", re.I)
_MOST_TRIES = 1000


def looks_like_records(text: str, *, hinted: bool = False, lines: bool = False) -> bool:
    """Whether the text is JSON or JSON Lines; `hinted`: its name says so, then a broken file counts too.

    `lines`: its name says JSON Lines, then even the first may be broken.
    """
    probe = text.lstrip("\ufeff \t\r\n")
    if not probe.startswith(("{", "[")):
        return lines and any(_is_whole(line.strip()) for line in text.split("\n"))
    if hinted or re.match(r"\[\s*(?:\{\s*(?:\"|\})|\])", probe):
        return True
    return bool(re.match(r"\{\s*(?:\"[^\"\n]{0,80}\"\s*:|\})", probe))


def read_records(text: str) -> Iterator[Record]:
    """The objects of the text in order; a broken one comes with its problem and the others all the same."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    try:
        data = whole_letters(json.loads(text[start:], strict=False))
    except (ValueError, RecursionError) as error:
        yield from _piecewise(text, start, error)
        return
    items = _unwrap(data)
    if isinstance(items, list):
        for number, item in enumerate(items, start=1):
            yield checked(number, item)
    else:
        yield Record(0, items)


def read_line(number: int, line: str) -> Iterator[Record]:
    """The record of a line of JSON Lines; where the break between lines was lost, the records that stand in it."""
    try:
        yield checked(number, whole_letters(json.loads(line, strict=False)))
        return
    except (ValueError, RecursionError) as error:
        broken = error
    at, several = 0, 0
    while opening := _OPENING.match(line, at):
        try:
            item, at = _DECODER.raw_decode(line, opening.end())
        except (ValueError, RecursionError):
            break
        if not is_report(item):
            break
        several += 1
        yield Record(number if several == 1 else f"{number}.{several}", whole_letters(item))
    if at < len(line) and not (several and not line[at:].strip()):
        column = f", column {broken.colno}" if isinstance(broken, json.JSONDecodeError) else ""
        place = f"{number}.{several + 1}" if several else number
        yield Record(place, {}, f"broken JSON at line {number}{column}; the other records were read")


def next_object(text: str, begin: int) -> int | None:
    """Where the object behind a broken one begins; null when none is found.

    In an array that is set in lines that is a line indented no further; on one line it is the next that holds a report.
    """
    indent = begin - text.rfind("\n", 0, begin) - 1
    if not text[begin - indent : begin].strip(" \t"):
        again = re.compile(rf"\n[ \t]{{0,{indent}}}(?=\{{)").search(text, begin + 1)
        if again is not None:
            return again.end()
    for tried, found in enumerate(_NEXT.finditer(text, begin + 1)):
        try:
            item, _ = _DECODER.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            item = None
        if isinstance(item, dict) and is_report(item):
            return found.end()
        if tried > _MOST_TRIES:
            break
    return None


def checked(place: int | str, item: Any) -> Record:
    """The item of a list as a record: an object, or the word that it is none."""
    return (
        Record(place, item)
        if isinstance(item, dict)
        else Record(place, {}, "not an object: a record is {…} with fields")
    )


def whole_letters(data: Any) -> Any:
    """The data with a replacement sign for half of a pair of surrogates, which JSON can spell and no text can hold."""
    if isinstance(data, str):
        return data if _utf8(data) else data.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(data, list):
        return [whole_letters(item) for item in data]
    if isinstance(data, dict):
        return {whole_letters(key): whole_letters(item) for key, item in data.items()}
    return data


def _piecewise(text: str, start: int, error: Exception) -> Iterator[Record]:
    lines = [(number, line.strip("\ufeff \t\r")) for number, line in enumerate(text.split("\n"), start=1)]
    lines = [(number, line) for number, line in lines if line]
    objects = sum(line.startswith("{") and line.endswith("}") for _, line in lines)
    if text[start] == "[" and objects <= 0.5 * len(lines):
        yield from _broken_array(text, start + 1)
        return
    if len(lines) >= 2 and (objects >= 0.5 * len(lines) or any(_is_whole(line) for _, line in lines)):
        for number, line in lines:
            yield from read_line(number, line)
        return
    inside = _LIST.search(text, start)
    salvaged = list(_broken_array(text, inside.end())) if inside else list(read_line(1, text[start:]))
    if not any(is_report(record.fields) for record in salvaged):
        yield Record(0, {}, where(error))
        return
    yield from salvaged
    if not any(record.problem for record in salvaged):
        yield Record(0, {}, where(error) + "; the records before it were read")


def _is_whole(line: str) -> bool:
    """Whether the line is a report by itself: then the text is lines of records, though most of them be broken."""
    if not (line.startswith("{") and line.endswith("}")):
        return False
    try:
        item = json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return False
    return isinstance(item, dict) and is_report(item)


def _broken_array(text: str, at: int) -> Iterator[Record]:
    """The items of an array one by one; behind a broken one the next is looked for."""
    number = 0
    while match := _OPENING.match(text, at):
        number += 1
        begin = match.end()
        try:
            item, at = _DECODER.raw_decode(text, begin)
            yield checked(number, whole_letters(item))
        except (ValueError, RecursionError) as error:
            yield Record(number, {}, where(error) + "; the other records were read")
            again = next_object(text, begin)
            if again is None:
                return
            at = again
    if number == 0:
        yield Record(0, {}, "broken JSON: an array without a record")


def _utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def where(error: Exception) -> str:
    """At which line and column JSON is broken."""
    if isinstance(error, json.JSONDecodeError):
        return f"broken JSON at line {error.lineno}, column {error.colno}"
    return "broken JSON: nested too deeply"


def _unwrap(data: Any) -> Any:
    """The list of records inside an export's envelope, the object itself where it is the record."""
    if isinstance(data, dict) and not is_report(data) and not is_ours(data):
        for key in LISTS:
            inner = data.get(key)
            if isinstance(inner, dict):
                inner = _unwrap(inner)
            if isinstance(inner, list) and any(isinstance(item, dict) and is_report(item) for item in inner):
                return inner
    return data if isinstance(data, dict | list) else {}
