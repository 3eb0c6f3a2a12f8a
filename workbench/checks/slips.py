"""What checks of writing share: they look at one segment after another, and yield stretches with what should stand there."""

from __future__ import annotations

import re
from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+")
_HINTS = ("://", "www.", "@")


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a segment (code points in NFC, end exclusive) that is written wrongly; see `Draft` for the rest.

    `words` is what is missing where the stretch is empty.
    """

    start: int
    end: int
    message: str
    suggestion: str | None = None
    safe: bool = False
    severity: Severity | None = None
    words: str = ""


class SlipCheck(Check):
    """A check of how segments are written, each by itself or with what surrounds it in its version."""

    local = True

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return those of the segments that are looked at in which a slip may be: all, where there is no cheap question."""
        return reading.looked_at(tag)

    @abstractmethod
    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield the slips of one segment."""

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the slips of all segments that are looked at."""
        for tag in reading.tags:
            for segment in self.suspects(reading, tag):
                for slip in self.slips(reading, tag, segment):
                    yield draft_of(reading, tag, segment, slip)


def draft_of(reading: Reading, tag: str, segment: int, slip: Slip) -> Draft:
    """Return the draft of a slip in a segment of a version; a waiver of it lapses when the segment changes."""
    return Draft(
        version=tag,
        row=reading.row_of(tag, segment),
        spot=Spot(tag, segment, slip.start, slip.end),
        message=slip.message,
        suggestion=slip.suggestion,
        words=slip.words,
        texts=(reading.texts(tag)[segment],),
        severity=slip.severity,
        safe=slip.safe,
    )


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where web and mail addresses stand in a text: their signs are not the language's."""
    if not any(hint in text for hint in _HINTS):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def within(stretches: list[tuple[int, int]], position: int) -> bool:
    """Return whether a position is in one of the stretches, which are in order and do not overlap."""
    at = bisect_right(stretches, position, key=lambda stretch: stretch[0])
    return at > 0 and position < stretches[at - 1][1]
