"""Words of a summary and compression of its article."""

from collections.abc import Mapping

from bench.metrics.case import Candidate, Case


def measure(case: Case, candidate: Candidate) -> Mapping[str, float | None]:
    """Return `words` (runs between spaces) and `compression` (article words over summary words)."""
    words = candidate.size
    return {"words": words, "compression": case.article.size / words if words else None}


def signature() -> str:
    """Return how words are counted."""
    return "length|words:between-spaces"
