"""Clauses: the outline that the labels of a text make, and the name of every segment's place in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workbench.model.label import Label, LabelStyle


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands: the label values of its clause (`path`), and its paragraph in the clause (1-based).

    Before the first label the path is empty. `name` is the place as people write it: `4`, `3.1`, `3(a)`, `3¶2`, `0¶1`.
    """

    path: tuple[int, ...]
    paragraph: int
    name: str


@dataclass(frozen=True, slots=True)
class _Level:
    frame: str
    style: LabelStyle
    value: int


def _step(label: Label, value: int) -> str:
    return f"({chr(ord('a') + value - 1)})" if label.style is LabelStyle.LETTER and value <= 26 else str(value)


def _depth(label: Label, levels: Sequence[_Level]) -> int:
    """Return the level (0-based) that the label belongs to, given the levels that are open."""
    for depth in range(len(levels) - 1, -1, -1):
        if levels[depth].frame == label.frame and levels[depth].style == label.style:
            return depth
    # A label of another style that counts on where a level stands ("IV." after "3.") is a slip of style, not a level.
    if label.value > 1:
        for depth in range(len(levels) - 1, -1, -1):
            if levels[depth].value + 1 == label.value and LabelStyle.LETTER not in (levels[depth].style, label.style):
                return depth
        for depth, level in enumerate(levels):
            if level.frame == label.frame:
                return depth
    return len(levels)


def places(labels: Iterable[Label | None], starts: Collection[int]) -> tuple[Place, ...]:
    """Return the place of every segment.

    `labels` holds a label or None for each segment; `starts` the indices of the segments that begin paragraphs. A
    labelled segment begins a clause; a paragraph without a label is counted after the clause before it. A label of a
    frame and style that is open returns to its level; one of a new style opens a level below, unless it counts on
    where an open level stands. A label of several values (`1.2`) names its whole path.
    """
    starting = set(starts)
    levels: list[_Level] = []
    names: list[str] = []
    path: tuple[int, ...] = ()
    base = "0"
    paragraph = 0
    result: list[Place] = []
    alike: dict[Place, Place] = {}  # a long text repeats itself, and what is equal is held once
    for index, label in enumerate(labels):
        if label is not None:
            if len(label.values) > 1:
                del levels[:]
                del names[:]
                for value in label.values[:-1]:
                    levels.append(_Level(f"{label.frame}#{len(levels)}", label.style, value))
                    names.append(str(value))
                depth = len(levels)
            else:
                depth = _depth(label, levels)
            # A slip of style keeps the style of its level, so that the next label finds the level again.
            known = levels[depth] if depth < len(levels) else None
            keep = known is not None and (known.frame, known.style) != (label.frame, label.style)
            level = (
                _Level(known.frame, known.style, label.value)
                if known is not None and keep
                else _Level(label.frame, label.style, label.value)
            )
            levels[depth:] = [level]
            names[depth:] = [_step(label, label.value)]
            paragraph = 1
            path = tuple(level.value for level in levels)
            base = names[0]
            for name in names[1:]:
                base += name if name.startswith("(") else f".{name}"
        elif index in starting or not result:
            paragraph += 1
        else:
            result.append(result[-1])
            continue
        place = Place(path, paragraph, base if path and paragraph == 1 else f"{base}¶{paragraph}")
        result.append(alike.setdefault(place, place))
    return tuple(result)
