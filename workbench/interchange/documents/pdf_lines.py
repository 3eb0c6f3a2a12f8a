"""The lines of a PDF's pages, with their places: what pypdfium2 gives, put in order."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.interchange.documents.archive import MOST, broken
from workbench.model.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 5000
_CUT = ("\x02", "\ufffe", "\u00ad")  # what pdfium has for a hyphen that cuts a word, and what typesetters have
_SMALL = 0.75  # of the size of the line: figures above it refer to a footnote


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, where it begins and ends, its bottom, and the size of its letters, in points from the lower left."""

    text: str
    left: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Where it has its middle, from left to right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page: how wide it is, and its lines in the order in which they are written."""

    width: float
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    left: float
    right: float
    bottom: float
    top: float


def pages_of(content: bytes) -> list[Page]:
    """Return the pages with their lines; raise InputError for a PDF that is broken, encrypted or too large."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise InputError(
                "it is encrypted", advice="open it with its password, save it without, and name that file"
            ) from None
        raise broken("", error) from None
    try:
        return _pages(document)
    except pypdfium2.PdfiumError as error:
        raise broken("", error) from None
    finally:
        document.close()


def _pages(document: PdfDocument) -> list[Page]:
    if len(document) > MOST_PAGES:
        raise InputError(f"more than {MOST_PAGES} pages", advice="cut it into smaller documents")
    found = []
    signs = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        signs += text.count_chars()
        if signs > MOST:
            raise InputError(f"more than {MOST // 1024 // 1024} MB of text", advice="cut it into smaller ones")
        found.append(Page(page.get_width(), list(_joined(_runs(text)))))
        text.close()
        page.close()
    return found


def _runs(text: Any) -> Iterator[list[_Sign]]:
    """Give the signs of a page, cut where pdfium ends a line."""
    import pypdfium2.raw as raw

    run: list[_Sign] = []
    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if sign in "\r\n":
            if run:
                yield run
            run = []
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        left, right = sorted((box.left, box.right))
        bottom, top = sorted((box.bottom, box.top))
        here = _Sign("-" if sign in _CUT else sign, left, right, bottom, top)
        if run and left < run[-1].left and top < (run[-1].bottom + run[-1].top) / 2:
            # Behind a word that is cut pdfium ends no line.
            yield run
            run = []
        run.append(here)
    if run:
        yield run


def _joined(runs: Iterator[list[_Sign]]) -> Iterator[Line]:
    """Give lines: runs that stand beside each other at one height are one."""
    held: list[_Sign] = []
    for run in runs:
        if held and _is_beside(held, run):
            held += [_Sign(" ", held[-1].right, run[0].left, held[-1].bottom, held[-1].top), *run]
            continue
        yield from _line(held)
        held = run
    yield from _line(held)


def _is_beside(one: Sequence[_Sign], other: Sequence[_Sign]) -> bool:
    last, first = one[-1], other[0]
    shared = min(last.top, first.top) - max(last.bottom, first.bottom)
    return first.left >= last.right - 1 and shared > 0.5 * min(last.top - last.bottom, first.top - first.bottom) > 0


def _line(signs: Sequence[_Sign]) -> Iterator[Line]:
    printed = [sign for sign in signs if not sign.text.isspace()]
    if not printed:
        return
    heights = sorted(sign.top - sign.bottom for sign in printed)
    size = heights[len(heights) // 2]
    bottoms = sorted(sign.bottom for sign in printed)
    bottom = bottoms[len(bottoms) // 2]
    kept = [sign for at, sign in enumerate(signs) if not (at and _refers(sign, size, bottom))]
    text = "".join(sign.text for sign in kept).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield Line(" ".join(text.split()), printed[0].left, max(sign.right for sign in printed), bottom, size)


def _refers(sign: _Sign, size: float, bottom: float) -> bool:
    """Return whether a figure is small and high: the number of a footnote."""
    return sign.text.isdecimal() and sign.top - sign.bottom < _SMALL * size and sign.bottom > bottom + 0.2 * size
