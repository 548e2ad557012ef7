"""Answers about a text that are kept with it: the claims of many summaries ask the same of one article."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from bench.facts.numbers.context import Scene
    from bench.facts.quantities.quantity import Quantity

Ts = TypeVarTuple("Ts")
T = TypeVar("T")

# What is found where there is no answer yet: most of the time of asking goes into the hash of a figure.
_NOTHING: Any = object()


def once_per_text(function: "Callable[[Scene, *Ts], T]") -> "Callable[[Scene, *Ts], T]":
    """Return `function` asked only once for a text and the same further arguments."""

    @wraps(function)
    def kept(scene: "Scene", *args: *Ts) -> T:
        asked = (function, args)
        found: T = scene.kept.get(asked, _NOTHING)
        if found is _NOTHING:
            found = scene.kept[asked] = function(scene, *args)
        return found

    return kept


def once_per_figure(function: "Callable[[Scene, Quantity], T]") -> "Callable[[Scene, Quantity], T]":
    """Return `function` asked only once for each figure of a text."""

    @wraps(function)
    def kept(scene: "Scene", figure: "Quantity") -> T:
        asked = (function, figure.first, figure.last)
        found: T = scene.kept.get(asked, _NOTHING)
        if found is _NOTHING:
            found = scene.kept[asked] = function(scene, figure)
        return found

    return kept
