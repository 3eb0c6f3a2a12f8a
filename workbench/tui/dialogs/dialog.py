"""What all dialogs are: screens over the editor, whose keys are actions of the one table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from workbench.tui.actions.action import Where
from workbench.tui.actions.dialog import GROUP
from workbench.tui.actions.table import dialog_bindings, shown_key
from workbench.tui.steady_screen import SteadyScreen

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

T = TypeVar("T")


class Dialog(ModalScreen[T | None], SteadyScreen[T | None]):
    """Gives a value, or None where it was left. Actions call its methods; a dialog overrides those that mean something there.

    `places` say of which actions it has the keys. Widgets in it keep their own keys, but for Enter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *dialog_bindings(GROUP),
        Binding("ctrl+с", "screen.copy_text", show=False),
    ]
    places: ClassVar[tuple[Where, ...]] = (Where.DIALOG,)

    def take(self) -> None:
        """Hand over what is chosen or typed."""

    def leave(self) -> None:
        """Hand over nothing."""
        self.dismiss(None)

    def help(self) -> None:
        """Show the keys of this dialog."""
        from workbench.tui.dialogs.text_dialog import HelpDialog
        from workbench.tui.help import help_of

        self.app.push_screen(HelpDialog(help_of(self.keys, *self.places)))

    def move(self, by: int) -> None:
        """Go one line down (1) or up (-1)."""

    def choose_all(self) -> None:
        """Choose all."""

    def answer(self, value: str) -> None:
        """Take an answer."""

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of actions by the settings."""
        return cast("WorkbenchApp", self.app).services.keys

    def key(self, name: str) -> str:
        """Return the key of an action, as people write it."""
        return shown_key(name, self.keys)

    def ways_out(self) -> str:
        """Return the keys that take and leave, in one line."""
        return " · ".join(filter(None, (self.key("dialog_take"), self.key("dialog_leave"))))
