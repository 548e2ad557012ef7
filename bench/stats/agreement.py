"""Krippendorff's alpha: how far coders agree beyond chance."""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from bench.stats.arrays import Floats, table
from bench.stats.resample import Interval, group_bootstrap

Level = Literal["nominal", "ordinal", "interval", "ratio"]


def krippendorff_alpha(ratings: ArrayLike, *, level: Level = "nominal") -> float:
    """Return alpha of `ratings`, units x coders, NaN where a coder did not judge a unit.

    1 is perfect agreement, 0 that of chance, below 0 is worse than chance. Units judged by fewer than two
    coders do not count. NaN where it is undefined: nothing to pair, or one value everywhere. Hayes &
    Krippendorff 2007, Communication Methods and Measures 1(1), 77-89; Krippendorff 2004, chapter 11.
    """
    counts, delta = _prepared(ratings, level)
    return float(_alphas(counts, delta, np.ones((1, len(counts))))[0])


def krippendorff_interval(
    ratings: ArrayLike,
    *,
    level: Level = "nominal",
    confidence: float = 0.95,
    resamples: int = 1000,
    seed: int,
) -> Interval:
    """Return the percentile interval of alpha, drawing units with replacement.

    Hayes & Krippendorff draw single pairs and hold chance fixed; drawing units keeps the pairs of one unit
    together, as articles are kept together everywhere here, and gives somewhat wider intervals.
    """
    counts, delta = _prepared(ratings, level)
    if not len(counts):
        return Interval(np.nan, np.nan)
    # Units of equal judgements are alike: their order then does not matter to the draws.
    counts = counts[np.lexsort(counts.T)]
    return group_bootstrap(
        lambda weights: _alphas(counts, delta, weights),
        np.arange(len(counts)),
        resamples=resamples,
        level=confidence,
        seed=seed,
    )


def _prepared(ratings: ArrayLike, level: Level) -> tuple[Floats, Callable[[Floats], Floats]]:
    """Return how often each value was given to each pairable unit, and the squared difference of values."""
    units = table(ratings, "ratings")
    if level not in ("nominal", "ordinal", "interval", "ratio"):
        raise ValueError(f"level must be nominal, ordinal, interval or ratio, not {level!r}")
    units = units[np.count_nonzero(~np.isnan(units), axis=1) >= 2]
    values = np.unique(units[~np.isnan(units)])
    counts = np.array([(units == value).sum(axis=1) for value in values], dtype=np.float64)
    return counts.reshape(len(values), len(units)).T, lambda margins: _delta(values, margins, level)


def _alphas(counts: Floats, delta: Callable[[Floats], Floats], weights: Floats) -> Floats:
    """Return alpha for each row of weights: how often each unit is in the draw."""
    judged = counts.sum(axis=1)
    found = np.full(len(weights), np.nan)
    for draw, weight in enumerate(weights):
        share_of_unit = counts * (weight / (judged - 1))[:, np.newaxis]
        coincidences = share_of_unit.T @ counts
        coincidences[np.diag_indices(len(coincidences))] -= share_of_unit.sum(axis=0)
        margins = coincidences.sum(axis=0)
        squared = delta(margins)
        expected = float(margins @ squared @ margins)
        if expected > 0:
            observed = float((coincidences * squared).sum())
            found[draw] = 1 - (margins.sum() - 1) * observed / expected
    return found


def _delta(values: Floats, margins: Floats, level: Level) -> Floats:
    """Return the squared difference between each two values (Hayes & Krippendorff 2007, p. 86)."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        # Judgements from one value up to another, both counted half.
        position = np.cumsum(margins) - margins / 2
        return np.asarray((position[:, np.newaxis] - position) ** 2, dtype=np.float64)
    apart = values[:, np.newaxis] - values
    if level == "interval":
        return np.asarray(apart**2, dtype=np.float64)
    sums = values[:, np.newaxis] + values
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(apart == 0, 0.0, (apart / sums) ** 2)
