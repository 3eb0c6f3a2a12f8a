"""Which format a file of alignments is in: by what it begins with, else by its ending."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from workbench.interchange.incoming import Importer, importers, pair_importers
from workbench.model.errors import UsageError
from workbench.model.nearest import advice
from workbench.workspace.bytes import unreadable

_HEAD = 20_000  # bytes that are looked at
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def importer_of(path: Path, name: str = "") -> Importer:
    """Return the reader of a file: that of a format's name, else the one whose `SIGN` the file bears, else that of its ending.

    Raises UsageError for an unknown name and a file that no reader is for, NotFoundError and InputError where it cannot be read.
    """
    found = importers()
    if name:
        if name not in found:
            known = {*found, *pair_importers()}
            raise UsageError(f"no format that can be read is called {name!r} — {advice(name, known)}")
        return found[name]
    module = recognised(path)
    if module is not None:
        return module
    there = ", ".join(sorted({*found, *pair_importers()}))
    raise UsageError(f"{path}: what format is it? — say --format ({there})")


def recognised(path: Path) -> Importer | None:
    """Return the reader whose `SIGN` a file bears, else that of its ending; None where no reader of alignments is for it.

    Raises NotFoundError and InputError where the file cannot be read.
    """
    found = importers()
    head = _head(path)
    for module in found.values():
        sign = getattr(module, "SIGN", "")
        if sign and re.search(sign, head):
            return module
    ending = "".join(path.suffixes[-1:]).lower()
    return next((module for module in found.values() if ending in module.SUFFIXES), None)


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_HEAD)
    except OSError as error:
        raise unreadable(path, error) from None
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    return content.decode(encoding, "replace").removeprefix("\ufeff")
