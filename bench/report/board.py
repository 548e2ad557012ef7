"""The leaderboard of a results folder, read back from its files."""

from collections.abc import Iterator

import numpy as np

from bench import stats
from bench.errors import InputError
from bench.fairness import GAIN_COLUMNS
from bench.leaderboard import RANKED, Leaderboard
from bench.mangle import DROP
from bench.metrics import BUNDLED_COLUMNS, Column
from bench.results import Results, TableRow

_TEXT = ("system", "kind")
_WHOLE = ("rank_low", "rank_high", "articles", "failed", "empty")
_DERIVED = ("facts_low", "facts_high")


def board_of(results: Results) -> Leaderboard:
    """Return the leaderboard as it stands in leaderboard.csv.

    Raises InputError for a cell that is no number.
    """
    rows = tuple(_row(results, row) for row in results.table.values())
    ranked_by = "facts" if any(row["facts"] is not None for row in rows) else "consistent"
    return Leaderboard(
        tuple(results.columns),
        tuple(_columns(results.columns)),
        rows,
        ranked_by,
        _detectable(results, ranked_by),
        _detectable(results, "rouge2"),
        len(results.run.articles),
    )


def _columns(names: list[str]) -> Iterator[Column]:
    """Yield what is known of each score column; a stranger's is told by its name alone."""
    known = {column.name: column for column in (*BUNDLED_COLUMNS, *GAIN_COLUMNS, DROP)}
    for name in names:
        if name not in (*_TEXT, *_WHOLE, *_DERIVED):
            yield known.get(name, Column(name, "", better=""))


def _row(results: Results, row: TableRow) -> dict[str, object]:
    """Return the cells of one row as text, counts and numbers; None where blank."""
    found: dict[str, object] = {}
    for name, cell in row.cells.items():
        try:
            value = row.number(name) if name not in _TEXT else cell
        except ValueError:
            path = results.folder / "leaderboard.csv"
            raise InputError(f"{cell!r} is no number", path=path, line=row.line, field=name) from None
        found[name] = int(value) if name in _WHOLE and isinstance(value, float) else value
    return found


def _detectable(results: Results, column: str) -> float | None:
    """Return the smallest difference the articles can tell apart, as the run printed it."""
    articles = sorted(results.run.articles)
    ranked = [name for name, row in results.table.items() if row.cells["kind"] in RANKED]
    if len(ranked) < 2:
        return None
    table = np.full((len(ranked), len(articles)), np.nan)
    for at, system in enumerate(ranked):
        values = results.scores.get(system, {}).get(column, {})
        table[at] = [values.get(article, np.nan) for article in articles]
    found = stats.smallest_detectable_difference(table, seed=results.run.seed)
    return None if found is None or np.isnan(found) else float(found)
