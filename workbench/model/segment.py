"""Segments, the smallest units that are aligned, and how they stand in a text file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, heading or list item, verbatim, with the white space around it in its file.

    `text` is the line without its end. `before` is what stands between the end of the previous segment's line and this
    line (blank lines, verbatim), `end` the line's end: `"\\n"`, `"\\r\\n"`, or `""` where a file ends without one.
    A segment with a non-empty `before` begins a paragraph, as does the first one.
    """

    text: str
    before: str = ""
    end: str = "\n"


# A text has very many segments: to make them of their parts takes half the time that `Segment(…)` does.
_new: Callable[[type[Segment]], Segment] = object.__new__
_put_text, _put_before, _put_end = (vars(Segment)[name].__set__ for name in Segment.__slots__)


@dataclass(frozen=True, slots=True)
class Text:
    """The segments of one version in order, and what else its file holds: a byte order mark, blank lines at the end.

    Those of a long file are `Segments`: made when they are asked for. They are equal to a tuple of the same.
    """

    segments: Sequence[Segment] = field(default=())
    mark: str = ""
    tail: str = ""

    def starts(self) -> tuple[int, ...]:
        """Return the indices of the segments that begin paragraphs, ascending."""
        return tuple(index for index, segment in enumerate(self.segments) if index == 0 or segment.before)

    def paragraphs(self) -> tuple[range, ...]:
        """Return the paragraphs as ranges of segment indices, in order."""
        return tuple(range(start, end) for start, end in pairwise((*self.starts(), len(self.segments))))

    def lines(self) -> tuple[int, ...]:
        """Return the 1-based line number of every segment in its file."""
        numbers = []
        line = 1
        for segment in self.segments:
            line += segment.before.count("\n")
            numbers.append(line)
            line += 1
        return tuple(numbers)


def parse_text(content: str) -> Text:
    """Cut the content of a version's file into segments: one a line, blank lines between paragraphs.

    `format_text` gives the content back to the letter, whatever its line ends, blank lines and byte order mark.
    """
    mark = "\ufeff" if content.startswith("\ufeff") else ""
    segments, tail = parse_lines(content[len(mark) :])
    return Text(segments, mark, tail)


def parse_lines(content: str) -> tuple[tuple[Segment, ...], str]:
    """Return the segments that lines hold, and the blank lines behind the last (see `parse_text`)."""
    segments: list[Segment] = []
    before = ""
    for line in content.split("\n"):
        if not line or line.isspace():
            before += line + "\n"
            continue
        end = "\n"
        if line[-1] == "\r":
            line, end = line[:-1], "\r\n"
        segment = _new(Segment)
        _put_text(segment, line)
        _put_before(segment, before)
        _put_end(segment, end)
        segments.append(segment)
        before = ""
    # The last line has no line feed of its own: take back the one that the loop added.
    if before:
        return tuple(segments), before[:-1]
    last = segments[-1]
    text, end = (last.text + "\r", "") if last.end == "\r\n" else (last.text, "")
    segments[-1] = Segment(text, last.before, end)
    return tuple(segments), ""


def format_text(text: Text) -> str:
    """Return the content of the file that `text` was parsed from, or would be written to."""
    return text.mark + "".join(map(format_segment, text.segments)) + text.tail


def format_segment(segment: Segment) -> str:
    """Return the lines that a segment stands in: the blank ones before it, and its own."""
    return f"{segment.before}{segment.text}{segment.end}"


def text_of_paragraphs(paragraphs: Iterable[Sequence[str]]) -> Text:
    """Return the Text, in the form that Workbench writes, of paragraphs given as sequences of segment texts."""
    segments: list[Segment] = []
    for paragraph in paragraphs:
        for position, line in enumerate(paragraph):
            segments.append(Segment(line, "\n" if position == 0 and segments else ""))
    return Text(tuple(segments))
