"""Numbers in digits: thousand separators and decimal marks as the languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from workbench.languages.cut import Cut, matches_at

# Digits inside a word ("G20", "C5") are no number; in a text without spaces they may follow a Han character.
_TOKEN = re.compile(
    r"(?<![^\W_㐀-鿿])(?<!\d[.,])\d"
    r"(?:\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3}(?!\d))+(?:[.,]\d{1,2}(?!\d))?|\d*(?:[.,]\d+)*)"
)
LONGEST = 100  # characters of a number: more digits are a code, a drawn line, or no text at all
_SPACED = re.compile(r"[ \u00a0\u2009\u202f'’]")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


class Digits(NamedTuple):
    """A number in digits: its place (code points, end exclusive) and its value."""

    start: int
    end: int
    value: Decimal


def digits(text: Cut, decimal: str) -> Iterator[Digits]:
    """Yield the numbers in digits of a text, thousands grouped by spaces, commas, full stops or apostrophes.

    `decimal` is the language's decimal mark (`.` or `,`), empty where it is not known: then three digits behind a single mark
    are a group (`1.500`). What is no number (`1.2.3`, `01.12.2024`) is passed over.
    """
    for match in matches_at(_TOKEN, text.folded, text.figures):
        if match.end() - match.start() > LONGEST:
            continue
        written = match.group()
        plain = written if written.isdecimal() else _plain(_SPACED.sub("", written), decimal)
        if plain is not None:
            yield Digits(match.start(), match.end(), Decimal(plain))


def _plain(written: str, decimal: str) -> str | None:
    marks = [character for character in written if character in ".,"]
    if not marks:
        return written
    if len(set(marks)) == 2:  # 1,500,000.5 or 1.500.000,5
        group, last = marks[0], marks[-1]
        head, tail = written.rsplit(last, 1)
        whole = marks.count(last) == 1 and _GROUPED.fullmatch(head) and set(marks[:-1]) == {group}
        return head.replace(group, "") + "." + tail if whole else None
    mark = marks[0]
    if _GROUPED.fullmatch(written) and (len(marks) > 1 or mark != decimal):
        return written.replace(mark, "")
    return written.replace(mark, ".") if len(marks) == 1 else None
