"""The checks at work beside the keys: a thread computes, the editor takes over what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.checks.finding import Finding
from workbench.model.clause import Place
from workbench.model.document import Document
from workbench.tui.findings import Segments, locate, segments_of_lines
from workbench.tui.services import Find
from workbench.workspace.folder import pivot_places

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


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


class Checking:
    """Runs the checks whenever the document changed. `at_work` says whether they run now."""

    def __init__(self, app: WorkbenchApp, find: Find) -> None:
        self._app = app
        self._find = find
        self.at_work = False

    def start(self) -> None:
        """Check the document as it is, unless the checks are at work: then they begin again when they are done."""
        if self.at_work:
            return
        self.at_work = True
        document = self._app.view.session.document
        self._app.in_background("checks", lambda: check(document, self._find), self._take)

    def _take(self, checked: Checked) -> None:
        app = self._app
        self.at_work = False
        if checked.document is not app.view.session.document:
            self.start()
            return
        if checked.problem:
            app.complain(checked.problem)
        else:
            app.view.take_findings(locate(checked.findings, checked.segments, app.view.table), checked.places)
        app.grid.repaint()
        app.show_state()


def check(document: Document, find: Find) -> Checked:
    """Run the checks. A check that breaks must not take the editor with it: what it raised becomes `problem`."""
    try:
        findings = tuple(find(document))
        return Checked(document, findings, segments_of_lines(document, findings), pivot_places(document))
    except Exception as error:
        return Checked(document, (), {}, (), f"the checks broke: {type(error).__name__}: {error}")
