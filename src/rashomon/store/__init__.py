"""Where the documents of a pile are kept, with all that was found out about them: one file, or a server.

`open_store` opens it. What is in it is in `schema`; what is asked of it, in `database`. Which questions are asked in
which order is the business of `pile`.
"""

from __future__ import annotations

from rashomon.store.adding import Added, Kept
from rashomon.store.between import KeptTie, Listed
from rashomon.store.database import Database, open_store
from rashomon.store.happenings import Head, KeptChange, KeptEvent, KeptMember, Portion
from rashomon.store.names import names_of
from rashomon.store.searching import Hit
from rashomon.store.words import searched

__all__ = [
    "Added",
    "Database",
    "Head",
    "Hit",
    "Kept",
    "KeptChange",
    "KeptEvent",
    "KeptMember",
    "KeptTie",
    "Listed",
    "Portion",
    "names_of",
    "open_store",
    "searched",
]
