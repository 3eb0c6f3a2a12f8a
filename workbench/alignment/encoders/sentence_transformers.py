"""The encoder `sentence-transformers:<name or folder>`: LaBSE and its like, through the library of that name.

Reimers and Gurevych, "Sentence-BERT" (2019); Feng et al., "Language-agnostic BERT Sentence Embedding" (2022).
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.model.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PREFIX = "sentence-transformers:"
_HUB_NAME = re.compile(r"[\w.-]+(/[\w.-]+)?")
_ANSWER = 10.0  # seconds that the hub has to answer
_SIGNS = ("modules.json", "config.json")  # the library's own list of modules, or that of a bare model


class SentenceTransformers:
    """A model that the library sentence-transformers loads, by its name on the hub or from a folder."""

    def __init__(self, model: str) -> None:
        """Load the model; raise InputError where the library is missing, or where there is no such model."""
        folder = Path(model).expanduser()
        given_as_folder = folder.exists() or not _HUB_NAME.fullmatch(model) or model.startswith(".")
        if given_as_folder and not any((folder / sign).is_file() for sign in _SIGNS):
            raise InputError(
                f"no model folder: it holds neither {' nor '.join(_SIGNS)}",
                path=model,
                advice="name a folder that sentence-transformers has saved, or a model such as LaBSE",
            )
        try:
            self._model = _loaded(str(folder)) if given_as_folder else _of_hub(model)
        except ImportError as error:
            if getattr(error, "name", None) not in ("sentence_transformers", "torch", "transformers"):
                raise
            raise InputError(
                "sentence-transformers is not installed", advice="install it with: pip install '.[transformers]'"
            ) from None
        except Exception as error:  # whatever the library raises of files that are no model, or of the hub
            reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
            raise InputError(
                f"sentence-transformers cannot load it ({reason})",
                path=model,
                advice="name a folder that sentence-transformers has saved, or a model such as LaBSE",
            ) from None
        self.name = f"{PREFIX}{model} ({_version(self._model, folder if given_as_folder else None)})"
        # Its name before version 5 is still there in 6, with a warning.
        size = getattr(self._model, "get_embedding_dimension", None) or self._model.get_sentence_embedding_dimension
        self.dimensions = int(size())

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:  # noqa: ARG002
        """Return one row of length one for each text, in whatever language the model knows (`tag` is not looked at)."""
        rows: NDArray[np.float32] = self._model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return rows


def _of_hub(model: str) -> Any:
    """Return a model that was downloaded before, or is on the hub; a hub that does not answer is asked only once."""
    try:
        return _loaded(model, local_files_only=True)
    except ImportError:
        raise
    except Exception:  # whatever the library raises of what was never downloaded
        from huggingface_hub import HfApi

        HfApi().model_info(model if "/" in model else f"sentence-transformers/{model}", timeout=_ANSWER)
    return _loaded(model)


def _loaded(model: str, *, local_files_only: bool = False) -> Any:
    # The library and the hub print bars and warnings of their own, which do not belong in a pipe.
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_NO_ADVISORY_WARNINGS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as chatter

    chatter.disable_progress_bar()
    chatter.set_verbosity_error()
    for library in ("sentence_transformers", "huggingface_hub"):
        logging.getLogger(library).setLevel(logging.ERROR)
    return SentenceTransformer(model, device="cpu", local_files_only=local_files_only)


def _version(model: Any, folder: Path | None) -> str:
    """Return what tells this model from another of its name: a digest of names, sizes and times of its files, or a commit."""
    if folder is None:
        found = getattr(getattr(getattr(model, "_modules", {}).get("0"), "auto_model", None), "config", None)
        return str(getattr(found, "_commit_hash", None) or "hub")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    listed = "\n".join(
        f"{path.relative_to(folder)} {(stat := path.stat()).st_size} {stat.st_mtime_ns}" for path in files
    )
    return hashlib.sha256(f"{folder.resolve()}\n{listed}".encode("utf-8", "surrogateescape")).hexdigest()[:12]
