"""scores.csv and findings.csv once more as Parquet, for tables too large to open otherwise."""

import importlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench.errors import UsageError
from bench.store import FINDINGS_HEAD, SCORES_HEAD, forget, read_csv

# What a row group holds in memory while it is written: about 20 MB of findings.
ROWS = 50_000

_TABLES = {"scores": SCORES_HEAD, "findings": FINDINGS_HEAD}
_NUMBERS = {"value": "float64", "start": "int64", "end": "int64"}
# Few different texts, many rows.
_REPEATED = ("system", "metric", "kind", "verdict")


def pyarrow() -> tuple[Any, Any]:
    """Return pyarrow and its Parquet module. Raises UsageError where the extra is not installed."""
    try:
        # As Any, so that types are the same with and without the extra installed.
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise UsageError("--parquet needs pyarrow: pip install 'sumbench[parquet]'") from None


def write_parquet(folder: Path) -> list[Path]:
    """Write scores.parquet and findings.parquet beside the CSV files of a results folder; return them.

    Columns and order are those of the CSV files; `value` is a double, `start` and `end` are integers or null,
    everything else is text as it was before cells were made safe for spreadsheets. Memory does not grow with
    the number of rows.
    """
    pa, pq = pyarrow()
    written = []
    for name, head in _TABLES.items():
        path = folder / f"{name}.parquet"
        partial = path.with_name(f".{path.name}.part")
        schema = pa.schema([(column, _type(pa, column)) for column in head])
        with pq.ParquetWriter(partial, schema, compression="zstd", use_dictionary=list(_REPEATED)) as out:
            for rows in _groups(folder / f"{name}.csv", head):
                columns = {column: [_value(column, row[column]) for row in rows] for column in head}
                out.write_table(pa.table(columns, schema=schema))
        partial.replace(path)
        written.append(path)
    return written


def forget_parquet(folder: Path) -> None:
    """Remove the files of an earlier run, which would no longer fit the CSV files beside them."""
    forget(folder, [f"{name}.parquet" for name in _TABLES])


def _type(pa: Any, column: str) -> Any:
    return getattr(pa, _NUMBERS.get(column, "string"))()


def _groups(path: Path, head: Sequence[str]) -> Iterator[list[dict[str, str]]]:
    """Yield the rows of a CSV file, so many at a time."""
    rows = read_csv(path, head)
    while group := list(islice(rows, ROWS)):
        yield group


def _value(column: str, text: str) -> str | float | int | None:
    """Return a cell as its column has it; null for a blank number."""
    if column not in _NUMBERS:
        return text
    if not text:
        return None
    return float(text) if column == "value" else int(text)
