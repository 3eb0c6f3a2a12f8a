"""The evidence that needs nothing but the two texts."""

from __future__ import annotations

from workbench.alignment.evidence.association import Association
from workbench.alignment.evidence.calendar import Calendar
from workbench.alignment.evidence.cognates import Cognates
from workbench.alignment.evidence.evidence import Evidence
from workbench.alignment.evidence.labels import ClauseLabels, LabelledStarts
from workbench.alignment.evidence.length import Length
from workbench.alignment.evidence.numbers import Numbers
from workbench.alignment.evidence.paragraphs import Paragraphs
from workbench.alignment.evidence.shape import Ends, Marks


def plain_evidence() -> tuple[Evidence, ...]:
    """Return the evidence that needs nothing but the two texts, before it has learned anything."""
    return (
        ClauseLabels(),
        LabelledStarts(),
        Paragraphs(),
        Numbers(),
        Calendar(),
        Cognates(),
        Ends(),
        Marks(),
        Length(),
        Association(),
    )
