"""Which words of a version stand for which words of the pivot, row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from workbench.glossary.tokens import Token, Tokens
from workbench.languages.romanise import romanised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]
    Encode: TypeAlias = Callable[[Sequence[str], str], Vectors]

_ALIKE = 0.7  # likeness of letters that makes two words one name
_MEANING, _COMPANY = 0.6, 0.6  # weights of vectors and of rows that two words share
_ORDER = 0.1  # weight of standing as far into the row
_NEIGHBOUR = 0.15  # what a neighbour adds that is linked to a neighbour
_GAP = 2  # characters between neighbours
_STRONG = 0.7  # a link as strong as this need not be chosen from both sides
_WEAK = 0.35  # a link weaker than this is none


@dataclass(frozen=True, slots=True)
class Link:
    """A token of the version (its number in the row) that stands for one of the pivot, and how sure that is."""

    token: int
    score: float


Links: TypeAlias = "tuple[dict[int, Link], ...]"


def links(mine: Tokens, theirs: Tokens, tags: tuple[str, str], encode: Encode | None) -> Links:
    """Return for each row the links of the pivot's tokens, by number.

    Three witnesses: vectors of the words, where `encode` is there; how often their stems share a row (Dice); and, for words
    with a capital, their letters, romanised and without endings. Where words are parted, both must choose each other.
    """
    import numpy as np

    together: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in zip(mine.rows, theirs.rows, strict=True):
        stems = {token.stem for token in other}
        for stem in {token.stem for token in one if not mine.says_nothing(token)}:
            together[stem].update(stems)
    vectors = tuple(_vectors(side, tag, encode) for side, tag in zip((mine, theirs), tags, strict=True))
    found: list[dict[int, Link]] = []
    for one, other in zip(mine.rows, theirs.rows, strict=True):
        numbers = [number for number, token in enumerate(one) if not mine.says_nothing(token)]
        if not numbers or not other:
            found.append({})
            continue
        scores = np.zeros((len(numbers), len(other)), dtype=np.float32)
        if encode:
            left = np.stack([vectors[0][one[number].text] for number in numbers])
            right = np.stack([vectors[1][token.text] for token in other])
            scores += _MEANING * np.maximum(left @ right.T, 0)
        often = np.array([theirs.held[token.stem] for token in other], dtype=np.float32)
        named = [to for to, token in enumerate(other) if token.text[0].isupper()]
        for at, number in enumerate(numbers):
            token, company = one[number], together[one[number].stem]
            shared = np.array([company[that.stem] for that in other], dtype=np.float32)
            scores[at] += _COMPANY * 2 * shared / (mine.held[token.stem] + often) * shared / (shared + 1)
            for to in named if token.text[0].isupper() else ():
                letters = alike(token.text, other[to].text)
                if letters >= _ALIKE:
                    scores[at, to] = max(scores[at, to], letters)
        scores += _ORDER * _order(_share(one, numbers), _share(other, range(len(other))))
        first = _chosen(scores, numbers, theirs.unspaced)
        found.append(_chosen(scores + _beside(first, numbers, other), numbers, theirs.unspaced))
    return tuple(found)


def _share(row: Sequence[Token], numbers: Sequence[int]) -> Vectors:
    """Return how far into the row tokens stand, from 0 to 1."""
    import numpy as np

    return np.array([row[number].start / row[-1].end for number in numbers], dtype=np.float32)


def _order(mine: Vectors, theirs: Vectors) -> Vectors:
    """Return from 0 to 1 how alike every pair of tokens stands in its row."""
    import numpy as np

    return np.asarray(1 - np.abs(np.subtract.outer(mine, theirs)), dtype=np.float32)


def _beside(links: dict[int, Link], numbers: Sequence[int], other: Sequence[Token]) -> Vectors:
    """Return what it adds to a pair of tokens that the neighbours of the one are linked beside the other."""
    import numpy as np

    added = np.zeros((len(numbers), len(other)), dtype=np.float32)
    starts, ends = (np.array([getattr(token, end) for token in other]) for end in ("start", "end"))
    for at in range(len(numbers)):
        for neighbour in (at - 1, at + 1):
            if 0 <= neighbour < len(numbers) and (link := links.get(numbers[neighbour])) is not None:
                token = other[link.token]
                behind = (starts >= token.end) & (starts <= token.end + _GAP)
                before = (ends <= token.start) & (ends >= token.start - _GAP)
                added[at] += _NEIGHBOUR * (behind | before)
    return added


def _chosen(scores: Vectors, numbers: Sequence[int], one_way: bool) -> dict[int, Link]:
    best, back = scores.argmax(axis=1), scores.argmax(axis=0)
    return {
        number: Link(int(best[at]), float(scores[at, best[at]]))
        for at, number in enumerate(numbers)
        if scores[at, best[at]] >= _WEAK and (one_way or back[best[at]] == at or scores[at, best[at]] >= _STRONG)
    }


def _vectors(side: Tokens, tag: str, encode: Encode | None) -> dict[str, Vectors]:
    if encode is None:
        return {}
    texts = list(dict.fromkeys(token.text for row in side.rows for token in row))
    return dict(zip(texts, encode(texts, tag), strict=True)) if texts else {}


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """Return how alike two words are in Latin letters, endings apart, from 0 to 1; 0 for words of one letter or two."""
    a, b = romanised(one), romanised(other)
    size = min(len(a), len(b))
    if size < 3:
        return float(a == b and size > 0)
    return SequenceMatcher(None, a[: size + 1], b[: size + 1], autojunk=False).ratio()


def words_of(links: dict[int, Link], tokens: Sequence[Token], first: int, last: int) -> tuple[float, int, int] | None:
    """Return how sure it is what stands for the pivot's tokens from `first` to `last`, with its start and end in the row.

    A link that lies far from the others is left out. None where less than half of the tokens are linked close together.
    """
    held = [links[number] for number in range(first, last + 1) if number in links]
    best: tuple[float, int, int] | None = None
    while held and 2 * len(held) >= last + 1 - first:
        start, end = min(tokens[link.token].start for link in held), max(tokens[link.token].end for link in held)
        own = {(tokens[link.token].start, tokens[link.token].end) for link in held}
        # What is not linked inside the stretch (страны in страны Центральной Азии) makes it less sure, and so does
        # what other words of the pivot are linked to.
        filled = min(1.0, sum(to - at for at, to in own) / (end - start))
        others = sum(
            tokens[link.token].start < end and tokens[link.token].end > start
            for number, link in links.items()
            if not first <= number <= last
        )
        score = sum(link.score for link in held) / (last + 1 - first) * filled * len(held) / (len(held) + others)
        if best is None or score > best[0]:
            best = score, start, end
        held.remove(min(held, key=lambda link: link.score))
    return best
