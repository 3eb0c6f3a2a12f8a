"""Attributes that are worked out when they are asked for first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")


class lazily(Generic[_Value]):  # noqa: N801 - a decorator
    """Makes an attribute of a method; `functools.cached_property` does the same, and takes a lock each time."""

    def __init__(self, compute: Callable[[Any], _Value]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, held: object, owner: type | None = None) -> _Value:
        value = held.__dict__[self._name] = self._compute(held)
        return value
