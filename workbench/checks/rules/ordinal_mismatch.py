"""ordinal-mismatch: the fifth meeting that is the sixth in another version."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.mentions import Facet
from workbench.checks.number_drafts import number_drafts
from workbench.checks.reading import Reading


class OrdinalMismatch(Check):
    """The fifth meeting is the fifth in all versions: 第五次, пятая, бесінші, 5-nji."""

    name = "ordinal-mismatch"
    local = True
    family = "numbers"
    severity = Severity.ERROR
    help = (
        "An ordinal number here is not the one that the other versions have, or is missing here, or stands here alone. "
        "“Fifth”, “5th”, 第五 and бесінші are the same. Numbers of articles and paragraphs belong to the "
        "numbering checks."
    )
    example = ("the fifth meeting in English, төртінші кездесу in Kazakh", "the fifth meeting, бесінші кездесу")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the ordinals that the versions of a row do not share."""
        yield from number_drafts(reading, (Facet.ORDINAL,))
