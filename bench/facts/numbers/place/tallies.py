"""Who got which of two figures that a sentence joins: "Herrera beat Stamm, 5,230 to 3,904"; votes."""

from collections.abc import Sequence
from typing import NamedTuple

from bench.facts.numbers.context import Scene
from bench.facts.quantities.quantity import Quantity

_WON = frozenset(
    "beat beats beating beaten defeated defeats defeating led leads leading edged edges topped tops ousted "
    "outpolled unseated thrashed overcame trounced pipped".split()
)
_LOST = frozenset("lost loses losing trailed trails trailing".split())
_PASSED = frozenset(
    "approved approve approves passed passes backed backs carried endorsed adopted voted ratified".split()
)
_REJECTED = frozenset(
    "rejected rejects lost failed blocked down refused defeated vetoed threw thrown".split()
)
_FOR = frozenset("favour favor for yes supported backed".split())
_AGAINST = frozenset("against opposed no opposing rejected".split())
_JOINTS = frozenset({"to", "-", "\u2013", "against"})
_APART = 4
"""Pieces between the two figures, "votes to" and "per cent to" among them."""
_NAME = 5
"""Pieces before the verb in which the winner is named."""
_REACH = 14
"""Pieces from the verb to the first figure."""
_BEHIND = 5
"""Pieces behind a figure in which "in favour" and "voted against" stand."""


class Tally(NamedTuple):
    """What names the one with the higher of two figures, and the one with the lower."""

    high: frozenset[str]
    low: frozenset[str]


def tallies(scene: Scene, one: Quantity, two: Quantity) -> tuple[Tally, ...]:
    """Return whose two figures are, by who beat whom and by which side was the larger."""
    first, last = sorted((one, two), key=lambda figure: figure.first)
    between = scene.tape.words[first.last : last.first]
    found: tuple[Tally | None, ...] = (_sides_of_vote(scene, first, last),)
    if len(between) <= _APART and not _JOINTS.isdisjoint(between):
        found = (_beaten(scene, first), _carried(scene, first, last), *found)
    return tuple(one for one in found if one is not None)


def alike(mine: Sequence[Tally], theirs: Sequence[Tally]) -> bool:
    """Whether two texts give the higher of two figures to the same, and never to another."""
    pairs = [(one, two) for one in mine for two in theirs]
    return any(one.high & two.high for one, two in pairs) and not any(turned_round(*pair) for pair in pairs)


def turned_round(mine: Tally, theirs: Tally) -> bool:
    """Whether one has the lower figure by one text and the higher by the other."""
    same = mine.high & theirs.high or mine.low & theirs.low
    return not same and bool(mine.high & theirs.low or mine.low & theirs.high)


def _beaten(scene: Scene, first: Quantity) -> Tally | None:
    """Read who beat whom before two joined figures; the winner has the higher."""
    words, start = scene.tape.words, scene.sentence_of(first)[0]
    places = range(max(start, first.first - _REACH), first.first)
    verbs = [at for at in places if words[at] in _WON or words[at] in _LOST]
    if not verbs:
        return None
    at = verbs[-1]
    begin = max(start, at - _NAME)
    begin = next((comma + 1 for comma in range(at - 2, begin, -1) if words[comma] == ","), begin)
    left, right = frozenset(scene.plain(begin, at)), frozenset(scene.plain(at + 1, first.first))
    if words[at] in _LOST or scene.tape.word(at + 1) == "by":
        left, right = right, left
    return Tally(left - right, right - left) if left and right else None


_YES, _NO = frozenset({"for"}), frozenset({"against"})


def _carried(scene: Scene, first: Quantity, last: Quantity) -> Tally | None:
    """Read "approved by 27 to 19", of which the higher are for, and "rejected by 31 to 15"."""
    start = max(scene.sentence_of(first)[0], first.first - _REACH)
    words = scene.tape.words[start : first.first]
    if first.value <= last.value or words[-1:] not in (["by"], ["-"], [","]):
        return None
    passed, rejected = not _PASSED.isdisjoint(words), not _REJECTED.isdisjoint(words)
    if rejected:
        return Tally(_NO, _YES)
    return Tally(_YES, _NO) if passed else None


def _sides_of_vote(scene: Scene, first: Quantity, last: Quantity) -> Tally | None:
    """Read "27 in favour and 19 against"."""
    stop = scene.sentence_of(last)[1]
    sides = [
        _side(scene.tape.words[first.last : min(last.first, first.last + _BEHIND)]),
        _side(scene.tape.words[last.last : min(stop, last.last + _BEHIND)]),
    ]
    if {*sides} != {_YES, _NO}:
        return None
    return Tally(*(sides if first.value > last.value else sides[::-1]))


def _side(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        side for side, said in (("for", _FOR), ("against", _AGAINST)) if not said.isdisjoint(words)
    )
