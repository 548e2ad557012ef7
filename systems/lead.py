"""The first sentences of the article, as many whole ones as the budget holds."""

from bench.records import Article
from bench.text.sentences import sentences
from bench.text.tokens import clip

KIND = "baseline"


def summarize(article: Article, *, words: int = 60) -> str:
    return clip(sentences(article.text, article.language), words)
