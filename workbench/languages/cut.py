"""A text cut into words, once for all who read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from operator import sub

from workbench.languages.wordforms import PLAIN_WORD, WORD, fold

# A word with what stands between it and the one before: found as fast as the word alone, and lengths add up to places.
_STEP, _PLAIN_STEP = (re.compile(gap + word.pattern) for gap, word in ((r"[\W_]*", WORD), (r"\W*", PLAIN_WORD)))
_DIGIT = re.compile(r"\d")
_KEPT = 200_000  # different steps that are remembered at a time


class Words(dict[str, str]):
    """The word of every step (see `Cut`); each is looked at once, and equal words are one object."""

    def __missing__(self, step: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        found = WORD.search(step)
        word = self[step] = self.setdefault(found.group(), found.group()) if found else ""
        return word


class Cut:
    """A text, `folded` and cut into `words` as `wordforms.words` cuts it.

    `steps` are the words in order, each with what stands between it and the one before. `known` is what those who cut many
    texts of one language share.
    """

    __slots__ = ("_digit", "_ends", "_spans", "folded", "steps", "text", "words")

    def __init__(self, text: str, known: Words | None = None) -> None:
        self.text = text
        self.folded = folded = fold(text)
        self.steps: list[str] = (_STEP if "_" in folded else _PLAIN_STEP).findall(folded)
        self.words: tuple[str, ...] = tuple(map((Words() if known is None else known).__getitem__, self.steps))
        self._ends: list[int] | None = None
        self._spans: list[tuple[str, int, int]] | None = None
        self._digit: bool | None = None

    @property
    def digit(self) -> bool:
        """Whether a digit stands in the text."""
        if self._digit is None:
            self._digit = _DIGIT.search(self.text) is not None
        return self._digit

    @property
    def ends(self) -> list[int]:
        """Where each word ends, in code points."""
        if self._ends is None:
            self._ends = [*accumulate(map(len, self.steps))]
        return self._ends

    @property
    def spans(self) -> Sequence[tuple[str, int, int]]:
        """The words with their starts and ends, in code points, end exclusive."""
        if self._spans is None:
            starts = map(sub, self.ends, map(len, self.words))
            self._spans = [*zip(self.words, starts, self.ends, strict=True)]
        return self._spans


def cut(text: str | Cut) -> Cut:
    """Return a text cut, where it is not."""
    return text if isinstance(text, Cut) else Cut(text)
