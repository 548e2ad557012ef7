"""The overall consistency score of a summary: a footnote beside the checks of numbers and people."""

from collections.abc import Sequence

from bench.facts.source import Source
from bench.records import WRONG, Finding
from bench.text.document import Document


def score(source: Source, summary: Document, findings: Sequence[Finding]) -> float:
    """Return how consistent `summary` looks, 0 to 1, higher is better; 1 for an empty summary."""
    if not summary.text.strip():
        return 1.0
    wrong = sum(1 for finding in findings if finding.verdict in WRONG)
    return 1.0 / (1.0 + wrong)
