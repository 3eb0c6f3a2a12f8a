"""The table of one language: words, their vectors and weights in bytes; and forms that it does not hold."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from workbench.languages.knowledge import knowledge
from workbench.languages.stems import Stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = files("workbench.alignment.encoders") / "data"
_WORDS = ".words.gz"
_STEM = 3  # letters: a shorter stem tells nothing
_SHARED = 4  # letters at least that an unknown word and its neighbours in the table share
_NEIGHBOURS = 4
_UNSURE = 0.9  # weight of a vector that comes from neighbours
_FORMS = 200_000  # distinct forms remembered at a time


@dataclass(frozen=True, slots=True)
class Space:
    """What all tables share: the numbers that each byte of a vector stands for, bytes × 256 × dimensions a byte."""

    values: NDArray[np.float32]

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        parts, _, width = self.values.shape
        return int(parts * width)

    def vectors(self, codes: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the vectors of codes, words × dimensions, from words × bytes."""
        import numpy as np

        return self.values[np.arange(len(self.values)), codes].reshape(len(codes), -1)


class WordTable:
    """`known` gives a word's number; `forms` the weighted vector of every form that was asked for, forms × dimensions."""

    def __init__(
        self, tag: str, words: Sequence[str], codes: NDArray[np.uint8], weights: NDArray[np.uint8], space: Space
    ) -> None:
        """Take words in the order of code points, their codes (words × bytes), their weights (255 is 1)."""
        self.known = dict(zip(words, range(len(words)), strict=True))
        self._words, self._codes, self._weights, self._space = words, codes, weights, space
        wordforms = knowledge(tag).wordforms
        self._unspaced = wordforms.unspaced
        self._stems = Stems(wordforms)
        self._forget()

    def _forget(self) -> None:
        import numpy as np

        self._row = {"": 0}
        self.forms = np.zeros((1024, self._space.dimensions), dtype=np.float32)

    def rows(self, forms: Sequence[str]) -> list[int]:
        """Return for each form its row of `forms`; row 0, of zeros, for those that nothing is known of."""
        if len(self._row) > _FORMS:
            self._forget()
        row = self._row
        if fresh := [form for form in dict.fromkeys(forms) if form not in row]:
            self._add(fresh)
        return [row[form] for form in forms]

    def _add(self, fresh: Sequence[str]) -> None:
        import numpy as np

        start, end = len(self._row), len(self._row) + len(fresh)
        if end > len(self.forms):
            grown = np.zeros((max(end, 2 * len(self.forms)), self._space.dimensions), dtype=np.float32)
            grown[:start] = self.forms[:start]
            self.forms = grown
        numbers: list[int] = []
        shares: list[float] = []
        owners: list[int] = []
        starts: list[int] = []
        for number, form in enumerate(fresh, start):
            self._row[form] = number
            found, sure = self._find(form)
            if found:
                owners.append(number)
                starts.append(len(numbers))
                numbers.extend(found)
                shares.extend([sure / len(found)] * len(found))
        if numbers:
            weights = self._weights[numbers].astype(np.float32) / 255 * np.array(shares, dtype=np.float32)
            vectors = self._space.vectors(self._codes[numbers]) * weights[:, None]
            self.forms[owners] = np.add.reduceat(vectors, starts, axis=0)

    def _find(self, form: str) -> tuple[Sequence[int], float]:
        """Return the numbers of the words whose mean stands for a form, and how sure that is, 0 to 1."""
        exact = self.known.get(form)
        if exact is not None:
            return (exact,), 1.0
        if self._unspaced:
            return (), 0.0
        for word in self._stems(form, max(_STEM, len(form) // 3)):
            stem = self.known.get(word)
            if stem is not None:
                return (stem,), 1.0
        return self._neighbours(form), _UNSURE

    def _neighbours(self, form: str) -> Sequence[int]:
        """Return the words that share the most first letters with `form`, at least four and half of it."""
        words, place = self._words, bisect_left(self._words, form)
        least = max(_SHARED, (len(form) + 1) // 2)
        shared = max((_shared(form, words[near]) for near in (place - 1, place) if 0 <= near < len(words)), default=0)
        if shared < least:
            return ()
        prefix = form[:shared]
        start = bisect_left(words, prefix)
        end = bisect_left(words, prefix + "\U0010ffff")
        return sorted(range(start, end), key=lambda number: (len(words[number]), number))[:_NEIGHBOURS]


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


@lru_cache(maxsize=1)
def table_tags() -> frozenset[str]:
    """Return the tags of the languages that have a table."""
    names = (entry.name for entry in _DATA.iterdir())
    return frozenset(name.removesuffix(_WORDS) for name in names if name.endswith(_WORDS))


def lines_of_words(tag: str) -> str:
    """Return the words of a language of `table_tags`, one a line, in the order of code points."""
    return gzip.decompress((_DATA / f"{tag}{_WORDS}").read_bytes()).decode("utf-8")


def _array(name: str) -> NDArray[np.generic]:
    import numpy as np

    with as_file(_DATA / f"{name}.npy") as path:
        held: NDArray[np.generic] = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    return held


@lru_cache(maxsize=1)
def load_space() -> Space:
    """Return what all tables share."""
    import numpy as np

    return Space(_array("space").astype(np.float32))


@lru_cache(maxsize=32)
def load_table(tag: str) -> WordTable:
    """Return the table of a language of `table_tags`."""
    import numpy as np

    words = lines_of_words(tag).split("\n")
    held = np.asarray(_array(tag), dtype=np.uint8)
    return WordTable(tag, words, held[:, :-1], held[:, -1], load_space())
