"""Ids of units: which place bears one, found by their digests, of which memory holds twelve to twenty bytes a place."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from workbench.interchange.wording import KEY_LENGTH, key_number

_MOST = 1 << 64
_STEP = 0x9E3779B97F4A7C15  # parts the occurrences of one text from each other


class Ids:
    """The ids that `Keys` gives to texts in their order, each with its index."""

    def __init__(self, texts: Iterable[str], count: int) -> None:
        """Take the texts; `count` says how many there are."""
        self._found = array("Q")
        self._size = 1 << (2 * count).bit_length()  # more than half of the slots stay free
        self._slots = array("I", bytes(4 * self._size))  # the index of an id behind its slot, plus one; 0: free
        repeated: dict[int, int] = {}
        for text in texts:
            number = key_number(text)
            if self._index(number) >= 0:
                repeated[number] = repeated.get(number, 1) + 1
            self._take(_with_occurrence(number, repeated.get(number, 1)))

    def find(self, key: str) -> int:
        """Return the index of the text whose id this is, -1 where there is none."""
        written, _, occurrence = key.partition("-")
        if len(written) != KEY_LENGTH or not (occurrence.isascii() and occurrence.isdecimal() and len(occurrence) < 10):
            return -1
        if str(int(occurrence)) != occurrence or occurrence == "0":
            return -1
        try:
            number = int(written, 16)
        except ValueError:
            return -1
        return self._index(_with_occurrence(number, int(occurrence))) if written == f"{number:0{KEY_LENGTH}x}" else -1

    def _index(self, found: int) -> int:
        slot = found % self._size
        while index := self._slots[slot]:
            if self._found[index - 1] == found:
                return index - 1
            slot = (slot + 1) % self._size
        return -1

    def _take(self, found: int) -> None:
        self._found.append(found)
        slot = found % self._size
        while self._slots[slot]:
            slot = (slot + 1) % self._size
        self._slots[slot] = len(self._found)


def _with_occurrence(number: int, occurrence: int) -> int:
    return (number + (occurrence - 1) * _STEP) % _MOST
