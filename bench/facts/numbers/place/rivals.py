"""Whether one figure can stand in the place of another, before what is told of either is asked."""

from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.frames import sort, unit_of
from bench.facts.quantities.quantity import Quantity

NO_PART = frozenset({"name", "ordinal", "age", "weekday", "score", "fraction"})
"""Kinds of figures of which no part of a sentence tells (see `frames`)."""
_SIZES = 100
"""How many times the smaller of two figures the larger may be that tells the same of something else."""
_LIST = 40
"""Figures of a sentence that is a list, and tells nothing of them."""


def is_list(scene: Scene, figure: Quantity) -> bool:
    """Whether a figure stands in a sentence of so many that it is a list."""
    return len(scene.figures(scene.sentence[figure.first])) > _LIST


def is_other(own: Quantity, other: Quantity) -> bool:
    """Whether a figure stands elsewhere than one, has another value, and is no weak word."""
    return other.first != own.first and other.value != own.value and not other.weak


def of_one_sort(own: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one sort and unit."""
    return sort(own) == sort(other) and unit_of(own) == unit_of(other)


def of_like_size(own: Quantity, other: Quantity) -> bool:
    """Whether neither of two figures is so much larger that they tell of different things."""
    low, high = sorted((own.value, other.value))
    return low * _SIZES >= high
