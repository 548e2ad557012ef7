"""Shared by the graph rankers: sentence words, PageRank, choice within the budget."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bench.records import Article
from bench.text.sentences import sentences
from bench.text.tokens import clip, count_words, words

# Function words carry no topic; a short list is enough for a baseline.
_STOP = frozenset(
    "a about after all also an and any are as at be been but by can could did do for from had has have he "
    "her his how i if in into is it its just more most no not of on one or other our out over said say she "
    "so some such than that the their them then there these they this to two up us was we were what when "
    "which who will with would you your".split()
)


_MOST_SENTENCES = 800
"""All pairs of sentences are compared; what stands after the first hundreds of them is not news."""


def sentence_words(article: Article) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return the article's sentences, 800 at most, and their content words."""
    every = sentences(article.text, article.language)[:_MOST_SENTENCES]
    return every, [[word for word in words(sentence) if word not in _STOP] for sentence in every]


def page_rank(weights: NDArray[np.float64], damping: float = 0.85, rounds: int = 100) -> NDArray[np.float64]:
    """Return the stationary weights of a random surfer over a matrix of similarities."""
    size = len(weights)
    sums = weights.sum(axis=1, keepdims=True)
    steps = np.where(sums > 0, weights / np.where(sums > 0, sums, 1), 1 / size)
    ranks = np.full(size, 1 / size)
    for _ in range(rounds):
        new = (1 - damping) / size + damping * (ranks @ steps)
        if np.abs(new - ranks).sum() < 1e-9:
            break
        ranks = new
    return ranks


def best_within(every: Sequence[str], ranks: NDArray[np.float64], budget: int) -> str:
    """Return the highest-ranked sentences that fit the budget, in the article's order."""
    taken, left = [], budget
    # Rounded, so that the last bits of a sum never decide between equal sentences.
    for index in sorted(range(len(every)), key=lambda i: (-round(float(ranks[i]), 9), i)):
        size = count_words(every[index])
        if size <= left:
            taken.append(index)
            left -= size
    return " ".join(every[i] for i in sorted(taken)) or clip(tuple(every), budget)
