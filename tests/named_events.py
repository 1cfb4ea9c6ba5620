"""Small invented events from text to entities and relations, as tests of names need them."""

from __future__ import annotations

from rashomon.annotate.names import find_mentions
from rashomon.annotate.sentences import find_sentences
from rashomon.annotate.titles import with_titles
from rashomon.entities import resolve_entities
from rashomon.model import Annotations, Document, Entity, Relation
from rashomon.syntax import read_trees


def event_of(*texts: str) -> tuple[list[Document], list[Annotations]]:
    documents = [Document(f"d{n}", f"d{n}.txt", "0" * 64, "text/plain", text) for n, text in enumerate(texts)]
    notes = []
    for document in documents:
        sentences = find_sentences(document)
        trees = read_trees(document, sentences)
        mentions = with_titles(document, find_mentions(document, sentences), trees)
        notes.append(Annotations(document.id, sentences, mentions, trees=trees))
    return documents, notes


def resolved(*texts: str) -> tuple[tuple[Entity, ...], tuple[Relation, ...]]:
    return resolve_entities(*event_of(*texts))


def groups_of(*texts: str) -> list[set[str]]:
    return [{form.text for form in entity.forms} for entity in resolved(*texts)[0]]


def relations_of(*texts: str) -> list[tuple[str, str, str]]:
    entities, relations = resolved(*texts)
    name = {entity.id: entity.name for entity in entities}
    return [(name[r.subject], r.kind, name[r.object]) for r in relations]
