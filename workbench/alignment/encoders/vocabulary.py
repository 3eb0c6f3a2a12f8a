"""The words of a table alone, for who asks only whether they are in it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate


class Vocabulary:
    """Words in the order of code points, in a fifth of the memory that a set of them takes; each question takes longer."""

    def __init__(self, lines: str) -> None:
        """Take the words, one a line, in order."""
        self._lines = lines
        self._starts = array("I", accumulate([len(word) + 1 for word in lines.split("\n")], initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return self._lines[self._starts[number] : self._starts[number + 1] - 1]

    def holds(self, word: str) -> bool:
        """Return whether a word is one of them."""
        at = bisect_left(self, word)
        return at < len(self) and self[at] == word


class UnspacedVocabulary:
    """Words of a language that is written without spaces, for who cuts a text into them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._words:
            if len(word) > 1:
                lengths[word[0]].add(len(word))
        self._lengths = {letter: tuple(sorted(found, reverse=True)) for letter, found in lengths.items()}

    def holds(self, word: str) -> bool:
        """Return whether a word is one of them."""
        return word in self._words

    def word_at(self, text: str, start: int) -> str:
        """Return the longest word that stands in a text from `start` on, or the one letter where none of more does."""
        for length in self._lengths.get(text[start], ()):
            if (word := text[start : start + length]) in self._words:
                return word
        return text[start]
