"""The ids of a corpus, however many: a sequence of strings that are not kept as objects of their own."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

_PIECE = 1024


class Ids(Sequence[str]):
    """Ids in the order they came, joined to longer texts: 100,000 take 1 MB, as strings of a tuple 7."""

    def __init__(self, ids: Iterable[str] = ()):
        """Hold `ids`."""
        self._texts: list[str] = []
        self._ends: list[array[int]] = []
        self._last: list[str] = []
        self._found: tuple[str | None, int] = None, -1
        for one in ids:
            self.append(one)

    def append(self, article_id: str) -> None:
        """Add one at the end."""
        self._last.append(article_id)
        if len(self._last) == _PIECE:
            self._texts.append("".join(self._last))
            self._ends.append(array("I", accumulate(map(len, self._last))))
            self._last = []

    def place(self, article_id: str) -> int:
        """Return where an id stands among ids in alphabetical order. Raises KeyError where there is none.

        Whoever asks mostly goes on where the last one stood; only others are searched for.
        """
        before, at = self._found
        if article_id == before:
            return at
        at += 1
        if at == len(self) or self._at(at) != article_id:
            at = bisect_left(self, article_id)
            if at == len(self) or self._at(at) != article_id:
                raise KeyError(article_id)
        self._found = article_id, at
        return at

    def __contains__(self, article_id: object) -> bool:
        """Whether an id is among ids in alphabetical order."""
        try:
            return isinstance(article_id, str) and self.place(article_id) >= 0
        except KeyError:
            return False

    def __len__(self) -> int:
        return len(self._texts) * _PIECE + len(self._last)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if index < 0:
            raise IndexError(index)
        return self._at(index)

    def _at(self, index: int) -> str:
        """Return the id at a place from 0."""
        piece, at = divmod(index, _PIECE)
        if piece == len(self._texts):
            return self._last[at]
        ends = self._ends[piece]
        return self._texts[piece][ends[at - 1] if at else 0 : ends[at]]

    def __iter__(self) -> Iterator[str]:
        for text, ends in zip(self._texts, self._ends, strict=True):
            start = 0
            for end in ends:
                yield text[start:end]
                start = end
        yield from self._last


def in_order(ids: Sequence[str]) -> Ids:
    """Return ids that are in alphabetical order as Ids."""
    return ids if isinstance(ids, Ids) else Ids(ids)
