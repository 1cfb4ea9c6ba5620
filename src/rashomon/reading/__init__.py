"""Bytes to documents. (placeholder until the module lands)"""
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
import hashlib
from rashomon.errors import Unreadable
from rashomon.model import Document
def read_paths(paths: Iterable[str | Path], *, published: str | None = None, overrides: Mapping[str, object] | None = None, stdin: bytes | None = None, on_problem: Callable[[Unreadable], None] | None = None) -> list[Document]:
    documents = []
    for path in paths:
        for file in sorted(Path(path).glob("*.txt")):
            raw = file.read_bytes(); sha = hashlib.sha256(raw).hexdigest()
            documents.append(Document(id="d-" + sha[:12], path=file.name, sha256=sha, media_type="text/plain", text=raw.decode(), language="en"))
    return documents
