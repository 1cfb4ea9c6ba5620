"""Trees as tests draw them: one line, word by word."""

from __future__ import annotations

from rashomon.model import Named, Token, Tree


def drawn(tree: str, *names: tuple[int, int]) -> tuple[str, Tree]:
    """A sentence and its tree from `word/TAG/label>head`, heads counted from 0, the root's is -1."""
    text, tokens = "", []
    for part in tree.split():
        word, tag, arc = part.rsplit("/", 2)
        label, head = arc.split(">")
        text += "" if tag == "PUNCT" or not text else " "
        tokens.append(Token(word, len(text), len(text) + len(word), tag, int(head), label))
        text += word
    return text, Tree(tuple(tokens), tuple(Named(first, end, "person", 1.0) for first, end in names))
