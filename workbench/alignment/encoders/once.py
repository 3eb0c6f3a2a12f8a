"""An encoder that embeds each distinct text once, remembers it on disk, and vouches for what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.alignment.encoders.cache import CacheError, VectorCache
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.progress import Progress, Silent
from workbench.model.errors import InputError
from workbench.model.text import normalised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 32  # texts: what Ctrl-C can lose, and how often progress shows
_LEAST = 1e-6  # a row shorter than this is zero


@dataclass(slots=True)
class Once:
    """Stands before an encoder: equal texts are embedded once, in batches, and each batch is kept as soon as it is done.

    `cache` None means that nothing is kept on disk. A cache that fails is left aside for the rest of the run, and
    `progress` hears of it in one line.
    """

    encoder: SentenceEncoder
    cache: VectorCache | None = None
    progress: Progress = field(default_factory=Silent)

    @property
    def name(self) -> str:
        """The encoder's name."""
        return self.encoder.name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self.encoder.dimensions

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
        """Return a row of length one (or zero) for each text, texts × dimensions.

        Texts are compared in NFC, without white space around them. Raises InputError where the encoder gives what is no
        vector: another shape, NaN, infinity.
        """
        import numpy as np

        wanted = [normalised(text) for text in texts]
        distinct = list(dict.fromkeys(wanted))
        known = self._read(distinct, tag)
        missing = [text for text in distinct if text not in known]
        what = f"embedding {tag} with {self.encoder.name}"
        for start in range(0, len(missing), _BATCH):
            self.progress.step(what, start, len(missing))
            batch = missing[start : start + _BATCH]
            rows = self._checked(np.asarray(self.encoder.encode(batch, tag), dtype=np.float32), len(batch))
            fresh = dict(zip(batch, rows, strict=True))
            self._write(fresh, tag)
            known.update(fresh)
        if missing:
            self.progress.step(what, len(missing), len(missing))
        if not wanted:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([known[text] for text in wanted])

    def _checked(self, rows: NDArray[np.float32], count: int) -> NDArray[np.float32]:
        import numpy as np

        if rows.shape != (count, self.dimensions):
            shape = " × ".join(map(str, rows.shape))
            raise self._failure(f"gave {shape} numbers for {count} texts of {self.dimensions} dimensions")
        if not np.isfinite(rows).all():
            raise self._failure("gave numbers that are none (NaN or infinity)")
        lengths = np.sqrt(np.square(rows, dtype=np.float64).sum(axis=1, keepdims=True))
        filled = lengths > _LEAST
        return np.where(filled, rows / np.where(filled, lengths, 1.0), 0.0).astype(np.float32)

    def _failure(self, what: str) -> InputError:
        return InputError(f"the encoder {self.encoder.name} {what}", advice="choose another with --encoder")

    def _read(self, texts: Sequence[str], tag: str) -> dict[str, NDArray[np.float32]]:
        try:
            return self.cache.read(texts, tag) if self.cache else {}
        except CacheError as error:
            self._leave(error)
            return {}

    def _write(self, vectors: Mapping[str, NDArray[np.float32]], tag: str) -> None:
        try:
            if self.cache:
                self.cache.write(vectors, tag)
        except CacheError as error:
            self._leave(error)

    def _leave(self, error: CacheError) -> None:
        if self.cache:
            self.progress.notice(
                f"{self.cache.path}: the cache of vectors is left aside, {error} — delete it, or set WORKBENCH_CACHE"
            )
        self.cache = None
