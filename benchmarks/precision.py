"""What the 8-bit weights of the encoder change: the entries that the full-precision one would have made otherwise.

    python training/build_encoder.py -o build/encoder --full build/full.onnx      # in the training environment
    python benchmarks/precision.py build/full.onnx [FOLDER …]

Each FOLDER is one event; without any, the examples. Every event is collated twice, and the entries are compared by
kind, statements of each reading, and difference with its severity; scores may move in the second decimal and are not
compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

import rashomon
from rashomon import encoder, inference
from rashomon.model import Document, Entry

EXAMPLES = Path(__file__).parent.parent / "examples"
Encode = Callable[[Sequence[str]], NDArray[np.float32]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("full", type=Path, metavar="FULL.onnx", help="the graph that build_encoder.py --full wrote")
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="one event each (default: the examples)"
    )
    arguments = parser.parse_args()
    encode = full_encoder(arguments.full)
    entries = otherwise = 0
    for folder in arguments.folders or sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        documents = rashomon.read(folder, on_problem=lambda problem: None)
        shipped, full = rashomon.collate(documents).entries, collate_with(encode, documents)
        differ = {shape(entry) for entry in shipped} ^ {shape(entry) for entry in full}
        entries += len(shipped)
        otherwise += len(differ)
        print(
            f"{folder.name:20} {len(shipped):4} entries, {len(full):4} in full precision, {len(differ):3} in one only"
        )
    print(f"{'all':20} {entries:4} entries, {otherwise} in one only")


def shape(entry: Entry) -> tuple[object, ...]:
    """What a reader sees of an entry: its kind, who says what, and how it differs; no id and no score."""
    difference = entry.difference and (entry.difference.kind, entry.difference.severity)
    return entry.kind, tuple((reading.value, reading.statements) for reading in entry.readings), difference


def full_encoder(graph: Path) -> Encode:
    """`rashomon.encoder.encode` with another graph."""
    encoder.encode(["the runtime is loaded by the encoder first, which tells it to report nothing"])
    import onnxruntime

    tokenizer = Tokenizer.from_file(str(inference.MODELS / "tokenizer.json"))
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])

    def encode(texts: Sequence[str], ahead: object = None) -> NDArray[np.float32]:
        ids = [np.array([tokenizer.encode(text).ids], dtype=np.int64) for text in texts]
        rows = [session.run(None, {"ids": row})[0][0] for row in ids]
        return np.array(rows, dtype=np.float32).reshape(len(rows), encoder.DIMENSIONS)

    return encode


def collate_with(encode: Encode, documents: Sequence[Document]) -> tuple[Entry, ...]:
    """The entries of a collation in which every module that encodes uses `encode`."""
    original = encoder.encode
    loaded: list[Any] = [module for name, module in sorted(sys.modules.items()) if name.startswith("rashomon")]
    users = [module for module in loaded if getattr(module, "encode", None) is original]
    for module in users:
        module.encode = encode
    try:
        return rashomon.collate(documents).entries
    finally:
        for module in users:
            module.encode = original


if __name__ == "__main__":
    main()
