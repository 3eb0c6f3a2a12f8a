"""Recovering on the screen: what a crash left in the journal is done again, and asked about where it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.editing.journal import Journal
from workbench.editing.recovery import Recovery
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
        count = len(recovery.entries)
        if not count:
            return
        if recovery.saved:
            self.journal.clear()
        elif recovery.complete:
            app.view.session.replay(recovery.entries)
            app.notify(_restored(count), markup=False, timeout=10)
            app.took_recovery()
        else:
            app.push_screen(
                QuestionDialog(
                    f"{_steps(count)} of an earlier session {_was(count)} not saved, and the files have changed since: "
                    f"{recovery.fitting} still fit.",
                    (Answer("take", "t", "е", f"take the {recovery.fitting} that fit, and keep the journal aside"),),
                    "take none, and keep the journal aside",
                ),
                lambda answer: self._take(app, answer),
            )

    def _take(self, app: WorkbenchApp, answer: str | None) -> None:
        aside = self.journal.set_aside()
        if answer == "take":
            fitted = app.view.session.replay_and_log(self.recovery.entries)
            app.took_recovery()
            app.notify(_restored(fitted), markup=False, timeout=10)
        app.notify(f"The journal is kept in {aside}", markup=False, timeout=15)


def _steps(count: int) -> str:
    return "One step" if count == 1 else f"{count} steps"


def _restored(count: int) -> str:
    return f"{_steps(count)} of an earlier session {_was(count)} taken up again; save with Ctrl+S"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
