"""Findings on the screen: which row and words each is about, the worst of a row, the next and the previous one."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import PurePosixPath

from workbench.checks.finding import Finding, Severity
from workbench.model.document import Document
from workbench.model.row import Rows
from workbench.tui.spot import Kind, Pack, Spot, pack

SIGNS: Mapping[Severity, str] = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "·"}
_ROWS = 16  # whose findings are packed together: a screen unpacks a few times as many
_UNPACKED = 16  # packs whose findings are kept as they were asked for last
_WAITING = 4000  # findings that are packed together, when they are there


def sign(finding: Finding) -> str:
    """Return the sign of a finding's severity."""
    return SIGNS[finding.severity]


class Findings:
    """All findings of a document, in the order in which `next` goes through them: by rows.

    They are held packed (see `Pack`): what is asked of many is answered by their kinds.
    """

    def __init__(self, packs: Mapping[int, Pack], kinds: Counter[Kind]) -> None:
        """Take packs of the findings of `_ROWS` rows each, by number, none of them empty, and how many of each kind there are."""
        self._packs, self._kinds = packs, kinds
        self._numbers = sorted(packs)
        self._unpacked: dict[int, tuple[Spot, ...]] = {}

    def __len__(self) -> int:
        return self._kinds.total()

    def __iter__(self) -> Iterator[Spot]:
        for number in self._numbers:
            yield from self._packs[number].spots()

    def at(self, row: int) -> tuple[Spot, ...]:
        """Return the findings of a row."""
        number = row // _ROWS
        there = self._there(row)
        if not there:
            return ()
        spots = self._unpacked.pop(number, None) or self._packs[number].spots()
        self._unpacked[number] = spots
        if len(self._unpacked) > _UNPACKED:
            del self._unpacked[next(iter(self._unpacked))]
        return spots[there.start : there.stop]

    def kinds_at(self, row: int) -> tuple[Kind, ...]:
        """Return the kinds of the findings of a row."""
        there = self._there(row)
        return self._packs[row // _ROWS].kinds[there.start : there.stop] if there else ()

    def kinds(self) -> Mapping[Kind, int]:
        """Return how many findings of each kind there are."""
        return self._kinds

    def chosen(self, wanted: Callable[[Kind], bool]) -> Iterator[Spot]:
        """Yield the findings whose kind is wanted, in order."""
        kinds = {kind for kind in self._kinds if wanted(kind)}
        for number in self._numbers:
            held = self._packs[number]
            if not kinds.isdisjoint(held.kinds):
                yield from (spot for spot, kind in zip(held.spots(), held.kinds, strict=True) if kind in kinds)

    def worst(self, row: int) -> Spot | None:
        """Return the worst finding of a row, or None."""
        return min(self.at(row), key=lambda spot: spot.rank, default=None)

    def counts(self) -> tuple[int, int, int]:
        """Return how many errors, warnings and pieces of information there are."""
        counts = [0, 0, 0]
        for kind, count in self._kinds.items():
            counts[kind.rank] += count
        return counts[0], counts[1], counts[2]

    def step(self, row: int, current: Spot | None, by: int) -> tuple[Spot | None, bool]:
        """Return the finding `by` (1 or -1) from where the cursor is, and whether it went round the end of the
        document.

        `current` is the finding that the cursor was led to last, when it still stands in that row.
        """
        if not self._numbers:
            return None, False
        here = self.at(row)
        at = here.index(current) + by if current is not None and current in here else 0 if by > 0 else len(here) - 1
        if 0 <= at < len(here):
            return here[at], False
        beside = self._beside(row, by)
        first, last = self._packs[self._numbers[0]].rows[0], self._packs[self._numbers[-1]].rows[-1]
        spots = self.at(beside if beside is not None else first if by > 0 else last)
        return spots[0 if by > 0 else -1], beside is None

    def within(self, rows: range) -> tuple[Spot, ...]:
        """Return the findings of consecutive rows."""
        return tuple(spot for row in rows for spot in self.at(row))

    def replaced(self, rows: range, spots: Sequence[Spot]) -> Findings:
        """Return the findings with others, in order and of these rows, in the place of those of consecutive rows."""
        packs, kinds = dict(self._packs), Counter(self._kinds)
        known = {kind: kind for kind in kinds}
        come = {number: tuple(held) for number, held in groupby(spots, lambda spot: spot.row // _ROWS)}
        for number in range(rows.start // _ROWS, (rows.stop - 1) // _ROWS + 1):
            old = packs.pop(number, None)
            kinds.subtract(old.kinds if old is not None else ())
            there = old.spots() if old is not None else ()
            before = [spot for spot in there if spot.row < rows.start]
            behind = [spot for spot in there if spot.row >= rows.stop]
            if held := (*before, *come.get(number, ()), *behind):
                packs[number] = pack(held, known)
                kinds.update(packs[number].kinds)
        return Findings(packs, +kinds)

    def _there(self, row: int) -> range:
        """Return where the findings of a row stand in their pack."""
        held = self._packs.get(row // _ROWS)
        return range(bisect_left(held.rows, row), bisect_right(held.rows, row)) if held is not None else range(0)

    def _beside(self, row: int, by: int) -> int | None:
        """Return the next row behind one, or before it, that has findings; None where there is none."""
        at = bisect_left(self._numbers, row // _ROWS)
        near = self._numbers[at : at + 2] if by > 0 else self._numbers[max(0, at - 1) : at + 1][::-1]
        for rows in (self._packs[number].rows for number in near):
            place = bisect_right(rows, row) if by > 0 else bisect_left(rows, row) - 1
            if 0 <= place < len(rows):
                return rows[place]
        return None


SegmentOf = Callable[[str, int], int]  # the segment (0-based) of a version on a line (1-based) of its file


def segment_of_line(document: Document) -> SegmentOf:
    """Return what tells the segment on a line of a version's file; 0 where none stands there."""
    lines = lru_cache(maxsize=None)(lambda tag: array("I", document.version(tag).text.lines()))

    def segment_of(tag: str, line: int) -> int:
        held = lines(tag)
        at = bisect_left(held, line)
        return at if at < len(held) and held[at] == line else 0

    return segment_of


def locate(findings: Iterable[Finding], segment_of: SegmentOf, document: Document, rows: Rows) -> Findings:
    """Return the findings at their places in the rows. What stands in no version's text is put at the first row.

    They are packed as they come: there may be more of them than memory should hold.
    """
    tags = {tag: tag for tag in document.versions}
    order = _order(document)
    known: dict[Kind, Kind] = {}
    packs: dict[int, list[Pack]] = defaultdict(list)
    waiting: list[Spot] = []

    def put() -> None:
        for number, held in groupby(sorted(waiting, key=order), lambda spot: spot.row // _ROWS):
            packs[number].append(pack(tuple(held), known))
        waiting.clear()

    for finding in findings:
        place = finding.location
        file = tags.get(_stem(place.path))
        held_by = file or document.pivot
        segment = segment_of(file, place.line) if file else 0
        tag = tags.get(place.version or "", held_by)
        start, end = (max(0, place.column - 1), max(0, place.end_column - 1)) if file else (0, 0)
        waiting.append(Spot(finding, rows.row_of(held_by, segment), tag, held_by, segment, start, end))
        if len(waiting) >= _WAITING:
            put()
    put()
    for number, held in packs.items():
        if len(held) > 1:
            packs[number] = [pack(sorted((spot for one in held for spot in one.spots()), key=order), known)]
    whole = {number: held[0] for number, held in packs.items()}
    return Findings(whole, Counter(kind for held in whole.values() for kind in held.kinds))


def in_order(spots: Iterable[Spot], document: Document) -> tuple[Spot, ...]:
    """Return findings in the order in which one goes through them."""
    return tuple(sorted(spots, key=_order(document)))


def nothing_found() -> Findings:
    """Return the findings of a document in which there are none."""
    return Findings({}, Counter())


def _order(document: Document) -> Callable[[Spot], tuple[int, ...]]:
    places = {tag: index for index, tag in enumerate((document.pivot, *document.others()))}
    return lambda spot: (spot.row, places[spot.tag], spot.segment, spot.start, spot.rank)


@lru_cache(maxsize=64)
def _stem(path: str) -> str:
    """Return the name of the version in whose text a finding stands, which its path tells: `texts/chengdu-2024/en.txt`."""
    pure = PurePosixPath(path)
    return pure.stem if pure.suffix == ".txt" else ""
