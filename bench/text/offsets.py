"""Edits of a text that remember the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace `before[start:end]` by `text`."""

    start: int
    end: int
    text: str


class OffsetMap:
    """Maps offsets of an edited text back to the text it was made from.

    Inside an edit there is no letter-by-letter correspondence: a start goes to the start of what was
    replaced and an end to its end.
    """

    __slots__ = ("_ends", "_raw_ends", "_raw_starts", "_starts")

    def __init__(self, edits: Iterable[Edit] = ()):
        """Build the map of `edits`, which are sorted and do not overlap."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._raw_starts: list[int] = []
        self._raw_ends: list[int] = []
        shift = 0
        for start, end, text in edits:
            self._starts.append(start + shift)
            self._ends.append(start + shift + len(text))
            self._raw_starts.append(start)
            self._raw_ends.append(end)
            shift += len(text) - (end - start)

    def start(self, offset: int) -> int:
        """Return where a span that starts at `offset` starts in the original."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        if offset < self._ends[index]:
            return self._raw_starts[index]
        return offset - self._ends[index] + self._raw_ends[index]

    def end(self, offset: int) -> int:
        """Return where a span that ends at `offset` ends in the original."""
        index = bisect_left(self._starts, offset) - 1
        if index < 0:
            return offset
        if offset < self._ends[index]:
            return self._raw_ends[index]
        return offset - self._ends[index] + self._raw_ends[index]


class Repaired(NamedTuple):
    """A repaired text and its way back; `maps` are applied from last to first.

    `parted`: how many words, figures and signs that touched were parted.
    """

    text: str
    maps: tuple[OffsetMap, ...]
    parted: int = 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original half-open offsets of the repaired span `start:end`."""
        for offset_map in reversed(self.maps):
            start, end = offset_map.start(start), offset_map.end(end)
        return start, max(start, end)


def disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """Sort `edits` and drop those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or (edit.start > kept[-1].start and edit.start >= kept[-1].end):
            kept.append(edit)
    return kept


def apply(text: str, edits: list[Edit], maps: list[OffsetMap]) -> str:
    """Apply sorted, disjoint edits to `text` and add the way back to `maps`."""
    if not edits:
        return text
    pieces: list[str] = []
    position = 0
    for start, end, replacement in edits:
        pieces += (text[position:start], replacement)
        position = end
    pieces.append(text[position:])
    maps.append(OffsetMap(edits))
    return "".join(pieces)
