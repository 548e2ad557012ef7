"""A text read once: repaired, cut into sentences and tokens, every offset leading back to the original."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from bench.records import Span
from bench.text.computed import computed
from bench.text.offsets import Repaired
from bench.text.repair import repair
from bench.text.run_together import MANY_LOST
from bench.text.sentences import sentence_spans
from bench.text.style import Style, style_of
from bench.text.tokens import Cut, cut_tokens, places_of

LONGEST_PIECE = 10_000
"""Code points of a piece; no summary that deserves the name is longer."""


class Document:
    """A text and what is read off it, each part computed when first asked for and kept with it.

    `raw` is the text as given; `text` is the repaired form that all offsets of analysis refer to;
    `span` leads back to `raw`.
    """

    def __init__(self, raw: str, language: str = "en"):
        """Hold `raw`; nothing is computed yet."""
        self.raw = raw
        self.language = language

    @computed
    def repaired(self) -> Repaired:
        """The repaired text with its offset maps."""
        return repair(self.raw)

    @computed
    def text(self) -> str:
        """The repaired text."""
        return self.repaired.text

    @computed
    def loses_spaces(self) -> bool:
        """Whether words of the text touch here and there, more of them than can be told apart."""
        return self.repaired.parted >= MANY_LOST

    @computed
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Half-open offsets of the sentences, into `text`."""
        return sentence_spans(self.text, self.language)

    @computed
    def cut(self) -> Cut:
        """The tokens (words, numbers and signs) in columns: a record for each takes three times as long."""
        return cut_tokens(self.text)

    @computed
    def lower_tokens(self) -> tuple[str, ...]:
        """The text of each token in lower case."""
        return tuple(map(str.lower, self.cut.texts))

    @computed
    def tokens_of(self) -> Mapping[str, list[int]]:
        """For each token in lower case: the indices of the tokens that are it, in order."""
        return places_of(self.lower_tokens)

    @computed
    def sentence_tokens(self) -> tuple[tuple[int, int], ...]:
        """For each sentence: its tokens, as a half-open range of indices."""
        starts = self.cut.starts
        return tuple((bisect_left(starts, start), bisect_left(starts, end)) for start, end in self.sentences)

    def sentence_with(self, token: int) -> int:
        """Return the index of the sentence that has a token (by index)."""
        return max(0, bisect_right(self._first_tokens, token) - 1)

    @computed
    def _first_tokens(self) -> list[int]:
        return [first for first, _ in self.sentence_tokens]

    @computed
    def lower(self) -> str:
        """`text` in lower case, code point for code point, so that offsets stay valid."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(low if len(low := char.lower()) == 1 else char for char in self.text)

    @computed
    def style(self) -> Style:
        """How capitals are used: only `cased` text tells names from words by them."""
        return style_of(self.cut.texts)

    @property
    def pieces(self) -> tuple[tuple[int, "Document"], ...]:
        """The document itself at 0, or where it is very long its pieces, each with its offset into `raw`.

        What compares all of a text with all of it stays bounded when done piece by piece.
        """
        # A document that kept itself would wait for the collector of cycles, with all that is read off it.
        return ((0, self),) if len(self.raw) <= LONGEST_PIECE else self._cut_pieces

    @computed
    def _cut_pieces(self) -> tuple[tuple[int, "Document"], ...]:
        return tuple((start, Document(self.raw[start:end], self.language)) for start, end in _cuts(self.raw))

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset` of `text` (the nearest before it)."""
        starts = self._sentence_starts
        return max(0, bisect_right(starts, offset) - 1)

    @computed
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def span(self, start: int, end: int) -> Span:
        """Return the original place and words of the repaired span `start:end`."""
        raw_start, raw_end = self.repaired.span(start, end)
        return Span(raw_start, raw_end, self.raw[raw_start:raw_end])


def _cuts(raw: str) -> Iterator[tuple[int, int]]:
    """Yield half-open offsets of pieces that end behind a line, else a sentence, else a word."""
    start = 0
    while start < len(raw):
        end = min(len(raw), start + LONGEST_PIECE)
        if end < len(raw):
            half = start + LONGEST_PIECE // 2
            found = (raw.rfind(sign, half, end) + len(sign) for sign in ("\n", ". ", " "))
            end = next((place for place in found if place > half), end)
        yield start, end
        start = end
