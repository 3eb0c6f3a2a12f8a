"""ODT: paragraphs, headings, cells and footnotes of a file of LibreOffice and its kin, with the numbers of its list styles."""

from __future__ import annotations

from collections import Counter as Counts
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.interchange.documents.archive import Archive, broken
from workbench.interchange.documents.content import Content, counted
from workbench.interchange.documents.markup import hear
from workbench.interchange.documents.numbers import number
from workbench.interchange.documents.odt_numbering import OUTLINE, Counter, ListStyles
from workbench.model.errors import InputError

NAME = "ODT"
SUFFIXES = (".odt", ".ott")
ORDER = 10
_KIND = b"application/vnd.oasis.opendocument.text"
_UNSEEN = ("tracked-changes", "annotation", "note-citation", "ruby-text")
_OF_FRAMES = ("title", "desc")  # what a picture shows, for those who do not see it
_HEADS = ("header", "footer")
_SIGNS = {"tab": "\t", "s": " ", "line-break": "\n"}


def recognises(content: bytes, suffix: str) -> bool:
    """Return whether it is a ZIP file that calls itself a text of OpenDocument, at its beginning as the standard says."""
    return content.startswith(b"PK") and (_KIND in content[:200] or (suffix in SUFFIXES and b"content.xml" in content))


def read(content: bytes, path: str, encoding: str | None) -> Content:  # noqa: ARG001
    """Return paragraphs, headings, cells and footnotes, each footnote behind the paragraph that refers to it.

    Raises InputError for a file that is broken, encrypted or hostile.
    """
    archive = Archive(content, path)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise InputError(
            "it is encrypted", path=path, advice="open it with its password, save it without, and name that file"
        )
    body = archive.read("content.xml")
    if not body:
        raise broken(path, "no content.xml in it")
    styles = ListStyles()
    pages = _StylesOnly(styles)
    if other := archive.read("styles.xml"):
        hear(other, pages, path)
    heard = _Body(styles)
    hear(body, heard, path)
    return Content(
        tuple(heard.paragraphs),
        (
            *(("headers and footers",) if pages.heads else ()),
            *counted(heard.left_out["tracked-changes"], "list of tracked deletions", "lists of tracked deletions"),
            *counted(heard.left_out["annotation"], "comment", "comments"),
        ),
    )


class _StylesOnly:
    def __init__(self, styles: ListStyles) -> None:
        self.heads = False  # whether something stands in a header or a footer
        self._styles = styles
        self._in_head = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._styles.start(name, attributes)
        self._in_head += name.startswith(_HEADS)

    def end(self, name: str) -> None:
        self._in_head -= name.startswith(_HEADS)

    def text(self, text: str) -> None:
        self.heads = self.heads or (self._in_head > 0 and bool(text.strip()))


@dataclass(slots=True)
class _List:
    """A list that has begun: its style, the counter that lists within it share, its level; of the item that has begun another
    style and a value to begin at, if it has them, and whether it still waits for its first paragraph."""

    style: str
    counter: Counter
    level: int
    other_style: str = ""
    value: int | None = None
    waits: bool = False


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    label: str = ""


class _Body:
    """Hears content.xml. Footnotes and frames stand within paragraphs, and are put behind them."""

    def __init__(self, styles: ListStyles) -> None:
        self.paragraphs: list[str] = []
        self.left_out: Counts[str] = Counts()
        self._styles = styles
        self._open: list[_Paragraph] = []
        self._behind: list[str] = []
        self._lists: list[_List] = []
        self._counters: dict[str, Counter] = {}
        self._by_id: dict[str, Counter] = {}
        self._unseen = self._frames = 0
        self._in_body = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._unseen or name in _UNSEEN or (self._frames and name in _OF_FRAMES):
            self.left_out[name] += not self._unseen
            self._unseen += 1
        elif name == "body":
            self._in_body = True
        elif name == "frame":
            self._frames += 1
        elif not self._in_body:
            self._styles.start(name, attributes)
        elif name == "list":
            self._begin_list(attributes)
        elif name == "list-item" and self._lists:
            here, value = self._lists[-1], attributes.get("start-value")
            here.waits, here.value = True, number(value, 1) if value else None
            here.other_style = attributes.get("style-override", "")
        elif name == "numbered-paragraph":
            self._begin_numbered(attributes)
        elif name in ("p", "h"):
            self._open.append(_Paragraph(label=self._label(name, attributes)))
        elif self._open and name in _SIGNS:
            self._open[-1].pieces.append(_SIGNS[name])

    def end(self, name: str) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
        elif name == "frame":
            self._frames -= 1
        elif name in ("list", "numbered-paragraph") and self._lists:
            self._lists.pop()
        elif name == "list-item" and self._lists:
            self._lists[-1].waits = False
        elif name in ("p", "h") and self._open:
            self._close(self._open.pop())

    def text(self, text: str) -> None:
        """A stretch of text."""
        if self._open and not self._unseen:
            self._open[-1].pieces.append(text.replace("\n", " "))

    def _begin_list(self, attributes: Mapping[str, str]) -> None:
        style = attributes.get("style-name", "")
        if self._lists:
            above = self._lists[-1]
            self._lists.append(_List(style or above.other_style or above.style, above.counter, above.level + 1))
            return
        goes_on = attributes.get("continue-list", "")
        if goes_on and goes_on in self._by_id:
            counter = self._by_id[goes_on]
        elif attributes.get("continue-numbering") == "true" and style in self._counters:
            counter = self._counters[style]
        else:
            counter = self._counters[style] = Counter()
        self._by_id[attributes.get("id", "")] = counter
        self._lists.append(_List(style, counter, 1))

    def _begin_numbered(self, attributes: Mapping[str, str]) -> None:
        """Begin the list of one paragraph that says itself which list it belongs to."""
        key = attributes.get("list-id", "") or attributes.get("style-name", "")
        if key not in self._by_id:
            self._by_id[key] = Counter()
        value = attributes.get("start-value")
        level = number(attributes.get("level"), 1)
        start = number(value, 1) if value else None
        style = attributes.get("style-name", "")
        self._lists.append(_List(style, self._by_id[key], level, value=start, waits=True))

    def _label(self, name: str, attributes: Mapping[str, str]) -> str:
        """Return the label of a paragraph or heading that begins, and count it."""
        if self._open:
            return ""
        if self._lists:
            here = self._lists[-1]
            if not here.waits:
                return ""
            here.waits = False
            style = here.other_style or here.style
            if not self._styles.levels.get(style):
                style = self._styles.of_paragraph(attributes.get("style-name", ""))
            return here.counter.count(here.level, self._styles.levels.get(style, {}), here.value)
        if name == "h" and attributes.get("is-list-header") != "true":
            counter = self._counters.setdefault(OUTLINE, Counter())
            begins = attributes.get("restart-numbering") == "true"
            value = number(attributes.get("start-value"), 1) if begins else None
            levels = self._styles.levels.get(OUTLINE, {})
            return counter.count(number(attributes.get("outline-level"), 1), levels, value)
        return ""

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.pieces).strip()
        found = [f"{paragraph.label}{text}"] if text else []
        if self._open:
            self._behind += found
        else:
            self.paragraphs += found + self._behind
            self._behind = []
