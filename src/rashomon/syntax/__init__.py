"""Syntax and names by the reader: one small model over the words of a sentence, and the tree read off its scores.

A spaCy pipeline of the user's may stand in for the model.
"""

from rashomon.syntax.pipeline import Pipeline, open_pipeline
from rashomon.syntax.read import begin_trees, read_trees, trees_of
from rashomon.syntax.tree import below, children, reach

__all__ = ["Pipeline", "begin_trees", "below", "children", "open_pipeline", "reach", "read_trees", "trees_of"]
