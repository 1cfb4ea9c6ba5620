"""What is worked out row by row is what the functions for a pile in memory give, with every executor."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from found_by import found_by

from invented import invented
from rashomon import copies, events
from rashomon.copies.origins import ties
from rashomon.events import grouping
from rashomon.executors import executor, sequence
from rashomon.executors.sequence import file_documents, file_prepared, read_groups, read_shared, work_out
from rashomon.model import Copy, Document, Origin

REPORTS = 120


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    return found_by("serial", tmp_path_factory.mktemp("serial"), REPORTS)


def in_memory(documents: Sequence[Document], old: Sequence[Document] = ()) -> tuple[list[Copy], list[events.Group]]:
    everything = {document.id: document for document in [*documents, *old]}
    found = copies.find_pile_copies(map(copies.sketch, everything.values()), everything.__getitem__)
    leads = [lead for document in documents for lead in events.leads(document)]
    first = {lead.member.document: place for place, lead in reversed(list(enumerate(leads)))}
    met = set(events.meet(leads))
    met |= {
        (min(first[copy.a], first[copy.b]), max(first[copy.a], first[copy.b]))
        for copy in found
        if ties(copy) and copy.a in first and copy.b in first
    }
    origins = [
        Origin(origin.id, tuple(document for document in origin.documents if document in first))
        for origin in copies.find_pile_origins(everything, found)
    ]
    groups = events.group([lead.member for lead in leads], events.find_ties(leads, sorted(met)), origins)
    return sorted(found, key=repr), sorted(groups, key=repr)


@pytest.mark.parametrize("most", [grouping.MOST, 20], ids=["homes as they are", "homes that fall apart"])
def test_copies_and_groups_are_those_of_the_pile_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(grouping, "MOST", most)
    monkeypatch.setattr(sequence, "MOST", most)
    expected_copies, expected_groups = in_memory(list(invented(REPORTS)))
    with executor("serial", tmp_path / "rows") as hands:
        found = work_out(hands, file_documents(hands, tmp_path / "shelves", invented(REPORTS)))
        shared = [one for one in read_shared(hands, found) if isinstance(one, Copy)]
        assert sorted(shared, key=repr) == expected_copies
        assert sorted(read_groups(hands, found), key=repr) == expected_groups


def test_what_a_store_holds_of_each_document_is_not_made_again_and_old_versions_are_in_no_group(tmp_path: Path) -> None:
    documents = list(invented(REPORTS))
    standing, old = documents[::3] + documents[1::3], documents[2::3]
    sketches = [(document.id, copies.pack(copies.sketch(document))) for document in documents]
    leads = [events.to_bytes(lead) for document in standing for lead in events.leads(document)]
    with executor("serial", tmp_path / "rows") as hands:
        found = work_out(hands, file_prepared(hands, tmp_path / "shelves", documents, sketches, leads))
        assert sorted(read_groups(hands, found), key=repr) == in_memory(standing, old)[1]


def test_an_empty_pile_holds_nothing(tmp_path: Path) -> None:
    assert found_by("serial", tmp_path, 0) == ""


def elsewhere(name: str, folder: Path) -> str:
    """What another process finds: a process has one runner of Daft for good."""
    command = [sys.executable, str(Path(__file__).with_name("found_by.py")), name, str(folder), str(REPORTS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("name", ["processes:2", "daft"])
def test_every_executor_finds_the_same_to_the_byte(tmp_path: Path, expected: str, name: str) -> None:
    if name == "daft" and importlib.util.find_spec("daft") is None:
        pytest.skip("daft is not installed")
    assert elsewhere(name, tmp_path) == expected


@pytest.fixture
def cluster() -> Iterator[str]:
    """The head of a small Ray cluster on this machine, gone afterwards with all it wrote."""
    if importlib.util.find_spec("ray") is None:
        pytest.skip("ray is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ray = str(Path(sys.executable).with_name("ray"))
    words = "start --head --block --num-cpus=2 --object-store-memory=100000000 --include-dashboard=false"
    with tempfile.TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as folder:  # sockets want a short path
        places = [f"--port={port}", f"--temp-dir={folder}", "--node-ip-address=127.0.0.1", "--disable-usage-stats"]
        with subprocess.Popen(
            [ray, *words.split(), *places],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as head:
            until_ready(ray, f"127.0.0.1:{port}")
            yield f"127.0.0.1:{port}"
            os.killpg(head.pid, signal.SIGKILL)


def until_ready(ray: str, address: str) -> None:
    """Waits until the head knows its own machine, a minute at least: it listens some seconds before that."""
    for _ in range(60):
        asked = subprocess.run([ray, "status", "--address", address], capture_output=True, text=True, check=False)
        if "node_" in asked.stdout:
            return
        time.sleep(1)


def test_a_cluster_finds_the_same_to_the_byte(tmp_path: Path, expected: str, cluster: str) -> None:
    assert elsewhere(f"ray:{cluster}", tmp_path) == expected
