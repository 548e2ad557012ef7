"""What a summary copies from its article: extractive fragments (Grusky et al. 2018) and n-grams."""

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

# Stands for words that the article does not have.
_UNKNOWN = "\0"


class Fragment(NamedTuple):
    """A run of words in both texts: where it starts in the summary and in the article, and how long it is."""

    start: int
    place: int
    length: int


class ArticleWords:
    """An article's words, read once for all of its summaries: one character for each different word."""

    def __init__(self, words: Sequence[str]):
        """Lay out `words`. Raises ValueError beyond a million different ones."""
        different = dict.fromkeys(words)
        if len(different) > 1_000_000:
            raise ValueError("an article has more than a million different words")
        # Surrogates are characters like others here: nothing is encoded.
        self._characters = dict(zip(different, map(chr, range(1, len(different) + 1)), strict=True))
        self.text = self.characters(words)
        self._known: dict[str, bool] = {}

    def characters(self, words: Sequence[str]) -> str:
        """Return one character per word."""
        return "".join(map(self._characters.get, words, repeat(_UNKNOWN)))

    def has(self, ngram: str) -> bool:
        """Return whether the article has these words in a row; summaries share many of theirs."""
        known = self._known.get(ngram)
        if known is None:
            known = self._known[ngram] = ngram in self.text
        return known


def fragments(article: ArticleWords, summary: Sequence[str]) -> list[Fragment]:
    """Return F(A, S): at each summary word the longest run shared with the article, then on behind it.

    The same fragments as those of figure 3 in the paper, which skips what it has matched when it looks
    for a longer match further on in the article.
    """
    text, words = article.text, article.characters(summary)
    found = []
    start = 0
    while start < len(words):
        if words[start] == _UNKNOWN:
            start += 1
            continue
        fragment = _longest(text, words, start)
        # A run that holds its own first word may overlap an earlier match, which the procedure jumps over.
        if words[start] in words[start + 1 : start + fragment.length]:
            fragment = _longest_beside(text, words, start)
        found.append(fragment)
        start += fragment.length
    return found


def coverage(found: Sequence[Fragment], words: int) -> float:
    """Return the share of a summary's `words` that are in fragments, 0 to 1."""
    return sum(fragment.length for fragment in found) / words


def density(found: Sequence[Fragment], words: int) -> float:
    """Return the mean length in words of the fragment that each of a summary's `words` is in."""
    return sum(fragment.length**2 for fragment in found) / words


def novel_bigrams(article: ArticleWords, summary: Sequence[str], found: Sequence[Fragment]) -> float | None:
    """Return the share of the summary's bigrams that the article does not have; None without a bigram.

    `found` are the summary's fragments: a bigram inside one is the article's, so is one where two meet, if
    it stands elsewhere; no other has two words that the article has.
    """
    if len(summary) < 2:
        return None
    words = article.characters(summary)
    ends = (fragment.start + fragment.length for fragment in found)
    known = sum(fragment.length - 1 for fragment in found)
    known += sum(article.has(words[end - 1 : end + 1]) for end in ends if end < len(words))
    return (len(words) - 1 - known) / (len(words) - 1)


def _longest(text: str, words: str, start: int) -> Fragment:
    """Return the first of the longest runs of `text` that `words` has at `start`."""
    place = text.find(words[start])
    length = 1
    while True:
        length = _grown(text, words, start, place, length)
        further = (
            text.find(words[start : start + length + 1], place + 1) if start + length < len(words) else -1
        )
        if further < 0:
            return Fragment(start, place, length)
        place = further
        length += 1


def _longest_beside(text: str, words: str, start: int) -> Fragment:
    """Return the first of the longest runs among those that do not overlap an earlier match."""
    best = Fragment(start, 0, 0)
    place = text.find(words[start])
    while place >= 0:
        length = _grown(text, words, start, place, 1)
        if length > best.length:
            best = Fragment(start, place, length)
        place = text.find(words[start], place + length)
    return best


def _grown(text: str, words: str, start: int, place: int, length: int) -> int:
    """Return how far the run of `length` words goes on."""
    limit = min(len(words) - start, len(text) - place)
    while length < limit and words[start + length] == text[place + length]:
        length += 1
    return length
