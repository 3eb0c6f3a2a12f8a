"""What is known of the parts of web pages, as data."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    content = (files("workbench.interchange.documents") / "data" / "pages.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(content).items()}


def is_one(word: str, kind: str) -> bool:
    """Return whether a name of an element, a role or a class is one of a kind that `data/pages.toml` lists."""
    return word in _table()[kind]
