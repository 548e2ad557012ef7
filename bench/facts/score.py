"""The overall consistency score of a summary: a footnote beside the checks of numbers and people.

A logistic model whose coefficients stand in data/score_model.txt with the sets they were fitted on;
benchmarks/fit_score.py fits them. It says how a summary's wording and findings compare with summaries that
people judged, not whether any one claim is right.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log1p

from bench.facts.source import Source
from bench.facts.support import support
from bench.records import WRONG, Finding
from bench.text.document import Document

# Wrong roles and speakers are too rare in the labelled sets for a weight of their own.
_CHECKS = {
    "number": "numbers", "date": "numbers", "person": "people", "role": "people", "speaker": "people",
    "name": "names",
}  # fmt: skip


def features(source: Source, summary: Document, findings: Sequence[Finding]) -> dict[str, float]:
    """Return the inputs of the model by name; each is 0 at best and grows with doubt."""
    found = {"wrong_numbers": 0, "wrong_people": 0, "wrong_names": 0, "inexact": 0}
    for check, _, verdict in {(_CHECKS[f.kind], f.kind + f.claim, f.verdict) for f in findings}:
        if verdict in WRONG:
            found[f"wrong_{check}"] += 1
        elif verdict in ("variant", "derived"):
            found["inexact"] += 1
    counts = {name: log1p(count) for name, count in found.items()}
    return counts | support(source.grounds, summary)._asdict()


@cache
def model() -> Mapping[str, float]:
    """Return the coefficients by name of feature; `intercept` is that of a summary without any doubt."""
    text = (files("bench.facts") / "data" / "score_model.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name: float(weight) for name, weight in lines}


def score(source: Source, summary: Document, findings: Sequence[Finding]) -> float:
    """Return how consistent `summary` looks, 0 to 1, higher is better; 1 for an empty summary."""
    if not summary.text.strip():
        return 1.0
    weights = model()
    inputs = features(source, summary, findings)
    doubt = sum(weight * inputs[name] for name, weight in weights.items() if name != "intercept")
    return 1 / (1 + exp(-weights["intercept"] - doubt))
