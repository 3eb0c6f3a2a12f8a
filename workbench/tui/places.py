"""Finding a place that somebody names: a clause in any numeral, a row, or words."""

from __future__ import annotations

import re

from workbench.languages.numeral_systems import chinese_value, circled_value, roman_value
from workbench.tui.view import View

_ROW = re.compile(r"#\s*(\d+)")
_STEP = re.compile(r"\(([^()]+)\)|([^\s.()¶]+)")


def clause_row(view: View, wanted: str) -> int | None:
    """Return the row in which a clause begins: `4`, `IV`, `四`, `4.`, `3.1`, `3(a)`, `3¶2` name it; None where none does."""
    name = _clause_name(wanted)
    if name is None:
        return None
    for segment, place in enumerate(view.table.places):
        if place.name == name:
            return view.table.row_of(view.pivot, segment)
    return None


def numbered_row(view: View, wanted: str) -> int | None:
    """Return the row that `#120` means (1-based), the nearest that there is; None where no row is meant."""
    match = _ROW.fullmatch(wanted.strip())
    return min(max(int(match[1]) - 1, 0), len(view.table.rows) - 1) if match and view.table.rows else None


def text_place(view: View, wanted: str) -> tuple[int, str, int] | None:
    """Return row, version and segment of the next place behind the cursor, round the end, that holds words in any shown version.

    Case does not count.
    """
    words = wanted.casefold().strip()
    count = len(view.table.rows)
    if not words or not count:
        return None
    tags = view.tags
    here = tags.index(view.cursor.tag) if view.cursor.tag in tags else 0
    for step in range(count * len(tags)):
        row, column = divmod((view.cursor.row * len(tags) + here + 1 + step) % (count * len(tags)), len(tags))
        for segment in view.table.segments(row, tags[column]):
            if words in view.table.text(tags[column], segment).casefold():
                return row, tags[column], segment
    return None


def _clause_name(wanted: str) -> str | None:
    """Return a clause's name as `Place.name` writes it, or None where the words are no name of a clause."""
    text, sign, paragraph = wanted.strip().rstrip(".、:：").partition("¶")
    if sign and not paragraph.strip().isdecimal():
        return None
    name = ""
    for match in _STEP.finditer(text):
        if match[1] is not None:
            value = match[1].strip()
            name += f"({value.lower()})"
            continue
        number = _value(match[2].strip("、．"))
        if number is None:
            return None
        name += f".{number}" if name else str(number)
    if not name or _STEP.sub("", text).strip(" .()"):
        return None
    return f"{name}¶{int(paragraph)}" if sign and int(paragraph) > 1 else name


def _value(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    return next(
        (value for read in (roman_value, chinese_value, circled_value) if (value := read(text)) is not None), None
    )
