"""Going to the next cell of a kind: doubtful, unreviewed, changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group
from workbench.tui.seeking import changed_since, is_in_doubt, is_unreviewed, seek

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _doubtful(by: int, app: WorkbenchApp) -> None:
    seek(app, by, is_in_doubt, "No bead is in doubt")


def _unreviewed(by: int, app: WorkbenchApp) -> None:
    seek(app, by, is_unreviewed, "All wordings are reviewed")


def _changed(by: int, app: WorkbenchApp) -> None:
    seek(app, by, changed_since(app.view.session.saved), "Nothing has changed since the last save")


GROUP = Group(
    "Going on",
    25,
    (
        Action("next_doubtful", ("d",), "doubtful", "Go to the next doubtful bead", partial(_doubtful, 1)),
        Action(
            "previous_doubtful", ("D",), "doubtful before", "Go to the doubtful bead before", partial(_doubtful, -1)
        ),
        Action(
            "next_unreviewed", ("u",), "unreviewed", "Go to the next wording nobody reviewed", partial(_unreviewed, 1)
        ),
        Action("previous_unreviewed", ("U",), "unreviewed before", "Go to the one before", partial(_unreviewed, -1)),
        Action(
            "next_changed", ("e",), "changed", "Go to the next cell changed since the last save", partial(_changed, 1)
        ),
        Action("previous_changed", ("E",), "changed before", "Go to the changed cell before", partial(_changed, -1)),
    ),
)
