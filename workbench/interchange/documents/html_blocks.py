"""An element of a page to paragraphs: its blocks in order, list items with the numbers that browsers put before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.interchange.documents.html_page import is_one
from workbench.interchange.documents.numbers import number, spaced, written
from workbench.languages.knowledge import NEUTRAL
from workbench.languages.labels import find_label

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = {"1": "decimal", "a": "lowerColumn", "A": "upperColumn", "i": "lowerRoman", "I": "upperRoman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerColumn",
    "lower-latin": "lowerColumn",
    "upper-alpha": "upperColumn",
    "upper-latin": "upperColumn",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "cjk-decimal": "ideographDigital",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}
# Where the number of a note leads, and back, as Word, LibreOffice, wikis and Markdown write it; and what stands there.
_OF_NOTE = re.compile(r"#_?(?:sd)?(?:fn|ftn|edn|footnote|endnote|note|cite)", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§↑↩^]{1,3}\ufe0e?)[\])]?\s*")


@dataclass(slots=True)
class _List:
    """A list that has begun: the value of its next item, the step to the one after, and how numbers are written."""

    value: int
    step: int
    style: str


@dataclass(slots=True)
class _Blocks:
    """The paragraphs so far; `pieces` of the one that is being read, and the label that waits for its first text."""

    found: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    label: str = ""
    value: int = 0

    def add(self, text: str | None) -> None:
        """Take a stretch of text, in which white space is one space."""
        if text:
            self.pieces.append(re.sub(r"[ \t\r\n\f\v]+", " ", text))

    def end(self) -> None:
        """End the paragraph: one for each stretch between two line breaks in a row."""
        for part in re.split(r"\n(?:[ \u00a0]*\n)+", "".join(self.pieces)):
            text = "\n".join(line.strip() for line in part.split("\n")).strip()
            if text:
                self.found.append(self._labelled(text))
        self.pieces = []

    def _labelled(self, text: str) -> str:
        label, self.label = self.label, ""
        if label:
            there = find_label(text, NEUTRAL)  # typed, and hidden or doubled by the page's style
            if there is not None and there.values == (self.value,):
                return text
        return f"{label}{text}"


def blocks(root: _Element) -> tuple[str, ...]:
    """Return the paragraphs of an element; a line break within one is a line feed."""
    from lxml import etree

    held = _Blocks()
    lists: list[_List] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            if element is not root and (is_one(tag, "never") or (tag == "a" and _is_number_of_note(element))):
                walk.skip_subtree()
                continue
            if tag == "br":
                held.pieces.append("\n")
            elif not is_one(tag, "inline"):
                held.end()
                _begin(tag, element, lists, held)
            held.add(element.text)
            continue
        if not is_one(tag, "inline"):
            held.end()
            if tag in ("ol", "ul", "menu", "dir") and lists:
                lists.pop()
            elif tag == "li":
                held.label = ""
        if element is not root:
            held.add(element.tail)
    held.end()
    return tuple(held.found)


def _is_number_of_note(link: _Element) -> bool:
    """Return whether a link is the number of a note, in the text or before the note: in a word processor it is no text either."""
    if not _OF_NOTE.match(link.get("href", "")):
        return False
    return _NOTE_NUMBER.fullmatch("".join(map(str, link.itertext()))) is not None


def _begin(tag: str, element: _Element, lists: list[_List], held: _Blocks) -> None:
    if tag in ("ol", "ul", "menu", "dir"):
        lists.append(_list(tag, element))
    elif tag == "li" and lists:
        one = lists[-1]
        value = number(element.get("value"), one.value)
        style = _style(element, one.style)
        one.value = value + one.step
        held.label, held.value = _label(value, style), value


def _list(tag: str, element: _Element) -> _List:
    if tag != "ol":
        return _List(0, 0, "none")
    backwards = "reversed" in element.attrib
    first = sum(1 for one in element if one.tag == "li") if backwards else 1
    return _List(number(element.get("start"), first), -1 if backwards else 1, _style(element, "decimal"))


def _style(element: _Element, inherited: str) -> str:
    said = _STYLE.search(element.get("style", "")[:1000])
    if said is not None:
        names = (_STYLES.get(word.lower()) for word in said[1].split())
        return next((name for name in names if name), inherited)
    return _TYPES.get(element.get("type", ""), inherited)


def _label(value: int, style: str) -> str:
    text = written(value, style)
    if not text:
        return ""
    return f"{text}、" if spaced(text) == text else f"{text}. "
