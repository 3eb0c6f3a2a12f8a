"""The form of a version's file: what makes it other than what Workbench writes, and the operation that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.operations import LineForm, Operation, ReplaceForm
from workbench.model.segment import Text

_END = "\n"


@dataclass(frozen=True, slots=True)
class OddForm:
    """What is odd in the form of a file: in words, the first segment that shows it, and what mends it."""

    said: tuple[str, ...]
    segment: int
    fix: Operation


def odd_form(tag: str, text: Text) -> OddForm | None:
    """Return what is odd in line ends and blank lines of a version's text, or None where they are as Workbench writes them.

    That form is: LF, one blank line between paragraphs, none before the first and behind the last, a newline at the end.
    """
    lines = []
    crlf = blanks = 0
    last = len(text.segments) - 1
    for index, segment in enumerate(text.segments):
        before = _END if index and segment.before else ""
        if (segment.before, segment.end) == (before, _END):
            continue
        lines.append(LineForm(index, before, _END))
        crlf += segment.end == "\r\n"
        blanks += segment.before.replace("\r", "") != before
    tail = text.tail
    blanks += bool(tail.replace("\r", ""))
    open_end = text.segments[last].end == "" and not tail
    if not lines and not tail:
        return None
    said = (
        *((f"{crlf} lines end with CR LF",) if crlf else ()),
        *((f"blank lines are doubled, at an end or not empty in {blanks} places",) if blanks else ()),
        *(("the last line has no newline",) if open_end else ()),
    )
    return OddForm(
        said or ("line ends are mixed",),
        lines[0].segment if lines else last,
        ReplaceForm(tag, tail="", lines=tuple(lines)),
    )
