"""What the probes have in common: a summary with one planted change, whose truth is therefore known."""

import random
import zlib
from typing import NamedTuple

import msgspec


class Probe(msgspec.Struct, frozen=True):
    """A summary with one change; `start:end` is the changed place, `was` the place in the untouched one.

    `wrong` says whether the change makes the summary false (a correct variant of a name does not); `also`
    are further changed places.
    """

    change: str
    pool: str
    article_key: str
    document: str
    original: str
    was: tuple[int, int]
    summary: str
    start: int
    end: int
    wrong: bool = True
    also: tuple[tuple[int, int], ...] = ()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Every changed place."""
        return ((self.start, self.end), *self.also)


class Untouched(NamedTuple):
    """A place of a summary in which nothing was planted."""

    pool: str
    article_key: str
    document: str
    summary: str
    start: int
    end: int


def seeded(text: str) -> random.Random:
    """Return a random source that depends on `text` alone."""
    return random.Random(zlib.crc32(text.encode()))


def replaced(text: str, start: int, end: int, new: str) -> str:
    """Return `text` with `start:end` replaced."""
    return text[:start] + new + text[end:]
