"""Screens that are laid out in the size that the terminal has, and in no other."""

from __future__ import annotations

from typing import TypeVar

from textual.command import CommandPalette
from textual.geometry import Size
from textual.screen import Screen

T = TypeVar("T")


class SteadyScreen(Screen[T]):
    """A screen that is laid out in the terminal's size whatever size it is told.

    Textual tells a screen each size that it laid it out in. Of two sizes that come while a screen is busy, each would call up
    the other, for ever, where something stands between them in its queue; and as that is never empty then, nothing else
    would have its turn: no key, no timer. In one size nothing is new at the second time, and nothing is told.

    It comes second among the bases of a class: styles are those of the first.
    """

    def _screen_resized(self, _size: Size) -> None:
        super()._screen_resized(self.app.size)


class Palette(CommandPalette, SteadyScreen[None]):
    """The command palette."""
