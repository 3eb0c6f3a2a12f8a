"""How much the words of one version stand for those of the pivot, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeAlias

from workbench.glossary.tokens import Token, Tokens
from workbench.languages.romanise import romanised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]

_MEANING, _COMPANY, _ORDER = (
    0.75,
    0.5,
    0.05,
)  # weights of vectors, of rows that two words share, of standing as far into the row
_SPELT = 0.65  # likeness of letters from which on two words with capitals are one name
_SAMPLE = 60  # rows of a word that are looked at for the company it keeps
_FEW = 3  # letters: shorter names are alike when they end alike


class Lexicon(Protocol):
    """What is known of the words of languages."""

    def encode(self, texts: Sequence[str], tag: str) -> Vectors:
        """Return a vector of length one for each word; zeros for what is not known."""
        ...

    def divided(self, text: str, tag: str) -> Sequence[str]:
        """Return the words of a text without spaces, in order; joined they are the text."""
        ...

    def knows(self, word: str, tag: str) -> bool:
        """Return whether a folded word is one of the language's, as it stands."""
        ...


class Likeness:
    """Compares the words of the pivot with those of one version.

    Three witnesses: vectors of the words, where a lexicon is there; how often their stems share a row (Dice); and, for words
    with a capital, their letters, romanised and without endings.
    """

    def __init__(self, mine: Tokens, theirs: Tokens, lexicon: Lexicon | None) -> None:
        self._mine, self._theirs = mine, theirs
        self._lexicon = lexicon
        self._company: dict[str, Counter[str]] = {}
        self._vectors: dict[tuple[int, str], Vectors] = {}
        self._rows: dict[int, Vectors] = {}

    def row(self, number: int) -> Vectors:
        """Return the likeness of each token of the pivot's row (rows of the matrix) to each of the version's (columns)."""
        if number not in self._rows:
            self._rows[number] = self._compared(number)
        return self._rows[number]

    def _compared(self, number: int) -> Vectors:
        import numpy as np

        one, other = self._mine.rows[number], self._theirs.rows[number]
        scores = np.zeros((len(one), len(other)), dtype=np.float32)
        if not (one and other):
            return scores
        if self._lexicon:
            left, right = self._read(0, one), self._read(1, other)
            scores += _MEANING * np.maximum(left @ right.T, 0)
        often = np.array([len(self._theirs.stands[token.stem]) for token in other], dtype=np.float32)
        named = [to for to, token in enumerate(other) if token.text[0].isupper()]
        places = np.arange(len(other)) / len(other)
        for at, token in enumerate(one):
            if self._mine.says_nothing(token):
                continue
            company = self._kept(token.stem)
            shared = np.array([company[that.stem] for that in other], dtype=np.float32)
            total = max(1, len(self._mine.stands[token.stem]))
            held = min(total, _SAMPLE)
            expected = often * held / total
            scores[at] += _COMPANY * 2 * shared / (held + np.maximum(expected, shared)) * shared / (shared + 1)
            for to in named if token.text[0].isupper() else ():
                letters = alike(token.text, other[to].text)
                if letters >= _SPELT:
                    scores[at, to] = max(scores[at, to], letters)
            scores[at] += _ORDER * (1 - np.abs(places - at / len(one)))
        little = [to for to, token in enumerate(other) if self._theirs.says_nothing(token)]
        scores[:, little] = 0
        return np.minimum(scores, 1)

    def _read(self, side: int, tokens: Sequence[Token]) -> Vectors:
        import numpy as np

        tag = (self._mine, self._theirs)[side].knowledge.tag
        fresh = list(dict.fromkeys(token.text for token in tokens if (side, token.text) not in self._vectors))
        if fresh and self._lexicon:
            for text, vector in zip(fresh, self._lexicon.encode(fresh, tag), strict=True):
                self._vectors[side, text] = vector
        return np.stack([self._vectors[side, token.text] for token in tokens])

    def _kept(self, stem: str) -> Counter[str]:
        """Return in how many rows of a stem of the pivot each stem of the version stands."""
        if stem not in self._company:
            rows = self._mine.stands[stem]
            step = max(1, len(rows) // _SAMPLE)
            self._company[stem] = Counter(
                other for row in rows[::step][:_SAMPLE] for other in {token.stem for token in self._theirs.rows[row]}
            )
        return self._company[stem]


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """Return how alike two words are in Latin letters, endings apart, from 0 to 1; Yi and И are one name."""
    a, b = romanised(one), romanised(other)
    size = min(len(a), len(b))
    if size < _FEW:
        return float(size > 0 and (a.endswith(b) or b.endswith(a)) and abs(len(a) - len(b)) <= 1)
    return SequenceMatcher(None, a[: size + 1], b[: size + 1], autojunk=False).ratio()
