"""Rates, areas and intervals by resampling whole articles."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

DRAWS = 1000
SEED = 0


class Figure(NamedTuple):
    """One measured number, 0 to 1, with a 95 % interval over articles and the cases behind it."""

    value: float
    low: float
    high: float
    cases: int

    def __str__(self) -> str:
        if np.isnan(self.low):
            return f"{100 * self.value:5.1f} n={self.cases}"
        return f"{100 * self.value:5.1f} [{100 * self.low:.0f}-{100 * self.high:.0f}] n={self.cases}"


def _draws(groups: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the group of each case, and how often each group is drawn (draws x groups)."""
    names, index = np.unique(np.asarray(groups, dtype=object).astype(str), return_inverse=True)
    rng = np.random.default_rng(SEED)
    counts = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)
    return index, counts


def rate(hits: Sequence[bool], groups: Sequence[str]) -> Figure | None:
    """Return the share of hits."""
    if not hits:
        return None
    index, counts = _draws(groups)
    size = counts.shape[1]
    right = np.bincount(index, weights=np.asarray(hits, dtype=float), minlength=size)
    total = np.bincount(index, minlength=size)
    drawn = (counts @ right) / np.maximum(counts @ total, 1)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Figure(float(np.mean(hits)), float(low), float(high), len(hits))


def _auc(truth: np.ndarray, risk: np.ndarray, weight: np.ndarray) -> float:
    """Return the chance that a true case has a higher risk than a false one, ties half."""
    order = np.argsort(risk, kind="stable")
    _, start = np.unique(risk[order], return_index=True)
    positive = np.add.reduceat((weight * truth)[order], start)
    negative = np.add.reduceat((weight * ~truth)[order], start)
    if positive.sum() == 0 or negative.sum() == 0:
        return float("nan")
    below = np.cumsum(negative) - negative
    return float((positive * (below + negative / 2)).sum() / (positive.sum() * negative.sum()))


def auc(
    truth: Sequence[bool], risk: Sequence[float], groups: Sequence[str], draws: int = 300
) -> Figure | None:
    """Return the area under the ROC curve of `risk` for finding `truth`."""
    if not any(truth) or all(truth):
        return None
    true, score = np.asarray(truth, dtype=bool), np.asarray(risk, dtype=float)
    index, counts = _draws(groups)
    drawn = [_auc(true, score, counts[draw][index].astype(float)) for draw in range(draws)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(_auc(true, score, np.ones(len(true))), float(low), float(high), len(truth))


def balanced(wrong: Sequence[bool], flagged: Sequence[bool], groups: Sequence[str]) -> Figure | None:
    """Return the mean of the share of wrong cases flagged and of right cases not flagged."""
    if not any(wrong) or all(wrong):
        return None
    index, counts = _draws(groups)
    size = counts.shape[1]
    true, said = np.asarray(wrong, dtype=bool), np.asarray(flagged, dtype=bool)
    parts = []
    for mask, good in ((true, said), (~true, ~said)):
        right = np.bincount(index, weights=(mask & good).astype(float), minlength=size)
        total = np.bincount(index, weights=mask.astype(float), minlength=size)
        parts.append((counts @ right) / np.maximum(counts @ total, 1e-9))
    low, high = np.percentile((parts[0] + parts[1]) / 2, [2.5, 97.5])
    value = ((said & true).sum() / true.sum() + (~said & ~true).sum() / (~true).sum()) / 2
    return Figure(float(value), float(low), float(high), len(wrong))


def caught_at(alarm_rate: float, points: Sequence[tuple[float, float]]) -> float:
    """Return the share caught at a rate of false alarms, on straight lines between measured points.

    `points` are (false alarms, caught); (0, 0) is a point of every check. Beyond the last point nothing
    more is caught: the check cannot be made to flag more.
    """
    curve = sorted([(0.0, 0.0), *points])
    best = [(alarms, max(c for a, c in curve if a <= alarms)) for alarms, _ in curve]
    for (low_alarms, low), (high_alarms, high) in pairwise(best):
        if low_alarms <= alarm_rate < high_alarms:
            return low + (high - low) * (alarm_rate - low_alarms) / (high_alarms - low_alarms)
    return best[-1][1]
