"""The labels of aligned text side by side: row by row, label by label, version by version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.reading import Reading
from workbench.model.label import Label
from workbench.model.row import Row


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled segment of a version."""

    segment: int
    label: Label


@dataclass(frozen=True, slots=True)
class Clause:
    """What should be one clause in all versions: the labelled segments that stand for it in one row.

    `labelled` holds those versions that have the label, in the document's order; `bare` those that have text in the row
    and not this label. `position` is the label's among those of its row.
    """

    row: Row
    position: int
    labelled: Mapping[str, Labelled]
    bare: tuple[str, ...]

    def majority(self) -> tuple[int, ...] | None:
        """Return the values that more than half of the labelled versions have, or None."""
        counted = Counter(one.label.values for one in self.labelled.values())
        values, count = counted.most_common(1)[0]
        return values if 2 * count > len(self.labelled) else None


def aligned_clauses(reading: Reading) -> Iterator[Clause]:
    """Yield the clauses of all rows.

    Labels of a row are paired in order where a version has as many as most do; where it has fewer, by their values.
    """
    for row in _labelled_rows(reading):
        own: dict[str, list[Labelled]] = {}
        with_text: list[str] = []
        for tag in reading.tags:
            segments = reading.segments(tag, row)
            if segments:
                with_text.append(tag)
            labels = reading.labels(tag)
            own[tag] = [Labelled(segment, label) for segment in segments if (label := labels[segment]) is not None]
        sizes = Counter(len(found) for found in own.values() if found)
        if not sizes:
            continue
        size = max(sizes, key=lambda length: (sizes[length], length))
        full = {tag: found for tag, found in own.items() if len(found) == size}
        for position in range(size):
            labelled = {tag: found[position] for tag, found in full.items()}
            values = {one.label.value for one in labelled.values()}
            for tag in with_text:
                if tag not in labelled:
                    same = next((one for one in own[tag] if one.label.value in values), None)
                    if same is not None:
                        labelled[tag] = same
            ordered = {tag: labelled[tag] for tag in reading.tags if tag in labelled}
            yield Clause(row, position, ordered, tuple(tag for tag in with_text if tag not in labelled))


def _labelled_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows in which a version has a label."""
    found: set[int] = set()
    for tag in reading.tags:
        labels = reading.labels(tag)
        found.update([reading.row_of(tag, at) for at in reading.looked_at(tag) if labels[at] is not None])
    return (row for row in reading.rows if row.index in found)


def same_number(one: Label, values: tuple[int, ...]) -> bool:
    """Return whether a label means the values; one of fewer levels (`3` for `2.3`) is compared on the lowest."""
    return one.values == values if len(one.values) == len(values) else one.value == values[-1]
