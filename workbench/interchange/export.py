"""What an exporter gets, and which exporters there are."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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
        return self.versions or tuple(self.document.versions)


class Exporter(Protocol):
    """A module of this package that writes a format: `NAME` as users type it, and a line of help."""

    NAME: str
    HELP: str

    def write(self, export: Export, out: BinaryIO) -> None:
        """Write the file; raise InputError for text that the format cannot hold, UsageError for a request that it cannot."""


def exporters() -> Mapping[str, Exporter]:
    """Return the exporters by name: every module of this package that has `NAME` and `write`."""
    found: dict[str, Exporter] = {}
    for info in pkgutil.iter_modules(workbench.interchange.__path__):
        module = importlib.import_module(f"{workbench.interchange.__name__}.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, "write"):
            found[module.NAME] = cast("Exporter", module)
    return found


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
