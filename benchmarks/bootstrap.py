"""Bootstrap intervals against rouge_score's BootstrapAggregator: the same table, one core, in turn.

    python benchmarks/bootstrap.py                       10,000 rows x 12 columns x 1,000 resamples
    python benchmarks/bootstrap.py --short --floor 10    a quick form; exit 3 if the ratio is below the floor

Both give a 95 % percentile interval per column. Not equal: the peer also gives the bootstrap's median and
draws anew for each kind of score (four kinds of three columns); ours shares its draws between columns, puts
rows into an order of their own first and draws from a seed. The widths of both are compared before timing.
"""

import argparse
import os
import statistics
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from interleaved import Ratio
from reported import Row, shown
from rouge_score import scoring

from bench import stats

KINDS = ("rouge1", "rouge2", "rougeL", "rougeLsum")


class Round(NamedTuple):
    """Seconds of one round."""

    ours: float
    peer: float


def rouge_like(rows: int) -> np.ndarray:
    """Return precision, recall and F1 of four kinds: ratios of small counts, with their many ties."""
    random = np.random.default_rng(1)
    columns = []
    for share in (0.45, 0.2, 0.35, 0.4):
        reference, candidate = random.integers(30, 80, rows), random.integers(40, 70, rows)
        hits = random.binomial(np.minimum(reference, candidate), share)
        precision, recall = hits / candidate, hits / reference
        total = np.where(hits > 0, precision + recall, 1.0)
        columns += [precision, recall, 2 * precision * recall / total]
    return np.column_stack(columns)


def filled(table: np.ndarray) -> scoring.BootstrapAggregator:
    """Return the peer with all rows added; adding is not timed."""
    aggregator = scoring.BootstrapAggregator()
    for row in table:
        aggregator.add_scores({kind: scoring.Score(*row[3 * i : 3 * i + 3]) for i, kind in enumerate(KINDS)})
    return aggregator


def timed(table: np.ndarray, aggregator: scoring.BootstrapAggregator, turn: int) -> Round:
    """Return the seconds of both; who goes first alternates."""

    def ours() -> None:
        stats.bootstrap_intervals(table, resamples=1000, seed=turn)

    seconds = {}
    for job in (ours, aggregator.aggregate) if turn % 2 else (aggregator.aggregate, ours):
        start = time.perf_counter()
        job()
        seconds[job] = time.perf_counter() - start
    return Round(seconds[ours], seconds[aggregator.aggregate])


def largest_disagreement(table: np.ndarray, aggregator: scoring.BootstrapAggregator) -> float:
    """Return the largest relative difference between the widths of the two intervals."""
    np.random.seed(1)
    theirs = aggregator.aggregate()
    peer = np.concatenate([np.subtract(theirs[kind].high, theirs[kind].low) for kind in KINDS])
    low, high = stats.bootstrap_intervals(table, resamples=1000, seed=1)
    return float(np.abs((high - low) / peer - 1).max())


def rows(short: bool = False) -> list[Row]:
    """Compare the widths of both, then measure. Raises SystemExit 4 where they disagree."""
    scores = rouge_like(10_000)
    aggregator = filled(scores)
    disagreement = largest_disagreement(scores, aggregator)
    rounds = [timed(scores, aggregator, turn) for turn in range(3 if short else 9)]
    ratios = sorted(one.peer / one.ours for one in rounds)
    note = f"widths of intervals differ by at most {disagreement:.1%}; numpy {version('numpy')}"
    if disagreement > 0.15:
        raise SystemExit(4)
    return [
        Row(
            "Bootstrap, 10,000 rows x 12 columns x 1,000 draws",
            f"BootstrapAggregator of rouge-score {version('rouge-score')}",
            Ratio(statistics.median(ratios), ratios[0], ratios[-1]),
            (">=", 10),
            note,
        )
    ]


def main() -> int:
    """Print one line of figures; 3 if the ratio is below the floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="3 rounds instead of 9")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this ratio")
    options = parser.parse_args()
    (found,) = rows(options.short)
    print(shown(found))
    return 3 if found.ratio.median < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
