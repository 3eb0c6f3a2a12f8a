"""The scrollbar of the grid: painted anew where its thumb moves, and not for every line of fifty thousand rows."""

from __future__ import annotations

from textual.scrollbar import ScrollBar, ScrollBarRender

_PARTS = len(ScrollBarRender.VERTICAL_BARS)  # of a cell: so fine does a thumb move


def show_scrolled(bar: ScrollBar, total: int, window: int, position: float) -> None:
    """Let the bar show `window` of `total` lines from `position` on; nothing is done where it would look as it does."""
    size = bar.size.height
    shown = _thumb(size, round(bar.window_virtual_size), round(bar.window_size), bar.position)
    if _thumb(size, total, window, position) != shown:
        bar.window_virtual_size, bar.window_size, bar.position = total, window, position


def _thumb(size: int, total: int, window: int, position: float) -> tuple[int, int]:
    """Return where the thumb begins in a bar of `size` cells, and how long it is, in parts of a cell."""
    if not size or total <= window:
        return (0, size * _PARTS)
    length = max(1, window * size / total)
    return int((size - length) * position / (total - window) * _PARTS), int(length * _PARTS)
