"""The article word for word from its start, cut off where the budget ends."""

from bench.records import Article

KIND = "control"


def summarize(article: Article, *, words: int = 60) -> str:
    return " ".join(article.text.split()[:words])
