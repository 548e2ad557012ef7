"""Which words English has, by a list of those that it writes without a capital."""

from functools import cache
from importlib.resources import files


def is_english(word: str) -> bool:
    """Whether English has this lower-case word, in data/english_words.txt; two letters always count."""
    return len(word) < 3 or word in _english(word[0])


@cache
def _english(initial: str) -> frozenset[str]:
    """Return the English words of one initial: a text asks for few, and all take a while to read."""
    _, found, words = _english_text().partition(f"\n# {initial}\n")
    return frozenset(words.partition("\n#")[0].split()) if found else frozenset()


@cache
def _english_text() -> str:
    return files("bench.text").joinpath("data", "english_words.txt").read_text(encoding="utf-8")
