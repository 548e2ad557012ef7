"""How far the wording of a summary is found in the article: the inputs of the overall score.

Nothing here judges a fact. Counted are new words and names, and pairs of words that the article does not have
together; docs/method.md says what they are worth.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from math import log1p
from typing import NamedTuple

from bench.text.document import Document
from bench.text.porter import stem

_WORD = re.compile(r"\w+")
# Two content words this close in the article may be said of one another.
_REACH = 4


@cache
def function_words() -> frozenset[str]:
    """Return words that carry no content of their own."""
    text = (files("bench.facts") / "data" / "function_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def stems(lowered: str) -> list[str]:
    """Return the stems of all words and numbers of a lower-case text."""
    return [stem(word) for word in _WORD.findall(lowered)]


class Wording:
    """The words of a text by sentence: all of them, and those that carry content."""

    def __init__(self, document: Document):
        """Read the words off `document`."""
        small, lowered = function_words(), document.lower
        words = [_WORD.findall(lowered, start, end) for start, end in document.sentences]
        self.all = [stem(word) for sentence in words for word in sentence]
        self.content = [[stem(word) for word in sentence if word not in small] for sentence in words]


class Grounds:
    """Where an article's words stand, read when first asked for."""

    def __init__(self, document: Document):
        """Hold the article."""
        self._document = document

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self._document)

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Positions of each stem among all words."""
        return _positions(self._wording.all)

    @cached_property
    def content(self) -> dict[str, list[int]]:
        """Positions of each content stem among the content words."""
        return _positions([word for sentence in self._wording.content for word in sentence])

    def follows(self, first: str, second: str) -> bool:
        """Whether `second` stands right behind `first`."""
        behind = self.words.get(second, ())
        return any(place + 1 in behind for place in self.words.get(first, ()))

    def near(self, first: str, second: str) -> bool:
        """Whether content word `second` stands a few content words behind `first`."""
        places = self.content.get(first, ())
        return any(0 < later - place <= _REACH for later in self.content.get(second, ()) for place in places)


def _positions(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word in found:
            found[word].append(place)
        else:
            found[word] = [place]
    return found


class Support(NamedTuple):
    """How much of a summary's wording the article does not have; 0 is best, every field grows with doubt."""

    novel_bigrams: float
    new_words: float
    new_names: float
    loose_pairs: float


def support(grounds: Grounds, summary: Document) -> Support:
    """Return what of `summary`'s wording is not in the article."""
    wording = Wording(summary)
    sentences = wording.content
    content = [word for sentence in sentences for word in sentence]
    bigrams = set(pairwise(wording.all))
    pairs = [pair for sentence in sentences for pair in _pairs(sentence)]
    return Support(
        novel_bigrams=_missing(bigrams, grounds.follows),
        new_words=log1p(sum(1 for word in content if word not in grounds.words)),
        new_names=log1p(_new_names(grounds, summary)),
        loose_pairs=_missing(pairs, grounds.near),
    )


def _pairs(sentence: list[str]) -> list[tuple[str, str]]:
    """Return each content word with the next and with the one after it."""
    return [*pairwise(sentence), *zip(sentence, sentence[2:], strict=False)]


def _missing(pairs: Collection[tuple[str, str]], known: Callable[[str, str], bool]) -> float:
    """Return the share of pairs that the article does not have."""
    return sum(1 for pair in pairs if not known(*pair)) / len(pairs) if pairs else 0.0


def _new_names(grounds: Grounds, summary: Document) -> int:
    """Count capitalised words inside sentences that the article does not have; 0 in text without capitals."""
    if summary.style != "cased":
        return 0
    count, previous = 0, "."
    for token in summary.tokens:
        text = token.text
        if text[0].isupper() and len(text) > 1 and previous not in '.!?":':
            count += not all(part in grounds.words for part in stems(text.lower()))
        previous = text
    return count
