"""What two checks find in one place is said once: by the one that knows better what is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from workbench.checks.finding import Finding, Location

Places: TypeAlias = "dict[tuple[str, str, int], list[Location]]"


def said_once(findings: Sequence[Finding], yields: Mapping[str, Sequence[str]]) -> list[Finding]:
    """Return the findings less those that another check's say too; `yields` names for a check those that it yields to.

    A finding is left out where one of a check that its own yields to stands over the same words, of the same version. One
    that names no version, because no majority says which is wrong, is left out where a finding of a check that would
    yield to it says which.
    """
    if not yields or not any(one.check in yields for one in findings):
        return [*findings]  # most documents
    told = _by_line(one for one in findings if one.version is not None)
    left = [
        one
        for one in findings
        if not any(_covers(told, name, one.location) for name in yields.get(one.check, ()) if one.version is not None)
    ]
    decided = _by_line(one for one in left if one.check in yields)
    return [
        one
        for one in left
        if one.version is not None
        or not any(
            _covers(decided, name, place)
            for name, to in yields.items()
            if one.check in to
            for place in (one.location, *one.related)
        )
    ]


def _by_line(findings: Iterable[Finding]) -> Places:
    places: Places = defaultdict(list)
    for one in findings:
        places[one.check, one.location.path, one.location.line].append(one.location)
    return places


def _covers(places: Places, check: str, place: Location) -> bool:
    """Return whether a finding of a check stands over some of the same words."""
    return any(
        one.column < place.end_column and place.column < one.end_column
        for one in places.get((check, place.path, place.line), ())
    )
