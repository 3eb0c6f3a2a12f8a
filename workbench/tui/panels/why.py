"""The tab Why: which evidence spoke for the bead at the cursor, which against."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.model.document import Document
from workbench.model.ladder import Span
from workbench.model.pause import Cancelled
from workbench.tui.panels.tab import Entry, Tab

if TYPE_CHECKING:
    from workbench.alignment.explain import Reason
    from workbench.tui.app import WorkbenchApp

_BAR = 3.0  # logarithm of odds that fills the bar


class Why(Tab):
    """The reasons for a bead. The aligner is asked in the background, once for each state of the texts."""

    title: ClassVar[str] = "Why"
    order: ClassVar[int] = 30

    def __init__(self) -> None:
        self._known: dict[tuple[int, str, range, range], tuple[Reason, ...]] = {}
        self._asked: Document | None = None
        self._problem = ""

    def key(self, app: WorkbenchApp) -> Hashable:
        """The bead, and what is known of it."""
        found = self._bead(app)
        return (found and (found[0], found[1].pivot, found[1].version), len(self._known), self._problem)

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """An entry a kind of evidence, for the bead first; a line that it is being worked out until it is there."""
        found = self._bead(app)
        if found is None:
            return (Entry(Text("Go to a version's cell: the pivot is aligned with itself.")),)
        if self._problem:
            return (Entry(Text(self._problem)),)
        tag, span = found
        key = (id(app.view.session.document), tag, span.pivot, span.version)
        if key not in self._known:
            self._ask(app, tag, span, key)
            return (Entry(Text("The aligner is being asked …")),)
        bead = app.view.table.bead(tag, span)
        score = "" if bead.score is None else f", score {bead.score:.2f}"
        head = Entry(Text(f"{tag}: {bead.pivot}–{bead.version}, {bead.status.value}{score}", "bold"))
        return [head, *(Entry(_reason(reason)) for reason in self._known[key])]

    @staticmethod
    def _bead(app: WorkbenchApp) -> tuple[str, Span] | None:
        view = app.view
        return None if view.cursor.tag == view.pivot else next(iter(view.beads()), None)

    def _ask(self, app: WorkbenchApp, tag: str, span: Span, key: tuple[int, str, range, range]) -> None:
        document = app.view.session.document
        if self._asked is document:
            return
        self._asked = document
        pace = app.paces.new()

        def compute() -> tuple[Reason, ...] | str:
            try:
                return app.services.reasons(document, tag, span, pace)
            except Cancelled:
                return ()
            except Exception as error:
                return f"The aligner broke: {type(error).__name__}: {error}"

        app.in_background("why", compute, partial(self._take, app, key))

    def _take(self, app: WorkbenchApp, key: tuple[int, str, range, range], found: tuple[Reason, ...] | str) -> None:
        self._asked = None
        if isinstance(found, str):
            self._problem = found
        else:
            self._known[key] = found
        app.panel.refresh_tab()


def _reason(reason: Reason) -> Text:
    length = min(10, round(abs(reason.weight) / _BAR * 10))
    sign, style = ("+", "bold") if reason.weight > 0 else ("−", "")
    detail = f"\n    {reason.detail}" if reason.detail else ""
    return Text.assemble((f"{sign}{abs(reason.weight):5.2f} ", style), "▮" * length, f" {reason.evidence}{detail}")
