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
from bench.records import Item, Measured, Output, Usage
from bench.system import System


class Cache:
    """Bytes by key in one SQLite file, each put there in a transaction of its own.

    One file serves several processes; each opens it for itself. Within a process threads take turns.
    """

    table = "kept"

    def __init__(self, path: Path):
        """Open or make the cache file; the write-ahead log survives a kill at any moment."""
        self.path = path
        self._turn = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=60, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute(
                f"CREATE TABLE IF NOT EXISTS {self.table}s "
                f"(key TEXT PRIMARY KEY, {self.table} BLOB NOT NULL) WITHOUT ROWID"
            )
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

    def _read(self, key: str) -> bytes | None:
        """Return what is kept under `key`."""
        try:
            with self._turn:
                row = self._connection.execute(
                    f"SELECT {self.table} FROM {self.table}s WHERE key = ?", (key,)
                ).fetchone()
        except sqlite3.DatabaseError as error:
            raise _damaged(self.path, error) from None
        return None if row is None else row[0]

    def _write(self, key: str, value: bytes) -> None:
        """Keep a value. Raises Incomplete where the disk is full: what was kept before stays."""
        try:
            with self._turn, self._connection:
                self._connection.execute(f"INSERT OR REPLACE INTO {self.table}s VALUES (?, ?)", (key, value))
        except sqlite3.OperationalError as error:
            raise _stopped(self.path, error) from None
        except sqlite3.DatabaseError as error:
            raise _damaged(self.path, error) from None


class OutputCache(Cache):
    """Complete outputs by adapter digest, options and article; failures and blanks are never kept."""

    table = "output"

    def get(self, system: System, item: Item) -> Output | None:
        """Return the output kept for this system and article, under the system's present label."""
        kept = self._read(output_key(system, item))
        if kept is None:
            return None
        output = msgspec.json.decode(kept, type=Output)
        usage = msgspec.structs.replace(output.usage or Usage(), kept=True)
        return msgspec.structs.replace(output, system=system.label, usage=usage)

    def put(self, system: System, item: Item, output: Output) -> None:
        """Keep an output if it is complete. Raises Incomplete where the disk is full."""
        if output.status == "ok":
            self._write(output_key(system, item), msgspec.json.encode(output))


class MeasureCache(Cache):
    """What costly metrics said of summaries, by everything that it depends on; failures are never kept."""

    table = "measure"

    def get(self, key: str) -> Measured | None:
        """Return the values and findings kept under `key`."""
        kept = self._read(key)
        if kept is None:
            return None
        measured = msgspec.json.decode(kept, type=Measured)
        usage = msgspec.structs.replace(measured.usage or Usage(), kept=True)
        return msgspec.structs.replace(measured, usage=usage)

    def put(self, key: str, measured: Measured) -> None:
        """Keep values and findings. Raises Incomplete where the disk is full."""
        self._write(key, msgspec.json.encode(measured))


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
