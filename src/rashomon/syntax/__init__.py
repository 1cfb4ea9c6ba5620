"""Syntax and names by the reader: one small model over the words of a sentence, and the tree read off its scores."""

from rashomon.syntax.read import read_trees, trees_of
from rashomon.syntax.tree import below, children, reach

__all__ = ["below", "children", "reach", "read_trees", "trees_of"]
