"""LexRank (Erkan and Radev 2004): sentences central by tf-idf cosine, idf from the article itself."""

import math
from collections import Counter

import numpy as np
from _ranking import best_within, page_rank, sentence_words

from bench.records import Article

KIND = "baseline"


def summarize(article: Article, *, words: int = 60, threshold: float = 0.1) -> str:
    every, content = sentence_words(article)
    if not every:
        return ""
    holding = Counter(word for tokens in content for word in set(tokens))
    column = {word: index for index, word in enumerate(holding)}
    vectors = np.zeros((len(every), max(1, len(column))))
    for row, tokens in enumerate(content):
        for word, count in Counter(tokens).items():
            vectors[row, column[word]] = count * math.log(1 + len(every) / holding[word])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    cosine = (vectors / np.where(lengths > 0, lengths, 1)) @ (vectors / np.where(lengths > 0, lengths, 1)).T
    np.fill_diagonal(cosine, 0)
    chosen: str = best_within(every, page_rank(np.where(cosine >= threshold, cosine, 0)), words)
    return chosen
