"""Weights of a doubt, fitted on planted exchanges: what the fits for numbers and for people share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np


class Case(NamedTuple):
    """One place of a summary: its features, whether it was exchanged (1), its pool, article and summary."""

    row: Sequence[float]
    label: int
    pool: str
    article: str
    summary: str


class Fitted(NamedTuple):
    """A logistic model for plain features."""

    intercept: float
    weights: np.ndarray

    def doubts(self, some: Sequence[Case]) -> np.ndarray:
        """Return how likely each place was exchanged, 0 to 1."""
        rows = np.array([case.row for case in some], dtype=float)
        return np.asarray(1 / (1 + np.exp(-self.intercept - rows @ self.weights)))


def fitted(some: Sequence[Case], pools: Mapping[str, float], untouched: float) -> Fitted:
    """Return intercept and weights: a logistic model on standardised features, told for the plain ones.

    Every pool's exchanged places weigh `pools` (else 1) together, its untouched ones `untouched` times that.
    """
    from sklearn.linear_model import LogisticRegression

    sizes = Counter((case.pool, case.label) for case in some)
    weights = np.array(
        [
            pools.get(case.pool, 1) * (1 if case.label else untouched) / sizes[case.pool, case.label]
            for case in some
        ]
    )
    rows = np.array([case.row for case in some], dtype=float)
    middle, spread = rows.mean(0), rows.std(0)
    model = LogisticRegression(C=0.3, solver="newton-cholesky")
    model.fit((rows - middle) / spread, [case.label for case in some], weights / weights.mean())
    plain = model.coef_[0] / spread
    return Fitted(float(model.intercept_[0] - plain @ middle), plain)


def check(
    some: Sequence[Case], pools: Mapping[str, float], untouched: float, thresholds: Sequence[float]
) -> None:
    """Print by pool the share caught and of false alarms at thresholds, each article left out of its fit."""
    keys = sorted({case.article for case in some})
    folds = {key: index % 5 for index, key in enumerate(keys)}
    doubts = np.zeros(len(some))
    for fold in range(5):
        model = fitted([case for case in some if folds[case.article] != fold], pools, untouched)
        left = [index for index, case in enumerate(some) if folds[case.article] == fold]
        doubts[left] = model.doubts([some[index] for index in left])
    for pool in sorted({case.pool for case in some}):
        own = [index for index, case in enumerate(some) if case.pool == pool]
        for cut in thresholds:
            caught, alarms = (
                100 * np.mean([doubts[i] >= cut for i in own if some[i].label == label])
                if any(some[i].label == label for i in own)
                else np.nan
                for label in (1, 0)
            )
            print(f"{pool:12} from {cut:.3f}: caught {caught:5.1f}, false alarms {alarms:5.2f}")


def written_out(model: Fitted, names: Sequence[str]) -> str:
    """Return the intercept and, as a table, the weights."""
    lines = [f"{name} = {weight:.3f}" for name, weight in zip(names, model.weights, strict=True)]
    return "\n".join((f"intercept = {model.intercept:.3f}", "", "[weights]", *lines))
