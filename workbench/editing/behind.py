"""Units of a file whose turn comes when all others are there: they are put away until then."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator

from workbench.interchange.incoming import IncomingUnit
from workbench.model.growing import Away, Put


class Behind:
    """Takes units with the indices of their places, and gives them back in the order of these; `put` puts them away."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._units: list[bytes | Away] = []
        self._places, self._numbers = array("i"), array("I")

    def __len__(self) -> int:
        return len(self._units)

    def place(self, places: Iterable[int]) -> None:
        """Give all units other places, in the order in which they were taken."""
        self._places = array("i", places)

    def add(self, place: int, number: int, unit: IncomingUnit) -> None:
        """Take a unit with the index of its place, and how many units of the file stand before it."""
        self._places.append(place)
        self._numbers.append(number)
        self._units.append(self._put(pickle.dumps(unit)))

    def in_order(self) -> Iterator[tuple[int, int, IncomingUnit]]:
        """Yield what was taken, by the places."""
        for each in sorted(range(len(self._units)), key=self._places.__getitem__):
            held = self._units[each]
            unit: IncomingUnit = pickle.loads(held if isinstance(held, bytes) else held.read())  # noqa: S301 - our own
            yield self._places[each], self._numbers[each], unit
