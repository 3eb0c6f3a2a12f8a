"""percent-mismatch: a percentage that differs from the other versions'."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.mentions import Facet
from workbench.checks.number_drafts import number_drafts
from workbench.checks.reading import Reading


class PercentMismatch(Check):
    """12.5% is 12.5% in all versions: 12,5 процента, 百分之十二点五."""

    name = "percent-mismatch"
    local = True
    family = "numbers"
    severity = Severity.ERROR
    help = (
        "A percentage here is not the one that the other versions have, or is missing here, or stands here alone. "
        "The sign and the word are the same (12%, 12 per cent, 百分之十二), and so are 12.5 and 12,5."
    )
    example = ("12.5% in English, 百分之十二 in Chinese", "12.5%, 百分之十二点五")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the percentages that the versions of a row do not share."""
        yield from number_drafts(reading, (Facet.PERCENT,))
