"""Bootstrap intervals: articles (or groups of rows) are drawn with replacement, never single facts."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from bench.stats.arrays import (
    Floats,
    at_least_one,
    canonical_order,
    same_length,
    settled,
    share,
    table,
    vector,
)
from bench.stats.flips import sign_flip_test

# Cells of one block of weights: 2 MB of floats stays in the cache of one core (fastest of 10 to 100 rows
# of 10,000 in benchmarks/bootstrap.py).
_BLOCK_CELLS = 250_000


class Interval(NamedTuple):
    """A lower and an upper end; NaN where nothing could be computed."""

    low: float
    high: float


class Intervals(NamedTuple):
    """One lower and one upper end per column."""

    low: Floats
    high: Floats


class Difference(NamedTuple):
    """A paired difference: mean, interval, p-value, and how many articles have both values."""

    mean: float
    low: float
    high: float
    p: float
    articles: int


def bootstrap_interval(
    values: ArrayLike, *, resamples: int = 1000, level: float = 0.95, seed: int
) -> Interval:
    """Return the percentile interval of the mean of `values`, one per article.

    NaN is left out of each mean. One article gives an interval of no width, none (or NaN alone) gives NaN.
    Efron & Tibshirani 1993, chapter 13. With few articles the interval is somewhat narrow: at 32 articles
    a 95 % interval covers the true mean about 94 times of 100.
    """
    column = vector(values)[:, np.newaxis]
    low, high = bootstrap_intervals(column, resamples=resamples, level=level, seed=seed)
    return Interval(float(low[0]), float(high[0]))


def bootstrap_intervals(
    values: ArrayLike, *, resamples: int = 1000, level: float = 0.95, seed: int
) -> Intervals:
    """Return the percentile interval of each column's mean; `values` is articles x columns.

    All columns share the same draws. Otherwise as `bootstrap_interval`.
    """
    rows = table(values)
    articles, columns = rows.shape
    at_least_one(resamples, "resamples")
    share(level, "level")
    applies = ~np.isnan(rows)
    if not applies.any():
        # Not measured: a hundred thousand articles need not be drawn a thousand times to say so.
        return Intervals(np.full(columns, np.nan), np.full(columns, np.nan))
    order = canonical_order(rows)
    rows, applies = rows[order], applies[order]
    del order
    filled = np.where(applies, rows, 0.0)
    counted = None if applies.all() else applies.astype(np.float64)
    means = np.empty((resamples, columns))
    done = 0
    for weights in _weights(articles, resamples, seed):
        drawn = articles if counted is None else weights @ counted
        with np.errstate(invalid="ignore"):
            means[done : done + len(weights)] = weights @ filled / drawn
        done += len(weights)
    ends = [_percentiles(means[:, column], level) for column in range(columns)] if articles else []
    low = np.array([end.low for end in ends] or [np.nan] * columns, dtype=np.float64)
    high = np.array([end.high for end in ends] or [np.nan] * columns, dtype=np.float64)
    return Intervals(low, high)


def paired_difference_interval(
    a: ArrayLike, b: ArrayLike, *, resamples: int = 1000, level: float = 0.95, seed: int
) -> Interval:
    """Return the percentile interval of the mean of `a - b`, paired by article.

    An article without a value in either is not applicable to the pair.
    """
    return bootstrap_interval(_differences(a, b), resamples=resamples, level=level, seed=seed)


def paired_difference(
    a: ArrayLike,
    b: ArrayLike,
    *,
    resamples: int = 1000,
    level: float = 0.95,
    flips: int = 10_000,
    seed: int,
) -> Difference:
    """Return the mean of `a - b`, paired by article, with its interval and its sign-flip p-value."""
    differences = _differences(a, b)
    both = differences[~np.isnan(differences)]
    low, high = bootstrap_interval(both, resamples=resamples, level=level, seed=seed)
    mean = settled(float(np.sort(both).mean())) if len(both) else np.nan
    return Difference(mean, low, high, sign_flip_test(both, flips=flips, seed=seed), len(both))


def group_bootstrap(
    statistic: Callable[[Floats], ArrayLike],
    groups: ArrayLike,
    *,
    resamples: int = 1000,
    level: float = 0.95,
    seed: int,
) -> Interval:
    """Return the percentile interval of any statistic of rows, drawing whole groups of rows.

    `groups` names the group (the article) of each row. `statistic` is given weights, draws x rows: how
    often each row is in each draw; it returns one value per draw, NaN where it is undefined there, and
    such draws are left out. `bench.stats.weighted_auc` is of this kind.
    """
    return group_bootstraps([statistic], groups, resamples=resamples, level=level, seed=seed)[0]


def group_bootstraps(
    statistics: Sequence[Callable[[Floats], ArrayLike]],
    groups: ArrayLike,
    *,
    resamples: int = 1000,
    level: float = 0.95,
    seed: int,
) -> list[Interval]:
    """Return what `group_bootstrap` does of each of several statistics of the same rows, drawing once."""
    names, group = np.unique(np.asarray(groups), return_inverse=True)
    if np.ndim(groups) != 1 or not len(names):
        raise ValueError("groups must be one name per row, at least one row")
    at_least_one(resamples, "resamples")
    drawn: list[list[Floats]] = [[] for _ in statistics]
    for weights in _weights(len(names), resamples, seed, cells=len(group)):
        of_rows = weights[:, group]
        for statistic, values in zip(statistics, drawn, strict=True):
            values.append(np.asarray(statistic(of_rows), dtype=np.float64))
            if values[-1].shape != (len(weights),):
                shape = values[-1].shape
                raise ValueError(f"the statistic must give one value per draw, not an array {shape}")
    return [_percentiles(np.concatenate(values), level) for values in drawn]


def _differences(a: ArrayLike, b: ArrayLike) -> Floats:
    """Return a - b, NaN where either is."""
    first, second = vector(a, "a"), vector(b, "b")
    same_length(first, second)
    return first - second


def _weights(units: int, resamples: int, seed: int, *, cells: int = 0) -> Iterator[Floats]:
    """Yield blocks of draws x units: how often each unit was drawn.

    Counting once and multiplying is some twenty times faster than averaging the drawn rows, and gives the
    same means but for rounding.
    """
    random = np.random.default_rng(seed)
    block = max(1, _BLOCK_CELLS // max(units, cells, 1))
    for start in range(0, resamples if units else 0, block):
        draws = min(block, resamples - start)
        drawn = random.integers(0, units, (draws, units))
        drawn += np.arange(draws)[:, np.newaxis] * units
        counts = np.bincount(drawn.ravel(), minlength=draws * units)
        # With 100,000 units a block has megabytes: none is kept while the next is made.
        del drawn
        weights = counts.reshape(draws, units).astype(np.float64)
        del counts
        yield weights
        del weights


def _percentiles(values: Floats, level: float) -> Interval:
    """Return the two percentiles that hold `level` of the values between them, NaN left out."""
    tail = (1 - share(level, "level")) / 2
    defined = values[~np.isnan(values)]
    if not len(defined):
        return Interval(np.nan, np.nan)
    low, high = np.quantile(defined, (tail, 1 - tail))
    return Interval(settled(float(low)), settled(float(high)))
