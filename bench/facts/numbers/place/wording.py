"""How closely a summary keeps to its article's wording, and which sentences of the article say the same.

A number that stands among copied words and is not in the article among them was put there; one that stands
among the summary's own words may well be right.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

_NEAR = 8
"""Words on either side of a number that count as near it."""


def copied(article: Scene, summary: Scene) -> float:
    """Return the share of a summary's neighbouring words that are neighbours in the article too."""
    return _copied(summary, article)


@once_per_text
def _copied(summary: Scene, article: Scene) -> float:
    runs: dict[int, list[str]] = {}
    for word, number in zip(summary.stems, summary.sentence, strict=True):
        if word:
            runs.setdefault(number, []).append(word)
    return _kept(article, [pair for run in runs.values() for pair in pairwise(run)])


def copied_near(article: Scene, summary: Scene, claim: Quantity) -> float:
    """Return the same for the words near one number of the summary, the number left out."""
    return _kept(article, list(pairwise(summary.beside(claim, _NEAR))))


def _kept(article: Scene, pairs: Sequence[tuple[str, str]]) -> float:
    # A pair or two tell little: they are weighed as if four more, one of them kept, had been seen.
    return (sum(article.neighbours(*pair) for pair in pairs) + 1) / (len(pairs) + 4)


def sentence_share(article: Scene, summary: Scene, claim: Quantity, facts: Iterable[Quantity]) -> float:
    """Return the share of a claim's sentence that an article's sentence with one of `facts` has, at best."""
    found = _shares(summary, article, summary.sentence[claim.first])
    return max((found.get(article.sentence[fact.first], 0.0) for fact in facts), default=0.0)


@once_per_text
def _shares(summary: Scene, article: Scene, sentence: int) -> dict[int, float]:
    """Return the share of a sentence of the summary that each sentence of the article has."""
    words = summary.words(sentence)
    total = sum(article.weights.get(word, 1.0) for word in words) or 1.0
    found: dict[int, float] = {}
    for word in words:
        for number in article.sentences.get(word, ()):
            found[number] = found.get(number, 0.0) + article.weights[word]
    return {number: weight / total for number, weight in found.items()}
