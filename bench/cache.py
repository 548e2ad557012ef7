"""Outputs already earned, kept on disk as they come, so that a broken run is finished and not repeated."""

import hashlib
import os
import sqlite3
import threading
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from bench.errors import Incomplete, InputError
from bench.records import Item, Output, Usage
from bench.system import System

_TABLE = "CREATE TABLE IF NOT EXISTS outputs (key TEXT PRIMARY KEY, output BLOB NOT NULL) WITHOUT ROWID"


class OutputCache:
    """Complete outputs by adapter digest, options and article; failures and blanks are never kept.

    One file serves several processes; each opens it for itself. Within a process threads take turns.
    """

    def __init__(self, path: Path):
        """Open or make the cache file; the write-ahead log survives a kill at any moment."""
        self.path = path
        self._turn = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=60, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute(_TABLE)
        except sqlite3.OperationalError as error:
            raise _stopped(path, error) from None
        except sqlite3.DatabaseError as error:
            raise _damaged(path, error) from None

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
        try:
            with self._turn:
                row = self._connection.execute(
                    "SELECT output FROM outputs WHERE key = ?", (output_key(system, item),)
                ).fetchone()
        except sqlite3.DatabaseError as error:
            raise _damaged(self.path, error) from None
        if row is None:
            return None
        output = msgspec.json.decode(row[0], type=Output)
        usage = msgspec.structs.replace(output.usage or Usage(), kept=True)
        return msgspec.structs.replace(output, system=system.label, usage=usage)

    def put(self, system: System, item: Item, output: Output) -> None:
        """Keep an output if it is complete, in a transaction of its own.

        Raises Incomplete where the disk is full: what was kept before stays.
        """
        if output.status != "ok":
            return
        row = (output_key(system, item), msgspec.json.encode(output))
        try:
            with self._turn, self._connection:
                self._connection.execute("INSERT OR REPLACE INTO outputs VALUES (?, ?)", row)
        except sqlite3.OperationalError as error:
            raise _stopped(self.path, error) from None
        except sqlite3.DatabaseError as error:
            raise _damaged(self.path, error) from None


@lru_cache(maxsize=1)
def _opened(path: Path, process: int) -> OutputCache:
    return OutputCache(path)


def cache_of_process(path: Path) -> OutputCache:
    """Return this process's own connection to a cache file; one must not be carried over a fork."""
    return _opened(path, os.getpid())


def output_key(system: System, item: Item) -> str:
    """Return a digest over everything an output depends on."""
    options = msgspec.json.encode(system.keyed, enc_hook=str, order="deterministic")
    parts = (system.name.encode(), system.digest.encode(), options, msgspec.json.encode(item.article))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stopped(path: Path, error: sqlite3.Error) -> Incomplete:
    return Incomplete(
        f"{path} cannot be written ({error}); outputs kept before stay; make room and run the same command"
    )


def _damaged(path: Path, error: sqlite3.Error) -> InputError:
    return InputError(f"the output cache is damaged ({error}); remove it", path=path)
