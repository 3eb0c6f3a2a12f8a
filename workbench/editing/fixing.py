"""Fixing: what findings say can be mended without a look, as one operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.finding import Finding
from workbench.editing.apply import apply
from workbench.editing.edits import edit_texts
from workbench.editing.finder import Find
from workbench.model.document import Document
from workbench.model.errors import WorkbenchError
from workbench.model.operations import Operation, Together
from workbench.model.text import forbidden_control, normalised

_MOST = 12  # rounds: one fix may bring another finding to light, but not for ever


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document with everything mended that needs no look.

    `operation` leads from the document that was given to this one (None: nothing was to be done); `mended` are the findings
    that it answers, `locked` those that are left since their version is locked.
    """

    document: Document
    operation: Operation | None = None
    mended: tuple[Finding, ...] = ()
    locked: tuple[Finding, ...] = ()


def fixed(document: Document, find: Find) -> Fixed:
    """Mend a document until `find` reports nothing more that can be mended without a look."""
    operations: list[Operation] = []
    mended: list[Finding] = []
    locked: tuple[Finding, ...] = ()
    for _ in range(_MOST):
        fixable = [finding for finding in find(document) if is_fixable(finding)]
        locked = tuple(finding for finding in fixable if _is_locked(document, finding))
        document, operation, done = fix_once(document, [one for one in fixable if one not in locked])
        if operation is None:
            break
        operations.append(operation)
        mended.extend(done)
    whole = Together(tuple(operations)) if operations else None
    return Fixed(document, whole, tuple(mended), locked)


def is_fixable(finding: Finding) -> bool:
    """Return whether a finding says how it is mended without a look."""
    return finding.fix is not None or (
        finding.safe and finding.suggestion is not None and finding.segment is not None and finding.version is not None
    )


def _is_locked(document: Document, finding: Finding) -> bool:
    return finding.version is not None and document.version(finding.version).locked


def fix_once(document: Document, findings: Iterable[Finding]) -> tuple[Document, Operation | None, tuple[Finding, ...]]:
    """Return the document with suggestions of findings in place, the operation that does so, and the findings it answers.

    Of suggestions that touch one another the first is taken. The operation is None where none can be.
    """
    by_segment: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    forms = []
    for finding in findings:
        if finding.fix is not None:
            forms.append(finding)
        elif finding.version is not None and finding.segment is not None:
            by_segment[finding.version, finding.segment].append(finding)
    wordings: dict[tuple[str, int], str] = {}
    mended: list[Finding] = []
    for (tag, segment), found in by_segment.items():
        raw = document.version(tag).text.segments[segment].text
        text, done = _mended(raw, found)
        if text != raw and text and forbidden_control(text) is None:
            wordings[tag, segment] = text
            mended.extend(done)
    operations: list[Operation] = []
    if wordings:
        operations.append(edit_texts(document, wordings))
        document, _ = apply(document, operations[-1])
    for finding in forms:
        if finding.fix is None:
            continue
        try:
            document, _ = apply(document, finding.fix)
        except WorkbenchError:
            continue  # a line whose own white space was not to be mended keeps the file's form
        operations.append(finding.fix)
        mended.append(finding)
    return document, Together(tuple(operations)) if operations else None, tuple(mended)


def _mended(raw: str, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """Return a line with the suggestions in place that do not touch one another, the first one first, and whose they are."""
    pieces: list[str] = []
    done: list[Finding] = []
    at = 0
    for finding in sorted(findings, key=lambda one: (one.location.column, one.location.end_column)):
        start, end = finding.location.column - 1, finding.location.end_column - 1
        if start < at or (done and start == at and start == end):
            continue
        pieces += [raw[at:start], finding.suggestion or ""]
        at = end
        done.append(finding)
    return normalised("".join([*pieces, raw[at:]])), done
