"""Vectors for all who are measured: the same encoder, the same cache, every text once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.alignment.sets import ParallelSet
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.side import Side
from workbench.languages.labels import labels

Vectors = NDArray[np.float32]
LONGEST = 8  # segments: the longest window that a peer asks for
PAD = "PAD"  # what peers embed where a window would begin before its text


@dataclass(frozen=True, slots=True)
class Rows:
    """An encoder that knows its texts' vectors already: what our engine gets."""

    known: Mapping[tuple[str, str], Vectors]  # by language and text
    dimensions: int
    name: str = "rows"

    def encode(self, texts: Sequence[str], tag: str) -> Vectors:
        """Return the rows of texts that were embedded before."""
        return np.stack([self.known[tag, text.strip()] for text in texts])


class Windows(Protocol):
    """The vectors that a peer asks for: those of all runs of segments of one side, as if each were a text."""

    def layer(self, size: int) -> Vectors:
        """Return a row of length one for each run of `size` segments, the side's mean subtracted; none in short sides."""
        ...

    def pad(self) -> Vectors:
        """Return the row of the text PAD."""
        ...

    def beginning(self, count: int) -> Windows:
        """Return the windows of the first `count` segments."""
        ...


@dataclass(frozen=True, slots=True)
class Embedded:
    """Windows that were embedded before."""

    layers: tuple[Vectors, ...]
    padding: Vectors

    def layer(self, size: int) -> Vectors:
        """Return one layer."""
        return self.layers[size - 1]

    def pad(self) -> Vectors:
        """Return the row of PAD."""
        return self.padding

    def beginning(self, count: int) -> Embedded:
        """Return the windows of the first `count` segments."""
        cut = (layer[: max(count - size, 0)] for size, layer in enumerate(self.layers))
        return Embedded(tuple(cut), self.padding)


@dataclass(frozen=True, slots=True)
class Composed:
    """Windows that are sums of their segments' vectors, made as they are asked for: what long texts can afford.

    `sums` holds the sums of all rows before each segment, and of all, the side's mean subtracted from each row.
    """

    sums: Vectors

    def layer(self, size: int) -> Vectors:
        """Return one layer; making it is part of the peer's time, a thousandth of what embedding would take."""
        count = max(len(self.sums) - size, 0)
        return unit(self.sums[size:] - self.sums[:count])

    def pad(self) -> Vectors:
        """Return a row that is like no other."""
        return np.full(self.sums.shape[1], 1e-6, dtype=np.float32)

    def beginning(self, count: int) -> Composed:
        """Return the windows of the first `count` segments."""
        return Composed(self.sums[: count + 1])


def composed(rows: Vectors) -> Composed:
    """Return the windows over segments of these rows."""
    centred = rows - rows.mean(axis=0)
    return Composed(np.concatenate([np.zeros_like(centred[:1]), np.cumsum(centred, axis=0)]))


def rows_for(one: ParallelSet, encoder: SentenceEncoder) -> Rows:
    """Return the vectors of a set's segments, with their labels and without: our engine asks for the latter."""
    known: dict[tuple[str, str], Vectors] = {}
    for tag, side in one.sides.items():
        texts = list(dict.fromkeys(text for pair in _wordings(side) for text in pair))
        known |= {(tag, text): row for text, row in zip(texts, encoder.encode(texts, tag), strict=True)}
    return Rows(known, encoder.dimensions)


def windows_for(one: ParallelSet, encoder: SentenceEncoder, longest: int) -> dict[str, Embedded]:
    """Return the windows of each side: up to `longest` segments embedded as texts of their own, longer ones composed.

    Joined by spaces and cut after 10,000 characters, as vecalign does it. What is composed is the mean of the segments'
    vectors, weighted by their length.
    """
    result = {}
    for tag, side in one.sides.items():
        texts = [text.strip() for text in side.segments]
        layers = [encoder.encode(_joined(texts, size), tag) for size in range(1, longest + 1) if size <= len(texts)]
        sums = np.cumsum([np.zeros_like(layers[0][0]), *(layers[0] * [[len(text)] for text in texts])], axis=0)
        layers += [
            unit(np.asarray(sums[size:] - sums[:-size], dtype=np.float32))
            for size in range(len(layers) + 1, LONGEST + 1)
        ]
        mean = layers[0].mean(axis=0)
        padding = encoder.encode([PAD], tag)[0]
        result[tag] = Embedded(tuple(unit(layer - mean) for layer in layers), unit(padding[None] - mean)[0])
    return result


def unit(rows: Vectors) -> Vectors:
    """Return rows of length one; zero rows stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _joined(texts: Sequence[str], size: int) -> list[str]:
    return [" ".join(texts[i : i + size])[:10_000] for i in range(len(texts) - size + 1)]


def _wordings(side: Side) -> list[tuple[str, str]]:
    pairs = zip(side.segments, labels(side.segments, side.knowledge), strict=True)
    return [(text.strip(), (text[label.end :] or text if label else text).strip()) for text, label in pairs]
