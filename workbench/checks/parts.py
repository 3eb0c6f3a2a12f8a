"""A long document is looked at part by part: some rows, by all checks that see in them all that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.checks.check import Check, Draft, GatheringCheck
from workbench.checks.placing import first_ones
from workbench.checks.reading import Reading

ROWS = 250  # of a part: what is read of them fits a small memory


class Looked(NamedTuple):
    """What looking at some rows gave: by names of checks, drafts, and what was gathered to be judged at the end."""

    rows: range
    drafts: Mapping[str, Sequence[Draft]]
    gathered: Mapping[str, object]


# Looks at a reading, part by part, with the given checks.
Looker = Callable[[Reading, Sequence[Check]], Iterator[Looked]]


def look(reading: Reading, rows: range, running: Sequence[Check]) -> Looked:
    """Look at some rows, and forget what was read of them alone."""
    part = reading.part(rows)
    gathering = {check.name: check for check in running if isinstance(check, GatheringCheck)}
    drafts = {check.name: first_ones(check.findings(part)) for check in running if check.name not in gathering}
    gathered = {name: check.gathered(part) for name, check in gathering.items()}
    reading.forget()
    return Looked(rows, drafts, gathered)


def parts_of(reading: Reading) -> list[range]:
    """Return the rows of each part, in order; one part at least."""
    total = reading.total
    return [range(start, min(start + ROWS, total)) for start in range(0, max(total, 1), ROWS)]


def in_parts(reading: Reading, running: Sequence[Check]) -> Iterator[Looked]:
    """Look at all parts here, one after the other."""
    for rows in parts_of(reading):
        yield look(reading, rows, running)
