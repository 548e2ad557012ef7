"""The calibrate stage: how well the fact check agrees with what people said of the same summaries."""

from bench.calibrate.figures import Calibration, Figure, Reliability, figures_of
from bench.calibrate.judgements import CHECKS, Example, Judgement, judge_labelled, judgements

__all__ = [
    "CHECKS",
    "Calibration",
    "Example",
    "Figure",
    "Judgement",
    "Reliability",
    "calibrate",
    "figures_of",
    "judge_labelled",
    "judgements",
]


from collections.abc import Sequence
from pathlib import Path

from bench.facts.source import Strictness


def calibrate(
    paths: Sequence[Path],
    strictness: Strictness = "normal",
    jobs: int = 1,
    *,
    scheduler: str | None = None,
    resamples: int = 1000,
    seed: int = 0,
    examples: int = 40,
) -> Calibration:
    """Return the figures of every labelled set in `paths` (JSONL, plain or gzipped).

    Intervals come from `resamples` draws of whole articles. At most `examples` misses and as many false
    alarms are kept of each set. Raises InputError with file, line and field.
    """
    judged = judgements(paths, strictness, jobs, scheduler)
    return figures_of(judged, strictness, resamples=resamples, seed=seed, examples=examples)
