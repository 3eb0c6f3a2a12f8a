"""No colour (https://no-color.org): the terminal's own two, with bold, underline and reverse, as it is asked for.

What stands out by its ground in other themes stands out by reverse here: the theme has black and white alone, and what is
white by then is reversed.
"""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

_BLACK, _WHITE = "#000000", "#ffffff"

THEME = Theme(
    name="no-colour",
    primary=_WHITE,
    secondary=_WHITE,
    accent=_WHITE,
    foreground=_WHITE,
    background=_BLACK,
    surface=_BLACK,
    panel=_BLACK,
    boost=_BLACK,
    success=_WHITE,
    warning=_WHITE,
    error=_WHITE,
    dark=True,
    variables={
        **dict.fromkeys(("primary-muted", "warning-muted"), _WHITE),
        **dict.fromkeys(("error-muted", "accent-muted", "success-muted", "secondary-muted"), _BLACK),
        **dict.fromkeys(("input-selection-background", "screen-selection-background"), _WHITE),
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), _WHITE),
        **dict.fromkeys(
            ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active", "footer-background"), _BLACK
        ),
        **dict.fromkeys(("block-cursor-blurred-background", "block-hover-background", "button-focus-background"), _BLACK),
        "block-cursor-blurred-text-style": "underline",
    },
)  # fmt: skip


class TwoColours(LineFilter):
    """Leaves no colour in what goes to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual calls it
        """Return segments with their attributes, and reverse in the place of a light ground."""
        return [Segment(text, style and _without_colour(style), control) for text, style, control in segments]


@lru_cache(4096)
def _without_colour(style: Style) -> Style:
    ground = style.bgcolor.get_truecolor() if style.bgcolor is not None and not style.bgcolor.is_default else (0, 0, 0)
    light = sum(ground) > 3 * 127
    # What is struck out or reversed on a ground of its own must not look like its surroundings.
    return Style(
        bold=style.bold,
        underline=style.underline,
        reverse=light != bool(style.reverse or style.strike),
        link=style.link,
        meta=style.meta or None,
    )
