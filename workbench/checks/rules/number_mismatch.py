"""number-mismatch: a number that differs from the other versions'."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.mentions import Facet
from workbench.checks.number_drafts import number_drafts
from workbench.checks.reading import Reading


class NumberMismatch(Check):
    """150 is 150 in all versions, in digits or in words: 150, 一百五十, сто пятьдесят."""

    name = "number-mismatch"
    local = True
    family = "numbers"
    severity = Severity.ERROR
    help = (
        "A number here is not the one that the other versions have, or is missing here, or stands here alone. Digits "
        "and words are the same (6, six, 六, алты), and so are 1.5 million and 1500 thousand. Where as many versions "
        "say one thing as another, the finding names no version."
    )
    example = ("25 experts in English, отуз беш эксперт in Kyrgyz", "25 experts, жыйырма беш эксперт")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the counts and years that the versions of a row do not share."""
        yield from number_drafts(reading, (Facet.CARDINAL,))
