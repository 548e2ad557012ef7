"""Answers about a text that are kept with it: the claims of many summaries ask the same of one article."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from bench.facts.numbers.context import Scene

Ts = TypeVarTuple("Ts")
T = TypeVar("T")


def once_per_text(function: "Callable[[Scene, *Ts], T]") -> "Callable[[Scene, *Ts], T]":
    """Return `function` asked only once for a text and the same further arguments."""

    @wraps(function)
    def kept(scene: "Scene", *args: *Ts) -> T:
        asked = (function, args)
        if asked not in scene.kept:
            scene.kept[asked] = function(scene, *args)
        found: T = scene.kept[asked]
        return found

    return kept
