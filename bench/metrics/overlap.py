"""Coverage and density (Grusky et al. 2018) and novel bigrams: how much of a summary is copied."""

from collections.abc import Mapping

from bench.metrics.case import Candidate, Case
from bench.text.fragments import coverage, density, fragments, novel_bigrams


def measure(case: Case, candidate: Candidate) -> Mapping[str, float | None]:
    """Return `coverage` (0 to 1), `density` (words) and `novelty` (0 to 1); None for a text without words."""
    summary = candidate.words
    if not summary:
        return {"coverage": None, "density": None, "novelty": None}
    found = fragments(case.article_words, summary)
    return {
        "coverage": coverage(found, len(summary)),
        "density": density(found, len(summary)),
        "novelty": novel_bigrams(case.article_words, summary, found),
    }


def signature() -> str:
    """Return whose definitions these are and how words are cut."""
    return "overlap|grusky2018|words:lower-cased"
