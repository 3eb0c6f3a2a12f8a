"""Encoders for tests: quick ones that count what they are asked, and such as fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

TEXTS = (
    "各方感谢成都人民。",
    "Стороны благодарят народ Чэнду.",
    "Тараптар Чэнду халқына алғыс айтады.",
    "各方感谢成都人民。",
)


@dataclass
class Letters:
    """Counts letters by their code points in eight boxes; remembers every text that it was asked for."""

    name: str = "letters (1)"
    dimensions: int = 8
    asked: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:  # noqa: ARG002
        """Return a row of length one for each text, zero for an empty one."""
        self.asked.extend(texts)
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % self.dimensions] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return (rows / np.where(lengths, lengths, 1)).astype(np.float32)


@dataclass
class Heard:
    """Progress that remembers what it heard."""

    steps: list[tuple[str, int, int]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def step(self, what: str, done: int, total: int) -> None:
        """Remember a step."""
        self.steps.append((what, done, total))

    def notice(self, line: str) -> None:
        """Remember a line."""
        self.notices.append(line)
