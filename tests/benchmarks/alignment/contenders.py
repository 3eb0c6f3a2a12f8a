"""What is measured: our engine in its ways and the peers, each a function from a set and vectors to ladders."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.benchmarks.alignment import ours
from tests.benchmarks.alignment.peers import gale_church, vecalign
from tests.benchmarks.alignment.peers.bertalign import Bertalign
from tests.benchmarks.alignment.peers.hunalign import Hunalign
from tests.benchmarks.alignment.peers.sentalign import SentAlign
from tests.benchmarks.alignment.scores import Found
from tests.benchmarks.alignment.sets import ROOT, ParallelSet
from tests.benchmarks.alignment.vectors import Rows, Windows

Ladders = dict[str, list[Found]]
Given = Rows | Mapping[str, Windows] | None
Aligner = Callable[[ParallelSet, Given], Ladders]
OURS = "workbench"
_WAYS: dict[str, Aligner] = {"alone": ours.alone, "together": ours.together, "engine": ours.engine}  # type: ignore[dict-item]
_CLONES: dict[str, Any] = {"hunalign": Hunalign, "bertalign": Bertalign, "SentAlign": SentAlign}
_PACKAGES = {"vecalign": ("sentalign", vecalign.align), "galechurch": ("galechurch", gale_church.align)}
_WORDLESS = ("hunalign", "galechurch")  # these use no vectors


@dataclass(frozen=True, slots=True)
class Contender:
    """One that is measured: a way of ours or a peer, the encoder of its vectors, and where it stands if not in a package."""

    way: str
    encoder: str = "none"
    place: Path | None = None

    @property
    def is_ours(self) -> bool:
        """Whether this is our engine."""
        return self.way in _WAYS

    @property
    def name(self) -> str:
        """What tables and records call it."""
        parts = (OURS, self.way, self.encoder) if self.is_ours else (self.way, self.encoder)
        return ", ".join(part for part in parts if self.is_ours or part != "none")

    def aligner(self) -> Aligner:
        """Return what aligns the versions of a set; raise what loading a peer raises."""
        if self.is_ours:
            return _WAYS[self.way]
        made: Any = _CLONES[self.way](self.place).align if self.place else _PACKAGES[self.way][1]
        return partial(_pairs, made)


def engine_digest() -> str:
    """Return twelve digits that change with any file of the engine, its data and what it stands on."""
    held = hashlib.sha256()
    for folder in ("alignment", "languages", "glossary", "model"):
        for path in sorted((ROOT / "workbench" / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                held.update(path.read_bytes())
    return held.hexdigest()[:12]


def engines(ways: list[str], encoders: list[str]) -> list[Contender]:
    """Return our engine in each way with each encoder."""
    return [Contender(way, encoder) for way in ways for encoder in encoders]


def peers(names: list[str], clones: Mapping[str, Path | None], encoder: str) -> list[Contender]:
    """Return the peers that are installed or pointed to: those named, or all of them; with the vectors of one encoder."""
    there = [name for name, (package, _) in _PACKAGES.items() if find_spec(package)]
    there += [name for name, place in clones.items() if place]
    return [
        Contender(name, "none" if name in _WORDLESS else encoder, clones.get(name))
        for name in there
        if not names or name in names
    ]


def _pairs(align: Callable[..., Any], one: ParallelSet, windows: Mapping[str, Windows] | None) -> Ladders:
    result: Ladders = {}
    for tag in one.gold:
        texts = [one.sides[side].segments for side in (one.pivot, tag)]
        given = [windows[side] for side in (one.pivot, tag)] if windows else []
        result[tag] = [Found(tuple(a), tuple(b)) for a, b in align(*texts, given)]
    return result
