"""TextRank (Mihalcea and Tarau 2004): sentences that share most words with the others."""

import math

import numpy as np
from _ranking import best_within, page_rank, sentence_words

from bench.records import Article

KIND = "baseline"


def summarize(article: Article, *, words: int = 60) -> str:
    every, content = sentence_words(article)
    if not every:
        return ""
    sets = [frozenset(tokens) for tokens in content]
    weights = np.zeros((len(every), len(every)))
    for i, left in enumerate(sets):
        for j in range(i):
            right = sets[j]
            if len(left) > 1 and len(right) > 1:
                weights[i, j] = weights[j, i] = len(left & right) / (
                    math.log(len(left)) + math.log(len(right))
                )
    chosen: str = best_within(every, page_rank(weights), words)
    return chosen
