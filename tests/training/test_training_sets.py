"""How sets become samples, and how samples are varied. All sentences are ours."""

from __future__ import annotations

from pathlib import Path
from random import Random

import exchange
import pytest
import sets

TREEBANK = """# newdoc id = GUM_bio_moor
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new-sssss-cf1-2-coref-Ana_Lint
2\tmayor\tmayor\tNOUN\tNN\t_\t4\tnsubj\t_\t_
3\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t2\tappos\t_\tEntity=(1-person-giv:act-sssss-cf1-1-coref-Ana_Lint
4\tLint\tLint\tPROPN\tNNP\tNumber=Sing\t3\tflat:name\t_\tEntity=1)1)
5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
6\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\tEntity=(2-place-new-nnnnn-cf2-3-sgl
7\tPort\tPort\tPROPN\tNNP\tNumber=Sing\t8\tcompound\t_\t_
8\tOrvel\tOrvel\tPROPN\tNNP\tNumber=Sing\t5\tobj\t_\tEntity=2)

"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("tags", "bio"),
    [
        ("I-PER I-PER O", "B-PER I-PER O"),
        ("I-PER B-PER I-LOC", "B-PER B-PER B-LOC"),
        ("B-corporation I-corporation B-product", "B-ORG I-ORG B-OTH"),
        ("O B-time O", "O O O"),
    ],
)
def test_any_scheme_becomes_one(tags: str, bio: str) -> None:
    assert sets._bio(tags.split()) == tuple(bio.split())


def test_names_of_mentions_are_their_proper_nouns(tmp_path: Path) -> None:
    written(tmp_path, "gum/GUM_bio_moor.conllu", TREEBANK)
    (sample,) = sets.gum(tmp_path, news=False)
    named = [f"{word}/{name}" for word, name in zip(sample.words, sample.names, strict=True) if name != "O"]
    assert named == ["Ana/B-PER", "Lint/I-PER", "Port/B-LOC", "Orvel/I-LOC"]
    assert sample.labels[3] == "flat"


def test_news_is_held_out(tmp_path: Path) -> None:
    written(tmp_path, "gum/GUM_news_moor.conllu", TREEBANK)
    assert sets.gum(tmp_path, news=False) == []
    assert len(sets.gum(tmp_path, news=True)) == 1


def test_every_fifth_document_is_held_out(tmp_path: Path) -> None:
    documents = "\n".join(f"-DOCSTART- O\n\nOrvel{n} I-LOC\n" for n in range(10))
    written(tmp_path, "ner_collection/wikigold/CONLL-format/data/wikigold.conll.txt", documents)
    held = {s.words[0] for s in sets.names_of_wikigold(tmp_path, "held")}
    assert held.isdisjoint(s.words[0] for s in sets.names_of_wikigold(tmp_path, "train"))
    assert len(held) == 2


def sample() -> sets.Sample:
    words, names = "Ana Lint left Orvel .", "B-PER I-PER O B-LOC O"
    return sets.Sample(tuple(words.split()), "d", names=tuple(names.split()))


def test_a_name_gives_way_to_one_of_its_kind_and_length() -> None:
    other = sets.Sample(("Ivo", "Marn", "saw", "Halm"), "d", names=("B-PER", "I-PER", "O", "B-LOC"))
    pool = exchange.pool_of([sample(), other])
    made = {exchange.varied(sample(), pool, 1.0, Random(seed)).words for seed in range(60)}
    assert ("Ivo", "Marn", "left", "Halm", ".") in made
    assert all(len(words) == 5 and words[2].casefold() == "left" for words in made)


def test_the_same_chance_gives_the_same_sentence() -> None:
    pool = exchange.pool_of([sample()])
    assert exchange.varied(sample(), pool, 0.5, Random(3)) == exchange.varied(sample(), pool, 0.5, Random(3))
