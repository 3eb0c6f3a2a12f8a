"""length-ratio: text that is far longer or shorter than the document's other versions let expect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log, sqrt
from statistics import median

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.wordings import wording
from workbench.languages.answers import Sums
from workbench.model.ladder import Span
from workbench.model.row import Row

_FEWEST_ROWS = 8  # what is usual in a document cannot be told from less
_LEAST = 30  # letters that a text must be expected to have: short ones are twice as long for no reason
_SHORT = 60  # letters: the fewer there are, the more lengths differ anyway
_FAR = log(2.0)  # longer or shorter by a lesser factor is nothing
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
        lengths = _lengths(reading)
        scales = {tag: _scale(lengths, tag, reading.pivot) for tag in reading.tags}
        apart = [_apart(held, scales, reading.pivot) for held in lengths]
        for tag in reading.tags:
            if tag == reading.pivot and len(reading.tags) == 2:
                continue  # of two versions the pivot is the measure
            own = [
                (row, held[tag] / exp(row_apart[tag]), row_apart[tag])
                for row, (held, row_apart) in enumerate(zip(lengths, apart, strict=True))
                if tag in row_apart
            ]
            if len(own) < _FEWEST_ROWS:
                continue
            spread = max(_STEADIEST, 1.4826 * median([abs(off) / _noise(expected) for _, expected, off in own]))
            for row, expected, off in own:
                far = abs(off) > _FAR and expected >= _LEAST
                if far and abs(off) > _DEVIATIONS * spread * _noise(expected):
                    yield _draft(reading, tag, reading.row(row), off)


def _lengths(reading: Reading) -> list[dict[str, int]]:
    """Return for each row how many letters and digits its wording has in each version with text there, two at least.

    A version that leaves something out of the row, or adds to it, is left out: other checks say so.
    """
    letters = {tag: _letters(reading, tag) for tag in reading.tags}
    lengths: list[dict[str, int]] = []
    for row in reading.rows:
        found: dict[str, int] = {}
        for tag, counts in letters.items():
            if tag == reading.pivot or _is_whole(row.cells[tag].spans):
                count = sum([counts[segment] for segment in reading.segments(tag, row)])
                if count:
                    found[tag] = count
        lengths.append(found if len(found) > 1 else {})
    return lengths


def _letters(reading: Reading, tag: str) -> list[int]:
    """Return how many letters and digits each segment of a version has behind its label."""
    labelled = zip(reading.texts(tag), reading.labels(tag), strict=True)
    return [_LETTERS(text if label is None else text[label.end :]) for text, label in labelled]


def _is_whole(spans: Sequence[Span]) -> bool:
    """Return whether no bead is an omission or an addition."""
    return not [span for span in spans if not span.pivot or not span.version]


def _scale(lengths: list[dict[str, int]], tag: str, pivot: str) -> float:
    """Return how many times as long as the pivot a version usually is, as a median; 0 where nothing can be said."""
    ratios = [log(held[tag] / held[pivot]) for held in lengths if tag in held and pivot in held]
    return exp(median(ratios)) if len(ratios) >= _FEWEST_ROWS else 0.0


def _apart(held: Mapping[str, int], scales: Mapping[str, float], pivot: str) -> dict[str, float]:
    """Return the logarithms of how many times as long each text of a row is as the others' median, or the pivot's where few.

    With three versions or fewer a median of the others is no majority: the pivot alone is the measure.
    """
    own = {tag: log(length / scales[tag]) for tag, length in held.items() if scales[tag]}
    ordered = sorted(own.values())
    apart: dict[str, float] = {}
    for tag, value in own.items():
        others = ordered.copy()
        others.remove(value)
        if len(others) < 3 and tag != pivot and pivot in own:
            others = [own[pivot]]
        apart[tag] = value - median(others) if others else 0.0
    return apart


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
