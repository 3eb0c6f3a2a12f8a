"""The numbers of lists in an ODT file: list styles and the outline, of content.xml and of styles.xml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.interchange.documents.numbers import number, spaced, written

OUTLINE = "\0outline"  # the name of the one list style that headings have: no other can be called so
_LONGEST = 200
_DEEPEST = 10  # levels: the standard has no more
_PLACE = re.compile(r"%(\d{1,2})%")
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
# LibreOffice names other numerals by their first ones, as ODF allows ("一, 二, 三, ...").
_FIRST_ONES = {
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
    "а": "russianLower",
    "А": "russianUpper",
    "01": "decimalZero",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `form` ("%1%.%2%)") says all where it is there, else what stands around."""

    style: str = "none"
    prefix: str = ""
    suffix: str = ""
    form: str = ""
    start: int = 1
    shown: int = 1
    letters_like_columns: bool = False


@dataclass(slots=True)
class ListStyles:
    """Hears the list styles of a part, and which list style a paragraph style brings; `levels` count from 1."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    paragraph_styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    _name: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        """An element begins; return whether it was one of a list style."""
        match name:
            case "list-style":
                self._name = attributes.get("name", "")
                self.levels.setdefault(self._name, {})
            case "outline-style":
                self._name = OUTLINE
                self.levels.setdefault(OUTLINE, {})
            case "list-level-style-number" | "outline-level-style" | "list-level-style-bullet":
                self.levels.setdefault(self._name, {})[number(attributes.get("level"), 1)] = _level(attributes)
            case "style" if attributes.get("family") == "paragraph":
                brings = (attributes.get("list-style-name", ""), attributes.get("parent-style-name", ""))
                self.paragraph_styles[attributes.get("name", "")] = brings
            case _:
                return False
        return True

    def of_paragraph(self, style: str) -> str:
        """Return the list style that a paragraph style brings, itself or from what it is based on; "" for none."""
        seen = set()
        while style in self.paragraph_styles and style not in seen:
            seen.add(style)
            brings, style = self.paragraph_styles[style]
            if brings:
                return brings
        return ""


def _level(attributes: Mapping[str, str]) -> Level:
    sign = attributes.get("num-format", "").strip()
    first = sign.split(",")[0].strip()
    return Level(
        _STYLES.get(sign) or _FIRST_ONES.get(first, "decimal"),
        attributes.get("num-prefix", "")[:_LONGEST],
        attributes.get("num-suffix", "")[:_LONGEST],
        attributes.get("num-list-format", "")[:_LONGEST],
        number(attributes.get("start-value"), 1),
        number(attributes.get("display-levels"), 1),
        attributes.get("num-letter-sync") != "true",
    )


class Counter:
    """Counts the items of one list; levels count from 1."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def count(self, level: int, levels: Mapping[int, Level], value: int | None = None) -> str:
        """Count one on at a level (or begin at `value`), those below anew; return the label with the space behind it.

        `levels` say how numbers are written: items of one list may do so differently. A level that was passed over counts as
        begun, as office programs have it.
        """
        here = levels.get(level, Level())
        if value is not None:
            self._counts[level] = value
        else:
            self._counts[level] = self._counts[level] + 1 if level in self._counts else here.start
        for above in range(1, min(level, _DEEPEST)):
            self._counts.setdefault(above, levels.get(above, here).start)
        for below in [one for one in self._counts if one > level]:
            del self._counts[below]
        return self._written(level, levels)

    def _written(self, level: int, levels: Mapping[int, Level]) -> str:
        here = levels.get(level, Level())
        if here.style == "none":
            return ""

        def value(place: int) -> str:
            one = levels.get(place, Level())
            style = one.style.replace("Letter", "Column") if one.letters_like_columns else one.style
            return written(self._counts.get(place, one.start), style)

        if here.form:
            text = _PLACE.sub(lambda match: value(int(match[1])), here.form)
        else:
            shown = range(max(1, level - here.shown + 1), level + 1)
            text = here.prefix + ".".join(filter(None, map(value, shown))) + here.suffix
        return spaced(text.strip())
