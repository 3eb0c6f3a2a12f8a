"""The checks at work beside the keys: a thread computes, the application takes over what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.checks.finding import Finding
from workbench.model.clause import Place
from workbench.model.document import Document
from workbench.tui.findings import Segments, segments_of_lines
from workbench.workspace.folder import pivot_places

Find = Callable[[Document], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a document, the segments that stand on the lines of its files, and the places of its pivot
    segments. `problem` says why there is nothing.
    """

    document: Document
    findings: tuple[Finding, ...]
    segments: Segments
    places: tuple[Place, ...]
    problem: str = ""


def check(document: Document, find: Find) -> Checked:
    """Run the checks. A check that breaks must not take the editor with it: what it raised becomes `problem`."""
    try:
        findings = tuple(find(document))
        return Checked(document, findings, segments_of_lines(document, findings), pivot_places(document))
    except Exception as error:
        return Checked(document, (), {}, (), f"the checks broke: {type(error).__name__}: {error}")
