"""A finding at its place in the grid, and many of them in little memory."""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, NamedTuple

from workbench.checks.finding import Finding, Location, Severity

_LEVEL = 3  # of compression: more takes a time that gains nothing
_RANKS: Mapping[Severity, int] = {severity: severity.rank for severity in Severity}


class Kind(NamedTuple):
    """What findings are chosen and counted by."""

    check: str
    severity: Severity
    version: str | None
    tag: str

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return _RANKS[self.severity]


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding at its place in the grid.

    `tag` is the version that it is about, and `row` the row; `held_by` the version in whose segment (0-based) the
    words stand, code points `start` to `end`: another than `tag` for what `tag` lacks.
    """

    finding: Finding
    row: int
    tag: str
    held_by: str
    segment: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return _RANKS[self.finding.severity]

    @property
    def kind(self) -> Kind:
        """What it is counted by."""
        return Kind(self.finding.check, self.finding.severity, self.finding.version, self.tag)


_of_place = attrgetter(*(field.name for field in fields(Location)))
_of_finding = attrgetter(*(field.name for field in fields(Finding)))
_of_spot = attrgetter(*(field.name for field in fields(Spot)))


@dataclass(frozen=True, slots=True)
class Pack:
    """Spots in order, the findings without their excerpts: `rows` and `kinds` have those of each, `data` all the rest.

    A document may have hundreds of thousands of findings; as objects each takes a kilobyte, so less than a hundred bytes.
    """

    rows: array[int]
    kinds: tuple[Kind, ...]
    data: bytes

    def spots(self) -> tuple[Spot, ...]:
        """Return the spots."""
        return tuple(_spot(values) for values in pickle.loads(zlib.decompress(self.data)))  # noqa: S301 - our own


def pack(spots: Sequence[Spot], kinds: dict[Kind, Kind]) -> Pack:
    """Return spots packed; of equal kinds the one of `kinds` is kept, which learns those that are new."""
    data = zlib.compress(pickle.dumps([_values(spot) for spot in spots]), _LEVEL)
    own = tuple(kinds.setdefault(kind, kind) for kind in (spot.kind for spot in spots))
    return Pack(array("I", [spot.row for spot in spots]), own, data)


def _values(spot: Spot) -> tuple[Any, ...]:
    """Return a spot as plain values, which take a tenth of the time to pack."""
    finding = spot.finding
    values = list(_of_finding(finding))
    values[_SEVERITY] = finding.severity.value
    values[_LOCATION] = _of_place(finding.location)
    values[_RELATED] = tuple(map(_of_place, finding.related))
    values[_EXCERPT] = ""
    return tuple(values), *_of_spot(spot)[1:]


def _spot(values: tuple[Any, ...]) -> Spot:
    finding, *rest = values
    held = list(finding)
    held[_SEVERITY] = Severity(held[_SEVERITY])
    held[_LOCATION] = Location(*held[_LOCATION])
    held[_RELATED] = tuple(Location(*place) for place in held[_RELATED])
    return Spot(Finding(*held), *rest)


_NAMES = [field.name for field in fields(Finding)]
_SEVERITY, _LOCATION, _RELATED, _EXCERPT = map(_NAMES.index, ("severity", "location", "related", "excerpt"))
