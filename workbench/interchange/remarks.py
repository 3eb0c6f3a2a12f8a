"""What is said of a unit beside its texts, a line each, in formats that have comments or notes for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.interchange.units import Unit
from workbench.model.ladder import BeadStatus
from workbench.model.text import digest

_CLAUSE = re.compile(r"clause (?P<clause>\S+), row \d+")
_LABEL = re.compile(r"label of (?P<tag>[A-Za-z0-9-]+): (?P<label>.+)")
_STATUS = re.compile(r"was (?P<status>auto|confirmed|reviewed|nothing)(?: (?P<was>[0-9a-f]{8}))?\b.*")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the lines that `told` gave say of a unit: its clause, its labels by version, and status and digest as it went out."""

    clause: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    status: BeadStatus | None = None
    was: str = ""

    def labels_of(self, tag: str) -> tuple[str, ...]:
        """Return the label of a version's first segment, as `IncomingWording` has it."""
        return (self.labels[tag],) if tag in self.labels else ("",) if self.clause else ()


def told(unit: Unit) -> Iterator[str]:
    """Yield the lines that say where a unit stands, its labels, and what status and text it had when it went out."""
    yield f"clause {unit.clause}, row {unit.row + 1}"
    for wording in (unit.pivot, unit.version):
        if wording is not None:
            for number, label in enumerate(wording.labels, start=1):
                if label:
                    where = f" (segment {number})" if number > 1 else ""
                    yield f"label of {wording.tag}{where}: {label}"
    status = unit.status.value if unit.version is not None else "nothing"
    score = unit.spans[0].bead.score
    sure = f", score {score:.2f}" if unit.status is BeadStatus.AUTO and score is not None else ""
    yield f"was {status} {digest(unit.version.text if unit.version is not None else '')}{sure}"


def remarks(lines: Iterable[str]) -> Remarks:
    """Return what lines say that `told` gave; other lines among them say nothing."""
    clause, was = "", ""
    labels: dict[str, str] = {}
    status: BeadStatus | None = None
    for line in map(str.strip, lines):
        if match := _CLAUSE.fullmatch(line):
            clause = match["clause"]
        elif match := _LABEL.fullmatch(line):
            labels.setdefault(match["tag"], match["label"])
        elif match := _STATUS.fullmatch(line):
            status = BeadStatus.AUTO if match["status"] == "nothing" else BeadStatus(match["status"])
            was = match["was"] or ""
    return Remarks(clause, labels, status, was)
