"""Colours: light, dark, high contrast, and for eyes that do not tell red from green. No meaning is by colour alone."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DARK, LIGHT = "textual-dark", "textual-light"

CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    success="#00ff00",
    warning="#ffd700",
    error="#ff8080",
    dark=True,
)
# The colours that Okabe and Ito (2008) chose to be told apart with any kind of colour vision.
COLOUR_BLIND = Theme(
    name="colour-blind",
    primary="#56b4e9",
    secondary="#009e73",
    accent="#cc79a7",
    foreground="#e0e0e0",
    background="#121212",
    surface="#1e1e1e",
    panel="#2a2a2a",
    success="#009e73",
    warning="#f0e442",
    error="#e69f00",
    dark=True,
)

OWN = (CONTRAST, COLOUR_BLIND)
CYCLE = (DARK, LIGHT, CONTRAST.name, COLOUR_BLIND.name)


def known(name: str) -> bool:
    """Return whether there is a theme of that name."""
    return name in BUILTIN_THEMES or name in (theme.name for theme in OWN)


def following(name: str) -> str:
    """Return the theme that comes after one in the round."""
    return CYCLE[(CYCLE.index(name) + 1) % len(CYCLE)] if name in CYCLE else DARK
