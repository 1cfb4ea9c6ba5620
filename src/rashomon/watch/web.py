"""One request on the web, as safe as it can be: the only module that opens a connection.

A request has a time limit for connecting, for each silence and for the whole, and a limit of size that also holds for
what unpacks out of little. Redirects are not followed here. What goes wrong comes back as a word, never as an error. A
host that the user did not name must not lie inside a network: no feed and no redirect leads this program to a printer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any, Protocol

import urllib3
from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

LARGEST = 16 * 1024 * 1024
_TIMEOUT = urllib3.Timeout(connect=10.0, read=20.0)
_WHOLE = 60.0
_PIECE = 65_536
_UNREADABLE_TYPES = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, 0 where none did, headers by lower-case names, the unpacked body, what went wrong."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    problem: str | None = None


class Fetch(Protocol):
    """Asks for one address once; `inside`: it may lie inside a network of one's own."""

    def __call__(self, address: str, headers: Mapping[str, str], *, inside: bool) -> Answer: ...


class _Private(exceptions.HTTPError):
    """The host lies inside a network."""


def open_fetch(
    clock: Callable[[], float], *, timeout: urllib3.Timeout = _TIMEOUT, whole: float = _WHOLE, largest: int = LARGEST
) -> Fetch:
    """A `Fetch` with connections of its own; `clock` gives seconds, `whole` is the limit for a request in seconds."""
    anywhere = urllib3.PoolManager(num_pools=64, retries=False, timeout=timeout)
    outside = urllib3.PoolManager(num_pools=64, retries=False, timeout=timeout)
    outside.pool_classes_by_scheme = {"http": _OutsidePool, "https": _OutsideSecurePool}

    def fetch(address: str, headers: Mapping[str, str], *, inside: bool) -> Answer:
        pool = anywhere if inside else outside
        try:
            response = pool.request("GET", address, headers=headers, preload_content=False, redirect=False)
        except (exceptions.HTTPError, UnicodeError, ValueError) as error:
            return Answer(0, problem=_word(error))
        stated = {name.lower(): value for name, value in response.headers.items()}
        try:
            return _read(response, stated, clock, clock() + whole, largest)
        except (exceptions.HTTPError, ValueError) as error:
            return Answer(response.status, stated, problem=_word(error))
        finally:
            response.release_conn()

    return fetch


def _read(response: Any, headers: Mapping[str, str], clock: Callable[[], float], until: float, largest: int) -> Answer:
    kind = headers.get("content-type", "").lower()
    if response.status == 200 and kind.startswith(_UNREADABLE_TYPES):
        response.close()
        return Answer(200, headers, problem=f"holds no text: it is {kind.split(';')[0].strip()}")
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            response.close()
            return Answer(response.status, headers, problem=f"larger than {largest // (1024 * 1024)} MB")
        if clock() > until:
            response.close()
            return Answer(response.status, headers, problem="took too long to come")
    return Answer(response.status, headers, b"".join(pieces))


def _word(error: Exception) -> str:
    """What went wrong in fixed words; those of a library differ from version to version."""
    words: tuple[tuple[type[Exception], str], ...] = (
        (_Private, "lies inside a network; name its host in the list of feeds to allow it"),
        (exceptions.NameResolutionError, "its host is not known"),
        (exceptions.NewConnectionError, "cannot be reached"),
        (exceptions.ConnectTimeoutError, "took too long to answer"),
        (exceptions.ReadTimeoutError, "took too long to come"),
        (exceptions.SSLError, "its certificate does not hold"),
        (exceptions.DecodeError, "is packed wrongly"),
        (exceptions.ProtocolError, "broke off"),
    )
    return next((word for kind, word in words if isinstance(error, kind)), "cannot be fetched")


def _checked(opened: Any) -> Any:
    if not ip_address(opened.getpeername()[0].split("%")[0]).is_global:
        opened.close()
        raise _Private("inside a network")
    return opened


class _OutsideConnection(HTTPConnection):
    """Asks nothing of a host inside a network: looked at when the connection stands, whatever name led there."""

    def _new_conn(self) -> Any:
        return _checked(super()._new_conn())


class _OutsideSecureConnection(HTTPSConnection):
    """The same, encrypted."""

    def _new_conn(self) -> Any:
        return _checked(super()._new_conn())


class _OutsidePool(HTTPConnectionPool):
    """Connections to a host outside."""

    ConnectionCls = _OutsideConnection


class _OutsideSecurePool(HTTPSConnectionPool):
    """Encrypted connections to a host outside."""

    ConnectionCls = _OutsideSecureConnection
