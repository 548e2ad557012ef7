"""The check stage: the fact ledger of one pair, or of pairs by the hundred thousand."""

import gzip
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.errors import UsageError
from bench.executor import run_tasks
from bench.facts.ledger import ledger
from bench.facts.source import Source, Strictness
from bench.pairs import NumberedLine, Pair, batches, numbered_lines, pair_of
from bench.records import Finding, Ledger
from bench.text.document import Document
from bench.whole import whole

_SCORE_DECIMALS = 4


class LedgerRow(msgspec.Struct, frozen=True):
    """One line of a ledger file: offsets are half-open code points of the texts as given."""

    id: str | int
    consistent: bool
    score: float
    findings: tuple[Finding, ...]


class Batch(NamedTuple):
    """Lines to be judged together, so that pairs of one article that follow one another share its reading."""

    path: str
    lines: tuple[NumberedLine, ...]
    strictness: Strictness


class Judged(NamedTuple):
    """The ledger lines of a batch, and how many of them are not consistent."""

    lines: tuple[bytes, ...]
    inconsistent: int


@lru_cache(maxsize=1)
def _source(document: str) -> Source:
    """Return an article read once for the pairs that follow one another."""
    return Source(document)


def check_pair(article: str, summary: str, strictness: Strictness = "normal") -> Ledger:
    """Return the ledger of one pair of texts."""
    return ledger(_source(article), Document(summary), strictness)


def ledger_row(pair_id: str | int, found: Ledger) -> LedgerRow:
    """Return the line of a ledger file for one pair."""
    return LedgerRow(pair_id, found.consistent, round(found.score, _SCORE_DECIMALS), found.findings)


def judge_batch(batch: Batch) -> Judged:
    """Return the ledgers of a batch, encoded. Raises InputError with file, line and field."""
    encoded, inconsistent = [], 0
    for line in batch.lines:
        pair = pair_of(line, Pair, batch.path)
        row = ledger_row(pair.id, check_pair(pair.document, pair.summary, batch.strictness))
        inconsistent += not row.consistent
        encoded.append(msgspec.json.encode(row) + b"\n")
    return Judged(tuple(encoded), inconsistent)


def check_pairs(
    lines: Iterable[NumberedLine],
    strictness: Strictness = "normal",
    jobs: int = 1,
    *,
    path: Path | str = "",
    scheduler: str | None = None,
) -> Iterator[Judged]:
    """Yield the ledgers of `lines` in batches, in input order; memory does not grow with their number."""
    tasks = (Batch(str(path), group, strictness) for group in batches(lines))
    yield from run_tasks(judge_batch, tasks, jobs=jobs, scheduler=scheduler)


def check_file(
    pairs: Path,
    out: Path | None,
    strictness: Strictness = "normal",
    jobs: int = 1,
    scheduler: str | None = None,
) -> tuple[int, int]:
    """Write one ledger line per pair (to standard output without `out`); return how many, and inconsistent.

    A file appears whole or not at all, gzipped where its name ends in .gz. Raises InputError for the
    first line that is no pair, UsageError where `out` is the file of pairs.
    """
    judged = check_pairs(numbered_lines(pairs), strictness, jobs, path=pairs, scheduler=scheduler)
    if out is None or str(out) == "-":
        return _write(judged, sys.stdout.buffer.write)
    if out.exists() and pairs.exists() and out.samefile(pairs):
        raise UsageError(f"{out} holds the pairs: the ledger needs a file of its own")
    with whole(out) as place, place.open("wb") as file:
        if out.suffix != ".gz":
            return _write(judged, file.write)
        # Without name and time, so that the same pairs give the same bytes.
        with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
            return _write(judged, packed.write)


def _write(judged: Iterable[Judged], write: Callable[[bytes], object]) -> tuple[int, int]:
    """Write batches; return how many pairs they held, and how many inconsistent ones."""
    pairs = inconsistent = 0
    for batch in judged:
        write(b"".join(batch.lines))
        pairs += len(batch.lines)
        inconsistent += batch.inconsistent
    return pairs, inconsistent
