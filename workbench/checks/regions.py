"""Which states lie in which region."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def regions() -> Mapping[str, frozenset[str]]:
    """Return the concepts of the states of every region, by the region's concept (data: `data/regions.toml`)."""
    content = (files("workbench.checks") / "data" / "regions.toml").read_text(encoding="utf-8")
    return {region: frozenset(entry["states"]) for region, entry in tomllib.loads(content).items()}
