"""Lines of pages to paragraphs, by what a reader sees: distance, indents, short last lines, letters of another size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.interchange.documents.pdf_heads import begins_with_label
from workbench.interchange.documents.pdf_lines import Line
from workbench.interchange.documents.pdf_margins import Margins

_WIDER = 1.3  # times the usual distance of lines, which is measured in sizes of their letters
_NEAREST, _TIGHT = 0.7, 0.15  # sizes; share of the distances that are those within paragraphs, at least
_FARTHEST = 3.0  # sizes: lines farther from each other are not of one paragraph
_OTHER_SIZE = 0.12  # share by which letters of another size differ
_NOTE_SIZE = 0.9  # of the usual size: smaller lines at the end of a page are footnotes
_ROOMY = 1.15  # words have wider letters than a line has on the whole
_INDENT = 0.6  # of the size of the letters
_ENDS = ".!?…:;。！？：；»”)"
# Those of Word are letters of its own fonts, Symbol and Wingdings, which Unicode has no names for.
_BULLET = re.compile("[•▪▫◦●○■□◆‣⁃∙·➢►✓\ue000-\uf8ff]\\s")
_HYPHENS = ("-", "‐")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def paragraphs(bodies: Sequence[Sequence[Line]], width: float) -> list[str]:
    """Return the paragraphs of pages of lines; `width` is that of a page.

    Within a paragraph "-" and a line feed stand where a line ends with a hyphen.
    """
    found: list[str] = []
    sizes = Counter(round(line.size, 1) for body in bodies for line in body for _ in line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    flow = _Flow(found, Margins([line for body in bodies for line in body], width))
    parted = [_parted(body, usual) for body in bodies]
    pitch = _pitch([lines for lines, _ in parted])
    for lines, notes in parted:
        flow.page(lines, pitch)
        flow.notes(notes)
    flow.end()
    return found


def _pitch(bodies: Sequence[Sequence[Line]]) -> float:
    """Return how far the lines of a paragraph are from each other, in sizes of their letters: nearer than paragraphs are."""
    steps = sorted(_step(one, two) for body in bodies for one, two in pairwise(body))
    steps = [step for step in steps if _NEAREST < step < _FARTHEST]
    return steps[int(_TIGHT * len(steps))] if steps else 0.0


def _step(one: Line, two: Line) -> float:
    return (one.bottom - two.bottom) / max(1.0, two.size)


def _parted(body: Sequence[Line], usual: float) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines of a page, and the small ones at its end: footnotes."""
    end = len(body)
    while end and body[end - 1].size < _NOTE_SIZE * usual:
        end -= 1
    return (body[:end], body[end:]) if end else (body, ())


class _Flow:
    """Lines on lines to paragraphs, over the ends of pages; footnotes wait until the paragraph that they stand under is whole."""

    def __init__(self, into: list[str], margins: Margins) -> None:
        self._into, self._margins = into, margins
        self._held: list[Line] = []
        self._waiting: list[str] = []

    def page(self, lines: Sequence[Line], pitch: float) -> None:
        """Take the lines of the next page; `pitch` is how far lines of a paragraph are from each other."""
        for number, line in enumerate(lines):
            if self._held and self._begins(line, pitch, is_first=number == 0):
                self.end()
            self._held.append(line)

    def notes(self, lines: Sequence[Line]) -> None:
        """Take the footnotes of the page."""
        if lines:
            apart = _Flow(self._waiting, self._margins)
            apart.page(lines, _pitch([lines]))
            apart.end()

    def end(self) -> None:
        """End the paragraph that is held."""
        if self._held:
            self._into.append(_text(self._held))
        self._held = []
        self._into += self._waiting
        self._waiting = []

    def _begins(self, line: Line, pitch: float, *, is_first: bool) -> bool:
        """Return whether a line begins a paragraph, behind those that are held."""
        last = self._held[-1]
        if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
            return True
        step = _step(last, line)
        if not is_first and (step < 0 or step > max(_WIDER * pitch, 1.1)):
            return step > 0 or _ended(last)
        if last.text.endswith(_HYPHENS):
            return False
        if _BULLET.match(line.text) or (_ended(last) and (is_first or begins_with_label(line.text))):
            return True
        if not is_first and self._is_centred(line, last):
            return False
        if not is_first and self._is_set_in(line, last):
            return True
        goes_on = line.text[0].islower() and not _ended(last)
        return not goes_on and self._is_short(last, line)

    def _is_centred(self, line: Line, last: Line) -> bool:
        """Return whether two lines are set about one middle, both away from the left edge: a heading of several lines."""
        near = 0.5 * line.size
        edge = self._margins.left + near
        return abs(line.middle - last.middle) < near < abs(line.left - last.left) and min(line.left, last.left) > edge

    def _is_short(self, last: Line, line: Line) -> bool:
        """Return whether the first word of a line would have had room on the line before."""
        first = line.text[0] if _WIDE.match(line.text) else line.text.split(" ", 1)[0]
        width = (line.right - line.left) / max(1, len(line.text)) * (len(first) + 1)
        return last.right + _ROOMY * width < self._margins.right(last)

    def _is_set_in(self, line: Line, last: Line) -> bool:
        """Return whether a line begins farther right, or farther left, than the lines of its paragraph do."""
        shift = line.left - last.left
        if len(self._held) == 1:
            # Behind the first line the others may hang (behind a label or a bullet), or come back from its indent.
            hangs = _BULLET.match(last.text) or begins_with_label(last.text)
            return shift > _INDENT * line.size and not hangs
        return abs(shift) > _INDENT * line.size


def _ended(line: Line) -> bool:
    return line.text[-1:] in _ENDS


def _text(lines: Sequence[Line]) -> str:
    """Return a paragraph; a bullet is no part of it, as it is none in a document of Word."""
    text = "".join(_pieces(lines)).strip()
    return text[1:].lstrip() if _BULLET.match(text) else text


def _pieces(lines: Sequence[Line]) -> Iterator[str]:
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        yield line.text
        if following is None:
            return
        if line.text.endswith(_HYPHENS):
            yield "\n"
        elif not _joins(line.text[-1:], following.text[:1]):
            yield " "


def _joins(left: str, right: str) -> bool:
    """Return whether two signs stand beside each other without a space: of wide scripts, or a mark beside one of these."""
    wide = [_WIDE.match(sign) is not None for sign in (left, right)]
    return all(wide) or (any(wide) and not (left if wide[1] else right).isalnum())
