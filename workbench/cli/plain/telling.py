"""A row, its beads and its findings in words."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.alignment.side import bead_digest, side_of
from workbench.checks.finding import Finding
from workbench.model.ladder import DOUBTFUL_BELOW, BeadStatus, Span
from workbench.tui.view import View

SEVERITIES = {"error": "Error", "warning": "Warning", "info": "Hint"}


def told_row(view: View) -> Iterator[str]:
    """Yield the lines that tell the row of the cursor: its place, and each version's text and beads."""
    table, row = view.table, view.cursor.row
    if not table.rows:
        yield "The document has no rows."
        return
    addition = "" if table.rows[row].pivot else ", an addition"
    yield f"Row {row + 1} of {len(table.rows)}, clause {table.clause(row)}{addition}."
    for tag in view.tags:
        yield from told_cell(view, tag)


def told_cell(view: View, tag: str) -> Iterator[str]:
    """Yield the lines that tell a version's part of the row of the cursor."""
    table, row = view.table, view.cursor.row
    version = view.session.document.versions[tag]
    held = table.segments(row, tag)
    name = f"{tag}{', the pivot' if tag == view.pivot else ''}{', locked' if version.locked else ''}"
    if not held:
        yield f"{name}: nothing here."
    for number, segment in enumerate(held, start=1):
        which = f", segment {number} of {len(held)}" if len(held) > 1 else ""
        yield f"{name}{which}: {table.text(tag, segment)}"
    if tag != view.pivot:
        cell = table.rows[row].cells[tag]
        for number, span in enumerate(cell.spans, start=1):
            which = f"bead {number} of {len(cell.spans)}, " if len(cell.spans) > 1 else ""
            yield f"  {which}{_bead(view, tag, span)}."


def told_finding(finding: Finding) -> str:
    """Return a finding in one line."""
    where = f"{finding.version}, " if finding.version else ""
    said = finding.suggestion is None or finding.suggestion in finding.message
    advice = "" if said else f" Suggested: {finding.suggestion}"
    return f"{SEVERITIES[finding.severity.value]}, {where}{finding.check}: {finding.message}.{advice}"


def _bead(view: View, tag: str, span: Span) -> str:
    bead = view.table.bead(tag, span)
    sizes = f"{_counted(bead.pivot)} of {view.pivot} with {_counted(bead.version)} of {tag}"
    shape = "" if bead.pivot == bead.version == 1 else f"{sizes}, "
    if not bead.version:
        shape = "moved to another place, " if bead.mark else "an omission, "
    elif not bead.pivot:
        shape = "moved from another place, " if bead.mark else "an addition, "
    match bead.status:
        case BeadStatus.AUTO:
            doubt = ", doubtful" if bead.score is None or bead.score < DOUBTFUL_BELOW else ""
            score = "no score" if bead.score is None else f"score {bead.score:.2f}"
            status = f"aligned automatically, {score}{doubt}"
        case BeadStatus.CONFIRMED:
            status = "alignment confirmed"
        case BeadStatus.REVIEWED:
            status = "wording reviewed"
    lapsed = ", but a text has changed since" if _has_lapsed(view, tag, span) else ""
    note = f", note: {bead.note}" if bead.note else ""
    return f"{shape}{status}{lapsed}{note}"


def _counted(number: int) -> str:
    return "1 segment" if number == 1 else f"{number} segments"


def _has_lapsed(view: View, tag: str, span: Span) -> bool:
    bead = view.table.bead(tag, span)
    if bead.status is BeadStatus.AUTO or not bead.digest:
        return False
    document = view.session.document
    return bead.digest != bead_digest(side_of(document.version(view.pivot)), side_of(document.version(tag)), span)
