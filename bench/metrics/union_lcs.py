"""Summary-level LCS (Lin 2004, section 3.2) with the tie-breaking of rouge-score 0.1.2, bit-parallel.

rouge-score fills a table for each pair of sentences and walks back from its last cell: at a match it takes
the match; else it goes up a reference token, unless the length would drop, and then goes left a candidate
token. The length drops exactly where the table has a vertical step, and the bit-parallel LCS of Hyyrö (2004)
keeps those steps as the zero bits of one integer per candidate token. All reference sentences share that
integer, a spare bit between them. rapidfuzz's alignments break ties otherwise and cannot be used here.
"""

from collections.abc import Sequence
from itertools import repeat

# Below this many places it is cheaper to note all tokens at once than to look for those that are asked for.
_SHORT = 200


class Rows:
    """Where each token of a reference stands: bit i for place i; newlines keep sentences apart."""

    __slots__ = ("_complete", "_text", "fields", "full", "places", "repeated")

    def __init__(self, tokens: Sequence[str]):
        """Lay out `tokens`, one character each."""
        self._text = text = "".join(tokens)
        self.fields: list[int] = []
        start = 0
        for size in map(len, text.split("\n")):
            if size:
                self.fields.append(((1 << size) - 1) << start)
            start += size + 1
        self.full = sum(self.fields)
        self.places: dict[str, int] = {}
        self.repeated: set[str] = set()
        self._complete = len(text) < _SHORT
        if self._complete:
            self._add_all(tokens)

    def find(self, tokens: Sequence[str]) -> list[int]:
        """Return the places of each of `tokens`, 0 for newlines and for tokens that are not there."""
        if not self._complete:
            for token in set(tokens).difference(self.places):
                self._add(token)
        return list(map(self.places.get, tokens, repeat(0)))

    def _add_all(self, tokens: Sequence[str]) -> None:
        """Note the places of every token."""
        places = self.places
        row = 1
        for token in tokens:
            if token in places:
                places[token] |= row
                self.repeated.add(token)
            else:
                places[token] = row
            row += row
        places["\n"] = 0

    def _add(self, token: str) -> None:
        """Note the places of one token."""
        find = self._text.find
        rows = 0
        place = find(token) if token != "\n" else -1
        while place >= 0:
            rows |= 1 << place
            place = find(token, place + 1)
        # In this order, so that another thread never finds a repeated token that is not yet known as one.
        if rows & (rows - 1):
            self.repeated.add(token)
        self.places[token] = rows


def union_hits(
    rows: Rows, found: Sequence[int], sizes: Sequence[int], hits: int, needs: Sequence[tuple[int, int]]
) -> int:
    """Return how many reference tokens the union of the LCS matches, none counted more often than it occurs.

    `found` has the rows of each candidate token, with one entry after each sentence; `sizes` are the
    sentence lengths. `hits` is the most that is possible: the unigram overlap. `needs` tells for each shared
    token that the reference repeats its rows and how many of them can count.
    """
    union = every = 0
    unsure = []
    place = 0
    for size in sizes:
        columns = found[place : place + size]
        place += size + 1
        matched, states = _steps(columns, rows.full)
        every |= matched
        off = matched & states[-1] if matched else 0
        if not off:
            # As many steps as matched rows: all of them are in the LCS.
            union |= matched
            continue
        for field in rows.fields:
            if not off & field:
                union |= matched & field
        unsure.append((matched, columns, states))
    once = every
    for mask, _ in needs:
        once &= ~mask
    return hits - _missed(rows.fields, unsure, union, once, needs)


def _steps(columns: Sequence[int], full: int) -> tuple[int, list[int]]:
    """Return all matched rows, and for each column the rows without a vertical step."""
    matched = 0
    state = full
    states = []
    for mask in columns:
        if mask:
            matched |= mask
            both = state & mask
            # The carry out of a sentence lands in the spare bit, which `full` clears.
            state = ((state + both) | (state - both)) & full
        states.append(state)
    return matched, states


def _missed(
    fields: Sequence[int],
    unsure: Sequence[tuple[int, Sequence[int], Sequence[int]]],
    union: int,
    once: int,
    needs: Sequence[tuple[int, int]],
) -> int:
    """Return how many hits of the unigram overlap the union lacks, tracing only what may still add one.

    `union` holds the rows known to be in it; `once` are matched rows of tokens that the reference has once.
    """
    wanting = list(needs)
    for matched, columns, states in unsure:
        wanting = [need for need in wanting if (need[0] & union).bit_count() < need[1]]
        wanted = once
        for mask, _ in wanting:
            wanted |= mask
        wanted &= matched & ~union
        if not wanted:
            continue
        for field in fields:
            if wanted & field:
                taken = _trace(field, wanted & field, columns, states)
                union |= taken
                for mask, need in wanting:
                    if mask & taken and (mask & union).bit_count() >= need:
                        wanted &= ~mask
    missed = (once & ~union).bit_count()
    for mask, need in wanting:
        missed += max(0, need - (mask & union).bit_count())
    return missed


def _trace(field: int, wanted: int, columns: Sequence[int], states: Sequence[int]) -> int:
    """Return the rows of one reference sentence on rouge-score's way back, until none is `wanted` below."""
    taken = 0
    below = field
    skipped = False
    for mask, state in zip(reversed(columns), reversed(states), strict=True):
        if not mask & field:
            # A token without a match still moves the way up to the next step; a run of them does so once.
            skipped = True
            continue
        stops = below & ~state if skipped else below & (mask | ~state)
        skipped = False
        if not stops:
            break
        row = 1 << (stops.bit_length() - 1)
        if mask & row:
            taken |= row
            below &= row - 1
        else:
            below &= row + row - 1
        if not wanted & below:
            break
    return taken
