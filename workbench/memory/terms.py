"""What the index of the memory holds of a text: its words, and pairs of letters where a script writes no spaces.

Texts are folded more coarsely than any pattern folds them, letter by letter, so that whatever a pattern finds in a text, the
index finds too. Most Chinese words have two letters: pairs find them, triples would not.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

from workbench.languages.wordforms import fold

# Letters and signs of the scripts that write no spaces: Thai, Lao, Burmese, Khmer, kana, Han.
UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17dd\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u3035\u303b\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
LONG = "\ue000"  # the term of a text that holds a word which is too long to be one: every query looks at these texts
LONGEST = 100  # letters of a word
_RUN = re.compile(rf"([{UNSPACED}]+)|[^\W_{UNSPACED}]+")
_MOST = 300_000  # words remembered at a time


class _Folding(dict[int, str]):
    """Every letter, by its code point, as it stands in the index: without accents, in lower case, one for one."""

    def __missing__(self, code: int) -> str:
        low = fold(unicodedata.normalize("NFD", chr(code))[0])
        wide = low.casefold()
        # A sign stays a sign: runs begin and end where they did.
        self[code] = "i" if low == "ı" else wide if len(wide) == 1 and low.isalnum() else low
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return a text (NFC) as the index holds it: as many code points as it has."""
    return text.translate(_FOLDING)


def runs(text: str) -> list[tuple[str, int, bool]]:
    """Return the runs of a folded text: their letters, where they begin, and whether their script writes no spaces."""
    return [(match[0], match.start(), match.lastindex is not None) for match in _RUN.finditer(text)]


def pairs(run: str) -> list[str]:
    """Return the pairs of letters of a run without spaces; its last letter stands alone, so that every letter begins one."""
    return [*map(add, run, run[1:]), run[-1]]


class Terms(dict[str, str]):
    """Turns texts into terms. It holds what stands between white space as terms, for all that it met and will meet again."""

    def __init__(self) -> None:
        self._fresh: dict[str, None] = {}

    def of(self, text: str) -> str:
        """Return the terms of a text (NFC) in order, spaces between them."""
        return " ".join(map(self.__getitem__, text.split()))

    def __missing__(self, piece: str) -> str:
        terms: list[str] = []
        kept = len(piece) <= LONGEST
        for run, _, unspaced in runs(folded(piece)):
            if unspaced:
                terms.extend(pairs(run))
                kept = False  # what has no spaces is seldom met again
            elif len(run) > LONGEST:
                terms.append(LONG)
            else:
                terms.append(run)
                self._fresh[run] = None
        if kept:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = " ".join(terms)
            return self[piece]
        return " ".join(terms)

    def fresh(self) -> list[str]:
        """Return the words that were met since this was asked last, each once; some may have been met before."""
        found = list(self._fresh)
        self._fresh.clear()
        return found
