"""What is asked of a word again and again is answered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")
_LONGEST = 100  # characters of what is remembered
_WORDY = 40  # characters to a space, at most, where words stand between spaces


class Answers(dict[str, _Value], Generic[_Value]):
    """Answers by what they are about, as fast to read as any dictionary; beyond `most` of them all are asked anew.

    What is longer than a word is asked each time. `ask` answers without remembering.
    """

    def __init__(self, ask: Callable[[str], _Value], most: int = 100_000) -> None:
        self.ask = ask
        self._most = most

    def __missing__(self, about: str) -> _Value:
        if len(about) > _LONGEST:
            return self.ask(about)
        if len(self) >= self._most:
            self.clear()
        answer = self[about] = self.ask(about)
        return answer


class Sums:
    """Adds up what is counted in a text between its spaces, where the same stands again and again."""

    def __init__(self, count: Callable[[str], int]) -> None:
        self._count = count
        self._counted = Answers(count)

    def __call__(self, text: str) -> int:
        """Return what is counted in a text; spaces count nothing."""
        parts = text.split(" ")
        if len(text) > _WORDY * len(parts):  # no language with words: its texts do not come again
            return self._count(text)
        return sum(map(self._counted.__getitem__, parts))
