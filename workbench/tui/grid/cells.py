"""Text in terminal cells: what is safe to show, and where its lines break. Widths are cells, never `len()`."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len, get_character_cell_size, split_graphemes

# No line begins with these (UAX 14 classes CL, CP, EX, IS, NS; GB/T 15834), and none ends with those.
_NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕〗｝］…—·％℃”’»›,.;:!?)]}%‰°ー々〜～")
_NOT_LAST = frozenset("（《〈「『【〔〖｛［“‘«‹([{№§$¥￥")
_BREAK_AFTER = frozenset("-‐–/")
# Spaces that never break.
_SPACES = (" ", "\t")
_GLUE = frozenset("\u00a0\u202f\u2007\u2060")

_SYMBOLS = {0x7F: "␡", 0x2028: "␤", 0x2029: "␤", 0xAD: "¬", 0x200B: "·", 0xFEFF: "·", 0x2060: "·"}
_SYMBOLS |= {code: chr(0x2400 + code) for code in range(0x20)}
_SYMBOLS |= dict.fromkeys(range(128, 160), "␛")
# Marks that turn the direction of writing would turn the terminal's line as well.
_SYMBOLS |= dict.fromkeys((1564, 8206, 8207, *range(8234, 8239), *range(8294, 8298)), "↔")
_SYMBOLS |= dict.fromkeys((*range(55296, 57344), 65534, 65535), "�")
# Variation selectors and joiners change the width of what they follow in one terminal and not in the other.
_SYMBOLS |= dict.fromkeys((8204, 8205, *range(65024, 65040)), "")


def visible(text: str) -> str:
    """Return `text` as it may be sent to a terminal: controls and invisible characters by symbols, so that no escape
    leaves.
    """
    return text.translate(_SYMBOLS)


def fitted(text: str, width: int) -> str:
    """Return the visible `text` in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    shown = visible(text)
    size = cell_len(shown)
    if size > width:
        shown = cut(shown, width)
        size = cell_len(shown)
    return shown + " " * max(0, width - size)


def cut(text: str, width: int) -> str:
    """Return as much of `text` as fits in `width` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    taken = 0
    for start, _, size in split_graphemes(text)[0]:
        if taken + size > width - 1:
            return (text[:start] + "…") if width > 0 else ""
        taken += size
    return text


def _width(grapheme: str) -> int:
    shown = grapheme.translate(_SYMBOLS)
    return get_character_cell_size(shown) if len(shown) == 1 else cell_len(shown)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Return the graphemes of `text` as (start, end, cells); positions in code points, cells as `visible` shows them."""
    result: list[tuple[int, int, int]] = []
    for position, character in enumerate(text):
        width = _width(character)
        if not width and result and (unicodedata.combining(character) or character not in _GLUE):
            start, _, size = result[-1]
            result[-1] = (start, position + 1, size)
        else:
            result.append((position, position + 1, width))
    return result


def _may_break(before: str, after: str, wide: bool) -> bool:
    """Whether a line may end between two neighbouring characters, neither of them a space; `wide`: one takes two
    cells.
    """
    if before in _BREAK_AFTER:
        return after.isalpha()
    return wide and after not in _NOT_FIRST and before not in _NOT_LAST and after not in _GLUE and before not in _GLUE


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Return the lines of `text` in `width` cells (at least 2) as (start, end) in code points, at least one.

    Breaks after spaces (which hang and are not part of a line) and hyphens, and anywhere in Chinese but before closing
    and after opening punctuation (UAX 14, without its rarer classes); within a word only where it is longer than a
    line.
    """
    width = max(2, width)
    if len(text) * 2 <= width:
        return ((0, len(text)),)
    lines: list[tuple[int, int]] = []
    start = used = 0  # the line being filled: its first code point, its cells
    chance = after_chance = -1  # the last place where it may end, and where the next line would begin
    chance_used = 0  # cells up to after_chance
    previous, previous_width = "", 0
    for begin, end, size in graphemes(text):
        character = text[begin]
        space = text[begin:end] in _SPACES
        if space:
            if previous and previous not in _SPACES:
                chance = begin
            after_chance, chance_used = end, used + size
        elif (
            previous
            and previous not in _SPACES
            and begin > start
            and _may_break(previous, character, max(size, previous_width) > 1)
        ):
            chance = after_chance = begin
            chance_used = used
        while used + size > width and not space and begin > start:
            if chance > start:
                lines.append((start, chance))
                used -= chance_used
                start = after_chance
            else:
                lines.append((start, begin))
                start, used = begin, 0
            chance = -1
        used += size
        previous, previous_width = text[end - 1] if size < 2 else character, size
    lines.append((start, len(text.rstrip(" ")) if len(text.rstrip(" ")) > start else len(text)))
    return tuple(lines)
