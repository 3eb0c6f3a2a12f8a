"""The encoder `words`: a table of word vectors that comes with the package.

A text's vector is the mean of its words' vectors, weighted by smooth inverse frequency (Arora, Liang, Ma: "A Simple but
Tough-to-Beat Baseline for Sentence Embeddings", 2017). The table is distilled from multilingual-e5-small by
`build_words`; what is in it, and where its words are from, `data/README.md` says. A language without a table has zero rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from workbench.alignment.encoders.respelling import Respelling, respelling
from workbench.alignment.encoders.word_table import WordTable, load_space, load_table, table_tags
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


class _Reader:
    """Texts of one language to the weighted sums of their words' vectors."""

    def __init__(self, table: WordTable, unspaced: bool, respelled: Respelling | None) -> None:
        self._table = table
        self._unspaced = unspaced
        self._respelled = respelled

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
        return sum(map(self._table.known.__contains__, words)) / max(1, len(words))

    def known_share_of(self, words: Sequence[str]) -> float | None:
        """Return the same of the words of one text, or None where they are not cut as here."""
        if self._unspaced or self._respelled:
            return None
        own = [*filter(str.isalpha, words)]
        if len(own) + sum(map(str.isdecimal, words)) < len(words):
            others = [word for word in words if not (word.isalpha() or word.isdecimal())]
            if not all(word.replace("'", "").isalpha() for word in others):
                return None
            own += others
        return sum(map(self._table.known.__contains__, own)) / max(1, len(own))

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
        """Return whether the table has a word."""
        return word in self._table.known

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
        known, longest, start = self._table.known, self._table.longest, 0
        while start < len(run):
            for end in range(min(len(run), start + longest), start + 1, -1):
                if run[start:end] in known:
                    break
            else:
                end = start + 1
            yield run[start:end]
            start = end


@lru_cache(maxsize=8)  # several languages are asked about one text
def _runs(folded: str) -> list[str]:
    found: list[str] = _WORD.findall(folded)
    return found


@lru_cache(maxsize=32)
def _reader(tag: str) -> _Reader | None:
    known = knowledge(tag)
    respelled = respelling(known.tag)
    table = respelled.table if respelled else known.tag
    if table not in table_tags():
        return None
    return _Reader(load_table(table), known.wordforms.unspaced, respelled)
