"""A server on this machine, with nothing on it when a test begins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from loopback import Web, serve


@pytest.fixture(scope="module")
def server() -> Iterator[Web]:
    with serve() as web:
        yield web


@pytest.fixture
def web(server: Web) -> Web:
    server.pages.clear()
    server.asked.clear()
    return server
