"""Tar archives, plain and packed: what is read of them, under which path, what is passed over, what is told."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broken_parts import zipped
from broken_tars import headed, part, tarred
from rashomon.errors import Unreadable
from rashomon.model import Document
from rashomon.reading import stream_paths
from rashomon.reading.squeezed import Squeezed, engine_for
from rashomon.reading.streams import Damaged, buffered, gather
from rashomon.reading.tars import read_tar

RIVER = "The river rose in the town of Halm on Tuesday after two days of rain, officials said. Three were missing."
MAYOR = "The mayor, Ada Brandt, said that the bridge over the Ilse had been closed since the early morning."
FILES = {"./a.txt": RIVER.encode(), "in/b.txt": MAYOR.encode()}
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "a.tar": bytes,
    "a.tar.gz": gzip.compress,
    "a.tgz": gzip.compress,
    "a.tar.bz2": bz2.compress,
    "a.tbz2": bz2.compress,
    "a.tar.xz": lzma.compress,
    "a.txz": lzma.compress,
}


def read(path: Path, name: str, raw: bytes, *, by_name: bool = True) -> tuple[list[Document], list[str]]:
    """The documents of a file, and what is told; the file itself is given, or the folder of it."""
    (path / name).write_bytes(raw)
    problems: list[Unreadable] = []
    documents = list(stream_paths([path / name if by_name else path], on_problem=problems.append))
    return documents, [str(problem) for problem in problems]


@pytest.mark.parametrize("by_name", [True, False])
@pytest.mark.parametrize("name", PACKED)
def test_the_files_of_an_archive_are_read(tmp_path: Path, name: str, by_name: bool) -> None:
    documents, problems = read(tmp_path, name, PACKED[name](tarred(FILES)), by_name=by_name)
    assert [(each.path, each.text) for each in documents] == [(f"{name}#a.txt", RIVER), (f"{name}#in/b.txt", MAYOR)]
    assert not problems and list(tmp_path.iterdir()) == [tmp_path / name]


def test_an_archive_is_known_without_its_name() -> None:
    found = stream_paths(["-"], stdin=io.BytesIO(lzma.compress(tarred(FILES))))
    assert [document.path for document in found] == ["-#a.txt", "-#in/b.txt"]


def test_a_report_packed_alone_is_read(tmp_path: Path) -> None:
    assert [d.path for d in read(tmp_path, "a.txt.xz", lzma.compress(RIVER.encode()))[0]] == ["a.txt.xz"]
    assert [d.text for d in read(tmp_path, "b.txt.bz2", bz2.compress(RIVER.encode()))[0]] == [RIVER]


def test_what_no_python_here_unpacks_is_told_with_what_to_do(tmp_path: Path) -> None:
    raw = b"\x28\xb5\x2f\xfd" + bytes(range(1, 60))
    for by_name in (True, False):
        documents, problems = read(tmp_path, "a.tar.zst", raw, by_name=by_name)
        assert not documents
        assert problems == [
            "a.tar.zst: packed with zstd, which is not read here; unpack it (zstd -d) and give what comes of it"
        ]


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_each_way_of_writing_names_is_understood(tmp_path: Path, form: int) -> None:
    long = f"{'d' * 90}/{'e' * 60}/é.txt" if form != tarfile.USTAR_FORMAT else f"{'d' * 90}/{'e' * 60}.txt"
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=form) as archive:
        for name in (long, "b.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(RIVER)
            archive.addfile(info, io.BytesIO(RIVER.encode()))
    documents, problems = read(tmp_path, "a.tar", target.getvalue())
    assert [document.path for document in documents] == [f"a.tar#{long}", "a.tar#b.txt"] and not problems


def test_an_old_archive_without_a_mark_is_known_by_its_name(tmp_path: Path) -> None:
    block = bytearray(headed("a.txt", len(RIVER), tarfile.USTAR_FORMAT))
    block[257:265] = bytes(8)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    raw = bytes(block) + RIVER.encode() + bytes(-len(RIVER) % 512 + 1024)
    assert [document.text for document in read(tmp_path, "a.tar", raw)[0]] == [RIVER]


def test_links_folders_and_devices_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(MAYOR)
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
    links = [headed(f"{number}.txt", kind=kind, to="secret.txt") for number, kind in enumerate(kinds)]
    raw = b"".join([*links, part(("a.txt", RIVER.encode())), bytes(1024)])
    documents, problems = read(tmp_path, "a.tar", raw)
    assert [document.path for document in documents] == ["a.tar#a.txt"] and not problems


@pytest.mark.parametrize("name", ["../../up.txt", "/etc/up.txt", "in/../../up.txt"])
def test_a_name_that_leads_out_is_a_name_and_no_place(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    documents, problems = read(inner, "a.tar", tarred({name: RIVER.encode()}))
    assert [document.path for document in documents] == [f"a.tar#{name}"] and not problems
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.tar"]


def test_what_is_taken_from_a_folder_is_taken_from_an_archive(tmp_path: Path) -> None:
    others = {".hidden.txt": b"no", "README.md": b"About.", "a.png": b"\x89PNG", "._a.txt": b"\0\5\x16\7"}
    assert len(read(tmp_path, "a.tar", tarred(others | FILES))[0]) == 2
    assert read(tmp_path, "b.tar", tarred(others)) == (
        [],
        ["b.tar: no report in it: it holds no file that may be one"],
    )


@pytest.mark.parametrize("turn", [1, -1])
def test_what_a_browser_saved_beside_a_page_is_none_wherever_it_stands(tmp_path: Path, turn: int) -> None:
    page = f"<!doctype html><html><body><h1>River</h1><p>{RIVER}</p><p>{MAYOR}</p></body></html>".encode()
    files = {"s/a.html": page, "s/a_files/frame.html": page + b" ", "s/old_files/b.txt": RIVER.encode()}
    documents, _ = read(tmp_path, "a.tar", tarred(dict(list(files.items())[::turn])))
    assert sorted(document.path for document in documents) == ["a.tar#s/a.html", "a.tar#s/old_files/b.txt"]


def test_files_of_one_name_are_numbered(tmp_path: Path) -> None:
    raw = part(("a.txt", RIVER.encode())) + tarred({"a.txt": MAYOR.encode(), "b\x1b[31m.txt": RIVER.encode()})
    paths = [document.path for document in read(tmp_path, "a.tar", raw)[0]]
    assert paths == ["a.tar#a.txt", "a.tar#a.txt~2", "a.tar#b\ufffd[31m.txt"]


def test_archives_in_archives(tmp_path: Path) -> None:
    raw = zipped({"x.tar": tarred({"y.zip": zipped({"z.tar": tarred({"a.txt": RIVER.encode()})})})})
    assert [document.path for document in read(tmp_path, "a.zip", raw)[0]] == ["a.zip#x.tar#y.zip#z.tar#a.txt"]
    deep = tarred({"r.tar": raw})
    for _ in range(3):
        deep = tarred({"r.tar": deep})
    documents, problems = read(tmp_path, "b.tar", deep)
    assert not documents
    assert problems == ["b.tar#r.tar#r.tar#r.tar#r.tar#x.tar: archives inside archives, more than 4 deep: not read"]


def test_an_archive_cut_short_gives_what_stands_before(tmp_path: Path) -> None:
    whole, last = part(("a.txt", RIVER.encode())), part(("b.txt", MAYOR.encode()))
    for raw, where in ((whole + last[:560], "a.tar#b.txt"), (whole + last[:90], "a.tar"), (whole, "a.tar")):
        documents, problems = read(tmp_path, "a.tar", raw)
        assert [document.text for document in documents] == [RIVER]
        assert problems == [f"{where}: cut short: its end is missing"]


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_a_packed_archive_cut_short_gives_what_was_unpacked(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    last = pack(part(("b.txt", MAYOR.encode())))
    raw = pack(part(("a.txt", RIVER.encode()))) + last[: len(last) // 2]
    documents, problems = read(tmp_path, "a.tar.any", raw)
    assert [document.text for document in documents] == [RIVER]
    assert [problem.partition(": ")[2] for problem in problems] == ["cut short: its end is missing"]


def test_behind_a_broken_header_the_next_is_found_wherever_it_stands(tmp_path: Path) -> None:
    spoilt = b"\xff" * 90 + part(("b.txt", MAYOR.encode()))[90:]
    for moved in (spoilt, spoilt + b"put in", spoilt[:-7]):
        raw = part(("a.txt", RIVER.encode())) + moved + tarred({"c.txt": MAYOR.encode()})
        documents, problems = read(tmp_path, "a.tar", raw)
        assert [document.path for document in documents] == ["a.tar#a.txt", "a.tar#c.txt"]
        assert len(problems) == 1 and problems[0].startswith("a.tar: damaged: what a file in it is called")


def test_a_file_stored_with_holes_is_told(tmp_path: Path) -> None:
    raw = headed("a.txt", 0, tarfile.GNU_FORMAT, tarfile.GNUTYPE_SPARSE) + tarred({"b.txt": RIVER.encode()})
    documents, problems = read(tmp_path, "a.tar", raw)
    assert [document.path for document in documents] == ["a.tar#b.txt"]
    assert problems == [
        "a.tar#a.txt: stored with holes, which is not read here; unpack the archive and give the folder"
    ]


@pytest.mark.parametrize("pack", [lambda raw: bz2.compress(raw, 1), lambda raw: lzma.compress(raw, preset=0)])
def test_what_unpacks_to_far_more_than_it_is_is_not_unpacked(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    raw = tarred({"a.txt": pack(bytes(68_000_000)), "b.txt": RIVER.encode()})
    documents, problems = read(tmp_path, "a.tar", raw)
    assert [document.text for document in documents] == [RIVER]
    assert problems == ["a.tar#a.txt: unpacks to more than 200 times its size: not read further"]


def test_xz_that_asks_for_too_much_memory_is_refused() -> None:
    head = bytearray(lzma.compress(b"words", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}]))
    head[16] = 36  # the size of its dictionary, a gigabyte; then the checksum of these twelve bytes
    head[20:24] = zlib.crc32(head[12:20]).to_bytes(4, "little")
    make = engine_for(bytes(head))
    assert make is not None
    said = str(gather(buffered(Squeezed(io.BytesIO(head), make)), 99)[1])
    assert said == "asks for more than 128 MB of memory; unpack it and give that"


def test_text_that_begins_as_an_archive_might_is_text(tmp_path: Path) -> None:
    late = f"{RIVER} {RIVER} {RIVER}"[:257] + "ustar is a word. " + MAYOR
    assert [document.text for document in read(tmp_path, "a.txt", late.encode())[0]] == [late]


def contents(raw: bytes) -> tuple[list[tuple[str, bytes]], list[str]]:
    """The files of an archive with their bytes, and what is broken."""
    files, broken = [], []
    for member in read_tar(buffered(io.BytesIO(raw))):  # type: ignore[arg-type]
        if isinstance(member, Damaged):
            broken.append(str(member))
        else:
            held, error = gather(member.open(), 1 << 20)
            files.append((member.name, held))
            broken += [str(error)] if error else []
    return files, broken


NAMES = st.text(st.characters(exclude_characters="\0\n/", exclude_categories=["Cs"]), min_size=1, max_size=150)
HELD = st.dictionaries(NAMES, st.binary(max_size=1200), max_size=6)


@settings(max_examples=40, deadline=None)
@given(HELD, st.sampled_from([tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]))
def test_an_archive_that_is_whole_holds_what_tarfile_finds(files: dict[str, bytes], form: int) -> None:
    raw = tarred(files, form)
    with tarfile.open(fileobj=io.BytesIO(raw), encoding="utf-8") as archive:
        expected = [(each.name, archive.extractfile(each).read()) for each in archive]  # type: ignore[union-attr]
    assert contents(raw) == (expected, [])


@settings(max_examples=60, deadline=None)
@given(HELD, st.data())
def test_whatever_is_broken_in_an_archive_ends_well(files: dict[str, bytes], data: st.DataObject) -> None:
    raw = tarred(files)
    at, end = sorted(data.draw(st.tuples(st.integers(0, len(raw)), st.integers(0, len(raw)))))
    broken = raw[:at] + data.draw(st.binary(max_size=40)) + raw[end:]
    assert contents(broken) == contents(broken)
