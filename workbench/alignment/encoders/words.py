"""The encoder `words`: a table of word vectors that comes with the package.

A text's vector is the mean of its words' vectors, weighted by smooth inverse frequency (Arora, Liang, Ma: "A Simple but
Tough-to-Beat Baseline for Sentence Embeddings", 2017). The table is distilled from multilingual-e5-small by
`build_words`; what is in it, and where its words are from, `data/README.md` says. A language without a table has zero rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from workbench.alignment.encoders.respelling import Respelling, respelling
from workbench.alignment.encoders.vocabulary import UnspacedVocabulary, Vocabulary
from workbench.alignment.encoders.word_table import (
    WordTable,
    lines_of_words,
    load_space,
    load_table,
    table_tags,
)
from workbench.languages.answers import Answers
from workbench.languages.knowledge import knowledge
from workbench.languages.wordforms import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = "3"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_TEXTS = 128  # texts whose word vectors are in memory at a time: they fit the processor's cache
LONGEST = 20_000  # characters of a text that are looked at


class Words:
    """384 dimensions, more than ten thousand segments a second; nothing to install, nothing to download."""

    def __init__(self) -> None:
        """Read what all languages share; a language's table is read when the first text of it comes."""
        self.name = f"words {VERSION}"
        self.dimensions = load_space().dimensions

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
        """Return a row of length one for each text, texts × dimensions; a zero row where no word is known."""
        import numpy as np

        result = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        reader = _reader(tag)
        if reader is None:
            return result
        for start in range(0, len(texts), _TEXTS):
            part = texts[start : start + _TEXTS]
            result[start : start + len(part)] = reader.mean([text[:LONGEST] for text in part])
        lengths = np.sqrt(np.square(result).sum(axis=1, keepdims=True))
        np.divide(result, lengths, out=result, where=lengths > 0)
        return result

    def divided(self, text: str, tag: str) -> list[str]:
        """Return a run of characters as the longest words that the language's table has, each character else by itself."""
        reader = _reader(tag)
        return [*text] if reader is None else reader.divided(text)

    def knows(self, word: str, tag: str) -> bool:
        """Return whether the language's table has a folded word as it stands."""
        reader = _reader(tag)
        return reader is not None and reader.knows(word)


def known_share(texts: Sequence[str], tag: str) -> float | None:
    """Return the share of the words of texts that a language's table holds as they stand; None where there is no table."""
    reader = _reader(tag)
    return None if reader is None else reader.known_share([text[:LONGEST] for text in texts])


def known_share_of(words: Sequence[str], tag: str) -> float | None:
    """Return the `known_share` of a text whose folded words are there already (`wordforms.word_texts`).

    None where that takes a look at the text: no table, a language that is respelled or has no spaces, digits within words.
    """
    reader = _reader(tag)
    return None if reader is None else reader.known_share_of(words)


def known_words(words: Sequence[str], tag: str) -> list[bool] | None:
    """Return of each folded word whether a language's table holds it as it stands.

    None where there is no table, or where the language's words are not those between spaces.
    """
    reader = _reader(tag)
    return None if reader is None else reader.known_words(words)


def word_vectors(texts: Sequence[str], tag: str) -> tuple[list[NDArray[np.int64]], NDArray[np.float32]] | None:
    """Return the words of each text in order, as numbers of rows, and the rows: the distinct words' weighted vectors.

    Words that nothing is known of are left out. None for a language without a table.
    """
    import numpy as np

    reader = _reader(tag)
    if reader is None:
        return None
    rows, ends = reader.rows([text[:LONGEST] for text in texts])
    distinct, numbers = np.unique(rows, return_inverse=True)
    vectors = reader.vectors(distinct)
    known = np.square(vectors).sum(axis=1) > 0
    return [one[known[one]] for one in np.split(numbers, ends)[: len(texts)]], vectors


class _Kind(IntEnum):
    """What a folded word of a text is to a table: words in which letters and digits meet are cut otherwise there."""

    DIGITS, UNKNOWN, KNOWN, CUT = range(4)


class _Reader:
    """Texts of one language to the weighted sums of their words' vectors."""

    def __init__(self, tag: str, unspaced: bool, respelled: Respelling | None) -> None:
        self._tag = tag
        self._unspaced = unspaced
        self._respelled = respelled
        self._kinds = Answers(self._kind)

    @cached_property
    def _table(self) -> WordTable:
        return load_table(self._tag)

    @cached_property
    def _knows(self) -> Callable[[str], bool]:
        """Whether the table has a word; the table itself, with its vectors, is not loaded for that."""
        if self._unspaced:  # every stretch of a text is asked about
            return self._unspaced_words.holds
        return Answers(Vocabulary(lines_of_words(self._tag)).holds).__getitem__

    @cached_property
    def _unspaced_words(self) -> UnspacedVocabulary:
        return unspaced_vocabulary(self._tag)

    def mean(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row for each text, texts × dimensions: the sum of its words' weighted vectors, of any length."""
        import numpy as np

        # Row 0 of the forms is the zero vector: with one in front, no text is without a word.
        split = [["", *self._words(text)] for text in texts]
        rows = self._table.rows(list(chain.from_iterable(split)))
        starts = np.cumsum([0, *(len(words) for words in split[:-1])])
        sums: NDArray[np.float32] = np.add.reduceat(self._table.forms[rows], starts, axis=0)
        return sums

    def known_share(self, texts: Sequence[str]) -> float:
        """Return the share of words that stand in the table as they are; 0 where there are no words."""
        words = [word for text in texts for word in self._words(text)]
        return sum(map(self._knows, words)) / max(1, len(words))

    def known_share_of(self, words: Sequence[str]) -> float | None:
        """Return the same of the words of one text, or None where they are not cut as here."""
        if self._unspaced or self._respelled:
            return None
        kinds = [*map(self._kinds.__getitem__, words)]
        if _Kind.CUT in kinds:
            return None
        return kinds.count(_Kind.KNOWN) / max(1, len(kinds) - kinds.count(_Kind.DIGITS))

    def known_words(self, words: Sequence[str]) -> list[bool] | None:
        """Return of each word whether it stands in the table, or None in a language without spaces."""
        if self._unspaced:
            return None
        return [*map(self.knows, words)]

    def _kind(self, word: str) -> _Kind:
        if word.isdecimal():
            return _Kind.DIGITS
        if not word.replace("'", "").isalpha():
            return _Kind.CUT
        return _Kind.KNOWN if self._knows(word) else _Kind.UNKNOWN

    def rows(self, texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the words of all texts as rows of the table, and where each text ends."""
        import numpy as np

        split = [self._words(text) for text in texts]
        rows = self._table.rows(list(chain.from_iterable(split)))
        return np.array(rows, dtype=np.int64), np.cumsum([len(words) for words in split])

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the weighted vectors of rows."""
        return self._table.forms[rows]

    def divided(self, run: str) -> list[str]:
        """Return a run of characters cut into the longest words that the table has."""
        return list(self._segmented(run))

    def knows(self, word: str) -> bool:
        """Return whether the table has a folded word, respelled as its words are."""
        return self._knows(self._respelled(word) if self._respelled else word)

    def _words(self, text: str) -> Sequence[str]:
        folded = fold(text)
        if self._respelled:
            folded = self._respelled(folded)
        found = _runs(folded)
        if self._unspaced:
            return list(chain.from_iterable(self._segmented(run) for run in found))
        return found

    def _segmented(self, run: str) -> Iterator[str]:
        """Cut a run of letters into the longest words that the table has, from left to right."""
        start = 0
        while start < len(run):
            word = self._unspaced_words.word_at(run, start)
            yield word
            start += len(word)


@lru_cache(maxsize=8)  # several languages are asked about one text
def _runs(folded: str) -> list[str]:
    found: list[str] = _WORD.findall(folded)
    return found


@lru_cache(maxsize=4)
def unspaced_vocabulary(tag: str) -> UnspacedVocabulary:
    """Return the words of a language of `table_tags` that is written without spaces."""
    return UnspacedVocabulary(lines_of_words(tag).split("\n"))


@lru_cache(maxsize=32)
def _reader(tag: str) -> _Reader | None:
    known = knowledge(tag)
    respelled = respelling(known.tag)
    table = respelled.table if respelled else known.tag
    if table not in table_tags():
        return None
    return _Reader(table, known.wordforms.unspaced, respelled)
