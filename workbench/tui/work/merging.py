"""Going on from files that changed underneath, beside the keys: a thread reads and mends them, and merges what was done here.

A change of the document calls off the merge that is at work and begins it anew. No key waits; what came of it waits itself
while a cell is edited or a dialog asks, for these are about the document as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from workbench.editing.realign import mended, repaired
from workbench.editing.store import WorkspaceStore
from workbench.model.document import Document
from workbench.model.errors import WorkbenchError
from workbench.model.pause import Cancelled, Pace, Pause
from workbench.workspace.loaded import Loaded

if TYPE_CHECKING:
    from workbench.editing.merging import Clash, Merged
    from workbench.tui.app import WorkbenchApp

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Theirs:
    """What the files hold: as they were read, and the document with ladders that hold its texts."""

    loaded: Loaded
    document: Document


@dataclass(frozen=True, slots=True)
class Both:
    """What the files hold, and that merged with what was done here."""

    theirs: Theirs
    merged: Merged


@dataclass(frozen=True, slots=True)
class Problem:
    """Why nothing came of it."""

    words: str


class Merging:
    """Merges the document with its files, or goes over to them where their ladders must be mended first."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._pace: Pace | None = None
        self._mine: Document | None = None  # that is being merged
        self._store: WorkspaceStore | None = None
        self._held: Callable[[], None] | None = None  # takes over what waits

    @property
    def at_work(self) -> bool:
        """Whether it is not done yet."""
        return self._pace is not None

    def merge(self, store: WorkspaceStore) -> None:
        """Merge the document with its files, as one step."""
        session = self._app.view.session
        self._store, self._mine = store, session.document
        compute = partial(merge, store, session.saved, session.document)
        self._run("merging with the files …", compute, self._take_both)

    def reload(self, store: WorkspaceStore, leave: Callable[[], None]) -> None:
        """Mend the ladders of the files, save them, and call `leave`, which reads them anew."""
        self._store = self._mine = None
        self._run("aligning the files anew …", partial(read, store), partial(self._take_theirs, store, leave))

    def follow(self) -> None:
        """Begin anew where the document that is being merged is no longer the one that is edited."""
        if self._store is not None and self._mine is not self._app.view.session.document:
            self.merge(self._store)

    def go_on(self) -> None:
        """Take over what waits: a cell or a dialog was closed."""
        held, self._held = self._held, None
        if held is not None:
            held()

    def _run(self, doing: str, compute: Callable[[Pause], R], take: Callable[[R], None]) -> None:
        if self._pace is not None:
            self._pace.cancel()
        self._pace = pace = self._app.paces.new()
        self._app.view.doing = doing
        self._app.show_state()

        def work() -> R | Problem | None:
            try:
                return compute(pace)
            except Cancelled:
                return None
            except WorkbenchError as error:
                return Problem(str(error))
            except Exception as error:
                # What breaks here must not take the editor with it.
                return Problem(f"{type(error).__name__}: {error}")

        self._app.in_background("merge", work, partial(self._take, pace, take))

    def _take(self, pace: Pace, take: Callable[[R], None], result: R | Problem | None) -> None:
        if pace is not self._pace or result is None:
            return  # something newer is at work
        if self._app.cell.box is not None or self._app.screen.is_modal:
            self._held = partial(self._take, pace, take, result)
            return
        if self._store is not None and self._mine is not self._app.view.session.document:
            self.merge(self._store)
            return
        self._pace = self._mine = self._store = None
        self._app.view.doing = ""
        self._app.show_state()
        if isinstance(result, Problem):
            self._app.complain(f"Nothing was changed: {result.words}")
        else:
            take(result)

    def _take_both(self, both: Both) -> None:
        app = self._app
        store = app.services.store
        if store is None or not app.attempt("Not merged", partial(self._rebase, both)):
            return
        store.go_on_from(both.theirs.loaded)
        app.view.rebuild()
        app.reshaped()
        clashes = both.merged.clashes
        if clashes:
            app.view.go_to_segment(clashes[0].version, clashes[0].segment)
            app.show_cursor()
            app.complain(_told(clashes))
        else:
            app.say("Merged: both of you are in it. Look at it, then save")

    def _rebase(self, both: Both) -> bool:
        self._app.view.session.rebase(both.theirs.document, both.merged.document)
        return True

    def _take_theirs(self, store: WorkspaceStore, leave: Callable[[], None], theirs: Theirs) -> None:
        # Saved before anything that was done here is set aside: a crash between them finds both.
        apart = WorkspaceStore(store.workspace, theirs.loaded)  # a save from here must go on asking where it is refused
        if self._app.attempt("Not read anew", partial(_saved, apart, theirs.document)):
            leave()


def read(store: WorkspaceStore, pause: Pause) -> Theirs:
    """Return what the files of a document hold now. Raises what reading raises."""
    loaded = store.peek_at_texts()
    pause()
    return Theirs(loaded, mended(loaded.document, pause))


def merge(store: WorkspaceStore, base: Document, mine: Document, pause: Pause) -> Both:
    """Return what the files hold now, merged with what became of `base` here. Raises what reading and merging raise."""
    from workbench.editing.merging import merged  # the first screen need not wait for it

    theirs = read(store, pause)
    return Both(theirs, merged(base, mine, theirs.document, partial(repaired, pause=pause)))


def _saved(store: WorkspaceStore, document: Document) -> bool:
    store.save(document)
    return True


def _told(clashes: tuple[Clash, ...]) -> str:
    lines = [f"{clash.version} {clash.segment + 1}: theirs was “{clash.theirs}”" for clash in clashes[:5]]
    more = f"\n… and {len(clashes) - 5} more" if len(clashes) > 5 else ""
    return "Merged; where you both changed a segment, yours stands:\n" + "\n".join(lines) + more
