"""Recovering on the screen: what a crash left in the journal is done again, and asked about where it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.editing.journal import Journal
from workbench.editing.recovery import Recovery
from workbench.model.errors import WorkbenchError
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


@dataclass(frozen=True, slots=True)
class Recovering:
    """A journal that was left behind, and what was found in it."""

    journal: Journal
    recovery: Recovery

    def start(self, app: WorkbenchApp) -> None:
        """Recover what there is; ask first where some of it does not fit the files any more."""
        recovery = self.recovery
        if recovery.complete and recovery.saved:
            app.attempt("The journal of what is saved stays", self.journal.clear)
        elif recovery.complete and recovery.entries:
            app.view.session.replay(recovery.entries)
            app.notify(_restored(len(recovery.entries)), markup=False, timeout=10)
            app.took_recovery()
        elif not recovery.complete:
            app.push_screen(
                QuestionDialog(
                    self._question(),
                    (Answer("take", f"take the {recovery.fitting} that fit, and keep the journal aside"),),
                    "take none, and keep the journal aside",
                ),
                lambda answer: self._take(app, answer),
            )

    def _question(self) -> str:
        recovery = self.recovery
        count, broken = len(recovery.entries), len(recovery.problems)
        if not broken:
            return (
                f"{_steps(count)} of an earlier session {_was(count)} not saved, and the files have changed since: "
                f"{recovery.fitting} still fit."
            )
        lines = "one line" if broken == 1 else f"{broken} lines"
        return (
            f"{_steps(count)} of an earlier session {_was(count)} not saved: {recovery.fitting} fit. "
            f"Of its journal {lines} cannot be read. {recovery.problems[0]}"
        )

    def _take(self, app: WorkbenchApp, answer: str | None) -> None:
        try:
            if answer == "take":
                aside = self.journal.copy_aside()
                fitted = app.view.session.replay_anew(self.recovery.entries)
                app.notify(_restored(fitted), markup=False, timeout=10)
            else:
                aside = self.journal.set_aside()
        except WorkbenchError as error:
            app.complain(f"The journal stays as it is: {error}")
        else:
            app.notify(f"The journal is kept in {aside}", markup=False, timeout=15)
        if answer == "take":
            app.took_recovery()


def _steps(count: int) -> str:
    return "One step" if count == 1 else f"{count} steps"


def _restored(count: int) -> str:
    return f"{_steps(count)} of an earlier session {_was(count)} taken up again; save with Ctrl+S"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
