"""The words of a version's rows, as suggestions of terms look at them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import fold, word_spans

STEM = 5  # letters that stand for a word and its forms
_COMMON = 0.25  # what stands in more of the rows than this says nothing of its own
_LITTLE = 5  # letters of a common word that only joins others (their, with), not cooperation
_SHORT = 3  # letters of a word in small letters that says nothing
_HAN = re.compile(r"[\u3400-\u9fff]+")
_MOST = 4000  # characters of a row that is looked at: all pairs of words in a longer one teach nothing and fill memory
_SIGNS = (2, 3, 4)  # characters that may be a word where words are not parted


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands in its row. Words of equal `stem` are taken for forms of one."""

    text: str
    stem: str
    start: int
    end: int


class Tokens:
    """The tokens of the rows of one version. `rows` holds its text in each row, "" for none."""

    def __init__(self, rows: Sequence[str], knowledge: Knowledge) -> None:
        self.texts = tuple(rows)
        self.unspaced = knowledge.wordforms.unspaced
        months = (name for names in knowledge.months for name in names)
        self._counting = frozenset(map(fold, (*months, *knowledge.cardinals, *knowledge.ordinals)))
        split = _unparted if self.unspaced else _parted
        self.rows = tuple(tuple(split(row)) if len(row) <= _MOST else () for row in rows)
        self.held: Counter[str] = Counter(stem for row in self.rows for stem in {token.stem for token in row})
        most = max(3, _COMMON * len(rows))
        self.common = frozenset(stem for stem, count in self.held.items() if count > most)

    def says_nothing(self, token: Token) -> bool:
        """Return whether no name or term begins or ends with a token: a number, a month, a small word that is common or short."""
        if any(character.isdigit() for character in token.text) or fold(token.text) in self._counting:
            return True
        if self.unspaced or token.text[0].isupper():
            return False
        return (token.stem in self.common and len(token.text) <= _LITTLE) or len(token.text) < _SHORT


def _parted(row: str) -> Iterator[Token]:
    folded = fold(row)
    for text, start, end in word_spans(folded):
        yield Token(row[start:end], text[:STEM], start, end)


def _unparted(row: str) -> Iterator[Token]:
    for stretch in _HAN.finditer(row):
        for start in range(stretch.start(), stretch.end() - 1):
            for size in _SIGNS:
                if start + size <= stretch.end():
                    yield Token(row[start : start + size], row[start : start + size], start, start + size)
