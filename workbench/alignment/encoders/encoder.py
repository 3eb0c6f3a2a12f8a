"""What an encoder of sentences is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]


class SentenceEncoder(Protocol):
    """Gives texts vectors in one space for all languages.

    `name` says what it is, with its version: equal names mean equal vectors, so caches are keyed by it. `dimensions` is
    the length of a vector.
    """

    @property
    def name(self) -> str:
        """What it is called, with its version."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        ...

    def encode(self, texts: Sequence[str], tag: str) -> Vectors:
        """Return a float32 row for each text, texts × dimensions, of length one; a zero row where nothing is known of it.

        `tag` is the language of the texts.
        """
        ...
