"""Coverage and density (Grusky et al. 2018) and novel bigrams: how much of a summary is copied."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bench.metrics.case import Candidate, Case


def fragments(article: Sequence[str], summary: Sequence[str]) -> list[int]:
    """Return the lengths of the longest fragments shared with the article, left to right.

    Greedy matching F(A, S) of Grusky, Naaman and Artzi (NAACL 2018, figure 3): at each summary word the
    longest run that occurs in the article is taken, and the search goes on behind it.
    """
    places: dict[str, list[int]] = {}
    for at, word in enumerate(article):
        places.setdefault(word, []).append(at)
    found, start = [], 0
    while start < len(summary):
        longest = 0
        for at in places.get(summary[start], ()):
            length = 1
            while (
                start + length < len(summary)
                and at + length < len(article)
                and summary[start + length] == article[at + length]
            ):
                length += 1
            longest = max(longest, length)
        if longest:
            found.append(longest)
        start += max(1, longest)
    return found


def novel_bigrams(article: Sequence[str], summary: Sequence[str]) -> float | None:
    """Return the share of the summary's bigrams that the article does not have; None without a bigram."""
    known = set(pairwise(article))
    bigrams = list(pairwise(summary))
    return sum(bigram not in known for bigram in bigrams) / len(bigrams) if bigrams else None


def measure(case: Case, candidate: Candidate) -> Mapping[str, float | None]:
    """Return `coverage` (0 to 1), `density` (words) and `novelty` (0 to 1); None for a text without words."""
    article, summary = case.article.words, candidate.words
    if not summary:
        return {"coverage": None, "density": None, "novelty": None}
    lengths = fragments(article, summary)
    return {
        "coverage": sum(lengths) / len(summary),
        "density": sum(length * length for length in lengths) / len(summary),
        "novelty": novel_bigrams(article, summary),
    }


def signature() -> str:
    """Return whose definitions these are and how words are cut."""
    return "overlap|grusky2018|words:lower-cased"
