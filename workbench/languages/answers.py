"""What is asked of a word again and again is answered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Answers(dict[str, _Value], Generic[_Value]):
    """Answers by what they are about, as fast to read as any dictionary; beyond `most` of them all are asked anew."""

    def __init__(self, ask: Callable[[str], _Value], most: int = 100_000) -> None:
        self._ask = ask
        self._most = most

    def __missing__(self, about: str) -> _Value:
        if len(self) >= self._most:
            self.clear()
        answer = self[about] = self._ask(about)
        return answer
