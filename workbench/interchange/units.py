"""Units: the beads of one version as formats of two languages hold them, each with its id and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.checks.finding import Finding
from workbench.interchange.export import Export
from workbench.interchange.wording import Keys, Wording, Wordings
from workbench.model.errors import UsageError
from workbench.model.ladder import BeadStatus, Span, crossings
from workbench.model.row import Rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A bead of a version: its id, its clause, its row (0-based), what pivot and version say (None: nothing), its status.

    `spans` are the bead, or the two halves of a crossing; the version's text of a crossing is that of its version half. An
    addition's id is that of the unit before it and the number of the addition behind that: no pivot text tells it from others.
    """

    key: str
    clause: str
    row: int
    pivot: Wording | None
    version: Wording | None
    spans: tuple[Span, ...]
    status: BeadStatus

    @property
    def note(self) -> str:
        """The notes of its beads."""
        return " / ".join(dict.fromkeys(span.bead.note for span in self.spans if span.bead.note))


def units(export: Export, tag: str, wordings: Wordings) -> Iterator[Unit]:
    """Yield the units of a version in the order of its ladder, a crossing where its pivot half stands."""
    document = export.document
    ladder = document.ladders[tag]
    found = crossings(ladder)
    moved = {crossing.pivot.index: crossing.version for crossing in found}
    homes = {crossing.version.index for crossing in found}
    rows, keys = Rows(document), Keys()
    last, behind = "0", 0
    for span in ladder.spans():
        if span.index in homes:
            continue
        other = moved.get(span.index)
        spans = (span, other) if other else (span,)
        pivot = wordings.wording(document.pivot, span.pivot)
        version = wordings.wording(tag, (other or span).version)
        if pivot is not None:
            key = last = keys.key(pivot.text)
            behind = 0
            row = rows.row_of(document.pivot, span.pivot.start)
        else:
            behind += 1
            key = f"{last}.{behind}"
            row = rows.row_of(tag, span.version.start)
        yield Unit(key, wordings.clause(span.pivot), row, pivot, version, spans, wordings.status(tag, spans))


def version_of(export: Export, form: str) -> str:
    """Return the version that a file of two languages holds beside the pivot: the one named, or the only one there is.

    Raises UsageError where it is not named, or the pivot itself, and where there is none.
    """
    others = export.document.others()
    if not others:
        raise UsageError(
            f"{form} pairs the pivot with a version, and {export.document.name} has no other — add one with: workbench add"
        )
    tag = export.version or (others[0] if len(others) == 1 else "")
    if not tag:
        raise UsageError(
            f"{form} holds one version beside the pivot — name it with --version: {', '.join(others)}; or a folder for all"
        )
    export.document.version(tag)
    if tag == export.document.pivot:
        raise UsageError(f"{tag} is the pivot, with which {form} pairs a version — name another with --version")
    return tag


class FindingsOf:
    """What the checks found in the units of a version: in its own text, and in the pivot's."""

    def __init__(self, export: Export, tag: str) -> None:
        self._tags = (tag, export.document.pivot)
        self._placed: Mapping[tuple[str, int], list[Finding]] = defaultdict(list)
        self._in_row: Mapping[int, list[Finding]] = defaultdict(list)
        for finding in export.findings():
            if finding.version in self._tags and finding.segment is not None:
                self._placed[finding.version, finding.segment].append(finding)
            elif finding.version == tag:
                self._in_row[finding.row].append(finding)
        self._told: set[int] = set()

    def lines(self, unit: Unit) -> Sequence[str]:
        """Return a line for each finding of a unit; what is found in a whole row stands in the first unit of it."""
        found: list[Finding] = []
        for wording in (unit.version, unit.pivot):
            if wording is not None:
                for segment in wording.segments:
                    found += self._placed.get((wording.tag, segment), ())
        if unit.row not in self._told:
            self._told.add(unit.row)
            found += self._in_row.get(unit.row, ())
        return [self._line(finding) for finding in found]

    def _line(self, finding: Finding) -> str:
        where = f"{finding.version}: " if finding.version != self._tags[0] else ""
        advice = f" — {finding.advice}" if finding.advice and finding.advice not in finding.message else ""
        return f"{where}{finding.severity} {finding.check}: {finding.message}{advice}"
