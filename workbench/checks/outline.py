"""The labels of a version by levels: what numbering checks compare with each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.checks.check import Spot
from workbench.checks.reading import Reading
from workbench.languages.label_numbers import write_number
from workbench.model.label import Label, LabelStyle

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled segment of a version."""

    segment: int
    label: Label
    depth: int


def levels(reading: Reading, tag: str) -> tuple[tuple[Item, ...], ...]:
    """Return the labelled segments of a version in runs, those of one level under one clause, in the text's order."""
    return reading.once(("levels", tag), lambda: _levels(reading, tag))


def _levels(reading: Reading, tag: str) -> tuple[tuple[Item, ...], ...]:
    runs: list[list[Item]] = []
    open_runs: list[tuple[tuple[int, ...], list[Item]]] = []  # of each depth: the clause above, and the run
    for segment, (label, place) in enumerate(zip(reading.labels(tag), reading.places(tag), strict=True)):
        if label is None:
            continue
        depth, above = len(place.path), place.path[:-1]
        del open_runs[depth:]
        while len(open_runs) < depth - 1:
            open_runs.append((place.path[: len(open_runs)], []))
        item = Item(segment, label, depth)
        if len(open_runs) == depth and open_runs[-1][0] == above:
            open_runs[-1][1].append(item)
        else:
            del open_runs[depth - 1 :]
            run = [item]
            runs.append(run)
            open_runs.append((above, run))
    return tuple(tuple(run) for run in runs)


def skeleton(label: Label) -> tuple[str, LabelStyle]:
    """Return what must be alike in the labels of one level: the signs around the number, and the kind of number.

    Words count as one, whichever they are: the endings of Turkmen `6-njy madda` and `3-nji madda` go with the number.
    """
    return _signs(label.frame), label.style


@lru_cache(maxsize=256)
def _signs(frame: str) -> str:
    return _WORDS.sub("w", frame.replace("{n}", "#")).casefold()


def usual(labels: Sequence[Label]) -> Label | None:
    """Return a label of the form that more than half of the labels have, or None."""
    if not labels:
        return None
    form, count = Counter(map(skeleton, labels)).most_common(1)[0]
    return next(label for label in labels if skeleton(label) == form) if 2 * count > len(labels) else None


def written_like(model: Label, values: Sequence[int]) -> str | None:
    """Return the label of the given values in the form of `model`, or None where its style has no sign for them."""
    if len(values) != len(model.values):
        return None
    text, rest = "", model.written
    for position, (old, new) in enumerate(zip(model.values, values, strict=True)):
        style = model.style if position == len(values) - 1 else LabelStyle.ARABIC
        before, after = write_number(old, style, model), write_number(new, style, model)
        if before is None or after is None:
            return None
        if before not in rest:
            before, after = before.lower(), after.lower()
        head, found, rest = rest.partition(before)
        if not found:  # a Roman number in Cyrillic letters, a Chinese one written in another way
            return model.frame.replace("{n}", after.upper()) if len(values) == 1 else None
        text += head + after
    return text + rest


def label_spot(reading: Reading, tag: str, segment: int) -> Spot:
    """Return where the label of a labelled segment stands."""
    label = reading.labels(tag)[segment]
    text = reading.texts(tag)[segment]
    start = len(text) - len(text.lstrip())
    return Spot(tag, segment, start, start + len(label.written) if label else start)
