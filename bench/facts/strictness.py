"""From which doubt on a claim about a person counts as wrong or as suspect, by strictness."""

from collections.abc import Sequence
from itertools import pairwise

from bench.facts.judged import Judged
from bench.records import Finding, Kind, Span, Strictness, Verdict

WRONG_FROM = {"low": 0.9, "normal": 0.6, "high": 0.3}
SUSPECT_FROM = {"low": 0.6, "normal": 0.45, "high": 0.22}


def misattached_or_suspect(doubt: float, strictness: Strictness) -> Verdict:
    """Return the verdict on what is told of another, given a doubt from which it is suspect."""
    return "misattached" if doubt >= WRONG_FROM[strictness] else "suspect"


def told_of_another(
    kind: Kind, claim: str, place: Span, evidence: tuple[Span, ...], reason: str, doubt: float,
    strictness: Strictness,
) -> Judged:  # fmt: skip
    """Return what is judged of a claim at a `place` of the summary that the article tells otherwise."""
    verdict = misattached_or_suspect(doubt, strictness)
    return Judged(Finding(kind, claim, verdict, place.start, place.end, evidence, reason), doubt)


def interp(value: float, steps: Sequence[tuple[float, float]]) -> float:
    """Return the doubt for a measured value, on straight lines between steps, flat outside them."""
    if value <= steps[0][0]:
        return steps[0][1]
    for (low, doubt_low), (high, doubt_high) in pairwise(steps):
        if value <= high:
            return doubt_low + (doubt_high - doubt_low) * (value - low) / (high - low)
    return steps[-1][1]
