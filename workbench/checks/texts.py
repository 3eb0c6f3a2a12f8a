"""The texts of a version's segments in NFC, of a long version made when they are asked for and forgotten again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Protocol, cast
from unicodedata import is_normalized, normalize

from workbench.model.pause import Pause
from workbench.model.segment import Segment
from workbench.model.segments import Segments

_TOGETHER = _KEPT = 4096  # segments
_LONG = 20_000  # segments from which a text is not held as a whole: those of fewer take a few megabytes


class Texts(Protocol):
    """The texts of all segments of a version: one by its index (0-based), or all in order."""

    def __getitem__(self, index: int, /) -> str: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[str]: ...


def normal_texts(segments: Sequence[Segment], pause: Pause) -> Texts:
    """Return the texts of segments in NFC; those of a long text can be forgotten by `forget`, and are read with pauses."""
    if isinstance(segments, Segments) and len(segments) > _LONG:
        return cast("Texts", _LongTexts(segments, pause))
    return tuple([normalize("NFC", segment.text) for segment in segments])


def forget(texts: Texts) -> None:
    """Forget the texts that can be made anew."""
    if isinstance(texts, _LongTexts):
        texts.clear()


def joined(texts: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield texts joined by line feeds, very many at a time, with the index of the first: to search these is faster."""
    left = iter(texts)
    first = 0
    while some := list(islice(left, _TOGETHER)):
        yield first, "\n".join(some)
        first += len(some)


def _normal(texts: Sequence[str]) -> Sequence[str]:
    """Return texts in NFC: most are so, and to see that of many at once is faster."""
    return texts if is_normalized("NFC", "\n".join(texts)) else [normalize("NFC", text) for text in texts]


class _LongTexts(dict[int, str]):
    """What was asked for, by index, and what stands beside it: checks ask so often that only a dictionary is fast enough."""

    def __init__(self, segments: Segments, pause: Pause) -> None:
        super().__init__()
        self._segments = segments
        self._pause = pause

    def __len__(self) -> int:
        return len(self._segments)

    def __iter__(self) -> Iterator[str]:  # type: ignore[override] # the values, as those of a sequence
        return chain.from_iterable(map(self._unhurried, self._segments.texts_by_block()))

    def _unhurried(self, texts: Sequence[str]) -> Sequence[str]:
        self._pause()
        return _normal(texts)

    def __missing__(self, index: int) -> str:
        if dict.__len__(self) > _KEPT:
            self.clear()
        first, texts = self._segments.texts_beside(index)
        self.update(enumerate(_normal(texts), start=first))
        return dict.__getitem__(self, index)
