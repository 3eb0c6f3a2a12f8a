"""A text cut into words, once for all who read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import sub

from workbench.languages.answers import Answers
from workbench.languages.wordforms import PLAIN_WORD, WORD, fold

# A word with what stands between it and the one before: found as fast as the word alone, and lengths add up to places.
# What stands behind the last word is a step too, or it would be looked through again from each of its signs.
_STEP, _PLAIN_STEP = (
    re.compile(rf"{gap}*+{word.pattern}|{gap}++\Z") for gap, word in ((r"[\W_]", WORD), (r"\W", PLAIN_WORD))
)
_FIGURE = re.compile(r"\d+")


def word_of(step: str) -> str:
    """Return the word of a step (see `Cut`)."""
    found = WORD.search(step)
    return found.group() if found else ""


def known_words() -> Answers[str]:
    """Return what those share who cut many texts: each step is looked at once."""
    return Answers(word_of)


class Cut:
    """A text, `folded` and cut into `words` as `wordforms.words` cuts it.

    `steps` are the words in order, each with what stands between it and the one before. `known` is what those who cut many
    texts share; `telling` says which words tell something (see `telling.py`), all where it is not given.
    """

    __slots__ = ("_ends", "_figures", "_spans", "folded", "steps", "telling", "text", "words")

    def __init__(self, text: str, known: Answers[str] | None = None, telling: Answers[bool] | None = None) -> None:
        self.text = text
        self.folded = folded = fold(text)
        self.steps: list[str] = (_STEP if "_" in folded else _PLAIN_STEP).findall(folded)
        if self.steps and not self.steps[-1][-1].isalnum():
            del self.steps[-1]
        self.words: tuple[str, ...] = tuple(map(word_of if known is None else known.__getitem__, self.steps))
        self.telling: Sequence[str] = self.words if telling is None else [*filter(telling.__getitem__, self.words)]
        self._ends: list[int] | None = None
        self._spans: list[tuple[str, int, int]] | None = None
        self._figures: list[int] | None = None

    @property
    def figures(self) -> list[int]:
        """Where runs of digits begin, in order: a number in digits begins nowhere else."""
        if self._figures is None:
            self._figures, at = [], 0
            for word in self.telling:
                if runs := [match.start() for match in _FIGURE.finditer(word)]:
                    at = self.folded.find(word, at)  # there and not before: every word with digits tells something
                    self._figures += [at + run for run in runs]
                    at += len(word)
        return self._figures

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


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that can begin at certain places of a text alone, none overlapping one before it.

    They end at `end` at the latest: like `finditer` from the first place to there, without a look at what is between.
    """
    most, free = len(text) if end is None else end, 0
    for start in starts:
        if start >= free and (match := pattern.match(text, start, most)):
            free = match.end()
            yield match


def cut(text: str | Cut) -> Cut:
    """Return a text cut, where it is not."""
    return text if isinstance(text, Cut) else Cut(text)
