"""What a reader of alignments gives, and which readers there are."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, cast

import workbench.interchange
from workbench.model.ladder import BeadStatus


@dataclass(frozen=True, slots=True)
class IncomingWording:
    """What one version says in a unit: a text for each of its segments, or one text where the file does not tell them apart.

    `labels` are the labels that had been taken out of the segments, as they are written, "" for a segment that has none; no
    labels at all where the file tells nothing of them. `status` is None where the file tells none. `was` is the digest of the
    text as it was exported ("" where the file tells none): by it a change there is told from a change here; `had` is the status
    as it was exported. No segments at all mean that the version says nothing there.
    """

    segments: tuple[str, ...]
    labels: tuple[str, ...] = ()
    status: BeadStatus | None = None
    was: str = ""
    note: str = ""
    had: BeadStatus | None = None


@dataclass(frozen=True, slots=True)
class IncomingUnit:
    """A unit of a file: `key` is its id there ("" for none), `line` where it begins (1-based; 0 where lines mean nothing)."""

    wordings: Mapping[str, IncomingWording]
    key: str = ""
    clause: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file of alignments, read as a stream: `units` may be gone through once, and raises InputError as it is.

    `pivot` and `document` are "" where the file does not tell. `warnings` grows while units are read: what was mended, and where.
    `version` is the one whose beads the units are, the pivot's text beside them for the reader; "" where units are rows.
    """

    units: Iterator[IncomingUnit]
    pivot: str = ""
    document: str = ""
    warnings: list[str] = field(default_factory=list)
    version: str = ""


class Importer(Protocol):
    """A module of this package that reads alignments: `NAME` as users type it, the endings of its files, a line of help."""

    NAME: str
    SUFFIXES: tuple[str, ...]
    HELP: str

    def read(self, path: Path) -> Incoming:
        """Open a file; raise InputError for what is none of its format, NotFoundError where there is no such file."""


def importers() -> Mapping[str, Importer]:
    """Return the importers by name: every module of this package that has `NAME`, `SUFFIXES` and `read`."""
    found: dict[str, Importer] = {}
    for info in pkgutil.iter_modules(workbench.interchange.__path__):
        module = importlib.import_module(f"{workbench.interchange.__name__}.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, "SUFFIXES") and hasattr(module, "read"):
            found[module.NAME] = cast("Importer", module)
    return found
