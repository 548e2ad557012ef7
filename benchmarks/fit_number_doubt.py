"""Fit the weights of bench/facts/data/number_doubt.toml on planted exchanges (needs scikit-learn).

Positives are numbers of articles put in the place of others, negatives every number of the same summaries
untouched: summaries by people (the labelled sets' and the bundled corpus's references) and system summaries
that people found consistent. Hand-made pairs give both, since they and the corpus word more things anew than
the others do. Articles of the held-out third and unseen pairs are left out.
Run: `python benchmarks/fit_number_doubt.py > .../number_doubt.toml`; `--check` prints what the weights catch
in articles that they were not fitted on.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from labelled import Written, in_part, written
from probe_exchanges import exchanged_numbers

from bench.facts.numbers.check import read_numbers
from bench.facts.numbers.place.doubt import Features, features
from bench.facts.numbers.place.exchange import exchanged
from bench.facts.source import Source
from bench.text.document import Document

ROOT = Path(__file__).resolve().parents[1]
Places = tuple[tuple[int, int], ...]
WEIGHTS = {"wire": 1.5}
"""Weight of a pool, else 1: the bundled references word most anew, and hold most numbers."""
UNTOUCHED = 1.5
"""Weight of all untouched numbers of a pool, where its exchanged ones weigh 1: a false alarm hurts more."""


class Case(NamedTuple):
    """One number: its features, whether it was exchanged, its pool, article and summary."""

    row: Features
    label: int
    pool: str
    article: str
    summary: str


@lru_cache(maxsize=64)
def _source(text: str) -> Source:
    return Source(text)


def _rows(document: str, summary: str, places: Places | None) -> Iterator[Features]:
    """Yield the features of the numbers at `places`, else of all, that the article has and rivals."""
    reading = read_numbers(_source(document), Document(summary))
    for found in reading.assessed:
        claim = found.claim
        span = reading.summary.tape.document.span(claim.start, claim.end)
        here = places is None or any(span.start < end and start < span.end for start, end in places)
        if here and found.supports and found.rivals and not (claim.weak or claim.vague):
            yield features(reading, found, exchanged(reading.summary, found, reading.assessed))


def bundled(part: str) -> Iterator[Written]:
    """Yield the references of the bundled corpus."""
    for article in sorted((ROOT / "references" / "wire").glob("*/article.txt")):
        key = article.parent.name
        if in_part(key, part):
            text = article.read_text("utf-8")
            for reference in sorted(article.parent.glob("reference.*.txt")):
                yield Written(f"{key}:{reference.name}", key, "wire", text, reference.read_text("utf-8"))


def _by_hand() -> Iterator[Case]:
    """Yield the numbers of hand-made pairs: all of a right summary, those marked in a wrong one."""
    for path in sorted((ROOT / "tests" / "data").glob("hard_pairs*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            pair = json.loads(line)
            numbers = pair["group"] in ("binding", "derived", "paraphrased-number")
            if pair["part"] != "dev" or not (pair["label"] or numbers):
                continue
            summary, marked = pair["summary"], [words for words in pair["wrong"].split(" | ") if words]
            spots = tuple((summary.find(words), summary.find(words) + len(words)) for words in marked)
            for row in _rows(pair["document"], summary, None if pair["label"] else spots):
                yield Case(row, 1 - pair["label"], "by hand", pair["document"][:80], summary)


def cases(part: str) -> Iterator[Case]:
    """Yield the numbers of untouched summaries and the planted ones."""
    for entry in sorted((*written(part), *bundled(part)), key=lambda entry: entry.document):
        if entry.pool == "human-xsum":
            continue
        for row in _rows(entry.document, entry.summary, None):
            yield Case(row, 0, entry.pool, entry.article_key, entry.summary)
        for probe in exchanged_numbers(entry):
            for row in _rows(probe.document, probe.summary, probe.places):
                yield Case(row, 1, entry.pool, entry.article_key, probe.summary)


class _Fitted(NamedTuple):
    intercept: float
    weights: np.ndarray

    def doubts(self, some: list[Case]) -> np.ndarray:
        rows = np.array([case.row for case in some], dtype=float)
        return np.asarray(1 / (1 + np.exp(-self.intercept - rows @ self.weights)))


def fitted(some: list[Case]) -> _Fitted:
    """Return intercept and weights: a logistic model on standardised features, told for the plain ones."""
    from sklearn.linear_model import LogisticRegression

    sizes = Counter((case.pool, case.label) for case in some)
    weights = np.array(
        [
            WEIGHTS.get(case.pool, 1) * (1 if case.label else UNTOUCHED) / sizes[case.pool, case.label]
            for case in some
        ]
    )
    rows = np.array([case.row for case in some], dtype=float)
    middle, spread = rows.mean(0), rows.std(0)
    model = LogisticRegression(C=0.3, solver="newton-cholesky")
    model.fit((rows - middle) / spread, [case.label for case in some], weights / weights.mean())
    plain = model.coef_[0] / spread
    return _Fitted(float(model.intercept_[0] - plain @ middle), plain)


def check(some: list[Case], thresholds: tuple[float, ...] = (0.6, 0.7, 0.8, 0.85, 0.9, 0.95)) -> None:
    """Print by pool the share caught and of false alarms at thresholds, each article left out of its fit."""
    keys = sorted({case.article for case in some})
    folds = {key: index % 5 for index, key in enumerate(keys)}
    doubts = np.zeros(len(some))
    for fold in range(5):
        model = fitted([case for case in some if folds[case.article] != fold])
        left = [index for index, case in enumerate(some) if folds[case.article] == fold]
        doubts[left] = model.doubts([some[index] for index in left])
    for pool in sorted({case.pool for case in some}):
        own = [index for index, case in enumerate(some) if case.pool == pool]
        for cut in thresholds:
            rates = [
                100 * np.mean([doubts[index] >= cut for index in own if some[index].label == label])
                for label in (1, 0)
            ]
            print(f"{pool:8} from {cut:.2f}: caught {rates[0]:5.1f}, false alarms {rates[1]:5.2f}")


def main() -> None:
    """Fit and print the file of weights, or with `--check` what they catch."""
    some = [*cases("dev"), *_by_hand()]
    if "--check" in sys.argv[1:]:
        check(some)
        return
    model = fitted(some)
    print("# Weights of bench/facts/numbers/place/doubt.py; made by benchmarks/fit_number_doubt.py.")
    print(f"# {len(some)} places, of which {sum(case.label for case in some)} exchanged.")
    print(f"intercept = {model.intercept:.3f}\n\n[weights]")
    for name, weight in zip(Features._fields, model.weights, strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
