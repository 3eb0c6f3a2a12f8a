"""Walking a document: opening it, the prompt, leaving it."""

from __future__ import annotations

from difflib import get_close_matches

from workbench.cli.plain.asking import EndOfInput, ask, choose, tell
from workbench.cli.plain.checking import Checking
from workbench.cli.plain.desk import Desk
from workbench.cli.plain.saving import save
from workbench.cli.plain.words import WORDS
from workbench.editing.opening import LiveGlossary, Opened, chosen, finder, held, opened
from workbench.model.errors import WorkbenchError
from workbench.tui.view import View
from workbench.workspace.folder import Workspace


def walk(workspace: Workspace, document_name: str | None) -> int:
    """Walk the rows of a document (the first one where none is named) until somebody quits; return the exit code.

    Raises NotFoundError where there is none, ConflictError where another editor has it, and what loading raises.
    """
    name = chosen(workspace, document_name)
    with held(workspace, name) as looking:
        found = opened(workspace, name, looking)
        find = finder(workspace, name, LiveGlossary(workspace))
        try:
            recovered = _recover(found)
            if looking:
                tell(f"This is {looking}.")
            view = View(found.session)
            desk = Desk(view, found.store, Checking(view, find))
            tell(f"{name}: {len(view.table.rows)} rows, {len(view.tags)} versions: {', '.join(view.tags)}.")
            if recovered:
                tell(recovered)
            tell("Say help for what can be said.")
            desk.tell_row()
            while not _is_done(desk):
                pass
        except (EndOfInput, KeyboardInterrupt) as ending:
            _tell_unsaved(found)
            if isinstance(ending, KeyboardInterrupt):
                raise
    return 0


def _is_done(desk: Desk) -> bool:
    """Ask for a word and do it; return whether it ends the walk. What is refused is told. Raises EndOfInput."""
    try:
        said = ask(f"Row {desk.view.cursor.row + 1}:")
        name, _, rest = said.partition(" ")
        if name.lower() in ("quit", "exit"):
            return _may_leave(desk)
        if name:
            _do(desk, name.lower(), rest.strip())
    except WorkbenchError as error:
        tell(f"Not done: {error}")
    return False


def _do(desk: Desk, name: str, rest: str) -> None:
    words = {each: word for word in WORDS for each in word.words}
    if name in words:
        words[name].run(desk, rest)
        return
    near = get_close_matches(name, words, 1)
    tell(f"There is no word {name}. " + (f"Do you mean {near[0]}?" if near else "Say help for those there are."))


def _may_leave(desk: Desk) -> bool:
    session = desk.view.session
    if session.dirty:
        answer = choose("Something is not saved.", ("save", "discard", "stay"))
        if answer == "stay" or (answer == "save" and not save(desk)):
            return False
    session.discard()
    return True


def _recover(found: Opened) -> str:
    """Do again what an earlier session left in the journal, asking where not all of it fits; return what is to be told."""
    recovery = found.recovery
    for problem in recovery.problems:
        tell(str(problem))
    if recovery.complete and recovery.saved:
        found.journal.clear()
        return ""
    if recovery.complete and not recovery.entries:
        return ""
    if recovery.complete:
        found.session.replay(recovery.entries)
        return f"{_steps(len(recovery.entries))} of an earlier session taken up again; not saved yet."
    answer = choose(
        f"{_steps(len(recovery.entries))} of an earlier session not saved, and the files have changed since: "
        f"{recovery.fitting} still fit. Take those that fit, or none?",
        ("take", "none"),
    )
    if answer == "take":
        kept = found.journal.copy_aside()
        fitted = found.session.replay_anew(recovery.entries)
    else:
        kept, fitted = found.journal.set_aside(), 0
    return f"{_steps(fitted)} of an earlier session taken up again. The journal is kept in {kept}."


def _tell_unsaved(found: Opened) -> None:
    """Say what is lost, which is nothing, when nobody answers any more."""
    if not found.session.dirty:
        tell("Nothing was left unsaved.")
        return
    tell(
        f"Not saved: {_steps(len(found.journal.read().entries))}, kept in {found.journal.path}; the next start takes them up."
    )


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"
