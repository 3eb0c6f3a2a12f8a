"""Units for the memory from files of alignments, read as streams; TMX straight from its units, since memories come in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.interchange import tmx
from workbench.interchange.incoming import Incoming, importers
from workbench.interchange.recognition import recognised
from workbench.interchange.tmx_told import CLAUSE, text_of
from workbench.interchange.tmx_unit import TmxUnit
from workbench.interchange.tmx_units import Warn, tmx_units
from workbench.languages.knowledge import knowledge
from workbench.memory.unit import Unit, Variant
from workbench.model.errors import UsageError
from workbench.model.text import forbidden_control, normalised

_LINE_BREAK = re.compile(r"\s*[\r\n\u2028\u2029\x0b\x0c\x85]\s*")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T\d{6}Z")


def file_units(path: Path, warn: Warn) -> Iterator[Unit]:
    """Yield the units of a file of alignments; whatever is passed over or mended is told to `warn`.

    Raises UsageError for a file whose format is not known, NotFoundError, and InputError with the line for what cannot be read.
    """
    importer = recognised(path)
    if importer is None:
        known = ", ".join(sorted(importers()))
        raise UsageError(f"{path}: no file of alignments — name one of these: {known}")
    return _from_tmx(path, warn) if importer.NAME == tmx.NAME else _from_alignments(importer.read(path), warn)


def wording(text: str, tag: str, line: int, warn: Warn) -> str:
    """Return a text as a segment is written: in NFC, in one line, without controls; tells `warn` what was taken out."""
    if text.isprintable():
        return normalised(text)
    text = _LINE_BREAK.sub(" ", text)
    found = forbidden_control(text)
    if found:
        warn(line, f"the control character U+{ord(found[1]):04X} is taken out of {tag}")
        text = "".join(letter for letter in text if not forbidden_control(letter))
    return normalised(text)


def _from_alignments(incoming: Incoming, warn: Warn) -> Iterator[Unit]:
    told = 0
    for unit in incoming.units:
        for said in incoming.warnings[told:]:
            warn(*_placed(said, incoming.path))
        told = len(incoming.warnings)
        variants = []
        for tag, one in unit.wordings.items():
            text = wording(knowledge(tag).joiner.join(filter(None, one.segments)), tag, unit.line, warn)
            if text:
                variants.append(Variant(tag, text, one.status.value if one.status else ""))
        if variants:
            yield Unit(tuple(variants), wording(unit.clause or unit.key, "the place", unit.line, warn))
        else:
            warn(unit.line, "a unit without text is passed over")


def _placed(said: str, path: str) -> tuple[int, str]:
    """Return the line and the words of a warning that begins with its place."""
    place = re.match(r":(\d+): |: ", said.removeprefix(path))
    return (int(place[1] or 0), said.removeprefix(path)[place.end() :]) if place else (0, said)


def _from_tmx(path: Path, warn: Warn) -> Iterator[Unit]:
    for unit in tmx_units(path, warn):
        variants = [
            Variant(one.head.tag, text, status.value if (status := one.head.told.status) else "")
            for one in unit.variants
            if (text := wording(one.text, one.head.tag, unit.line, warn))
        ]
        if not variants:
            warn(unit.line, "a unit without text is passed over")
            continue
        place = text_of(unit.props, CLAUSE) or unit.tuid
        place, date = wording(place, "the identifier", unit.line, warn), _date(unit)
        if len({one.tag for one in variants}) == len(variants):
            yield Unit(tuple(variants), place, date)
        else:
            yield from _several(variants, place, date)


def _several(variants: Iterable[Variant], place: str, date: str) -> Iterator[Unit]:
    """Yield a unit for each wording of the language that has most of them, each with all languages."""
    held: dict[str, list[Variant]] = {}
    for one in variants:
        held.setdefault(one.tag, []).append(one)
    for number in range(max(map(len, held.values()))):
        yield Unit(tuple(several[min(number, len(several) - 1)] for several in held.values()), place, date)


def _date(unit: TmxUnit) -> str:
    """Return when a unit was changed last or made, ISO 8601, "" where nothing says so."""
    for attributes in (unit.attributes, *(one.head.attributes for one in unit.variants)):
        if attributes and (written := attributes.get("changedate") or attributes.get("creationdate")):
            found = _DATE.fullmatch(written)
            return "-".join(found.groups()) if found else ""
    return ""
