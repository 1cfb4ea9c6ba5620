"""Figures of a reader on held-out samples: attachment, tags and names, with gold words and before any repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from exchange import spans
from network import MISSING, Coder, Reader, batches, tensors
from sets import Sample

from rashomon.syntax.read import MARKS


def names_f1(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]], kinds: Sequence[str]) -> dict[str, float]:
    """Strict F1 of spans with their kinds: of all these kinds, and of each."""
    counts: Counter[tuple[str, str]] = Counter()
    for a, b in zip(gold, found, strict=True):
        true = {s for s in spans(a) if s[2] in kinds}
        told = {s for s in spans(b) if s[2] in kinds}
        for kind in kinds:
            counts["right", kind] += sum(s[2] == kind for s in true & told)
            counts["gold", kind] += sum(s[2] == kind for s in true)
            counts["told", kind] += sum(s[2] == kind for s in told)

    def f1(of: Sequence[str]) -> float:
        right, all_ = (sum(counts[what, k] for k in of) for what in ("right", "gold"))
        return round(2 * right / max(1, all_ + sum(counts["told", k] for k in of)), 4)

    return {"all": f1(kinds)} | {kind: f1([kind]) for kind in kinds}


@torch.no_grad()
def scores(reader: Reader, coder: Coder, samples: Sequence[Sample], kinds: Sequence[str]) -> dict[str, float]:
    """Unlabelled and labelled attachment and tags, where the samples hold trees; names, where they hold names."""
    reader.eval()
    kept = [(s, c) for s in samples if (c := coder(s))]
    coded = [c for _, c in kept]
    found: list[list[str]] = [[] for _ in coded]
    words_all = arcs_right = both_right = tags_right = 0
    for group in batches(coded, 3000):
        batch = tensors([coded[i] for i in group])
        words, heads = reader.states(batch["ids"], batch["shapes"], batch["mask"], batch["firsts"])
        for i, row in zip(group, reader.name(words).argmax(-1).tolist(), strict=True):
            found[i] = [MARKS[n] for n in row[: len(coded[i].firsts)]]
        known = batch["heads"] != MISSING
        if known.any():
            arcs = reader.arcs(words, heads)
            beyond = torch.arange(arcs.shape[2])[None, :] > batch["words"][:, None]
            best = arcs.masked_fill(beyond[:, None, :], -1e9).argmax(-1)
            at, word = known.nonzero(as_tuple=True)
            labels = reader.labels(words[at, word], heads[at, best[at, word]]).argmax(-1)
            right = best[known] == batch["heads"][known]
            words_all += len(right)
            arcs_right += int(right.sum())
            both_right += int((right & (labels == batch["labels"][known])).sum())
            tags_right += int((reader.tag(words).argmax(-1)[known] == batch["tags"][known]).sum())
    out: dict[str, float] = {}
    if words_all:
        out = {"uas": arcs_right / words_all, "las": both_right / words_all, "tags": tags_right / words_all}
    if any(s.names for s, _ in kept):
        out |= names_f1([s.names or () for s, _ in kept], found, kinds)
    reader.train()
    return {name: round(value, 4) for name, value in out.items()}
