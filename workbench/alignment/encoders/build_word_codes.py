"""Vectors in one byte for every four numbers: product quantisation (Jégou, Douze, Schmid 2011)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

PARTS = 96  # bytes of a vector
_CODES = 256
_SAMPLE = 20_000  # vectors that the codes are learnt from
_TURNS = 15
_AT_A_TIME = 20_000


class Codes:
    """For each part of a vector the 256 values that a byte stands for, as learnt from vectors."""

    def __init__(self, vectors: Matrix) -> None:
        """Learn from vectors (words × dimensions; `PARTS` divides the dimensions)."""
        import numpy as np

        random = np.random.default_rng(1)
        variances, axes = np.linalg.eigh(vectors.T @ vectors)
        self._axes = axes[:, _balanced(np.maximum(variances, 1e-12))]
        sample = vectors[random.permutation(len(vectors))[:_SAMPLE]] @ self._axes
        self.values = np.stack([_clusters(part, random) for part in np.split(sample, PARTS, axis=1)])

    def __call__(self, vectors: Matrix) -> NDArray[np.uint8]:
        """Return the codes of vectors, words × `PARTS`."""
        import numpy as np

        parts = np.split(vectors @ self._axes, PARTS, axis=1)
        return np.stack([_nearest(part, values) for part, values in zip(parts, self.values, strict=True)], axis=1)


def _balanced(variances: NDArray[np.float32]) -> list[int]:
    """Return the axes part by part, so that the variances of all parts have about the same product (Ge et al. 2013)."""
    import numpy as np

    width = len(variances) // PARTS
    held: list[list[int]] = [[] for _ in range(PARTS)]
    products = [0.0] * PARTS
    for axis in np.argsort(-variances):
        part = min((part for part in range(PARTS) if len(held[part]) < width), key=products.__getitem__)
        held[part].append(int(axis))
        products[part] += float(np.log(variances[axis]))
    return [axis for part in held for axis in part]


def _nearest(points: Matrix, values: Matrix) -> NDArray[np.uint8]:
    import numpy as np

    lengths = np.square(values).sum(axis=1) / 2
    starts = range(0, len(points), _AT_A_TIME)
    return np.concatenate(
        [(points[start : start + _AT_A_TIME] @ values.T - lengths).argmax(axis=1) for start in starts]
    ).astype(np.uint8)


def _clusters(points: Matrix, random: np.random.Generator) -> Matrix:
    """Return the centres of the clusters of points (Lloyd's k-means)."""
    import numpy as np

    values = points[random.permutation(len(points))[:_CODES]]
    if len(values) < _CODES:
        values = np.concatenate([values, np.zeros((_CODES - len(values), points.shape[1]), dtype=np.float32)])
    for _ in range(_TURNS):
        owners = _nearest(points, values)
        sizes = np.bincount(owners, minlength=_CODES)[:, None]
        sums = np.stack([np.bincount(owners, column, _CODES) for column in points.T], axis=1)
        values = np.where(sizes > 0, sums / np.maximum(sizes, 1), values).astype(np.float32)
    return values
