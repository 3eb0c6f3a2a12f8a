"""The numbers of lists in a DOCX file, which stand nowhere but in definitions: word/numbering.xml and word/styles.xml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.interchange.documents.markup import hear
from workbench.interchange.documents.numbers import number, spaced, written

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST = 200  # characters of a level's text: labels are short


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered. `restart` is the level (from 1) above which it begins anew: its own number where
    every level above does that, 0 for none."""

    start: int = 0
    style: str = "decimal"
    text: str = ""
    figures: bool = False
    restart: int | None = None
    paragraph_style: str = ""


@dataclass(slots=True)
class _Definition:
    """An abstract list: its levels; `link` is the style where they really stand, `owner` the style that they stand for."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    owner: str = ""


@dataclass(slots=True)
class _List:
    """A list of the text: the definition that it counts by, and what it does otherwise."""

    definition: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Style:
    """What a paragraph style says of numbering: its list and level, and the style that it is based on."""

    based_on: str = ""
    list_id: str | None = None
    level: int | None = None
    hidden: bool = False


class Definitions:
    """Hears word/numbering.xml."""

    def __init__(self) -> None:
        self.definitions: dict[str, _Definition] = {}
        self.lists: dict[str, _List] = {}
        self._definition = _Definition()
        self._list: _List | None = None
        self._level: Level | None = None
        self._place = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        value = attributes.get("val", "")
        match name:
            case "abstractNum":
                self._definition = self.definitions[attributes.get("abstractNumId", "")] = _Definition()
                self._list = None
            case "num":
                self._list = self.lists[attributes.get("numId", "")] = _List()
            case "abstractNumId" if self._list is not None:
                self._list.definition = value
            case "numStyleLink":
                self._definition.link = value
            case "styleLink":
                self._definition.owner = value
            case "lvlOverride":
                self._place = number(attributes.get("ilvl"))
            case "startOverride" if self._list is not None:
                self._list.starts[self._place] = number(value)
            case "lvl":
                levels = self._definition.levels if self._list is None else self._list.levels
                self._level = levels[number(attributes.get("ilvl"))] = Level()
            case _ if self._level is not None:
                self._say(self._level, name, value)

    @staticmethod
    def _say(level: Level, name: str, value: str) -> None:
        match name:
            case "start":
                level.start = number(value)
            case "numFmt":
                level.style = value
            case "lvlText":
                level.text = value[:_LONGEST]
            case "isLgl":
                level.figures = value not in ("0", "false", "off")
            case "lvlRestart":
                level.restart = number(value)
            case "pStyle":
                level.paragraph_style = value

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "lvl":
            self._level = None

    def text(self, text: str) -> None:
        """Numbering has no text of its own."""


class Styles:
    """Hears word/styles.xml."""

    def __init__(self) -> None:
        self.styles: dict[str, Style] = {}
        self.default = ""
        self._style: Style | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        value = attributes.get("val", "")
        if name == "style":
            key = attributes.get("styleId", "")
            self._style = self.styles[key] = Style()
            if attributes.get("type") == "paragraph" and attributes.get("default") in ("1", "true", "on"):
                self.default = key
        elif self._style is not None:
            match name:
                case "basedOn":
                    self._style.based_on = value
                case "numId":
                    self._style.list_id = value
                case "ilvl":
                    self._style.level = number(value)
                case "vanish":
                    self._style.hidden = value not in ("0", "false", "off")

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "style":
            self._style = None

    def text(self, text: str) -> None:
        """Styles have no text of their own."""


class Numbering:
    """Counts the paragraphs of a document, one after the other."""

    def __init__(self, numbering: bytes, styles: bytes, path: str) -> None:
        """Take the two parts, b"" for one that is not there; raise InputError for what is broken in them."""
        self._definitions = Definitions()
        self._styles = Styles()
        if numbering:
            hear(numbering, self._definitions, path)
        if styles:
            hear(styles, self._styles, path)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def is_hidden(self, style: str) -> bool:
        """Return whether a style hides what is written in it."""
        return any(one.hidden for one in self._chain(style))

    def label(self, style: str, list_id: str | None, level: int | None) -> str:
        """Return what a person reads before the next paragraph: its number and the space behind it, "" where it has none.

        `style` is the paragraph's style ("" for the default one); `list_id` and `level` are what the paragraph itself says.
        """
        list_id, place = self._list_of(style, list_id, level)
        one = self._definitions.lists.get(list_id)
        if one is None:
            return ""
        key, levels = self._levels(one)
        place = min(max(place, 0), _LEVELS - 1)
        here = levels.get(place)
        if here is None:
            return ""
        counts = self._count(list_id, one, key, levels, place)
        if here.style == "bullet":
            return ""

        def value(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            other = levels.get(above, Level(1))
            return written(counts.get(above, other.start), "decimal" if here.figures else other.style)

        # Where nothing stands behind the number either, a space parts them all the same, so that both can be read.
        return spaced(_PLACE.sub(value, here.text).strip())

    def _chain(self, style: str) -> list[Style]:
        """Return a style and those that it is based on."""
        found, seen = [], set()
        name = style or self._styles.default
        while name in self._styles.styles and name not in seen:
            seen.add(name)
            found.append(self._styles.styles[name])
            name = found[-1].based_on
        return found

    def _list_of(self, style: str, list_id: str | None, level: int | None) -> tuple[str, int]:
        if list_id is None:
            listed = next((one for one in self._chain(style) if one.list_id is not None), None)
            if listed is None:
                return "", 0
            list_id = listed.list_id or ""
            if level is None:
                level = self._level_of_style(list_id, style or self._styles.default)
            level = listed.level if level is None else level
        return list_id, level or 0

    def _level_of_style(self, list_id: str, style: str) -> int | None:
        one = self._definitions.lists.get(list_id)
        levels = self._levels(one)[1] if one is not None else {}
        return next((place for place, level in levels.items() if level.paragraph_style == style and style), None)

    def _levels(self, one: _List) -> tuple[str, Mapping[int, Level]]:
        """Return the definition that a list counts by, and its levels with what the list itself says."""
        key = one.definition
        definition = self._definitions.definitions.get(key, _Definition())
        if definition.link and not definition.levels:
            owners = (name for name, other in self._definitions.definitions.items() if other.owner == definition.link)
            key = next(owners, key)
            definition = self._definitions.definitions.get(key, _Definition())
        return key, {**definition.levels, **one.levels}

    def _count(self, list_id: str, one: _List, key: str, levels: Mapping[int, Level], place: int) -> Mapping[int, int]:
        """Count one on at a level, begin those below anew; return the counts of all levels."""
        counts = self._counts.setdefault(key, {})
        if (list_id, place) not in self._begun:
            self._begun.add((list_id, place))
            if place in one.starts:
                counts.pop(place, None)
        if place in counts:
            counts[place] += 1
        else:
            counts[place] = one.starts.get(place, levels[place].start)
        for above in range(place):  # one that was passed over counts as begun
            counts.setdefault(above, one.starts.get(above, levels[above].start if above in levels else 1))
        for below in [lower for lower in counts if lower > place]:
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and place < restart):
                del counts[below]
        return counts
