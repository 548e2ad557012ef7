"""Outputs already earned, kept on disk as they come, so that a broken run is finished and not repeated."""

import hashlib
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from bench.errors import InputError
from bench.records import Item, Output
from bench.system import System

_TABLE = "CREATE TABLE IF NOT EXISTS outputs (key TEXT PRIMARY KEY, output BLOB NOT NULL) WITHOUT ROWID"


class OutputCache:
    """Complete outputs by adapter digest, options and article; failures are never kept."""

    def __init__(self, path: Path):
        """Open or make the cache file; the write-ahead log survives a kill at any moment."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, timeout=30)
        try:
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute(_TABLE)
        except sqlite3.DatabaseError as error:
            raise InputError(f"the output cache is damaged ({error}); remove it", path=path) from None

    def __enter__(self) -> Self:
        """Return the cache."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._connection.close()

    def get(self, system: System, item: Item) -> Output | None:
        """Return the output kept for this system and article, under the system's present label."""
        row = self._connection.execute("SELECT output FROM outputs WHERE key = ?", (_key(system, item),))
        found = row.fetchone()
        if found is None:
            return None
        output = msgspec.json.decode(found[0], type=Output)
        return msgspec.structs.replace(output, system=system.label)

    def put(self, system: System, item: Item, output: Output) -> None:
        """Keep an output, in a transaction of its own."""
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO outputs VALUES (?, ?)",
                (_key(system, item), msgspec.json.encode(output)),
            )


def _key(system: System, item: Item) -> str:
    """Return a digest over everything an output depends on."""
    options = msgspec.json.encode(system.options, enc_hook=str, order="deterministic")
    name = system.label.partition("(")[0]
    parts = (name.encode(), system.digest.encode(), options, msgspec.json.encode(item.article))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
