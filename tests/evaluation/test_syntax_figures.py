"""How attachment is counted."""

from __future__ import annotations

from pathlib import Path

import syntax
from rashomon.model import Token, Tree

TREEBANK = """# text = Boats don't sink.
1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsink\tsink\tVERB\tVB\t_\t0\troot:x\t_\t_

"""


def gold(tmp_path: Path) -> list[list[syntax.Row]]:
    path = tmp_path / "a.conllu"
    path.write_text(TREEBANK, "utf-8")
    return list(syntax.sentences(path))


def tree(*rows: tuple[str, int, str]) -> Tree:
    return Tree(tuple(Token("w", 0, 1, tag, head, label) for tag, head, label in rows))


def test_words_of_a_treebank(tmp_path: Path) -> None:
    (rows,) = gold(tmp_path)
    assert [row.word for row in rows] == ["Boats", "do", "n't", "sink"]
    assert rows[3] == syntax.Row("sink", "VERB", 0, "root")


def test_a_label_counts_only_on_the_right_head(tmp_path: Path) -> None:
    found = tree(("NOUN", 3, "nsubj"), ("VERB", 3, "aux"), ("PART", 1, "advmod"), ("VERB", -1, "root"))
    assert syntax.score(gold(tmp_path), [found]) == syntax.Figures(4, 0.75, 0.75, 0.75)


def test_the_wrong_label_on_the_right_head(tmp_path: Path) -> None:
    found = tree(("NOUN", 3, "obj"), ("AUX", 3, "aux"), ("PART", 3, "advmod"), ("VERB", -1, "root"))
    assert syntax.score(gold(tmp_path), [found]) == syntax.Figures(4, 1.0, 0.75, 1.0)
