"""term-forbidden: a wording that official texts must not use, or use no longer."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.glossary.term import TermStatus

_SEVERITIES = {TermStatus.FORBIDDEN: Severity.ERROR, TermStatus.SUPERSEDED: Severity.WARNING}


class TermForbidden(Check):
    """No version uses a wording that the glossary calls forbidden or superseded."""

    name = "term-forbidden"
    family = "terms"
    severity = Severity.ERROR
    help = (
        "The glossary forbids this wording (an error), or says that another has taken its place (a warning). "
        "Write the wording that is suggested, in the form that the sentence needs."
    )
    example = ("Средняя Азия", "Центральная Азия")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield every forbidden or superseded wording of every version; the longest term wins where terms overlap."""
        for tag in reading.tags:
            for segment, text in enumerate(reading.texts(tag)):
                for match in reading.matches(tag, segment):
                    severity = _SEVERITIES.get(match.term.status)
                    if severity is None:
                        continue
                    usable = reading.usable(tag, match.term.concept)
                    suggestion = usable[0].term if usable else None
                    said = "is forbidden" if severity is Severity.ERROR else "is superseded"
                    yield Draft(
                        version=tag,
                        row=reading.row_of(tag, segment),
                        spot=Spot(tag, segment, match.start, match.end),
                        message=f"“{text[match.start : match.end]}” {said} for {match.term.concept}"
                        + (f" ({match.term.note})" if match.term.note else "")
                        + (f" — write “{suggestion}”" if suggestion else ""),
                        suggestion=suggestion,
                        texts=(text,),
                        severity=severity,
                    )
