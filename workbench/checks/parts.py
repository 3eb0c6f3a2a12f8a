"""A long document is looked at part by part: some rows, by all checks that see in them all that they need.

The other checks look at the whole, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.checks.check import Check, Draft, GatheringCheck
from workbench.checks.placing import first_ones
from workbench.checks.reading import Reading

ROWS = 250  # of a part: what is read of them fits a small memory


class Looked(NamedTuple):
    """What looking at some rows gave: by names of checks, drafts, and what was gathered to be judged at the end.

    `rows` is None where the whole was looked at, by the checks that need it.
    """

    rows: range | None
    drafts: Mapping[str, Sequence[Draft]]
    gathered: Mapping[str, object]


# Looks at a reading with the given checks: at the whole first, then part by part.
Looker = Callable[[Reading, Sequence[Check]], Iterator[Looked]]


def look(reading: Reading, rows: range, running: Sequence[Check]) -> Looked:
    """Look at some rows with the checks that may, and forget what was read of them alone."""
    part = reading.part(rows)
    gathering = {check.name: check for check in running if isinstance(check, GatheringCheck)}
    drafts = {check.name: _unhurried(check, part) for check in running if check.local}
    gathered = {name: check.gathered(part) for name, check in gathering.items()}
    reading.forget()
    return Looked(rows, drafts, gathered)


def look_at_whole(reading: Reading, running: Sequence[Check]) -> Looked:
    """Look at the whole with the checks that must."""
    must = [check for check in running if not check.local and not isinstance(check, GatheringCheck)]
    return Looked(None, {check.name: _unhurried(check, reading) for check in must}, {})


def _unhurried(check: Check, reading: Reading) -> list[Draft]:
    reading.pause()
    return first_ones(check.findings(reading))


def parts_of(reading: Reading) -> list[range]:
    """Return the rows of each part, in order; one part at least."""
    total = reading.total
    return [range(start, min(start + ROWS, total)) for start in range(0, max(total, 1), ROWS)]


def in_parts(reading: Reading, running: Sequence[Check]) -> Iterator[Looked]:
    """Look at the whole and at all parts here, one after the other."""
    yield look_at_whole(reading, running)
    for rows in parts_of(reading):
        yield look(reading, rows, running)
