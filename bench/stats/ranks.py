"""Which systems a table tells apart, and what its order owes to a single article or reference."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bench.stats.arrays import DUST, Floats, share, table, vector
from bench.stats.flips import holm, sign_flip_tests

Counts = NDArray[np.int64]


class RankIntervals(NamedTuple):
    """Best and worst rank of each system; `p` (systems x systems) is adjusted, 1 on the diagonal.

    `articles` (systems x systems) is how many articles have a value of both.
    """

    low: tuple[int, ...]
    high: tuple[int, ...]
    p: Floats
    articles: Counts


class RankChanges(NamedTuple):
    """The rank of each system, its best and worst rank over all variants, and the variants that move it."""

    rank: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    moved_by: tuple[tuple[int, ...], ...]


def rank_intervals(
    values: ArrayLike, *, alpha: float = 0.05, flips: int = 10_000, seed: int
) -> RankIntervals:
    """Return the ranks each system may have; `values` is systems x articles, higher is better.

    Every pair is compared by `sign_flip_test` over the articles that have a value of both, and Holm
    adjusts over all pairs. The best rank is 1 + systems significantly better, the worst is the number of
    systems - systems significantly worse. There are more flips where so many pairs need them.
    """
    rows = table(values)
    systems = len(rows)
    first, second = np.triu_indices(systems, 1)
    differences = rows[first] - rows[second]
    # With fewer, no pair could be separated after Holm, however large its difference.
    enough = int(np.ceil(20 * len(first) / share(alpha, "alpha")))
    adjusted = holm(sign_flip_tests(differences, flips=max(flips, enough), seed=seed))
    p, articles = np.ones((systems, systems)), np.zeros((systems, systems), dtype=np.int64)
    p[first, second] = p[second, first] = adjusted
    shared = np.count_nonzero(~np.isnan(differences), axis=1)
    articles[first, second] = articles[second, first] = shared
    articles[np.diag_indices(systems)] = np.count_nonzero(~np.isnan(rows), axis=1)
    better = np.zeros((systems, systems))
    better[first, second] = np.sign(np.nansum(differences, axis=1))
    better -= better.T
    apart = (p <= alpha) * better
    low = 1 + np.count_nonzero(apart < 0, axis=1)
    high = systems - np.count_nonzero(apart > 0, axis=1)
    return RankIntervals(tuple(low.tolist()), tuple(high.tolist()), p, articles)


def ranks(means: ArrayLike) -> Counts:
    """Return the rank of each mean, 1 for the highest; ties share the better rank, NaN comes last.

    `means` is systems, or systems x variants, each variant ranked on its own.
    """
    scores = np.nan_to_num(np.asarray(means, dtype=np.float64), nan=-np.inf)
    with np.errstate(invalid="ignore"):
        above = [np.count_nonzero(scores > row + DUST, axis=0) for row in scores]
    return 1 + np.array(above, dtype=np.int64).reshape(scores.shape)


def rank_changes(means: ArrayLike, variants: ArrayLike) -> RankChanges:
    """Return how ranks by `means` (systems) change in `variants` (systems x variants) of the same means.

    A variant is the table with something left out: an article, or one reference of each article.
    """
    whole = ranks(vector(means, "means"))
    each = ranks(table(variants, "variants"))
    if len(each) != len(whole):
        raise ValueError(f"as many systems are needed in both: {len(whole)} and {len(each)}")
    together = np.column_stack([whole, each])
    moved = tuple(tuple(np.flatnonzero(row != rank).tolist()) for row, rank in zip(each, whole, strict=True))
    low, high = together.min(axis=1, initial=len(whole) + 1), together.max(axis=1, initial=0)
    return RankChanges(tuple(whole.tolist()), tuple(low.tolist()), tuple(high.tolist()), moved)


def leave_one_out(values: ArrayLike) -> RankChanges:
    """Return how ranks change with one article left out; `values` is systems x articles, higher is better.

    `moved_by` holds the indices of articles without which a system's rank is another; none where there is
    one article only.
    """
    rows = table(values)
    systems, articles = rows.shape
    applies = ~np.isnan(rows)
    filled = np.where(applies, rows, 0.0)
    total, count = filled.sum(axis=1), applies.sum(axis=1)
    left = count[:, np.newaxis] - applies
    with np.errstate(invalid="ignore", divide="ignore"):
        whole = total / count
        without = (total[:, np.newaxis] - filled) / left
    without[left == 0] = np.nan
    return rank_changes(whole, without if articles > 1 else np.empty((systems, 0)))
