"""Labels: a clause's number as it is written and the value that it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LabelStyle(StrEnum):
    """How the number of a label is written."""

    ARABIC = "arabic"
    ROMAN = "roman"
    CHINESE = "chinese"
    LETTER = "letter"
    CIRCLED = "circled"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a segment.

    `written` is the label as it stands there, without the space behind it (`IV.`, `四、`, `第四条`, `Статья 4`);
    `values` the numbers it means, one a level (`1.2` is (1, 2)); a letter counts from 1. `style` is the style of the
    last number. `frame` is what stands around the numbers, with `{n}` in their place (`{n}.`, `第{n}条`, `({n})`):
    labels of one frame and style belong to one level. `end` is the position (code points) behind the label and the
    white space that follows it: where the segment's wording begins.
    """

    written: str
    values: tuple[int, ...]
    style: LabelStyle
    frame: str
    end: int

    @property
    def value(self) -> int:
        """The number on the label's own, lowest level."""
        return self.values[-1]
