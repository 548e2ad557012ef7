"""A text read once: repaired, cut into sentences and tokens, every offset leading back to the original."""

from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from bench.records import Span
from bench.text.repair import Repaired, repair
from bench.text.sentences import sentence_spans
from bench.text.tokens import token_spans

Style = Literal["cased", "lower", "upper", "title"]


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
        return tuple(Token(text[start:end], start, end) for start, end in token_spans(text))

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
        return _style([token.text for token in self.tokens if token.text[0].isalpha()])

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


def _style(words: list[str]) -> Style:
    """Tell how capitals are used from the share of capitalised and all-capital words."""
    long_words = [word for word in words if len(word) > 3]
    if not long_words:
        return "cased"
    upper = sum(1 for word in long_words if word.isupper())
    capital = sum(1 for word in long_words if word[0].isupper())
    if upper >= 0.7 * len(long_words):
        return "upper"
    if capital >= 0.7 * len(long_words) and len(long_words) >= 5:
        return "title"
    # One capital a sentence is all that texts without cased names have.
    if capital == 0 and len(words) >= 4:
        return "lower"
    return "cased"
