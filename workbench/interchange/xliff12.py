"""XLIFF 1.2 (OASIS, 2008) for CAT tools that know no later one: one version against the pivot, a `trans-unit` a unit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from workbench import __version__
from workbench.interchange import xliff_text
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording, warn
from workbench.interchange.safe_xml import elements, local
from workbench.interchange.units import FindingsOf, Unit, units, version_of
from workbench.interchange.wording import Wordings
from workbench.interchange.xliff12_rules import NAMESPACE, Rules
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

NAME = "xliff-1.2"
HELP = "XLIFF 1.2 of one version (--version) against the pivot, for older CAT tools"
SUFFIXES = (".xlf", ".xliff")
SIGN = r"<(?:\w+:)?xliff\b[^>]*(?:(?<![\w:])version\s*=\s*[\"']1|xliff:document:1)"
LOSES = (*xliff_text.LOSES, "on the way back: alt-trans and whatever else tools put beside texts, states and notes")

_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATES = {
    BeadStatus.AUTO: "needs-review-translation",
    BeadStatus.CONFIRMED: "translated",
    BeadStatus.REVIEWED: "signed-off",
}
_ACCEPTED = frozenset({"signed-off", "final"})


def write(export: Export, out: BinaryIO) -> None:
    """Write one version against the pivot, as a stream; valid against the strict schema, and the same bytes every time.

    `state` is `needs-review-translation` for automatic beads, `translated` for confirmed, `signed-off` for reviewed ones
    (`final` where the version is locked), which are `approved`. Raises UsageError where it is not clear which version,
    InputError for a character that XML 1.0 forbids.
    """
    from lxml import etree

    tag = version_of(export, NAME)
    wordings = Wordings(export)
    findings = FindingsOf(export, tag)
    attributes = {
        "original": export.document.name,
        "source-language": export.document.pivot,
        "target-language": tag,
        "datatype": "plaintext",
        "date": export.date.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "tool-id": OURS,
    }
    with etree.xmlfile(out, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("xliff", {"version": "1.2"}, nsmap={None: NAMESPACE}):
            file.write("\n")
            with file.element("file", attributes):
                header = etree.Element("header")
                tool = {"tool-id": OURS, "tool-name": "Workbench", "tool-version": __version__}
                etree.SubElement(header, "tool", tool)
                file.write("\n", header, "\n")
                with file.element("body"):
                    for unit in units(export, tag, wordings):
                        must_be_xml(unit, wordings)
                        file.write(
                            "\n", _unit(unit, export.document.pivot, tag, findings, export.document.version(tag).locked)
                        )
                    file.write("\n")
                file.write("\n")
            file.write("\n")
    out.write(b"\n")


def _unit(unit: Unit, pivot: str, tag: str, findings: FindingsOf, locked: bool) -> Any:
    from lxml import etree

    reviewed = unit.version is not None and unit.status is BeadStatus.REVIEWED
    attributes = {
        "id": unit.key,
        "resname": unit.clause,
        "approved": "yes" if reviewed else "no",
        f"{_XML}space": "preserve",
    }
    made = etree.Element("trans-unit", attributes)
    source = etree.SubElement(made, "source", {f"{_XML}lang": pivot})
    source.text = unit.pivot.text if unit.pivot is not None else ""
    if unit.version is not None:
        state = "final" if locked and reviewed else _STATES[unit.status]
        etree.SubElement(made, "target", {f"{_XML}lang": tag, "state": state}).text = unit.version.text
    for who, text in notes_of(unit, findings):
        etree.SubElement(made, "note", {"from": who} if who else {}).text = text
    return made


def read(path: Path) -> Incoming:
    """Open a file of XLIFF 1.0 to 1.2, as a stream; alternatives (`alt-trans`) are not read.

    Inline codes are markers in the text (`{1}`, `{/1}`, `{2/}`), `mrk` leaves its text alone, and `sub` is text. Raises
    NotFoundError, and InputError with the line for what is no XLIFF 1, broken, too deep, or with entities.
    """
    rules = Rules(versioned_root(path, "1"))
    warnings: list[str] = []
    found = _units(path, rules, warnings)
    first = next(found, None)
    if first is None:
        return Incoming(iter(()), path=str(path))
    pivot, tag, document, unit = first
    units = chain([unit], (each for *_, each in found))
    return Incoming(units, pivot, document, warnings, str(path), version=tag)


def _units(path: Path, rules: Rules, warnings: list[str]) -> Iterator[tuple[str, str, str, IncomingUnit]]:
    """Yield the units of a file, each with source and target language and the document that its `file` names.

    What breaks the rules is a warning.
    """
    inline = Inline(path)
    for element in elements(path, ("trans-unit", "xliff")):
        if local(element) == "xliff":
            for fault in rules.of_root(element):
                warn(warnings, str(path), element.sourceline or 0, fault)
            continue
        for fault in rules.of_unit(element):
            warn(warnings, str(path), element.sourceline or 0, f"unit {element.get('id', '')}: {fault}")
        file = next(element.iterancestors("{*}file"), element)
        ours = file.find(f"{{*}}header/{{*}}tool[@tool-id='{OURS}']") is not None
        said, note = heard([(each.get("from", ""), each.text or "") for each in element.findall("{*}note")])
        target = element.find("{*}target")
        pivot, tag = languages_of(file.get("source-language", ""), file.get("target-language", ""), target)
        text = inline.text(target)
        status = status_of(_status(element, target), said.status) if text else said.status
        wording = IncomingWording(
            segments_of(text),
            said.labels_of(tag),
            status,
            said.was,
            note,
            had=had_of(status, said),
        )
        source = segments_of(inline.text(element.find("{*}source")))
        wordings = {pivot: IncomingWording(source, said.labels_of(pivot)), tag: wording}
        unit = IncomingUnit(wordings, element.get("id", ""), said.clause, element.sourceline or 0)
        yield pivot, tag, file.get("original", "") if ours else "", unit


def _status(unit: Any, target: Any) -> BeadStatus | None:
    state = target.get("state", "")
    if unit.get("approved") == "yes" or state in _ACCEPTED:
        return BeadStatus.REVIEWED
    if state == "translated":
        return BeadStatus.CONFIRMED
    return BeadStatus.AUTO if state or unit.get("approved") else None
