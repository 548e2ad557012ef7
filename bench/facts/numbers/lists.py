"""Lists that a text states item by item: "Kent, Essex and Surrey", so that their items can be counted."""

from collections.abc import Iterator
from typing import NamedTuple

from bench.facts.numbers.context import Scene

_JOINTS = frozenset({"and", "or", "&", "plus"})
_LONGEST = 12
_ITEM = 5
_FIRST = 9


class Listed(NamedTuple):
    """A list: how many items, its words as stems with those of its sentence, its place and text."""

    items: int
    words: frozenset[str]
    first: int
    last: int
    start: int
    end: int
    text: str


def listed(scene: Scene, items: int) -> Iterator[Listed]:
    """Yield the lists of `scene` that have so many items."""
    tape = scene.tape
    words, total = tape.words, len(tape.words)
    for at in range(1, total - 1):
        if words[at] not in _JOINTS:
            continue
        first, count = _back(scene, at)
        if count + 1 != items or (items == 2 and not _two_names(scene, at)):
            continue
        last = _forward(scene, at + 1)
        own = scene.sentence[at]
        low = scene.sentence.index(own)
        high = at
        while high < total and scene.sentence[high] <= own:
            high += 1
        stems = frozenset(stem for stem in scene.stems[low:high] if stem)
        yield Listed(
            items, stems, first, last, tape.starts[first], tape.ends[last - 1], tape.surface(first, last)
        )


def _two_names(scene: Scene, joint: int) -> bool:
    """Whether a conjunction joins two names, the only pairs that are counted."""
    tape = scene.tape
    return tape.document.style == "cased" and tape.capital(joint - 1) and tape.capital(joint + 1)


def _back(scene: Scene, joint: int) -> tuple[int, int]:
    """Return where the list that ends with the conjunction at `joint` starts, and its items before it."""
    words, own = scene.tape.words, scene.sentence[joint]
    at = joint - 1
    if words[at] == ",":
        at -= 1
    count, size, start = 1, 0, at
    while at >= 0 and scene.sentence[at] == own and count < _LONGEST:
        word = words[at]
        if word in (",", ";"):
            if size == 0:
                break
            count, size = count + 1, 0
        elif (
            word in (":", "\u2013", "\u2014", "(", ")", '"')
            or size >= _FIRST
            or (size >= _ITEM and count > 1 and words[at - 1] == ",")
        ):
            break
        else:
            size += 1
            start = at
        at -= 1
    return start, count


def _forward(scene: Scene, at: int) -> int:
    """Return the end of the last item."""
    words, own = scene.tape.words, scene.sentence[at]
    last = at + 1
    while last < len(words) and scene.sentence[last] == own and last - at < 6:
        if words[last] in (",", ".", ";", ":"):
            break
        last += 1
    return last
