"""The words of a version's rows, as suggestions of terms look at them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias, overload

from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import fold, word_spans

STEM = 5  # letters that stand for a word and its forms
_SHORT = 3  # letters of a word in small letters that says nothing
_BEFORE = 5  # characters before a word that say whether it begins a sentence
_QUOTED = 40  # characters that are looked through for the other mark of a quotation
HAN = re.compile(r"[\u3400-\u9fff]+")
LONGEST = (
    4000  # characters of a row that is looked at: all pairs of words in a longer one teach nothing and fill memory
)
COUNTED = 2500  # rows that what is counted comes from
PARTED = re.compile(r"[,;:.!?()，、；：。！？（）\n]")  # what stands inside no wording

Divide: TypeAlias = (
    "Callable[[str], Sequence[str]]"  # a run of characters into its words, where spaces do not part them
)


class Token(NamedTuple):
    """A word where it stands in its row. Words of equal `stem` are taken for forms of one; `little` ones say nothing."""

    text: str
    stem: str
    start: int
    end: int
    little: bool


class Tokens:
    """The tokens of the rows of one version. `rows` holds its text in each row, "" for none.

    What is counted (`stands`, `written`, `forms`) is that of a few thousand rows, evenly spread over a longer document.
    """

    def __init__(self, rows: Sequence[str], knowledge: Knowledge, divide: Divide) -> None:
        self.texts = tuple(rows)
        self.knowledge = knowledge
        self.unspaced = knowledge.wordforms.unspaced
        months = (name for names in knowledge.months for name in names)
        self._counting = frozenset(map(fold, (*months, *knowledge.cardinals, *knowledge.ordinals)))
        self._nothing = self._counting | frozenset(map(fold, knowledge.wordforms.little))
        self._little: dict[tuple[str, bool], bool] = {}
        self.rows: Sequence[Sequence[Token]] = _Rows(len(self.texts), lambda number: self._row(number, divide))
        counted = range(0, len(self.rows), max(1, len(self.rows) // COUNTED))
        self._counted = [self.rows[number] for number in counted]
        self.stands: dict[str, list[int]] = defaultdict(list)  # the rows of each stem, in order
        for number, row in zip(counted, self._counted, strict=True):
            for stem in {token.stem for token in row}:
                self.stands[stem].append(number)
        self.written = Counter(token.text for row in self._counted for token in row)
        self.forms: Counter[str] = Counter()
        for text, count in self.written.items():
            self.forms[fold(text)] += count

    def says_nothing(self, token: Token) -> bool:
        """Return whether no name or term begins or ends with a token: a number, a month, a little word."""
        return token.little

    def _is_little(self, written: str, folded: str, named: bool) -> bool:
        """Return whether a word says nothing; `named`: it has a capital within a sentence, so that even Russian И is a name."""
        if written.isdecimal() or any(map(str.isdigit, written)):
            return True
        if named:
            return folded in self._counting
        return folded in self._nothing or (not self.unspaced and written[0].islower() and len(written) < _SHORT)

    def glued(self, stem: str, beside: str, after: bool) -> bool:
        """Return whether one stem always stands behind (or before) another, twice at least: дел behind иностранных."""
        pair = (stem, beside) if after else (beside, stem)
        return self._pairs[pair] > 1 and self._pairs[pair] == self._counts[stem]

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter((a.stem, b.stem) for row in self._counted for a, b in pairwise(row))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(token.stem for row in self._counted for token in row)

    def text(self, row: int, first: int, last: int) -> str:
        """Return what stands in a row from its token `first` to its token `last`, with what that cuts off of a quotation."""
        held, text = self.rows[row], self.texts[row]
        start, end = held[first].start, held[last].end
        for pair in (*self.knowledge.writing.quotes, *self.knowledge.writing.other_quotes):
            opening, closing = pair[0], pair[1]
            within = text[start:end]
            if opening in within and closing not in within:
                at = text.find(closing, end, end + _QUOTED)
                end = at + 1 if at >= 0 else end
            elif closing in within and opening not in within:
                at = text.rfind(opening, max(0, start - _QUOTED), start)
                start = at if at >= 0 else start
        return text[start:end]

    def _row(self, number: int, divide: Divide) -> tuple[Token, ...]:
        row = self.texts[number]
        if len(row) > LONGEST:
            return ()
        return tuple(self._unparted(row, divide) if self.unspaced else self._parted(row))

    def _parted(self, row: str) -> Iterator[Token]:
        known = self._little
        for text, start, end in word_spans(fold(row)):
            written = row[start:end]
            named = written[0].isupper() and inside(row, start)
            little = known.get((written, named))
            if little is None:
                little = known[written, named] = self._is_little(written, text, named)
            yield Token(written, text[:STEM], start, end, little)

    def _unparted(self, row: str, divide: Divide) -> Iterator[Token]:
        for stretch in HAN.finditer(row):
            at = stretch.start()
            for word in divide(stretch.group()):
                yield Token(word, word, at, at + len(word), self._is_little(word, word, named=False))
                at += len(word)


class _Rows(Sequence[Sequence[Token]]):
    """Rows that are read when they are asked for."""

    def __init__(self, total: int, read: Callable[[int], tuple[Token, ...]]) -> None:
        self._read = read
        self._held: list[tuple[Token, ...] | None] = [None] * total

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, number: int) -> tuple[Token, ...]: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[tuple[Token, ...]]: ...

    def __getitem__(self, number: int | slice) -> Sequence[Token] | Sequence[tuple[Token, ...]]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        held = self._held[number]
        if held is None:
            held = self._held[number] = self._read(number)
        return held


def inside(text: str, start: int) -> bool:
    """Return whether what begins at `start` does not begin a sentence."""
    before = text[max(0, start - _BEFORE) : start].rstrip(" «“\"'(")
    return bool(before) and before[-1] not in ".!?:;"
