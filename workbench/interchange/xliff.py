"""XLIFF 2.1 (OASIS, 2018) for CAT tools: one version against the pivot, a unit a unit, with one segment in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from workbench.interchange import xliff_text
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording, warn
from workbench.interchange.safe_xml import elements, local
from workbench.interchange.units import FindingsOf, Unit, units, version_of
from workbench.interchange.wording import Wordings
from workbench.interchange.xliff_rules import Rules
from workbench.interchange.xliff_text import (
    OURS,
    Inline,
    had_of,
    heard,
    languages_of,
    must_be_xml,
    notes_of,
    segments_of,
    status_of,
    versioned_root,
)
from workbench.model.ladder import BeadStatus

NAME = "xliff"
HELP = "XLIFF 2.1 of one version (--version) against the pivot, for CAT tools"
SUFFIXES = (".xlf", ".xliff")
SIGN = r"<(?:\w+:)?xliff\b[^>]*(?:(?<![\w:])version\s*=\s*[\"']2|xliff:document:2)"
LOSES = (*xliff_text.LOSES, "on the way back: matches and whatever else tools put beside texts, states and notes")

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES = {BeadStatus.AUTO: "initial", BeadStatus.CONFIRMED: "translated", BeadStatus.REVIEWED: "reviewed"}
_STATUSES = {state: status for status, state in _STATES.items()} | {"final": BeadStatus.REVIEWED}
_ORDER = tuple(_STATUSES)


def write(export: Export, out: BinaryIO) -> None:
    """Write one version against the pivot, as a stream; valid against the core schema, and the same bytes every time.

    `state` is `initial` for automatic beads, `translated` for confirmed, `reviewed` for reviewed ones (`final` where the version
    is locked). Raises UsageError where it is not clear which version, InputError for a character that XML 1.0 forbids.
    """
    from lxml import etree

    tag = version_of(export, NAME)
    wordings = Wordings(export)
    findings = FindingsOf(export, tag)
    attributes = {"version": "2.1", "srcLang": export.document.pivot, "trgLang": tag}
    with etree.xmlfile(out, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("xliff", attributes, nsmap={None: _NAMESPACE}):
            file.write("\n")
            with file.element("file", {"id": "f1", "original": export.document.name}):
                file.write("\n")
                notes = etree.Element("notes")
                etree.SubElement(notes, "note", {"category": OURS}).text = f"document {export.document.name}"
                file.write(notes)
                for unit in units(export, tag, wordings):
                    file.write("\n")
                    must_be_xml(unit, wordings)
                    file.write(_unit(unit, findings, export.document.version(tag).locked))
                file.write("\n")
            file.write("\n")
    out.write(b"\n")


def _unit(unit: Unit, findings: FindingsOf, locked: bool) -> Any:
    from lxml import etree

    made = etree.Element("unit", {"id": unit.key, "name": unit.clause, _SPACE: "preserve"})
    notes = etree.SubElement(made, "notes")
    for who, text in notes_of(unit, findings):
        etree.SubElement(notes, "note", {"category": who} if who else {}).text = text
    state = _STATES[unit.status] if unit.version is not None else "initial"
    segment = etree.SubElement(made, "segment", {"state": "final" if locked and state == "reviewed" else state})
    etree.SubElement(segment, "source").text = unit.pivot.text if unit.pivot is not None else ""
    if unit.version is not None:
        etree.SubElement(segment, "target").text = unit.version.text
    return made


def read(path: Path) -> Incoming:
    """Open a file of XLIFF 2.0 to 2.2, as a stream. Segments of a unit are put together, in the order of their targets.

    Inline codes are markers in the text (`{1}`, `{/1}`, `{2/}`), annotations leave their text alone. Raises NotFoundError, and
    InputError with the line for what is no XLIFF 2, broken, too deep, or with entities.
    """
    root = versioned_root(path, "2")
    pivot, tag = languages_of(root.get("srcLang", ""), root.get("trgLang", ""), None)
    warnings: list[str] = []
    found = _units(path, pivot, tag, Rules(root), warnings)
    first = next(found, None)
    if first is None:
        warnings.append(f"{path}: there is no unit in it")
        return Incoming(iter(()), pivot, "", warnings, str(path), version=tag)
    document, unit = first
    return Incoming(chain([unit], (each for _, each in found)), pivot, document, warnings, str(path), version=tag)


def _units(path: Path, pivot: str, tag: str, rules: Rules, warnings: list[str]) -> Iterator[tuple[str, IncomingUnit]]:
    """Yield the units of a file, each with the document that its `file` names; what breaks the rules is a warning."""
    inline = Inline(path)
    for element in elements(path, ("unit", "file")):
        if local(element) == "file":
            for fault in rules.of_file(element):
                warn(warnings, str(path), element.sourceline or 0, fault)
            continue
        notes = [(note.get("category", ""), note.text or "") for note in element.findall("{*}notes/{*}note")]
        said, note = heard(notes)
        parts = [child for child in element if local(child) in ("segment", "ignorable")]
        source = "".join(inline.text(part.find("{*}source")) for part in parts)
        target, whole = _target(parts, inline)
        key, line = element.get("id", ""), element.sourceline or 0
        for fault in rules.of_unit(element):
            warn(warnings, str(path), line, f"unit {key}: {fault}")
        if not whole:
            warnings.append(f"{path}:{line}: unit {key} is translated in part, and not taken: {target}")
            target = ""
        status = status_of(_status(parts), said.status) if target else said.status
        wording = IncomingWording(
            segments_of(target),
            said.labels_of(tag),
            status,
            said.was,
            note,
            had=had_of(status, said),
        )
        wordings = {pivot: IncomingWording(segments_of(source), said.labels_of(pivot)), tag: wording}
        yield _document(element), IncomingUnit(wordings, key, said.clause, line)


def _target(parts: list[Any], inline: Inline) -> tuple[str, bool]:
    """Return the target of a unit, and whether all of its segments have one, or none has."""
    targets = [(part, part.find("{*}target")) for part in parts]
    said = [target is not None for part, target in targets if local(part) == "segment"]
    if not any(said):
        return "", True
    ordered: list[tuple[int, str]] = []
    for place, (part, target) in enumerate(targets, start=1):
        order = target.get("order", "") if target is not None else ""
        held = target if target is not None else part.find("{*}source") if local(part) == "ignorable" else None
        ordered.append((int(order) if order.isdecimal() else place, inline.text(held)))
    return "".join(text for _, text in sorted(ordered, key=lambda each: each[0])), all(said)


def _status(parts: list[Any]) -> BeadStatus | None:
    """Return the least status of a unit's segments; None where none is told."""
    states = [part.get("state") for part in parts if local(part) == "segment"]
    known = [state for state in states if state in _STATUSES]
    return _STATUSES[min(known, key=_ORDER.index)] if known else None


def _document(unit: Any) -> str:
    file = next(unit.iterancestors("{*}file"), None)
    if file is None:
        return ""
    ours = [note for note in file.findall("{*}notes/{*}note") if note.get("category") == OURS]
    return file.get("original", "") if ours else ""
