"""A text cut finely for number reading: digits, letters and signs apart, each with its place."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping
from itertools import chain

from bench.text.document import Document
from bench.text.tokens import cut, places_of

# Thousands and decimals stay in one piece; letters never share a piece with digits ("1,640ft", "F-16").
# Of the letters those of English are told from other signs in a third less time.
_LETTERS = r"(?:[a-z]++[^\W\d_]*+|[^\W\d_]++)"
_PIECE = re.compile(
    rf"\s*+(?:{_LETTERS}(?:'(?:t|re|ve|ll|d|m)\b)?|'s\b|[^\w\s]|\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)*|_)"
)


# A reader looks a few pieces around its own, thousands of times in an article.
_BEYOND = [""] * 64


class Tape:
    """The pieces of a document: `words` in lower case with their half-open places in the repaired text.

    `word(index)` is the piece at `index`, or an empty text where `index` is a little beyond either end.
    `places_of` has the places of each word.
    """

    __slots__ = ("document", "ends", "places_of", "starts", "word", "words")

    def __init__(self, document: Document):
        """Cut `document`."""
        self.document = document
        found = cut(_PIECE, document.lower)
        self.words, self.starts, self.ends = list(found.texts), found.starts, found.ends
        # Empty texts behind the last piece are those before the first as well, by an index below zero.
        self.word: Callable[[int], str] = [*self.words, *_BEYOND].__getitem__
        self.places_of: Mapping[str, list[int]] = places_of(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def places(self, words: Collection[str]) -> list[int]:
        """Return where one of `words` stands, in order; most lists of words have none in a text."""
        found = [self.places_of[word] for word in self.places_of.keys() & words]
        return sorted(chain.from_iterable(found)) if found else []

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the piece at `index` and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def surface(self, first: int, last: int) -> str:
        """Return the text of the pieces `first:last`, in the document's own capitals."""
        return self.document.text[self.starts[first] : self.ends[last - 1]]

    def capital(self, index: int) -> bool:
        """Whether the piece at `index` begins with a capital."""
        return 0 <= index < len(self.words) and self.document.text[self.starts[index]].isupper()

    def at(self, offset: int) -> int:
        """Return the index of the first piece that starts at or after `offset`."""
        return bisect_left(self.starts, offset)
