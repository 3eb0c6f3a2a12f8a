"""Taking suggestions of findings, one or many: somebody looked at them, so that they need not be safe."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.checks.finding import Finding
from workbench.editing.fixing import fix_once
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.operations import Operation


def is_takeable(document: Document, finding: Finding) -> bool:
    """Whether a finding's suggestion can be put in the place of its words: they stand there, in a version that is not locked."""
    if finding.version is None or finding.version not in document.versions or document.version(finding.version).locked:
        return False
    at = finding.location
    placed = finding.segment is not None and at.end_column > at.column
    return finding.fix is not None or (finding.suggestion is not None and placed)


def take_suggestions(document: Document, findings: Sequence[Finding]) -> Operation:
    """Return the operation that puts the suggestions of findings in place.

    Raises InputError where none of them can be taken, saying why.
    """
    takeable = [finding for finding in findings if is_takeable(document, finding)]
    _, operation, _ = fix_once(document, takeable)
    if operation is None:
        raise InputError(*_reason(document, findings))
    return operation


def _reason(document: Document, findings: Sequence[Finding]) -> tuple[str]:
    first = findings[0] if findings else None
    if first is None or first.suggestion is None:
        return ("the finding has no suggestion",)
    if first.version is None:
        return ("no majority says which version is wrong",)
    if document.version(first.version).locked:
        return (f"the wording of {first.version} is locked: it is the official text",)
    return (f"“{first.suggestion}” stands nowhere yet: put the cursor where it belongs, and write it",)
