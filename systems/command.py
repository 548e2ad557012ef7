"""Any program that answers a JSON line with a JSON line, kept alive across articles."""

from typing import Any

from _process import CommandError, program

from bench.records import Article, Summary, Usage

FILES = ("run",)
OPERATIONAL = ("timeout", "log")


def summarize(
    article: Article, *, run: str, words: int = 60, seed: int = 0, timeout: float = 120.0, log: str = ""
) -> Summary:
    """Return what the program `run` writes; its standard error goes to the file `log`, if there is one."""
    question = {
        "id": article.id, "title": article.title, "text": article.text, "language": article.language,
        "words": words, "seed": seed,
    }  # fmt: skip
    answer = program(run, log).ask(question, timeout)
    if answer.get("error"):
        raise CommandError(str(answer["error"]))
    return Summary(answer["text"], _usage(answer.get("usage")))


def _usage(given: Any) -> Usage:
    """Return what an answer says that it took; what is not understood counts as nothing."""
    if not isinstance(given, dict):
        return Usage()
    cost = given.get("cost")
    return Usage(
        requests=_count(given.get("requests")),
        input_tokens=_count(given.get("input_tokens")),
        output_tokens=_count(given.get("output_tokens")),
        cost=float(cost) if isinstance(cost, (int, float)) else None,
        cut=_count(given.get("cut")),
    )


def _count(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0
