"""The checks at work beside the keys: a thread computes, the editor takes over what it found.

What a change touched is checked at once, the whole document behind it; a further change calls off what is at work. No
key waits: the work rests while keys are pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.finder import Find, Unhurried
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import Place, places
from workbench.model.document import Document
from workbench.model.errors import WorkbenchError
from workbench.model.pause import Cancelled, Pace, Pause
from workbench.model.row import Rows
from workbench.tui.findings import Findings, locate, segment_of_line
from workbench.tui.work.giving_back import give_back
from workbench.tui.work.nearby import Change, change, near

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_FRAME = 0.04  # seconds that the work leaves to the screen before it begins
_FEW = 30  # rows that are checked as a whole as fast as in part


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a document. `take` makes the findings of those that there were; `problem` says why there is
    nothing.
    """

    document: Document
    take: Callable[[Findings], Findings]
    places: tuple[Place, ...] | None = None
    whole: bool = True
    problem: str = ""


class Checking:
    """Runs the checks whenever the document changed. `at_work` says whether they run now."""

    def __init__(self, app: WorkbenchApp, find: Find) -> None:
        self._app = app
        self._find = find
        self._pace: Pace | None = None
        self._fresh: Document | None = None  # the document that the findings shown are of
        self._told = ""  # the problem that was told last

    @property
    def at_work(self) -> bool:
        """Whether something is still to be found."""
        return self._pace is not None

    def start_soon(self) -> None:
        """Call off what is at work, and check the document as it is once what changed is on the screen."""
        if self._pace is not None:
            self._pace.cancel()
        self._pace = waiting = Pace()
        self._app.call_after_refresh(lambda: self.start() if self._pace is waiting else None)

    def start(self) -> None:
        """Check the document as it is: first the rows that changed, then all; what is at work is called off."""
        if self._pace is not None:
            self._pace.cancel()
        table = self._app.view.table
        done = change(self._fresh, table) if self._fresh is not None and len(table.rows) > _FEW else None
        if done is not None:
            self._run("checks-near", partial(check_near, done))
        else:
            self._check_all()

    def _check_all(self) -> None:
        table = self._app.view.table
        if self._fresh is None and len(table.places) < len(table.document.version(table.document.pivot).text.segments):
            self._run("places", partial(name_places, table.document))
        else:
            self._run("checks", partial(check, table.document, table.rows))

    def _run(self, name: str, compute: Callable[[Find, Pause], Checked]) -> None:
        self._pace = pace = self._app.paces.new()
        pace.rest(_FRAME)
        find = paced(self._find, pace)

        def work() -> Checked | None:
            try:
                pace()  # what the checks are made of is loaded the first time
                return compute(find, pace)
            except Cancelled:
                return None
            except Exception as error:
                # A check that breaks, or a file that cannot be read, must not take the editor with it.
                known = isinstance(error, WorkbenchError)
                problem = f"Not checked: {error}" if known else f"the checks broke: {type(error).__name__}: {error}"
                return Checked(self._app.view.session.document, lambda findings: findings, problem=problem)
            finally:
                give_back()

        self._app.in_background(name, work, partial(self._take, pace))

    def _take(self, pace: Pace, checked: Checked | None) -> None:
        if pace is not self._pace or checked is None:
            return  # something newer is at work
        app, view = self._app, self._app.view
        self._pace = None
        if checked.problem:
            if checked.problem != self._told:  # once, not at every key
                app.complain(checked.problem)
        else:
            self._fresh = checked.document
            view.take_findings(checked.take(view.findings), checked.places or view.table.places)
        if checked.whole:
            self._told = checked.problem
        else:
            self._check_all()
        app.grid.refresh()
        app.show_state()


def paced(find: Find, pace: Pace) -> Find:
    """Return `find` at a pace, where it can keep one."""
    if isinstance(find, Unhurried):
        return partial(find.at_pace, pause=pace)
    return find


def name_places(document: Document, find: Find, pause: Pause) -> Checked:  # noqa: ARG001 - nothing is looked for yet
    """Return the places of the pivot's segments alone: what a long document's clauses are called."""
    return Checked(document, lambda findings: findings, _places(document, pause), whole=False)


def check(document: Document, rows: Rows, find: Find, pause: Pause) -> Checked:
    """Return what the checks find in a document, and the places of the pivot's segments."""
    located = locate(find(document), segment_of_line(document), document, rows)
    return Checked(document, lambda _: located, _places(document, pause))


def check_near(done: Change, find: Find, pause: Pause) -> Checked:  # noqa: ARG001 - `find` keeps the pace
    """Return what the checks find in the rows that a change touched."""
    return Checked(done.after, near(find, done), whole=False)


def _places(document: Document, pause: Pause) -> tuple[Place, ...]:
    version = document.version(document.pivot)

    def texts() -> Iterator[str]:
        for segment in version.text.segments:
            pause()
            yield segment.text

    return places(labels(texts(), knowledge(version.tag)), version.text.starts())
