"""What is read off a text once and kept with it as long as it is there."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

S = TypeVar("S")
D = TypeVar("D")
T = TypeVar("T")

# The answers stand among the attributes of the object that was asked about: they go with it, and none may
# hold it. A weak dictionary beside it says the same, and takes six times as long to fill and to empty.


def once_each(function: Callable[[S], T]) -> Callable[[S], T]:
    """Return `function` asked only once for each object, which keeps the answer."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(subject: S) -> T:
        own = vars(subject)
        if name not in own:
            own[name] = function(subject)
        found: T = own[name]
        return found

    return kept


def latest_for_each(function: Callable[[S, D], T]) -> Callable[[S, D], T]:
    """Return `function` asked only once as long as one object is asked about with the same second one.

    The first keeps the answer. Memory that is free soon is used again while the processor still has it at
    hand: kept for sixteen articles, the readings of summaries made the ledger a tenth slower.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(subject: S, other: D) -> T:
        last: tuple[D, T] | None = vars(subject).get(name)
        if last is None or last[0] is not other:
            last = vars(subject)[name] = (other, function(subject, other))
        return last[1]

    return kept
