"""Adding concepts to the glossary, and the way back: undo and redo take them in turn with the steps of the document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.glossary.merging import merged
from workbench.glossary.term import Term, TermStatus
from workbench.model.errors import ConflictError, WorkbenchError
from workbench.tui.actions.table import shown_key
from workbench.workspace.glossary_files import GlossaryChange, change_of, read_glossary, save_change

if TYPE_CHECKING:
    from workbench.editing.store import WorkspaceStore
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.dialogs.term_dialog import NewTerm

_TOPIC = "terms"  # the file that a concept goes to where no file holds its kind yet


@dataclass(frozen=True, slots=True)
class _Step:
    """A concept that was added, or taken back: what that changed, and where between the session's steps it was done."""

    concept: str
    change: GlossaryChange
    mark: int
    taken: int


class Adding:
    """Adds concepts, and takes them back."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []

    def add(self, store: WorkspaceStore, new: NewTerm) -> None:
        """Add a concept to the files of the glossary; say why not where it is refused."""
        app = self._app
        source = f"added in {app.view.session.document.name}"
        terms = [
            Term(new.concept, tag, wording, TermStatus.PROPOSED, new.kind, source=source)
            for tag, wording in new.wordings.items()
        ]

        def write() -> tuple[GlossaryChange, tuple[str, ...]]:
            read = read_glossary(store.workspace)
            held = Counter(name for name, rows in read.terms.items() for term in rows if term.kind is new.kind)
            topic = max(held, key=lambda name: held[name], default=_TOPIC)
            there = {(term.concept, term.lang, term.term) for rows in read.terms.values() for term in rows}
            # A wording that is there keeps its status and forms: merging would make it a proposed one.
            lacking = [term for term in terms if (term.concept, term.lang, term.term) not in there]
            change = change_of(store.workspace, merged(read.terms, lacking, topic).files, read)
            return change, save_change(store.workspace, change)

        done = app.attempt("Not added", write)
        if done is None:
            return
        change, files = done
        if files:
            self._redo.clear()
            self._undo.append(self._step(new.concept, change))
            back = shown_key("undo", app.services.keys)
            app.say(f"Added to {', '.join(files)}" + (f"; in the grid {back} takes it back" if back else ""))
        else:
            app.say("The glossary has it already")
        self._show()

    def undo(self) -> bool:
        """Take the last concept back, where nothing was done in the document since; say whether that was what to undo."""
        step = self._undo[-1] if self._undo else None
        if step is None or step.mark != self._app.view.session.mark:
            return False
        self._turn(step, self._undo, self._redo, "taken back", "take the rows of “{}” out there, by hand")
        return True

    def redo(self) -> bool:
        """Add the concept that was taken back last again, where no step was taken since; say whether that was what to do."""
        step, session = self._redo[-1] if self._redo else None, self._app.view.session
        if step is None or (step.mark, step.taken) != (session.mark, session.taken):
            return False
        self._turn(step, self._redo, self._undo, "added again", "add “{}” anew")
        return True

    def _step(self, concept: str, change: GlossaryChange) -> _Step:
        session = self._app.view.session
        return _Step(concept, change, session.mark, session.taken)

    def _turn(self, step: _Step, source: list[_Step], target: list[_Step], what: str, otherwise: str) -> None:
        app, store = self._app, self._app.services.store
        if store is None:
            return
        back = step.change.reversed()
        try:
            files = save_change(store.workspace, back)
        except ConflictError:
            source.pop()  # what stands before it can be undone all the same
            names = ", ".join(store.workspace.shown(path) for path in back.after)
            app.complain(
                f"“{step.concept}” is not {what}: {names} was changed by another program since — "
                + otherwise.format(step.concept)
            )
            return
        except WorkbenchError as error:
            app.complain(f"“{step.concept}” is not {what}: {error}")
            return
        source.pop()
        target.append(self._step(step.concept, back))
        app.say(f"“{step.concept}” is {what}: {', '.join(files)}")
        self._show()

    def _show(self) -> None:
        app = self._app
        try:
            app.services.read_glossary()
        except WorkbenchError as error:
            app.complain(f"The glossary is not read again: {error}")
        app.panel.refresh_tab()
        app.checking.start()
