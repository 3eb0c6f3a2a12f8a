"""The last line: the keys that mean something now. Clicking one presses it.

Textual's Footer makes a widget of each key, and makes them all anew whenever the focus moves: that costs more than a keystroke.
"""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget


class KeysLine(Widget):
    """Shows the bindings of the screen that have a name to be shown, the key before its name."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys-line--key", "keys-line--name"}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._shown: tuple[tuple[str, str, str], ...] = ()  # key, as it is displayed, and what it does

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is not self.screen:
            return
        first: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                first.setdefault(active.binding.action, active.binding)
        shown = tuple((each.key, self.app.get_key_display(each), each.description) for each in first.values())
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def render(self) -> Text:
        """Return the line."""
        line = Text(no_wrap=True, end="", overflow="ellipsis")
        key_style = self.get_component_rich_style("keys-line--key", partial=True)
        name_style = self.get_component_rich_style("keys-line--name", partial=True)
        for key, display, name in self._shown:
            pressed = Style.from_meta({"key": key})
            line.append(display, key_style + pressed)
            line.append(f" {name}", name_style + pressed)
            line.append("  ")
        return line

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("key")
        if key:
            self.app.simulate_key(key)
