"""A server of PostgreSQL for the tests that want one; they are left out, with a word, where none is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

numbers = count(1)


def programs() -> Path | None:
    """The folder of the newest installed server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: float(file.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).resolve().parent if beside else None


def somebody() -> str | None:
    """Who runs the server: it refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """The folder in which a server listens."""
    bin = programs()
    if bin is None:
        pytest.skip("no PostgreSQL is installed (on Debian: apt-get install postgresql)")
    user = somebody()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if user:
        shutil.chown(folder, user)

    def run(*arguments: str) -> None:
        subprocess.run(arguments, check=True, capture_output=True, user=user, cwd=folder, timeout=60)

    data = str(folder / "data")
    run(str(bin / "initdb"), "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=40"
    run(str(bin / "pg_ctl"), "-D", data, "-l", str(folder / "log"), "-w", "-o", settings, "start")
    try:
        yield folder
    finally:
        run(str(bin / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def url(server: Path) -> str:
    """The URL of a new, empty database."""
    import psycopg

    name = f"pile_{next(numbers)}"
    with psycopg.connect(f"host={server} user=desk dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://desk@/{name}?host={server}"
