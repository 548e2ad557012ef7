"""What is read off an article once and kept as long as the article is."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")


def once_each(function: Callable[[S], T]) -> Callable[[S], T]:
    """Return `function` asked only once for each object; the object is held weakly, so that it can go."""
    answers: weakref.WeakKeyDictionary[S, T] = weakref.WeakKeyDictionary()

    @wraps(function)
    def kept(subject: S) -> T:
        try:
            return answers[subject]
        except KeyError:
            found = answers[subject] = function(subject)
            return found

    return kept
