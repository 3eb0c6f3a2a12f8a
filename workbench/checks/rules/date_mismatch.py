"""date-mismatch: a day, a month or a year that differs from the other versions'."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.mentions import DATED
from workbench.checks.number_drafts import number_drafts
from workbench.checks.reading import Reading


class DateMismatch(Check):
    """1 December 2024 is the same day in all versions: 2024年12月1日, 2024 жылғы 1 желтоқсан."""

    name = "date-mismatch"
    local = True
    family = "numbers"
    severity = Severity.ERROR
    help = (
        "The day, the month or the year of a date is not the one that the other versions have, or is missing here. "
        "Order and form do not matter (1 December 2024, 2024年12月1日, 01.12.2024). A date without its year agrees with "
        "one that has it."
    )
    example = ("1 December 2024 in English, 2024 жылғы 1 қараша in Kazakh", "1 December 2024, 2024 жылғы 1 желтоқсан")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the dates that the versions of a row do not share; several wrong parts of one date are one finding."""
        yield from number_drafts(reading, DATED)
