"""Sentences drawn at random within the budget, in the article's order; the seed decides."""

import random

from bench.records import Article
from bench.text.sentences import sentences
from bench.text.tokens import clip, count_words

KIND = "baseline"


def summarize(article: Article, *, words: int = 60, seed: int = 0) -> str:
    every = sentences(article.text, article.language)
    order = list(range(len(every)))
    random.Random(f"{seed}:{article.id}").shuffle(order)
    taken, left = [], words
    for index in order:
        size = count_words(every[index])
        if size <= left:
            taken.append(index)
            left -= size
    return " ".join(every[i] for i in sorted(taken)) or clip(every, words)
