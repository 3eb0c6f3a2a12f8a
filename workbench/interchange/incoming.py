"""What a reader of alignments gives, and which readers there are."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, Protocol, cast

import workbench.interchange
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus

_MOST_WARNINGS = 100  # a file of a million units may have one for each


@dataclass(frozen=True, slots=True)
class IncomingBead:
    """A bead that a file tells. `place` is its index in the ladder where it is a half of a crossing that stands elsewhere.

    `had` is its status as it was exported, None where the file tells none.
    """

    bead: Bead
    place: int | None = None
    had: BeadStatus | None = None


class IncomingWording(NamedTuple):
    """What one version says in a unit: a text for each of its segments, or one text where the file does not tell them apart.

    `labels` are the labels that had been taken out of the segments, as they are written, "" for a segment whose text is
    whole; no labels at all where the file tells nothing of them. `status` is None where the file tells none. `was` is the
    digest of the text as it was exported ("" where the file tells none): by it a change there is told from a change here;
    `had` is the status as it was exported. No segments at all mean that the version says nothing there.
    `begins` says whether the first segment begins a paragraph, None where the file does not tell; `breaks` are the indices
    of the others that do. `beads` tie the segments to those of the unit's pivot, in order; none where one bead ties all.
    `forms` are the index of a segment, what stands in the text's file before it and at the end of its line, where that is not
    what Workbench writes.
    """

    segments: tuple[str, ...]
    labels: tuple[str, ...] = ()
    status: BeadStatus | None = None
    was: str = ""
    note: str = ""
    begins: bool | None = None
    breaks: tuple[int, ...] = ()
    beads: tuple[IncomingBead, ...] = ()
    forms: tuple[tuple[int, str, str], ...] = ()
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
    `path` is how messages name the file. `about` is what the file tells of the document and its versions beside their texts
    (titles, statuses, sources), None where it tells nothing. `verbatim` texts are taken to the letter; others in NFC and
    without white space around them. `version` is the one whose beads the units are, the pivot's text beside them for the
    reader; "" where units are rows.
    """

    units: Iterator[IncomingUnit]
    pivot: str = ""
    document: str = ""
    warnings: list[str] = field(default_factory=list)
    path: str = ""
    about: Document | None = None
    verbatim: bool = False
    version: str = ""


def renamed(unit: IncomingUnit, names: Mapping[str, str]) -> IncomingUnit:
    """Return a unit with other tags for its versions, where `names` has them."""
    if not names:
        return unit
    return replace(unit, wordings={names.get(tag, tag): wording for tag, wording in unit.wordings.items()})


def warn(warnings: list[str], path: str, line: int, said: str) -> None:
    """Add what was mended to warnings, with its place; of very many only how many more there are is kept."""
    if len(warnings) < _MOST_WARNINGS:
        warnings.append(f"{path}:{line}: {said}" if line else f"{path}: {said}")
    elif len(warnings) == _MOST_WARNINGS:
        warnings.append(f"{path}: and more of this kind")


class Importer(Protocol):
    """A module of this package that reads alignments: `NAME` as users type it, the endings of its files, a line of help."""

    NAME: str
    SUFFIXES: tuple[str, ...]
    HELP: str

    def read(self, path: Path) -> Incoming:
        """Open a file; raise InputError for what is none of its format, NotFoundError where there is no such file."""


class PairImporter(Protocol):
    """A module of this package that reads texts of a segment a line, with a file that ties them; without one line by line."""

    NAME: str
    HELP: str

    def read_with(self, path: Path | None, texts: Mapping[str, Path]) -> Incoming:
        """Open the texts, by tag, the pivot first, and the file that ties them.

        Raises what `Importer.read` raises, and UsageError where there are too few or too many files.
        """


def pair_importers() -> Mapping[str, PairImporter]:
    """Return the importers of texts with what ties them: the modules of this package that have `NAME` and `read_with`."""
    return {name: cast("PairImporter", module) for name, module in _modules("read_with")}


def importers() -> Mapping[str, Importer]:
    """Return the importers by name: every module of this package that has `NAME`, `SUFFIXES` and `read`."""
    return {name: cast("Importer", module) for name, module in _modules("read", "SUFFIXES")}


def _modules(*names: str) -> Iterator[tuple[str, ModuleType]]:
    for info in pkgutil.iter_modules(workbench.interchange.__path__):
        module = importlib.import_module(f"{workbench.interchange.__name__}.{info.name}")
        if all(hasattr(module, name) for name in ("NAME", *names)):
            yield module.NAME, module
