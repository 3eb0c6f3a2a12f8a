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


class Outline:
    """The clauses that are open behind some segments of a text: with the next label they tell the next place."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._names: list[str] = []
        self._base = "0"
        self._place: Place | None = None

    def copy(self) -> Outline:
        """Return an outline that goes on by itself."""
        other = Outline()
        other._levels, other._names, other._base = self._levels[:], self._names[:], self._base
        other._place = self._place
        return other

    def step(self, label: Label | None, *, starts: bool) -> Place:
        """Return the place of the next segment, which has a label or none and `starts` a paragraph or does not."""
        if label is None and self._place is not None and not starts:
            return self._place
        if label is not None:
            self._open(label)
            path, paragraph = tuple(level.value for level in self._levels), 1
        else:
            path, paragraph = (self._place.path, self._place.paragraph + 1) if self._place is not None else ((), 1)
        name = self._base if path and paragraph == 1 else f"{self._base}¶{paragraph}"
        self._place = Place(path, paragraph, name)
        return self._place

    def _open(self, label: Label) -> None:
        levels, names = self._levels, self._names
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
        self._base = names[0]
        for name in names[1:]:
            self._base += name if name.startswith("(") else f".{name}"


def places(labels: Iterable[Label | None], starts: Collection[int]) -> tuple[Place, ...]:
    """Return the place of every segment.

    `labels` holds a label or None for each segment; `starts` the indices of the segments that begin paragraphs. A
    labelled segment begins a clause; a paragraph without a label is counted after the clause before it. A label of a
    frame and style that is open returns to its level; one of a new style opens a level below, unless it counts on
    where an open level stands. A label of several values (`1.2`) names its whole path.
    """
    starting, outline = set(starts), Outline()
    result: list[Place] = []
    alike: dict[Place, Place] = {}  # a long text repeats itself, and what is equal is held once
    for index, label in enumerate(labels):
        if label is None and result and index not in starting:
            result.append(result[-1])
        else:
            place = outline.step(label, starts=True)
            result.append(alike.setdefault(place, place))
    return tuple(result)
