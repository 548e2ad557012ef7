"""What an object works out when it is first asked for and keeps from then on."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class computed(Generic[T]):  # noqa: N801 - a decorator
    """`functools.cached_property` as from Python 3.12 on: without the lock that takes most of its time."""

    def __init__(self, function: Callable[[Any], T]):
        """Hold the function that works the value out."""
        self._function, self.__doc__ = function, function.__doc__
        self._name = function.__name__

    @overload
    def __get__(self, instance: None, owner: type) -> "computed[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> "computed[T] | T":
        """Return the value, worked out and put into the object's own attributes, where it is found next."""
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._function(instance)
        return found
