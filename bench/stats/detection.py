"""How well flags and scores agree with labels; each also under weights, for `group_bootstrap`."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from bench.stats.arrays import Bools, Floats, same_length, settled, vector


class Confusion(NamedTuple):
    """Rows by label and flag; each field a number of rows, or one per row of weights.

    A rate over no rows is NaN.
    """

    caught: Floats
    missed: Floats
    false_alarms: Floats
    cleared: Floats

    @property
    def recall(self) -> Floats:
        """Share of the positive rows that are flagged."""
        return _ratio(self.caught, self.caught + self.missed)

    @property
    def precision(self) -> Floats:
        """Share of the flagged rows that are positive."""
        return _ratio(self.caught, self.caught + self.false_alarms)

    @property
    def false_alarm_rate(self) -> Floats:
        """Share of the negative rows that are flagged."""
        return _ratio(self.false_alarms, self.false_alarms + self.cleared)

    @property
    def balanced_accuracy(self) -> Floats:
        """Mean of the shares of positive and of negative rows that are judged rightly."""
        return np.asarray((self.recall + 1 - self.false_alarm_rate) / 2, dtype=np.float64)


class Threshold(NamedTuple):
    """Rows that score `value` or more are called positive, with this balanced accuracy."""

    value: float
    balanced_accuracy: float


def confusion(flagged: ArrayLike, positive: ArrayLike, weights: Floats | None = None) -> Confusion:
    """Return how flags and labels (both true or false, one per row) fall together.

    With `weights` (draws x rows), each field has one value per draw.
    """
    flags, labels = _truths(flagged, "flagged"), _truths(positive, "positive")
    if flags.shape != labels.shape:
        raise ValueError(f"paired values must be as many: {len(flags)} and {len(labels)}")
    drawn = np.ones(len(flags)) if weights is None else weights
    cells = (flags & labels, ~flags & labels, flags & ~labels, ~flags & ~labels)
    return Confusion(*(np.asarray(drawn @ cell.astype(np.float64)) for cell in cells))


def balanced_accuracy(flagged: ArrayLike, positive: ArrayLike) -> float:
    """Return the mean of sensitivity and specificity, 0 to 1; NaN if one class has no rows."""
    return float(confusion(flagged, positive).balanced_accuracy)


def auc(scores: ArrayLike, positive: ArrayLike) -> float:
    """Return the area under the ROC curve, 0 to 1; NaN if one class has no rows.

    It is the share of pairs (a positive and a negative row) in which the positive row scores higher, ties
    counted half (Hanley & McNeil 1982).
    """
    ranked = vector(scores, "scores")
    return float(weighted_auc(ranked, positive, np.ones((1, len(ranked))))[0])


def weighted_auc(scores: ArrayLike, positive: ArrayLike, weights: Floats) -> Floats:
    """Return `auc` for each row of `weights`, draws x rows."""
    ranked, labels = _scored(scores, positive)
    if not len(ranked):
        return np.full(len(weights), np.nan)
    order = np.argsort(ranked, kind="stable")
    ascending = ranked[order]
    starts = np.flatnonzero(np.append(True, ascending[1:] != ascending[:-1]))
    drawn = np.asarray(weights, dtype=np.float64)[:, order]
    positives = np.add.reduceat(drawn * labels[order], starts, axis=1)
    negatives = np.add.reduceat(drawn * ~labels[order], starts, axis=1)
    lower = np.cumsum(negatives, axis=1) - negatives / 2
    return _ratio((positives * lower).sum(axis=1), positives.sum(axis=1) * negatives.sum(axis=1))


def best_threshold(scores: ArrayLike, positive: ArrayLike) -> Threshold:
    """Return the threshold of highest balanced accuracy, the lowest of several; NaN if one class is empty.

    It lies halfway between two scores, or at the lowest score if all rows are best called positive.
    """
    ranked, labels = _scored(scores, positive)
    if labels.all() or not labels.any():
        return Threshold(np.nan, np.nan)
    values, group = np.unique(ranked, return_inverse=True)
    caught = np.bincount(group, labels, len(values))[::-1].cumsum()[::-1] / labels.sum()
    alarms = np.bincount(group, ~labels, len(values))[::-1].cumsum()[::-1] / (~labels).sum()
    # Rounded, so that equal accuracies are equal and the lowest threshold is taken everywhere.
    balanced = np.round((caught + 1 - alarms) / 2, 12)
    best = int(np.argmax(balanced))
    cut = values[best] if best == 0 else (values[best - 1] + values[best]) / 2
    return Threshold(float(cut), settled(float(balanced[best])))


def _truths(values: ArrayLike, name: str) -> Bools:
    """Return true-or-false values; raise ValueError for anything but 0, 1, True and False."""
    numbers = vector(values, name)
    if not np.isin(numbers, (0.0, 1.0)).all():
        raise ValueError(f"{name} must be true or false")
    return np.equal(numbers, 1.0)


def _scored(scores: ArrayLike, positive: ArrayLike) -> tuple[Floats, Bools]:
    """Return scores and labels; raise ValueError where a row has no score."""
    ranked, labels = vector(scores, "scores"), _truths(positive, "positive")
    same_length(ranked, labels.astype(np.float64))
    if np.isnan(ranked).any():
        raise ValueError("every row needs a score")
    return ranked, labels


def _ratio(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(whole > 0, np.divide(part, whole), np.nan), dtype=np.float64)
