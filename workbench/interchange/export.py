"""What an exporter gets, and which exporters there are."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import ModuleType
from typing import BinaryIO, Protocol, cast

import workbench.interchange
from workbench.checks.finding import Finding
from workbench.model.document import Document
from workbench.model.errors import UsageError


def no_findings() -> Sequence[Finding]:
    """Return the findings of a document that was not checked."""
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported: a document, of it one version alone ("" for all), and the date that goes into the file.

    `folder` is how messages name the document's folder. `versions` are those that a table has columns for, in their order
    (none for all); `findings` checks the document once it is called, for formats that show what is found.
    """

    document: Document
    date: datetime
    version: str = ""
    folder: str = ""
    versions: tuple[str, ...] = ()
    findings: Callable[[], Sequence[Finding]] = no_findings

    def columns(self) -> tuple[str, ...]:
        """Return the tags of the versions that a table shows, in order."""
        return self._asked() or tuple(self.document.versions)

    def chosen(self) -> Export:
        """Return the export of the pivot and the versions alone that are asked for; all of it where none is."""
        if not self._asked():
            return self
        kept = dict.fromkeys((self.document.pivot, *self._asked()))
        document = replace(
            self.document,
            versions={tag: self.document.version(tag) for tag in kept},
            ladders={tag: ladder for tag, ladder in self.document.ladders.items() if tag in kept},
        )
        return replace(self, document=document)

    def _asked(self) -> tuple[str, ...]:
        return self.versions or ((self.version,) if self.version else ())


class Exporter(Protocol):
    """A module of this package that writes a format: `NAME` as users type it, and a line of help.

    `LOSES` says in a phrase each what the format does not hold of a document. One that holds one version without the pivot
    has `ALONE`, one whose files are no text has `BINARY`.
    """

    NAME: str
    HELP: str
    LOSES: tuple[str, ...]

    def write(self, export: Export, out: BinaryIO) -> None:
        """Write the file; raise InputError for text that the format cannot hold, UsageError for a request that it cannot."""


class FilesExporter(Protocol):
    """A module of this package whose format is several files side by side."""

    NAME: str
    HELP: str
    LOSES: tuple[str, ...]

    def files(self, export: Export) -> Mapping[str, Callable[[BinaryIO], None]]:
        """Return what writes each file, by the ending that comes behind the files' common name; raise what `write` raises."""


def exporters() -> Mapping[str, Exporter]:
    """Return the exporters by name: every module of this package that has `NAME` and `write`."""
    return {module.NAME: cast("Exporter", module) for module in _modules("write")}


def files_exporters() -> Mapping[str, FilesExporter]:
    """Return the exporters of several files by name: every module of this package that has `NAME` and `files`."""
    return {module.NAME: cast("FilesExporter", module) for module in _modules("files")}


def _modules(name: str) -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(workbench.interchange.__path__):
        module = importlib.import_module(f"{workbench.interchange.__name__}.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, name):
            yield module


def export_date(document: Document, environment: Mapping[str, str] = os.environ) -> datetime:
    """Return the date of an export, which makes exports reproducible: SOURCE_DATE_EPOCH, else the document's own date.

    A document without a date has the epoch's. Raises UsageError where SOURCE_DATE_EPOCH is no count of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(f"SOURCE_DATE_EPOCH={epoch!r} is no count of seconds — unset it or mend it") from None
    if document.date:
        return datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    return datetime.fromtimestamp(0, UTC)
