"""One column of one system in two results, paired by article, with its test."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
import numpy as np

from bench import stats
from bench.metrics import BUNDLED_COLUMNS
from bench.results import Results

LEVEL = 0.05
_DECIMALS = 6
LOWER_IS_BETTER = frozenset(
    {c.name for c in BUNDLED_COLUMNS if c.better == "lower"}
    | {"wrong_claims", "failed", "empty", "rank_low", "rank_high"}
)
_PLAIN = frozenset(c.name for c in BUNDLED_COLUMNS if not c.better) - LOWER_IS_BETTER

Judgement = Literal["better", "worse", "higher", "lower", "not separable", "same"]


class ColumnDifference(msgspec.Struct, frozen=True):
    """One column of one system: means over the articles compared, and new - old paired by article.

    `p` is of the sign-flip test, adjusted (Holm) over the systems that differ in this column; `moved` is how
    many articles have another value.
    """

    column: str
    old: float
    new: float
    difference: float
    low: float
    high: float
    p: float
    articles: int
    moved: int
    verdict: Judgement


def column_values(results: Results, system: str, column: str, articles: Sequence[str]) -> list[float]:
    """Return one value per article, NaN where the column does not apply."""
    values = results.scores.get(system, {}).get(column, {})
    return [values.get(article, float("nan")) for article in articles]


def differences_of(
    old: Results,
    new: Results,
    systems: Sequence[str],
    columns: Sequence[str],
    articles: Sequence[str],
    seed: int,
) -> Mapping[str, tuple[ColumnDifference, ...]]:
    """Return the paired differences of each system; p is adjusted over the systems of a column."""
    found: dict[str, list[ColumnDifference]] = {system: [] for system in systems}
    for column in columns:
        made = {
            system: one
            for system in systems
            if (one := paired(old, new, system, column, articles, seed=seed)) is not None
        }
        moved = [system for system, one in made.items() if one.moved]
        adjusted = dict(zip(moved, stats.holm([made[system].p for system in moved]).tolist(), strict=True))
        for system, one in made.items():
            p = adjusted.get(system, 1.0)
            verdict = _verdict(column, one.difference, p, one.moved)
            found[system].append(msgspec.structs.replace(one, p=p, verdict=verdict))
    return {system: tuple(rows) for system, rows in found.items()}


def paired(
    old: Results, new: Results, system: str, column: str, articles: Sequence[str], *, seed: int = 0
) -> ColumnDifference | None:
    """Return the paired difference of one column, p not adjusted; None where no article has both values."""
    before = np.array(column_values(old, system, column, articles))
    after = np.array(column_values(new, system, column, articles))
    both = ~np.isnan(before) & ~np.isnan(after)
    if not both.any():
        return None
    before, after = before[both], after[both]
    found = stats.paired_difference(after, before, seed=seed)
    moved = int(np.count_nonzero(np.abs(after - before) > 1e-12))
    means = (before.mean(), after.mean(), found.mean, found.low, found.high)
    was, now, mean, low, high = (round(float(value), _DECIMALS) for value in means)
    verdict = _verdict(column, found.mean, found.p, moved)
    return ColumnDifference(column, was, now, mean, low, high, found.p, found.articles, moved, verdict)


def _verdict(column: str, difference: float, p: float, moved: int) -> Judgement:
    """Return what the test says in a word."""
    if not moved:
        return "same"
    if p > LEVEL:
        return "not separable"
    if column in _PLAIN:
        return "higher" if difference > 0 else "lower"
    return "better" if (difference > 0) != (column in LOWER_IS_BETTER) else "worse"
