"""numbering-sequence: a gap, a repetition or a step back among the labels of one level."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.outline import Item, label_spot, levels, written_like
from workbench.checks.reading import Reading


class NumberingSequence(Check):
    """Labels of one level count on by one."""

    name = "numbering-sequence"
    family = "numbering"
    severity = Severity.ERROR
    help = (
        "The numbers of one level count on by one: after 3 comes 4. Here one is left out, repeated, or steps back. "
        "A list that begins again at 1 and counts on is a new list, and fine."
    )
    example = ("1. 2. 4. 5.", "1. 2. 3. 4.")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the labels that do not count on from the one before them in their level."""
        for tag in reading.tags:
            for run in levels(reading, tag):
                yield from _slips(reading, tag, run)


def _slips(reading: Reading, tag: str, run: tuple[Item, ...]) -> Iterator[Draft]:
    values = [item.label.value for item in run]
    before = values[0]
    position = 1
    while position < len(run):
        value, expected = values[position], before + 1
        following = values[position + 1] if position + 1 < len(run) else None
        if value == expected or (value == 1 and following == 2):
            before = value
            position += 1
            continue
        item, last = run[position], run[position - 1]
        swapped = value == expected + 1 and following == expected
        slip = following == expected + 1 or (following is None and value <= before)
        suggestion = written_like(item.label, (*item.label.values[:-1], expected)) if slip else None
        yield Draft(
            version=tag,
            row=reading.row_of(tag, item.segment),
            spot=label_spot(reading, tag, item.segment),
            message=_message(item.label.written, last.label.written, value, before, swapped)
            + (f" — write “{suggestion}”" if suggestion else ""),
            suggestion=suggestion,
            related=(label_spot(reading, tag, last.segment),),
            texts=(reading.texts(tag)[item.segment], reading.texts(tag)[last.segment]),
        )
        # One slip is one finding: what counts on from the number that should stand here is fine.
        before = expected if slip else value
        position += 2 if swapped else 1


def _message(written: str, last: str, value: int, before: int, swapped: bool) -> str:
    if swapped:
        return f"“{written}” after “{last}”: {before + 1} follows only after it"
    if value == before:
        return f"“{written}” after “{last}”: {value} is there twice"
    if value < before:
        return f"“{written}” after “{last}” steps back"
    missing = str(before + 1) if value == before + 2 else f"{before + 1} to {value - 1}"
    return f"“{written}” after “{last}”: {missing} left out"
