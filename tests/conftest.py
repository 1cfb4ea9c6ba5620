"""What holds for every test: no network, and the same examples on every run."""

from __future__ import annotations

import socket
from typing import Any, NoReturn

import pytest
from hypothesis import settings

settings.register_profile("rashomon", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("rashomon")


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise AssertionError("a test reached for the network")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Any:
    """Every way out of the machine is shut; the pipes of a browser's own processes stay open."""
    connect = socket.socket.connect

    def only_local(self: socket.socket, address: Any) -> Any:
        return connect(self, address) if self.family == socket.AF_UNIX else _refuse()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_local)
        patch.setattr(socket.socket, "connect_ex", only_local)
        patch.setattr(socket, "getaddrinfo", _refuse)
        patch.setattr(socket, "create_connection", _refuse)
        yield
