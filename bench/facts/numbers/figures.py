"""Which figures of an article a claim has to be compared with at all.

Most pairs of figures are of kinds or of sizes that have nothing to do with one another. Left out here is only
what `compare` finds no support for and `alike` calls no rival: the verdicts are those of comparing all.
"""

from collections.abc import Sequence
from math import inf, nan
from typing import NamedTuple

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.ages import is_age
from bench.facts.quantities.quantity import DATES, Quantity, QuantityKind

_ACROSS: frozenset[tuple[str, str]] = frozenset(
    {("year", "count"), ("year", "name"), ("time", "count"), ("time", "duration"), ("date", "ordinal")}
)
"""Kinds of a date and of an amount that may be one figure told in two ways."""
_SIZED = frozenset({"count", "money", "percent", "name"})
"""Kinds that meet others of like size only."""
_MEASURED = frozenset({"age", "duration", "measure"})
"""Kinds that do so unless told in another unit."""
_BOUNDED = 2.001
"""How many times larger a figure may be than one that bounds it, with room for floats."""
_ROUNDED = 1.12
"""How many times larger or smaller than one that rounds it: a tenth of the figure at most."""
_NO_BOUNDS = frozenset({"", "about"})


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure of an article, its size, and whether it is told as a bound.

    The size of one that is to be compared with claims of every size is not a number.
    """

    fact: Quantity
    size: float
    bound: bool


class Sizes(NamedTuple):
    """The least and the greatest size of figures that can support a claim or be told by it.

    `plain` of figures told as they are, `bounds` of those told as bounds.
    """

    plain: tuple[float, float]
    bounds: tuple[float, float]


@once_per_text
def comparable(article: Scene, kind: QuantityKind, unit: str) -> list[Figure]:
    """Return the figures that a claim of one kind and unit can match or be rivalled by, with their sizes."""
    return [
        Figure(fact, _size(kind, unit, fact), fact.modifier not in _NO_BOUNDS)
        for fact in article.quantities
        if _meets(kind, fact)
    ]


def _meets(kind: QuantityKind, fact: Quantity) -> bool:
    if (kind in DATES) == fact.is_date or fact.kind in ("year", "decade"):
        return True
    return (kind, fact.kind) in _ACROSS or (fact.kind, kind) in _ACROSS


def _size(kind: QuantityKind, unit: str, fact: Quantity) -> float:
    """Return the size of a figure where a claim must be near it."""
    if fact.kind == kind and kind in ("weekday", "season"):
        return float(fact.value)
    if fact.high is not None or fact.name in ("m", "k") or "pound" in (unit, fact.unit):
        return nan
    if fact.kind in _MEASURED:
        return nan if kind in _MEASURED and fact.unit != unit else float(fact.value)
    sized = fact.kind in _SIZED or (fact.kind == "ordinal" and kind != "duration")
    return float(fact.value) if sized else nan


def sizes_that_meet(claim: Quantity) -> Sizes:
    """Return the sizes of figures that can support a claim or be told by it."""
    size = float(claim.value)
    if claim.kind in ("year", "weekday", "season"):
        return Sizes((size, size), (size, size))
    sized = claim.kind in _SIZED or claim.kind in _MEASURED or claim.kind == "ordinal"
    if sized and claim.kind != "name" and claim.high is None and claim.name not in ("m", "k") and size > 0:
        bounds = size / _BOUNDED, size * _BOUNDED
        return Sizes((size / _ROUNDED, size * _ROUNDED) if claim.modifier in _NO_BOUNDS else bounds, bounds)
    return Sizes((-inf, inf), (-inf, inf))


def of_one_sort(
    article: Scene, meant: Quantity, counting: bool, others: Sequence[Quantity], of_unit: Sequence[Quantity]
) -> list[Quantity]:
    """Return those of `others` that could stand in a bare figure's place, where `meant` is the article's own.

    Where it is `counting` things by a noun, ages and sums are none. Where its unit goes without saying, those
    `of_unit` are, and bare ones told beside such, but none that counts things.
    """
    age = is_age(article, meant)
    if counting:
        return [fact for fact in others if age or not (is_age(article, fact) or measures(article, fact))]
    if not (meant.unit or age or measures(article, meant)):
        return list(others)
    beside = {article.sentence[fact.first] for fact in (meant, *of_unit)}
    anywhere = meant.kind in _TIMES
    bare = (fact for fact in others if fact not in of_unit and not article.head(fact))
    return [*of_unit, *(fact for fact in bare if anywhere or article.sentence[fact.first] in beside)]


def measures(article: Scene, figure: Quantity) -> bool:
    """Whether a bare figure is a sum or measure: it counts nothing, and has decimals or is of millions."""
    large = figure.value >= _MILLIONS or figure.value % 1 != 0
    return figure.kind == "count" and large and not article.head(figure)


_MILLIONS = 10**6
_TIMES = frozenset({"age", "duration", "count"})
