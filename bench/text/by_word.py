"""Answers kept for words, which are asked about again with every text."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LIMIT = 1 << 16
"""Words kept at most; those of 10,000 news pairs are 41,000."""


class ByWord(dict[str, T]):
    """What a function says of each word it was asked about; all are forgotten when they are too many.

    A third of the time of `functools.lru_cache`, which also keeps the order in which they were asked.
    """

    def __init__(self, function: Callable[[str], T], limit: int = LIMIT):
        """Start empty."""
        super().__init__()
        self._function, self._limit = function, limit

    def __missing__(self, word: str) -> T:
        """Ask about a word not seen before."""
        if len(self) >= self._limit:
            self.clear()
        found = self[word] = self._function(word)
        return found


def by_word(function: Callable[[str], T]) -> Callable[[str], T]:
    """Return `function` asked once for each word, as long as not too many are kept."""
    return ByWord(function).__getitem__
