"""What a pile asks of where it is kept; `store.Database` answers it, in a file or on a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from rashomon.altered import History
from rashomon.model import Copy, Document
from rashomon.store import Added, Head, Hit, Kept, KeptEvent, KeptMember, KeptTie, Listed, Portion


class Store(Protocol):
    """The questions of a pile. Whatever changes something does so whole or not at all."""

    def changing(self) -> AbstractContextManager[None]:
        """The only writer, from here on; raises `UsageError` where there is another."""

    def mark(self, name: str) -> str | None:
        """What is noted under a name; null for nothing."""

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids whose documents are there."""

    def keep(self, batch: Sequence[Kept]) -> Added:
        """Adds a batch of documents."""

    def keep_problems(self, found: Iterable[tuple[str, str]]) -> None:
        """Notes paths that could not be read, with the reasons."""

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The documents with these ids, in their order."""

    def histories(self, ids: Sequence[str]) -> list[History]:
        """The versions of those of these documents that have earlier ones."""

    def search(
        self, query: str, name: str | None = None, between: tuple[date, date] | None = None, most: int = 20
    ) -> list[Hit]:
        """The documents that hold all words asked for, the newest first."""

    def listed(self) -> Iterator[Listed]:
        """All documents, in the order of their ids."""

    def prepared_anew(self, version: str) -> None:
        """Forgets all that was found between documents, and notes that sketches and leads of this version are made."""

    def keep_prepared(self, batch: Sequence[tuple[int, Kept]], to: int) -> None:
        """Sketches and leads of documents, by number, in place of those that were; all up to this arrival have them."""

    def packed_sketches(self) -> Iterator[tuple[int, bytes]]:
        """The packed sketches of all documents: number, bytes."""

    def list_leads(self) -> Iterator[tuple[int, int, int]]:
        """The leads of all documents: number, first and last code point."""

    def packed_leads(self) -> Iterator[tuple[int, int, bytes]]:
        """The packed leads of all documents: number, first code point, bytes."""

    def leads_of(self, numbers: Sequence[int]) -> list[tuple[int, int, bytes]]:
        """The packed leads of these documents: number, first code point, bytes."""

    def keep_copies(self, found: Sequence[tuple[int, int, Copy]], to: int) -> None:
        """Copies with the numbers of their documents, and that all up to this arrival are compared."""

    def all_copies(self) -> Iterator[tuple[int, int, Copy]]:
        """All copies with the numbers of their documents."""

    def keep_ties(self, found: Sequence[KeptTie], to: int) -> None:
        """Ties, and that all up to this arrival are compared."""

    def scores_of_ties(self) -> Iterator[tuple[int, int, int, int, float, int]]:
        """All ties without their reasons, by their leads: number and first code point of either, score, veto."""

    def all_members(self) -> Iterator[tuple[str, KeptMember]]:
        """All members with the ids of their events."""

    def members_of(self, events: Sequence[str]) -> dict[str, list[KeptMember]]:
        """The members of some events, by event, both in order."""

    def keep_events(self, portions: Iterable[Portion], to: int) -> None:
        """Events in place of what they were, those that are gone taken away; all up to this arrival are grouped.

        The portions are asked for while the change is being made, and all of them are kept or none.
        """

    def event(self, name: str) -> KeptEvent:
        """The event with this id, or the beginning of one; raises `UsageError` for none or several."""

    def members(self, event: str) -> list[KeptMember]:
        """The members of an event."""

    def heads(self, numbers: Sequence[int]) -> dict[int, Head]:
        """Documents as a list shows them, by number."""

    def apparatus(self, event: str, version: str) -> bytes | None:
        """What was made of this version of an event, if it was."""

    def keep_apparatus(self, event: str, version: str, made: bytes) -> None:
        """What was made of a version of an event, in place of what was there."""
