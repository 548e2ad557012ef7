"""A text read once: repaired, cut into sentences and tokens, every offset leading back to the original."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from bench.records import Span
from bench.text.offsets import Repaired
from bench.text.repair import repair
from bench.text.sentences import sentence_spans
from bench.text.style import Style, style_of
from bench.text.tokens import token_spans


class Token(NamedTuple):
    """A word, number or sign; offsets are into `Document.text`."""

    text: str
    start: int
    end: int


class Document:
    """A text and what is read off it, each part computed when first asked for and kept with it.

    `raw` is the text as given; `text` is the repaired form that all offsets of analysis refer to;
    `span` leads back to `raw`.
    """

    def __init__(self, raw: str, language: str = "en"):
        """Hold `raw`; nothing is computed yet."""
        self.raw = raw
        self.language = language

    @cached_property
    def repaired(self) -> Repaired:
        """The repaired text with its offset maps."""
        return repair(self.raw)

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.repaired.text

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Half-open offsets of the sentences, into `text`."""
        return sentence_spans(self.text, self.language)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and signs, in order."""
        text = self.text
        return tuple([Token(text[start:end], start, end) for start, end in token_spans(text)])

    @cached_property
    def lower(self) -> str:
        """`text` in lower case, code point for code point, so that offsets stay valid."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(low if len(low := char.lower()) == 1 else char for char in self.text)

    @cached_property
    def style(self) -> Style:
        """How capitals are used: only `cased` text tells names from words by them."""
        return style_of([token.text for token in self.tokens])

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset` of `text` (the nearest before it)."""
        starts = self._sentence_starts
        return max(0, bisect_right(starts, offset) - 1)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def span(self, start: int, end: int) -> Span:
        """Return the original place and words of the repaired span `start:end`."""
        raw_start, raw_end = self.repaired.span(start, end)
        return Span(raw_start, raw_end, self.raw[raw_start:raw_end])
