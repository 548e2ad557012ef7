"""A text cut finely for number reading: digits, letters and signs apart, each with its place."""

import re
from bisect import bisect_left

from bench.text.document import Document
from bench.text.tokens import cut

# Thousands and decimals stay in one piece; letters never share a piece with digits ("1,640ft", "F-16").
_PIECE = re.compile(
    r"\s*+(?:[^\W\d_]+(?:'(?:t|re|ve|ll|d|m)\b)?|'s\b|[^\w\s]|\d+(?:,\d{3}(?!\d))*(?:\.\d+)*|_)"
)


class Tape:
    """The pieces of a document: `words` in lower case with their half-open places in the repaired text."""

    __slots__ = ("document", "ends", "starts", "words")

    def __init__(self, document: Document):
        """Cut `document`."""
        self.document = document
        found = cut(_PIECE, document.lower)
        self.words, self.starts, self.ends = list(found.texts), found.starts, found.ends

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """Return the piece at `index`, or an empty text beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

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
