"""The reader as a network: a copy of the sentence encoder with letter shapes, and one head for each question.

The encoder knows no capitals, so the table of its two token types is replaced by one of letter shapes (`shape_of`,
which the program shares). A word is the state of its first sub-word; the state of the opening mark stands for the root.
Arcs are scored by one biaffine product, labels by a second (Dozat and Manning 2017), tags and names by a layer each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from sets import Sample
from torch import Tensor, nn
from transformers import BertModel

from rashomon.syntax.pieces import SHAPES, shape_of
from rashomon.syntax.read import LABELS, MARKS, TAGS

ARC = 256
LABEL = 80
SPAN = 384
LONGEST = 250
MISSING = -100


class Reader(nn.Module):
    """`states` to scores: arcs (words by words and root), labels (the same, by label), tags and names by word."""

    def __init__(self, bert: BertModel, dropout: float = 0.2) -> None:
        super().__init__()
        self.bert = bert
        shapes = nn.Embedding(len(SHAPES), SPAN)
        nn.init.normal_(shapes.weight, std=0.02)
        with torch.no_grad():
            shapes.weight += bert.embeddings.token_type_embeddings.weight[0]
        bert.embeddings.token_type_embeddings = shapes
        bert.embeddings.word_embeddings.weight.requires_grad = False
        self.drop = nn.Dropout(dropout)
        self.arc_of = nn.Linear(SPAN, ARC)
        self.arc_to = nn.Linear(SPAN, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label_of = nn.Linear(SPAN, LABEL)
        self.label_to = nn.Linear(SPAN, LABEL)
        self.label = nn.Parameter(torch.zeros(len(LABELS), LABEL + 1, LABEL + 1))
        self.tag = nn.Linear(SPAN, len(TAGS))
        self.name = nn.Linear(SPAN, len(MARKS))
        nn.init.normal_(self.arc, std=ARC**-0.5 / 4)
        nn.init.normal_(self.label, std=LABEL**-0.5 / 4)

    def states(self, ids: Tensor, shapes: Tensor, mask: Tensor | None, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """The states of the words (batch, words, size), and with the root before them (batch, 1 + words, size)."""
        every = self.drop(self.bert(input_ids=ids, token_type_ids=shapes, attention_mask=mask).last_hidden_state)
        heads = torch.cat([torch.zeros_like(firsts[:, :1]), firsts], dim=1)
        both = every.gather(1, heads.unsqueeze(-1).expand(-1, -1, every.shape[-1]))
        return both[:, 1:], both

    def arcs(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores (batch, words, 1 + words) of each word hanging on the root (0) or on each word."""
        of, to = self.drop(torch.relu(self.arc_of(words))), self.drop(torch.relu(self.arc_to(heads)))
        return torch.cat([of, torch.ones_like(of[..., :1])], dim=-1) @ self.arc @ to.transpose(1, 2)

    def label_states(self, words: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        of, to = self.drop(torch.relu(self.label_of(words))), self.drop(torch.relu(self.label_to(heads)))
        of, to = (torch.cat([part, torch.ones_like(part[..., :1])], dim=-1) for part in (of, to))
        return of, to

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores (words, labels) for pairs given row by row."""
        of, to = self.label_states(words, heads)
        return torch.einsum("wi,lij,wj->wl", of, self.label, to)


@dataclass(frozen=True, slots=True)
class Coded:
    """A sample as numbers; `cost` is its length in sub-words."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    firsts: tuple[int, ...]
    heads: tuple[int, ...]
    labels: tuple[int, ...]
    tags: tuple[int, ...]
    names: tuple[int, ...]
    partial: bool

    @property
    def cost(self) -> int:
        return len(self.ids)


class Coder:
    """Words to sub-words; one word at a time, as the program does it."""

    def __init__(self, tokenizer: object) -> None:
        self.tokenizer = tokenizer
        self.known: dict[str, list[int]] = {}

    def __call__(self, sample: Sample) -> Coded | None:
        """None for a sample longer than `LONGEST` sub-words."""
        ids, shapes, firsts = [101], [0], []
        for word in sample.words:
            if word not in self.known:
                self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
            firsts.append(len(ids))
            ids.extend(self.known[word])
            shapes.extend([shape_of(word)] * len(self.known[word]))
        if len(ids) >= LONGEST:
            return None
        nothing = (MISSING,) * len(sample.words)
        return Coded(
            (*ids, 102),
            (*shapes, 0),
            tuple(firsts),
            sample.heads or nothing,
            tuple(map(LABELS.index, sample.labels)) if sample.labels else nothing,
            tuple(map(TAGS.index, sample.tags)) if sample.tags else nothing,
            tuple(map(MARKS.index, sample.names)) if sample.names else nothing,
            sample.partial,
        )


def batches(coded: Sequence[Coded], size: int) -> list[list[int]]:
    """Indices in groups of like length, at most `size` sub-words with padding; in the order of their lengths."""
    groups: list[list[int]] = []
    for i in sorted(range(len(coded)), key=lambda i: (coded[i].cost, i)):
        if groups and (len(groups[-1]) + 1) * coded[i].cost <= size:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def tensors(group: Sequence[Coded]) -> dict[str, Tensor]:
    def padded(name: str, value: int) -> Tensor:
        rows = [torch.tensor(getattr(coded, name)) for coded in group]
        return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=value)

    out = {name: padded(name, 0) for name in ("ids", "shapes", "firsts")}
    out |= {name: padded(name, MISSING) for name in ("heads", "labels", "tags", "names")}
    out["mask"] = (out["ids"] != 0).long()
    out["words"] = torch.tensor([len(coded.firsts) for coded in group])
    out["partial"] = torch.tensor([coded.partial for coded in group])
    return out


def loss(reader: Reader, batch: dict[str, Tensor]) -> Tensor:
    """Arcs, labels at the true heads, 0.3 of the tags, and names; each the mean over the words that state it."""
    words, heads = reader.states(batch["ids"], batch["shapes"], batch["mask"], batch["firsts"])
    total = words.sum() * 0
    known = batch["heads"] != MISSING
    if known.any():
        rows = known.any(dim=1)
        arcs = reader.arcs(words[rows], heads[rows])
        beyond = torch.arange(arcs.shape[2], device=arcs.device)[None, :] > batch["words"][rows][:, None]
        arcs = arcs.masked_fill(beyond[:, None, :], -1e9)
        total = total + nn.functional.cross_entropy(arcs.flatten(0, 1), batch["heads"][rows].flatten())
        at, word = known.nonzero(as_tuple=True)
        scores = reader.labels(words[at, word], heads[at, batch["heads"][at, word]])
        total = total + nn.functional.cross_entropy(scores, batch["labels"][at, word])
        total = total + 0.3 * nn.functional.cross_entropy(reader.tag(words[known]), batch["tags"][known])
    named = batch["names"] != MISSING
    if named.any():
        scores = reader.name(words[named]).log_softmax(-1)
        gold = batch["names"][named]
        own = scores.gather(1, gold[:, None]).squeeze(1)
        other = scores[:, [0, MARKS.index("B-OTH"), MARKS.index("I-OTH")]].logsumexp(-1)
        loose = batch["partial"][:, None].expand_as(named)[named] & ((gold == 0) | (gold >= MARKS.index("B-OTH")))
        total = total - torch.where(loose, other, own).mean()
    return total
