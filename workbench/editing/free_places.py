"""Places that no id has found, by what the pivot says there: twelve to twenty-four bytes a place."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from workbench.interchange.wording import key_number


class FreePlaces:
    """The places that are free, each with the texts that may find it; `taken` says of every place whether one has it."""

    def __init__(self, texts: Iterable[tuple[int, str]], taken: bytearray) -> None:
        """Take texts with the indices of their places, ascending."""
        numbers, places = array("Q"), array("I")
        for place, text in texts:
            numbers.append(key_number(text))
            places.append(place)
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        self._numbers = array("Q", map(numbers.__getitem__, order))
        self._places = array("I", map(places.__getitem__, order))
        self._taken = taken
        self._next: dict[int, int] = {}  # of numbers that several places have: which of them is to be looked at next

    def take(self, number: int) -> int:
        """Take the first free place with the text that a number stands for, and return its index; -1 where there is none."""
        at = -1
        for at in self._with(number):
            place = self._places[at]
            if not self._taken[place]:
                self._taken[place] = 1
                if at + 1 < len(self._numbers) and self._numbers[at + 1] == number:
                    self._next[number] = at + 1
                return place
        if at >= 0:
            self._next[number] = at + 1  # all of them are taken
        return -1

    def _with(self, number: int) -> Iterator[int]:
        at = self._next.get(number, -1)
        if at < 0:
            at = bisect_left(self._numbers, number)
        while at < len(self._numbers) and self._numbers[at] == number:
            yield at
            at += 1
