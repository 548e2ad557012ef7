"""Figures of which another is a part: "seven of the 12 dead", "26 of 41 seats"."""

from bench.facts.numbers.context import Scene
from bench.facts.quantities.quantity import Quantity

_DETERMINERS = frozenset("the its their his her our all these those some about nearly over".split())
_PARTS = frozenset({"count", "percent", "fraction"})
_REACH = 1
"""Words between a part and "of", as in "seven men of the 12"."""


def is_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is what another before it is a part of: what is told there is told of the part."""
    if quantity.kind != "count":
        return False
    words, at = scene.tape.words, quantity.first - 1
    while at > 0 and words[at] in _DETERMINERS:
        at -= 1
    if at < 1 or words[at] != "of":
        return False
    figures = scene.figures(scene.sentence[quantity.first])
    return any(
        0 <= at - other.last <= _REACH
        and other.kind in _PARTS
        and (other.kind != "count" or other.value <= quantity.value)
        for other in figures
    )
