"""Broken tar archives, plain and packed: cut, overwritten, with links and names that lead elsewhere, nested, bombs."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Callable
from functools import cache

from broken_parts import Broken, Random, noise, overwritten, page, report, reports, zipped
from broken_records import members_of

PACKERS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".tar", bytes),
    (".tar.gz", lambda raw: gzip.compress(raw, mtime=0)),
    (".tgz", lambda raw: gzip.compress(raw, mtime=0)),
    (".tar.bz2", bz2.compress),
    (".tar.xz", lzma.compress),
)


def tarred(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar archive of the files."""
    return b"".join([*map(part, files.items(), [form] * len(files)), bytes(1024)])


def part(file: tuple[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """One file of a tar archive: its header and its bytes."""
    return headed(file[0], len(file[1]), form=form) + file[1] + bytes(-len(file[1]) % 512)


def headed(name: str, size: int = 0, form: int = tarfile.PAX_FORMAT, kind: bytes = b"0", to: str = "") -> bytes:
    """The header of a file, link or folder."""
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = size, kind, to
    return info.tobuf(form, "utf-8", "surrogateescape")  # type: ignore[arg-type]  # one of the three


def tar_cut(draw: Random, number: int) -> Broken:
    """A tar archive, packed or not, whose end was lost; what is packed ended well before its last file."""
    whole = reports(draw, number)
    ending, pack = draw.choice(PACKERS)
    good = b"".join(map(part, members_of(draw, whole).items()))
    last = pack(part(("in/last.html", page(report(draw, number)) + noise(draw, 9000))))
    return Broken(
        "cut tar", f"{number:05}{ending}", pack(good) + last[: draw.randrange(60, len(last) - 600)], tuple(whole), 1
    )


def tar_overwritten(draw: Random, number: int) -> Broken:
    """A header, in one archive of two, that was written over: what it stood before is lost, what is behind is read."""
    whole = reports(draw, number)
    parts = list(map(part, members_of(draw, whole).items()))
    spoilt = part(("in/spoilt.html", page(report(draw, number))))
    at = draw.randrange(len(parts) + 1)
    parts.insert(at, overwritten(draw, spoilt, 0, 150))
    ending, pack = draw.choice(PACKERS)
    return Broken("tar header", f"{number:05}{ending}", pack(b"".join(parts) + bytes(1024)), tuple(whole), 1)


def tar_moved(draw: Random, number: int) -> Broken:
    """Bytes were lost, or put in, in the middle of a file: the files behind it stand at other places."""
    whole = reports(draw, number)
    parts = list(map(part, members_of(draw, whole).items()))
    spoilt = part(("in/spoilt.txt", report(draw, number).body.encode()))
    spoilt = draw.choice([spoilt[:600] + spoilt[611:], spoilt[:700] + noise(draw, 77) + spoilt[700:]])
    parts.insert(draw.randrange(len(parts)), spoilt)
    return Broken("tar moved", f"{number:05}.tar", b"".join(parts) + bytes(1024), tuple(whole), 1)


def tar_member_packed(draw: Random, number: int) -> Broken:
    """A member of the gzip around a tar archive that cannot be unpacked: the next goes on with the archive."""
    whole = reports(draw, number)
    members = [gzip.compress(part(file), mtime=0) for file in members_of(draw, whole).items()]
    spoilt = gzip.compress(part(("in/spoilt.html", page(report(draw, number)))), mtime=0)
    members.insert(draw.randrange(1, len(members) + 1), overwritten(draw, spoilt, 12, len(spoilt) - 8))
    raw = b"".join([*members, gzip.compress(bytes(1024), mtime=0)])
    return Broken("tar gzip member", f"{number:05}.tar.gz", raw, tuple(whole), 1)


def tar_with_others(draw: Random, number: int) -> Broken:
    """Links, also to themselves and out of the archive, devices, hidden files and pictures: passed over."""
    whole = reports(draw, number)
    others = [
        headed("in/link.txt", kind=tarfile.SYMTYPE, to="/etc/passwd"), headed("in", kind=tarfile.DIRTYPE),
        headed("in/round.html", kind=tarfile.SYMTYPE, to="round.html"), headed("null.txt", kind=tarfile.CHRTYPE),
        headed("in/hard.txt", kind=tarfile.LNKTYPE, to="../../../../etc/passwd"), part(("a.png", b"\x89PNG")),
        headed("wait.txt", kind=tarfile.FIFOTYPE), part(("._a.txt", b"\0\5\x16\7")), part(("README", b"About.")),
        part(("../../../../tmp/up.txt", b"")), headed("odd.txt", kind=b"Z"),
    ]  # fmt: skip
    form = draw.choice([tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
    parts = [
        part((name if index else "long/" * 60 + name, raw), form)
        for index, (name, raw) in enumerate(members_of(draw, whole).items())
    ]
    mixed = [*others, *parts]
    draw.shuffle(mixed)
    ending, pack = draw.choice(PACKERS)
    return Broken("tar with others", f"{number:05}{ending}", pack(b"".join(mixed) + bytes(1024)), tuple(whole), 1)


def tar_of_archives(draw: Random, number: int) -> Broken:
    """Archives in archives: as deep as is read, deeper than that, and no archive under its name."""
    whole = reports(draw, number)
    first, second, *others = whole
    deep = tarred({"x.txt": report(draw, number).body.encode()})
    for _ in range(6):
        deep = tarred({"r.tar": deep})
    files = {
        "in/a.zip": zipped({"a.tar": tarred({"a.html": page(first)})}),
        "in/b.tar.xz": lzma.compress(tarred({"b.html": page(second)})),
        "in/deep.tar": deep,
        "in/none.tar": noise(draw, 900),
    }
    outer = tarred(files | members_of(draw, others))
    return Broken("tar in tar", f"{number:05}.tar", outer, tuple(whole), 2)


@cache
def _bombs() -> list[tuple[str, bytes]]:
    nothing = bytes(70_000_000)
    return [("in/a.txt.xz", lzma.compress(nothing, preset=0)), ("in/b.json.bz2", bz2.compress(nothing, 1))]


def tar_bombs(draw: Random, number: int) -> Broken:
    """A file that unpacks to far more than it is, beside reports, and one that says it is longer than any disk."""
    whole = reports(draw, number)
    parts = [*map(part, members_of(draw, whole).items()), part(draw.choice(_bombs()))]
    draw.shuffle(parts)
    raw = b"".join(parts) + headed("in/long.txt", 1 << 60, tarfile.GNU_FORMAT) + b"words"
    return Broken("bombs in tar", f"{number:05}.tar", raw, tuple(whole), 2)


KINDS = (tar_cut, tar_overwritten, tar_moved, tar_member_packed, tar_with_others, tar_of_archives, tar_bombs)
