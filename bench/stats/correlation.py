"""Correlations of two columns, also with others held fixed; rows with a NaN anywhere are left out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from bench.stats.arrays import Floats, same_length, settled, vector

# What is left of a column that its controls explain entirely is rounding.
_EXPLAINED = 1e-10


def average_ranks(values: ArrayLike) -> Floats:
    """Return ranks from 1 upwards, ties sharing the mean of theirs; no NaN allowed."""
    column = vector(values)
    if np.isnan(column).any():
        raise ValueError("NaN has no rank")
    _, group, sizes = np.unique(column, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(sizes) - (sizes - 1) / 2)[group], dtype=np.float64)


def pearson(x: ArrayLike, y: ArrayLike) -> float:
    """Return Pearson's r, -1 to 1; NaN where a column is constant or fewer than two rows are left."""
    return partial_correlation(x, y, ())


def spearman(x: ArrayLike, y: ArrayLike) -> float:
    """Return Spearman's rank correlation, -1 to 1, ties sharing ranks; NaN as in `pearson`."""
    return partial_correlation(x, y, (), ranked=True)


def partial_correlation(
    x: ArrayLike, y: ArrayLike, controls: Sequence[ArrayLike], *, ranked: bool = False
) -> float:
    """Return the correlation of what is left of `x` and `y` once `controls` are regressed out.

    Each control is one column (length, or a 0/1 column per data set). `ranked` takes ranks of all columns
    first. NaN where nothing is left of `x` or `y`. As FRANK uses it: Pagnoni et al. 2021, section 4.
    """
    columns = [vector(column) for column in (x, y, *controls)]
    for column in columns[1:]:
        same_length(columns[0], column)
    rows = np.column_stack(columns)
    rows = rows[~np.isnan(rows).any(axis=1)]
    if len(rows) < 2:
        return float("nan")
    if ranked:
        rows = np.column_stack([average_ranks(column) for column in rows.T])
    design = np.column_stack([np.ones(len(rows)), rows[:, 2:]])
    pair = rows[:, :2]
    left = pair - design @ np.linalg.lstsq(design, pair, rcond=None)[0]
    spread = np.linalg.norm(left, axis=0)
    if (spread <= _EXPLAINED * np.linalg.norm(pair, axis=0)).any():
        return float("nan")
    return settled(float(np.clip(left[:, 0] @ left[:, 1] / spread.prod(), -1.0, 1.0)))
