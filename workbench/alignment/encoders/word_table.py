"""The table of one language: words, their vectors in four bits a dimension, their weights; and forms that it does not hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from workbench.languages.knowledge import knowledge
from workbench.languages.wordforms import is_form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = files("workbench.alignment.encoders") / "data"
_STEM = 3  # letters: a shorter stem tells nothing
_SHARED = 4  # letters at least that an unknown word and its neighbours in the table share
_NEIGHBOURS = 4
_UNSURE = 0.9  # weight of a vector that comes from neighbours
_FORMS = 200_000  # distinct forms remembered at a time


@dataclass(frozen=True, slots=True)
class Space:
    """What all tables share: `pairs` (256 × 2) are the two levels of a byte, `scales` the deviation of each dimension."""

    pairs: NDArray[np.float32]
    scales: NDArray[np.float32]

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return len(self.scales)

    def vectors(self, codes: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the vectors of codes, words × dimensions, from words × dimensions / 2 bytes."""
        decoded: NDArray[np.float32] = self.pairs[codes].reshape(len(codes), -1) * self.scales
        return decoded


class WordTable:
    """`known` gives a word's number; `forms` the weighted vector of every form that was asked for, forms × dimensions."""

    def __init__(
        self, tag: str, words: Sequence[str], codes: NDArray[np.uint8], weights: NDArray[np.uint8], space: Space
    ) -> None:
        """Take words in the order of code points, their codes (words × bytes), their weights (255 is 1)."""
        self.known = dict(zip(words, range(len(words)), strict=True))
        self._words, self._codes, self._weights, self._space = words, codes, weights, space
        self._wordforms = knowledge(tag).wordforms
        self._hardened = {soft: hard for hard, soft in self._wordforms.soften.items()}
        self._forget()

    @cached_property
    def longest(self) -> int:
        """The number of letters of the longest word."""
        return max(map(len, self._words), default=0)

    @cached_property
    def _stripped(self) -> dict[str, list[str]]:
        """Words by what is left of them without an ending of their own."""
        result: dict[str, list[str]] = {}
        own = tuple(filter(None, self._wordforms.strip))
        for word in self._words if own else ():
            if word.endswith(own):
                for ending in own:
                    if word.endswith(ending):
                        result.setdefault(word[: -len(ending)], []).append(word)
        return result

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
        for offset, form in enumerate(fresh):
            self._row[form] = start + offset
            found, sure = self._find(form)
            numbers.extend(found)
            shares.extend([sure / len(found)] * len(found) if found else ())
            owners.extend([start + offset] * len(found))
        if numbers:
            weights = self._weights[numbers].astype(np.float32) / 255 * np.array(shares, dtype=np.float32)
            np.add.at(self.forms, owners, self._space.vectors(self._codes[numbers]) * weights[:, None])

    def _find(self, form: str) -> tuple[Sequence[int], float]:
        """Return the numbers of the words whose mean stands for a form, and how sure that is, 0 to 1."""
        exact = self.known.get(form)
        if exact is not None:
            return (exact,), 1.0
        if self._wordforms.unspaced:
            return (), 0.0
        stem = self._stem(form)
        if stem is not None:
            return (stem,), 1.0
        return self._neighbours(form), _UNSURE

    def _stem(self, form: str) -> int | None:
        """Return the longest word of the table that `form` is a form of, by the language's endings."""
        known, stripped, rules = self.known, self._stripped, self._wordforms
        for end in range(len(form) - 1, max(_STEM, len(form) // 3) - 1, -1):
            stem = form[:end]
            if stem in known and is_form(form, stem, rules):
                return known[stem]
            if hard := self._hardened.get(stem[-1]):
                candidate = stem[:-1] + hard
                if candidate in known and is_form(form, candidate, rules):
                    return known[candidate]
            for candidate in stripped.get(stem, ()):
                if is_form(form, candidate, rules):
                    return known[candidate]
        return None

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
    return frozenset(name.removesuffix(".words") for name in names if name.endswith(".words"))


def _array(name: str) -> NDArray[np.generic]:
    import numpy as np

    with as_file(_DATA / f"{name}.npy") as path:
        held: NDArray[np.generic] = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    return held


@lru_cache(maxsize=1)
def load_space() -> Space:
    """Return what all tables share."""
    import numpy as np

    held = _array("space").astype(np.float32)
    levels, scales = held[:16], held[16:]
    pairs = np.stack([np.repeat(levels, 16), np.tile(levels, 16)], axis=1)
    return Space(pairs, scales)


@lru_cache(maxsize=32)
def load_table(tag: str) -> WordTable:
    """Return the table of a language of `table_tags`."""
    import numpy as np

    words = (_DATA / f"{tag}.words").read_bytes().decode("utf-8").split("\n")
    held = np.asarray(_array(tag), dtype=np.uint8)
    return WordTable(tag, words, held[:, :-1], held[:, -1], load_space())
