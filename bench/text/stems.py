"""Tokens as rouge-score 0.1.2 sees them, one character for each different stem."""

from collections.abc import Sequence
from itertools import count

from bench.text.porter import stem_lower

# A vocabulary of this many words takes about 12 MB; the words of 10,000 news pairs are 41,000.
LIMIT = 2**16
# chr(10) ends a sentence, so numbering starts after it; surrogates cannot be encoded and are left out.
_FIRST, _SURROGATES, _SURROGATES_END, _LAST = 11, 0xD800, 0xE000, 0x10FFFF
# Lines stay apart; whatever else is not a letter or digit of ASCII is a space.
_SPACED = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz0123456789\n" else 32 for byte in range(256))
# Stands for a line end while words are split; no word has such a sign.
_LINE_END = "|"


class Vocabulary(dict[str, str]):
    """The character of each word seen; words with the same stem share one.

    Characters of different vocabularies must not be compared. A vocabulary may be filled by several
    threads at once: numbers come from one counter, and the first to name a stem wins.
    """

    def __init__(self, stemmer: bool):
        """Start empty; with `stemmer`, words of more than three letters are stemmed."""
        super().__init__({_LINE_END: "\n"})
        self.stemmer = stemmer
        self._stems: dict[str, str] = {}
        self._numbers = count(_FIRST)

    def __missing__(self, word: str) -> str:
        """Return the character of a word not seen before. Raises ValueError when there are no more."""
        stem = stem_lower(word) if self.stemmer and len(word) > 3 else word
        character = self._stems.get(stem)
        if character is None:
            number = next(self._numbers)
            if number >= _SURROGATES:
                number += _SURROGATES_END - _SURROGATES
            if number > _LAST:
                raise ValueError("one text has more than a million different words; score it in parts")
            character = self._stems.setdefault(stem, chr(number))
        self[word] = character
        return character

    def characters(self, lines: Sequence[str]) -> list[str]:
        r"""Return one character per token of `lines`, with "\n" between the lines."""
        plain = "\n".join(lines).lower().encode("ascii", "replace").translate(_SPACED).decode()
        return list(map(self.__getitem__, plain.replace("\n", f" {_LINE_END} ").split()))


_current: dict[bool, Vocabulary] = {}


def vocabulary(stemmer: bool) -> Vocabulary:
    """Return this process's vocabulary; one that is full is let go, so memory stays bounded."""
    found = _current.get(stemmer)
    if found is None or len(found) >= LIMIT:
        found = _current[stemmer] = Vocabulary(stemmer)
    return found


def forget() -> None:
    """Let go of this process's vocabularies; texts that were read before stay comparable."""
    _current.clear()
