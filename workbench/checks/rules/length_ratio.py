"""length-ratio: text that is far longer or shorter than the document's other versions let expect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, log, sqrt
from statistics import median

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.wordings import wording
from workbench.languages.answers import Sums
from workbench.model.row import Row

_FEWEST_ROWS = 8  # what is usual in a document cannot be told from less
_LEAST = 30  # letters that a text must be expected to have: short ones are twice as long for no reason
_SHORT = 60  # letters: the fewer there are, the more lengths differ anyway
_FACTOR = 2.0  # longer or shorter by less is nothing
_DEVIATIONS = 4.5
_LETTERS = Sums(lambda part: sum(map(str.isalnum, part)))  # and digits
_STEADIEST = 0.12  # a document whose lengths differ by less is no measure


class LengthRatio(Check):
    """The versions of a row are as long, each against its own whole, as the row is in the others."""

    name = "length-ratio"
    family = "structure"
    severity = Severity.WARNING
    help = (
        "This text is far longer or shorter than the same text of the other versions lets expect, when each version is measured "
        "by its own usual length. Something may be left out or added inside, or the alignment may be wrong."
    )
    example = ("one line in Turkmen, where the seven others need four", "the whole passage translated")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the texts whose length deviates from what the others say by much, and by far more than is usual."""
        lengths = [_lengths(reading, row) for row in reading.rows]
        lengths = [held if len(held) > 1 else {} for held in lengths]
        scales = {tag: _scale(lengths, tag, reading.pivot) for tag in reading.tags}
        apart = [{tag: _apart(held, scales, tag, reading.pivot) for tag in held if scales[tag]} for held in lengths]
        for tag in reading.tags:
            if tag == reading.pivot and len(reading.tags) == 2:
                continue  # of two versions the pivot is the measure
            own = [
                (row, held[tag], row_apart[tag])
                for row, (held, row_apart) in enumerate(zip(lengths, apart, strict=True))
                if tag in row_apart
            ]
            if len(own) < _FEWEST_ROWS:
                continue
            spread = max(_STEADIEST, 1.4826 * median(abs(off) / _noise(length / exp(off)) for _, length, off in own))
            for row, length, off in own:
                expected = length / exp(off)
                limit = max(log(_FACTOR), _DEVIATIONS * spread * _noise(expected))
                if expected >= _LEAST and abs(off) > limit:
                    yield _draft(reading, tag, reading.row(row), off)


def _lengths(reading: Reading, row: Row) -> dict[str, int]:
    """Return how many letters and digits the wording of a row has in each version with text there.

    A version that leaves something out of the row, or adds to it, is left out: other checks say so.
    """
    found: dict[str, int] = {}
    for tag in reading.tags:
        if tag != reading.pivot and not all(span.pivot and span.version for span in row.cells[tag].spans):
            continue
        count = 0
        for segment in reading.segments(tag, row):
            spot = wording(reading, tag, segment)
            count += _LETTERS(reading.texts(tag)[segment][spot.start : spot.end])
        if count:
            found[tag] = count
    return found


def _scale(lengths: list[dict[str, int]], tag: str, pivot: str) -> float:
    """Return how many times as long as the pivot a version usually is, as a median; 0 where nothing can be said."""
    ratios = [log(held[tag] / held[pivot]) for held in lengths if tag in held and pivot in held]
    return exp(median(ratios)) if len(ratios) >= _FEWEST_ROWS else 0.0


def _apart(held: Mapping[str, int], scales: Mapping[str, float], tag: str, pivot: str) -> float:
    """Return the logarithm of how many times as long a version's text is as the others' median, or the pivot's where few.

    With three versions or fewer a median of the others is no majority: the pivot alone is the measure.
    """
    others = {other: log(length / scales[other]) for other, length in held.items() if other != tag and scales[other]}
    if len(others) < 3:
        others = {other: value for other, value in others.items() if other == pivot} or others
    return log(held[tag] / scales[tag]) - median(others.values()) if others else 0.0


def _noise(expected: float) -> float:
    return sqrt(1 + _SHORT / max(expected, 1.0))


def _draft(reading: Reading, tag: str, row: Row, off: float) -> Draft:
    own = reading.segments(tag, row)
    factor = exp(abs(off))
    others = [other for other in reading.tags if other != tag and reading.segments(other, row)]
    return Draft(
        version=tag,
        row=row.index,
        spot=wording(reading, tag, own[0]),
        message=f"{factor:.1f} times as {'long' if off > 0 else 'short'} as {', '.join(others)} {_let(others)} expect",
        related=tuple(wording(reading, other, reading.segments(other, row)[0]) for other in others),
        texts=reading.cell_texts(tag, row),
    )


def _let(tags: list[str]) -> str:
    return "lets" if len(tags) == 1 else "let"
