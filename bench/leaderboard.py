"""Stage three: per-article scores become one row per system, with intervals and ranks."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench import stats
from bench.corpus.ids import in_order
from bench.metrics import BUNDLED_COLUMNS, Column
from bench.records import FAILED, ArticleScores, SystemKind

RANKED = ("system", "baseline")
_LEADING = (
    "rank_low", "rank_high", "system", "kind", "articles", "failed", "empty", "numbers_precision",
    "numbers_recall", "people_precision", "people_recall", "consistent", "facts", "facts_low", "facts_high",
    "rouge1", "rouge2", "rougeL", "rougeLsum", "chrf", "words", "compression", "coverage", "density",
    "novelty", "numbers_claims", "numbers_keys", "people_claims", "people_keys",
)  # fmt: skip
_DECIMALS = 4
_NAN = float("nan")
_PIECE = 512
_GROUPS: tuple[tuple[SystemKind, ...], ...] = (("system", "baseline"), ("bound",), ("control",))


class _Values:
    """One column of a system, kept in pieces: arrays that grow are moved about and leave holes in memory."""

    __slots__ = ("_count", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[array[float]] = []
        self._count = 0

    def add(self, value: float) -> None:
        """Add the value of the next article."""
        at = self._count % _PIECE
        if not at:
            self._pieces.append(array("d", bytes(8 * _PIECE)))
        self._pieces[-1][at] = value
        self._count += 1

    def whole(self) -> NDArray[np.float64]:
        """Return all values."""
        return np.concatenate(self._pieces)[: self._count]


class Matrix:
    """Scores by system and column, one value per article in order; NaN where not applicable."""

    def __init__(self, ids: Sequence[str]) -> None:
        """Expect the scores of each of `ids`, which are sorted, in their order."""
        self.articles = in_order(ids)
        self.scored = 0
        """How many of the articles have scores so far."""
        self._values: dict[str, dict[str, _Values]] = {}
        self.statuses: dict[str, dict[str, int]] = {}
        self._answered: dict[str, bytearray] = {}

    def add(self, scores: ArticleScores) -> None:
        """Add one article's scores."""
        self.scored += 1
        for output in scores.outputs:
            counts = self.statuses.setdefault(output.system, {})
            counts[output.status] = counts.get(output.status, 0) + 1
            self._answered.setdefault(output.system, bytearray()).append(output.status == "ok")
            columns = self._values.setdefault(output.system, {})
            for column, value in output.values.items():
                if column not in columns:
                    columns[column] = _Values()
                columns[column].add(_NAN if value is None else value)

    @property
    def systems(self) -> list[str]:
        """Labels, in alphabetical order."""
        return sorted(self.statuses)

    def anyone(self, systems: Sequence[str], index: int) -> bool:
        """Return whether any of these systems wrote something for the article at `index`."""
        return any(self._answered[system][index] for system in systems)

    def column(self, system: str, name: str) -> NDArray[np.float64]:
        """Return the per-article values of one column; all NaN if it was not measured."""
        values = self._values.get(system, {}).get(name)
        return values.whole() if values is not None else np.full(len(self.articles), np.nan)

    def table(self, systems: Sequence[str], name: str) -> NDArray[np.float64]:
        """Return one column as systems x articles."""
        return np.stack([self.column(system, name) for system in systems])


class Leaderboard(NamedTuple):
    """The table: rows by column name, None where not applicable; `ranked_by` is the column that ranks."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Any], ...]
    ranked_by: str
    detectable: float | None
    detectable_rouge2: float | None
    articles: int


def leaderboard(
    matrix: Matrix,
    kinds: Mapping[str, SystemKind],
    *,
    columns: Sequence[Column] = BUNDLED_COLUMNS,
    seed: int = 0,
) -> Leaderboard:
    """Return one row per system: ranked rows by `facts` downwards, then bounds, then controls.

    Where no article has key facts, `facts` is blank and `consistent` ranks.
    """
    ranked_by = "facts"
    if all(np.isnan(matrix.column(system, "facts")).all() for system in matrix.systems):
        ranked_by = "consistent"
    names = (*_LEADING, *(c.name for c in columns if c.name not in _LEADING))
    rows = {
        system: _row(matrix, system, kinds.get(system, "system"), columns, seed) for system in matrix.systems
    }
    ordered = sorted(rows.values(), key=lambda row: _order(row, ranked_by))
    ranked = [row for row in ordered if row["kind"] in RANKED]
    _rank(matrix, ranked, ranked_by, seed)
    return Leaderboard(
        names,
        tuple(columns),
        tuple(ordered),
        ranked_by,
        _detectable(matrix, ranked, ranked_by, seed),
        _detectable(matrix, ranked, "rouge2", seed),
        len(matrix.articles),
    )


def _order(row: Mapping[str, Any], ranked_by: str) -> tuple[int, float, str]:
    """Sort ranked rows, bounds and controls apart, each by the ranking score downwards, then by name."""
    group = next(i for i, kinds in enumerate(_GROUPS) if row["kind"] in kinds)
    value = row[ranked_by]
    return group, -(value if value is not None else -1.0), row["system"]


def _row(
    matrix: Matrix, system: str, kind: SystemKind, columns: Sequence[Column], seed: int
) -> dict[str, Any]:
    """Return a system's means, counts and interval."""
    statuses = matrix.statuses[system]
    row: dict[str, Any] = dict.fromkeys(_LEADING)
    row |= {"system": system, "kind": kind, "articles": len(matrix.articles)}
    row["failed"] = sum(statuses.get(status, 0) for status in FAILED)
    row["empty"] = statuses.get("empty", 0)
    for column in columns:
        row[column.name] = _total(matrix.column(system, column.name), column)
    low, high = stats.bootstrap_interval(matrix.column(system, "facts"), seed=seed)
    row["facts_low"], row["facts_high"] = _number(low), _number(high)
    return row


def _total(values: NDArray[np.float64], column: Column) -> float | int | None:
    """Return the plain mean over the articles where the column applies, or the sum of a count."""
    applies = values[~np.isnan(values)]
    if not len(applies):
        return None
    return int(applies.sum()) if column.count else float(applies.mean())


def _number(value: Any) -> float | None:
    """Return a float, or None for NaN."""
    return None if value is None or np.isnan(value) else float(value)


def _rank(matrix: Matrix, rows: Sequence[dict[str, Any]], ranked_by: str, seed: int) -> None:
    """Fill in rank intervals."""
    if not rows:
        return
    table = matrix.table([row["system"] for row in rows], ranked_by)
    ranks = stats.rank_intervals(table, seed=seed)
    for row, low, high in zip(rows, ranks.low, ranks.high, strict=True):
        row["rank_low"], row["rank_high"] = int(low), int(high)


def _detectable(matrix: Matrix, rows: Sequence[dict[str, Any]], column: str, seed: int) -> float | None:
    """Return the smallest difference of `column` between ranked rows that this corpus can detect, if any."""
    if len(rows) < 2:
        return None
    table = matrix.table([row["system"] for row in rows], column)
    return _number(stats.smallest_detectable_difference(table, seed=seed))


def csv_rows(board: Leaderboard) -> Iterable[list[Any]]:
    """Yield the head and rows of leaderboard.csv, with fixed decimals."""
    yield list(board.names)
    for row in board.rows:
        yield [_cell(row[name]) for name in board.names]


def _cell(value: Any) -> Any:
    """Return floats with four decimals, everything else as it is."""
    return f"{value:.{_DECIMALS}f}" if isinstance(value, float) else value
