"""Fit the overall score on people's labels and say how well it carries over to sets it has not seen.

`python benchmarks/fit_score.py` prints the area under the ROC curve of each set with that set left out of
fitting; `--write` puts the coefficients, fitted on all sets, into bench/facts/data/score_model.txt. Articles
of the held-out third take no part in fitting. Needs scipy.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from figures import Figure, auc
from labelled import SETS, Row, rows
from lines import Line, Result
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.facts.ledger import findings
from bench.facts.score import features
from bench.facts.source import Source
from bench.text.document import Document

MODEL = Path(__file__).resolve().parents[1] / "bench" / "facts" / "data" / "score_model.txt"
# Chosen on the dev part: between 5 and 100 the mean area with sets left out moves by 0.2 points.
PENALTY = 50.0

Floats = NDArray[np.float64]


class Data(NamedTuple):
    """Labelled rows as arrays: inputs, whether consistent, and the set and article of each."""

    names: tuple[str, ...]
    inputs: Floats
    consistent: NDArray[np.bool_]
    sets: NDArray[np.str_]
    articles: list[str]


@lru_cache(maxsize=8)
def _source(document: str) -> Source:
    return Source(document)


def inputs_of(row: Row) -> dict[str, float]:
    """Return the model's inputs for one pair."""
    source, summary = _source(row.document), Document(row.summary)
    return features(source, summary, findings(source, summary))


@cache
def data(part: str) -> Data:
    """Return all labelled rows of a part."""
    own = [row for dataset in SETS for row in rows(dataset, part)]
    found = [inputs_of(row) for row in own]
    names = tuple(found[0])
    return Data(
        names,
        np.array([[inputs[name] for name in names] for inputs in found]),
        np.array([row.label == 1 for row in own]),
        np.array([row.dataset for row in own]),
        [row.article_key for row in own],
    )


def _row_weights(sets: NDArray[np.str_], consistent: NDArray[np.bool_]) -> Floats:
    """Let each class of each set weigh as the root of its size, so that no set decides alone."""
    weights = np.zeros(len(sets))
    for name in np.unique(sets):
        for label in (True, False):
            own = (sets == name) & (consistent == label)
            weights[own] = 1 / np.sqrt(max(1, own.sum()))
    return np.asarray(weights / weights.mean())


def fit(train: Data) -> Floats:
    """Return one weight per input, none above 0: doubt never raises the score.

    Each set has an intercept of its own while fitting, so that the weights tell summaries of one set apart
    and not one set from another.
    """
    scale = train.inputs.std(axis=0) + 1e-9
    own_set = (train.sets[:, None] == np.unique(train.sets)[None, :]).astype(np.float64)
    columns = np.hstack([train.inputs / scale, own_set])
    count = len(train.names)
    sign = 2.0 * train.consistent - 1
    weights = _row_weights(train.sets, train.consistent)
    penalty = np.r_[np.full(count, PENALTY), np.full(own_set.shape[1], 0.02)]

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = sign * (columns @ point)
        slope = columns.T @ (weights * sign / (1 + np.exp(margin)))
        total = (weights * np.logaddexp(0, -margin)).sum() + (penalty * point**2).sum() / 2
        return float(total), penalty * point - slope

    bounds = [(None, 0.0)] * count + [(None, None)] * own_set.shape[1]
    found = minimize(loss, np.zeros(columns.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x[:count] / scale)


def calibrated(train: Data, weights: Floats) -> tuple[float, float]:
    """Return intercept and scale that make the score a probability, every set counting the same."""
    doubt = train.inputs @ weights
    sizes = {name: (train.sets == name).sum() for name in np.unique(train.sets)}
    share = np.array([1 / sizes[name] for name in train.sets])
    sign = 2.0 * train.consistent - 1

    def loss(point: Floats) -> float:
        return float((share * np.logaddexp(0, -sign * (point[0] + point[1] * doubt))).sum())

    intercept, scale = minimize(loss, np.array([1.0, 1.0]), method="Nelder-Mead").x
    return float(intercept), float(scale)


def left_out(train: Data, test: Data, dataset: str) -> Figure | None:
    """Return the area under the curve on one set of `test`, fitted on the other sets of `train`."""
    others, own = train.sets != dataset, test.sets == dataset
    weights = fit(_some(train, others))
    doubt = -(test.inputs[own] @ weights)
    articles = [key for key, mine in zip(test.articles, own, strict=True) if mine]
    return auc(list(~test.consistent[own]), list(doubt), articles)


def _some(whole: Data, mask: NDArray[np.bool_]) -> Data:
    articles = [key for key, keep in zip(whole.articles, mask, strict=True) if keep]
    return Data(whole.names, whole.inputs[mask], whole.consistent[mask], whole.sets[mask], articles)


def leave_one_out(part: str) -> Result:
    """Return the area under the curve of each set, left out of fitting, and the mean over sets."""
    train, test = data("dev"), data(part)
    lines = []
    for dataset in SETS:
        lines.append(Line("score, set left out", f"AUC, {dataset}", left_out(train, test, dataset)))
    found = [line.figure.value for line in lines if line.figure]
    mean = Figure(float(np.mean(found)), float("nan"), float("nan"), len(found))
    lines.append(Line("score, set left out", "AUC, mean over sets", mean))
    return Result(lines, [])


def model_text(names: Sequence[str], weights: Floats, intercept: float) -> str:
    """Return the file of coefficients."""
    lines = [
        "# Coefficients of the overall score: log-odds of a consistent summary per unit of each input (see",
        "# bench/facts/score.py). Written by benchmarks/fit_score.py from labels on the articles not held",
        f"# out of {', '.join(SETS)}.",
        "# Every weight is held at or below 0: doubt never raises the score.",
        f"{'intercept':<16}{intercept:9.4f}",
    ]
    lines += [f"{name:<16}{weight:9.4f}" for name, weight in zip(names, weights, strict=True)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print how the score carries over; write it if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "heldout"), default="dev", help="where to measure")
    parser.add_argument("--write", action="store_true", help="write bench/facts/data/score_model.txt")
    options = parser.parse_args()
    for line in leave_one_out(options.part).lines:
        print(f"{line.measure:28} {line.figure or '-'}")
    train = data("dev")
    weights = fit(train)
    intercept, scale = calibrated(train, weights)
    text = model_text(train.names, weights * scale, intercept)
    print(text, end="")
    if options.write:
        MODEL.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
