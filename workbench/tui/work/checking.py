"""The checks at work beside the keys: a thread computes, the editor takes over what it found.

What a change touched is checked at once, the whole document behind it; a further change calls off what is at work. No
key waits: the work rests while keys are pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
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
from workbench.tui.work.nearby import Change, changes, near

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_FRAME = 0.04  # seconds that the work leaves to the screen before it begins
_FEW = 30  # rows that are checked as a whole as fast as in part
_MOST = 50  # places that are checked one by one
_SOON = 0.3  # seconds that a check of the whole leaves to one of a few rows


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
    """Runs the checks whenever the document changed. `at_work` says whether they run now.

    A check of the whole that is at work when a wording changes goes on with the document that it began with: else who writes
    every minute would never see the end of a long one. What changed meanwhile is checked when it is done, and then the whole.
    """

    def __init__(self, app: WorkbenchApp, find: Find) -> None:
        self._app = app
        self._find = find
        self._waiting: Pace | None = None  # a change that is not on the screen yet
        self._near: Pace | None = None
        self._whole: Pace | None = None
        self._fresh = app.view.session.document  # that the findings shown are of: at first there are none
        self._named = False  # whether the places of the pivot's segments were worked out
        self._told = ""  # the problem that was told last

    @property
    def at_work(self) -> bool:
        """Whether something is still to be found."""
        return any(pace is not None for pace in (self._waiting, self._near, self._whole))

    def start_soon(self) -> None:
        """Check what changed once it is on the screen."""
        self._call_off_near()
        self._waiting = waiting = Pace()
        self._app.call_after_refresh(lambda: self._follow() if self._waiting is waiting else None)

    def start(self) -> None:
        """Check all of the document as it is: what is at work is called off."""
        self._waiting = None
        self._call_off_near()
        if self._whole is not None:
            self._whole.cancel()
        table = self._app.view.table
        if not self._named and len(table.places) < len(table.document.version(table.document.pivot).text.segments):
            compute: Callable[[Find, Pause], Checked] = partial(name_places, table.document)
        else:
            compute = partial(check, table.document, table.rows)
        self._whole = self._run("checks", compute, self._take_whole)

    def _follow(self) -> None:
        """Check the rows that changed since the findings that are shown; all where that is not enough."""
        self._waiting = None
        table = self._app.view.table
        done = changes(self._fresh, table) if len(table.rows) > _FEW else None
        if not done or len(done) > _MOST:
            self.start()
            return
        if self._whole is not None:
            self._whole.rest(_SOON)
        self._near = self._run("checks-near", partial(check_near, done), self._take_near)

    def _call_off_near(self) -> None:
        if self._near is not None:
            self._near.cancel()
            self._near = None

    def _run(
        self, name: str, compute: Callable[[Find, Pause], Checked], take: Callable[[Pace, Checked | None], None]
    ) -> Pace:
        pace = self._app.paces.new()
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

        self._app.in_background(name, work, partial(take, pace))
        return pace

    def _take_near(self, pace: Pace, checked: Checked | None) -> None:
        if pace is not self._near or checked is None:
            return  # something newer is at work
        self._near = None
        self._show(checked)
        if self._whole is None:
            self.start()

    def _take_whole(self, pace: Pace, checked: Checked | None) -> None:
        if pace is not self._whole or checked is None:
            return
        self._whole = None
        table = self._app.view.table
        if checked.document is not table.document and changes(checked.document, table) is None:
            if self._waiting is None:  # else the change that is not shown yet begins anew
                self.start()
            return
        self._call_off_near()  # it was of other findings
        self._named = True
        self._show(checked)
        if not checked.whole:
            self.start()
        elif checked.document is not table.document and self._waiting is None:
            self._follow()

    def _show(self, checked: Checked) -> None:
        app, view = self._app, self._app.view
        if checked.problem:
            if checked.problem != self._told:  # once, not at every key
                app.complain(checked.problem)
        else:
            self._fresh = checked.document
            view.take_findings(checked.take(view.findings), checked.places or view.table.places)
        if checked.whole:
            self._told = checked.problem
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


def check_near(done: Sequence[Change], find: Find, pause: Pause) -> Checked:  # noqa: ARG001 - `find` keeps the pace
    """Return what the checks find in the rows that changes touched."""
    puts = [near(find, one) for one in done]
    return Checked(done[0].after, lambda findings: reduce(lambda held, put: put(held), puts, findings), whole=False)


def _places(document: Document, pause: Pause) -> tuple[Place, ...]:
    version = document.version(document.pivot)

    def texts() -> Iterator[str]:
        for segment in version.text.segments:
            pause()
            yield segment.text

    return places(labels(texts(), knowledge(version.tag)), version.text.starts())
