"""What holds for every test: no network, and the same examples on every run."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("rashomon", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("rashomon")


LOOPBACK = ("127.0.0.1", "::1", "localhost")


def _only_on(way: Callable[..., Any]) -> Callable[..., Any]:
    """The way out, open where its address is this machine itself."""

    def opened(host: Any, *rest: Any, **known: Any) -> Any:
        if (host[0] if isinstance(host, tuple) else host) not in LOOPBACK:
            raise AssertionError("a test reached for the network")
        return way(host, *rest, **known)

    return opened


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Any:
    """Every way out of the machine is shut; a server of a test's own and the pipes of a browser stay open."""

    def only_local(way: Callable[..., Any]) -> Callable[..., Any]:
        def opened(self: socket.socket, address: Any) -> Any:
            if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
                raise AssertionError("a test reached for the network")
            return way(self, address)

        return opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_local(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", only_local(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", _only_on(socket.getaddrinfo))
        patch.setattr(socket, "create_connection", _only_on(socket.create_connection))
        yield
