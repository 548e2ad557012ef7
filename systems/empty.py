"""Nothing at all: must be last in every sound table."""

from bench.records import Article

KIND = "control"


def summarize(article: Article, *, words: int = 60) -> str:
    return ""
