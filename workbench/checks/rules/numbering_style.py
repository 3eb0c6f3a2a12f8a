"""numbering-style: a label that is written otherwise than its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.outline import Item, label_spot, levels, skeleton, usual, written_like
from workbench.checks.reading import Reading
from workbench.languages.labels import find_label

_FEWEST = 3  # with two labels no majority says which of them is odd
_NEIGHBOURS = 4


class NumberingStyle(Check):
    """Labels of one level are written alike: IV among 1, 2, 3, 5 is odd."""

    name = "numbering-style"
    family = "numbering"
    severity = Severity.ERROR
    help = (
        "The clauses of one level are numbered in one way: all 1. 2. 3., or all I. II. III., or all 一、二、三、. "
        "This number is written otherwise than most of its neighbours."
    )
    example = ("1. 2. 3. IV. 5.", "1. 2. 3. 4. 5.")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the labels that are not written as most of their level are."""
        for tag in reading.tags:
            for run in levels(reading, tag):
                model = usual([item.label for item in run])
                if model is None or len(run) < _FEWEST:
                    continue
                for item in run:
                    if skeleton(item.label) != skeleton(model):
                        near = _near(run, item)
                        suggestion = written_like(model, item.label.values)
                        yield Draft(
                            version=tag,
                            row=reading.row_of(tag, item.segment),
                            spot=label_spot(reading, tag, item.segment),
                            message=f"“{item.label.written}” among {' '.join(one.label.written for one in near)}"
                            + (f" — write “{suggestion}”" if suggestion else ""),
                            suggestion=suggestion,
                            related=tuple(label_spot(reading, tag, one.segment) for one in near),
                            texts=(reading.texts(tag)[item.segment],),
                            safe=_is_safe(reading, tag, run, item, suggestion),
                        )


def _is_safe(reading: Reading, tag: str, run: tuple[Item, ...], item: Item, suggestion: str | None) -> bool:
    """Return whether a number is surely the one meant, counting on from or to a neighbour, and is read as it is written."""
    if suggestion is None:
        return False
    at = run.index(item)
    around = [one.label.value for one in run[max(0, at - 1) : at + 2] if one is not item]
    if all(abs(value - item.label.value) != 1 for value in around):
        return False
    spot = label_spot(reading, tag, item.segment)
    text = reading.texts(tag)[item.segment]
    label = find_label(text[: spot.start] + suggestion + text[spot.end :], reading.knowledge(tag))
    return label is not None and (label.values, label.written) == (item.label.values, suggestion)


def _near(run: tuple[Item, ...], item: Item) -> tuple[Item, ...]:
    """Return the siblings that stand nearest, in their order."""
    at = bisect_left(run, item.segment, key=lambda one: one.segment)
    positions = range(max(0, at - _NEIGHBOURS), min(len(run), at + _NEIGHBOURS + 1))
    nearest = sorted((one for one in positions if one != at), key=lambda one: abs(one - at))[:_NEIGHBOURS]
    return tuple(run[one] for one in sorted(nearest))
