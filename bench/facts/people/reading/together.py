"""Names that no single mention shows to be a person's, and all their mentions together do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.facts.people.names.lists import bodies, places
from bench.facts.people.names.words import is_known_word
from bench.facts.people.reading.evidence import is_none
from bench.facts.people.reading.runs import Run

# What one word alone must have, and a name of several words of which one goes on alone.
_ENOUGH, _IN_FULL = 3, 2
_MANY = 4
# "Maro rowed on. He": a pronoun takes up a person, where a sentence names no other.
_TAKEN_UP = re.compile(r"[^.!?\n]{0,160}[.!?][\"']? (?:He|She|His|Her) ")
_PLACED = re.compile(r"(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]he|[Aa]board) $")
_AND_NAME = re.compile(r" and |, ")
_AGAINST = -3


class Weighed(NamedTuple):
    """A run and how much speaks for its being a person."""

    run: Run
    score: int


def together(text: str, doubtful: Sequence[Weighed], sure: Iterable[Run]) -> list[Run]:
    """Return the doubtful runs that belong to names which their mentions together show to be people's."""
    known = {run.words[0].start: run.words[-1].end for run in sure}
    by_key: dict[str, list[Weighed]] = {}
    for one in doubtful:
        if one.score > _AGAINST:
            by_key.setdefault(one.run.words[-1].key, []).append(one)
    found: list[Run] = []
    for all_of in by_key.values():
        full = [one for one in all_of if 1 < len(one.run.words) < 4]
        # Most names have too few mentions for anything around them to matter.
        if sum(_by_itself(one) for one in all_of) + len(all_of) + 3 * bool(full) < _ENOUGH:
            continue
        if _is_no_name(text, all_of):
            continue
        mentions = [*all_of, *_shorter(by_key, full)]
        value = sum(_speaks(text, one, known) for one in mentions)
        if full:
            # A name in full that no English words make, which one of them stands for later.
            value += (len(mentions) > len(full)) + (len(mentions) >= _MANY)
        if value >= (_IN_FULL if full else _ENOUGH):
            found.extend(one.run for one in all_of)
    return found


def _is_no_name(text: str, all_of: Sequence[Weighed]) -> bool:
    """Whether a word of a name is an English one, a place or an institution, or it stands as a place's."""
    return any(
        any(_is_word(word.key) for word in one.run.words)
        or _is_placed(text, one.run)
        or is_none(one.run.words)
        for one in all_of
    )


def _shorter(by_key: Mapping[str, Sequence[Weighed]], full: Sequence[Weighed]) -> list[Weighed]:
    """Return the mentions by the first of two surnames alone ("Duarte Olmedo Rivas", then "Olmedo")."""
    keys = {one.run.words[-2].key for one in full if len(one.run.words) > 2}
    return [one for key in sorted(keys) for one in by_key.get(key, ()) if len(one.run.words) == 1]


def _is_word(key: str) -> bool:
    return is_known_word(key) or key in bodies() or key in places()


def _is_placed(text: str, run: Run) -> bool:
    start = run.words[0].start
    return run.the or _PLACED.search(text, max(0, start - 8), start) is not None


def _speaks(text: str, one: Weighed, known: Mapping[int, int]) -> int:
    """Return how much one mention adds: what it has by itself, a pronoun for it, a person beside it."""
    words = one.run.words
    start, end = words[0].start, words[-1].end
    value = _by_itself(one)
    taken = _TAKEN_UP.match(text, end)
    if taken is not None and not any(start < at < taken.end() for at in known):
        value += 1
    beside = _AND_NAME.match(text, end)
    if len(words) > 1 and beside is not None and beside.end() in known:
        value += 1
    return value


def _by_itself(one: Weighed) -> int:
    """Return what speaks for one mention; that a sentence begins with it says nothing against it here."""
    words = one.run.words
    opens = one.run.first and len(words) == 1
    return max(0, one.score + opens * (1 + words[0].key.endswith("s")))
