"""term-forbidden: a wording that official texts must not use, or use no longer."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.glossary.matching import TermMatch
from workbench.glossary.term import TermMatching, TermStatus
from workbench.languages.same_form import same_form
from workbench.languages.wordforms import fold

_SEVERITIES = {TermStatus.FORBIDDEN: Severity.ERROR, TermStatus.SUPERSEDED: Severity.WARNING}
_WRONG = tuple(_SEVERITIES)


class TermForbidden(Check):
    """No version uses a wording that the glossary calls forbidden or superseded."""

    name = "term-forbidden"
    local = True
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
            texts = reading.texts(tag)
            for segment in reading.looked_at(tag):
                text = texts[segment]
                for match in reading.matches(tag, segment):
                    if match.term.status not in _WRONG:
                        continue  # most terms
                    severity = _SEVERITIES[match.term.status]
                    usable = reading.usable(tag, match.term.concept)
                    exact = _replacement(reading, tag, segment, match)
                    suggestion = exact or (usable[0].term if usable else None)
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
                        safe=exact is not None,
                    )


def _replacement(reading: Reading, tag: str, segment: int, match: TermMatch) -> str | None:
    """Return what may be put in the place of a forbidden wording without a look, or None.

    That is the one preferred wording of the concept, in the form that the text has, where the words mean nothing else.
    """
    term = match.term
    preferred = [one for one in reading.usable(tag, term.concept) if one.status is TermStatus.PREFERRED]
    if term.status is not TermStatus.FORBIDDEN or term.match is TermMatching.REGEX or len(preferred) != 1:
        return None
    if any(
        other.term.concept != term.concept and (other.start, other.end) == (match.start, match.end)
        for other in reading.matches(tag, segment)
    ):
        return None
    text = reading.texts(tag)[segment]
    written = text[match.start : match.end]
    right = same_form(written, term.term, preferred[0].term, reading.knowledge(tag).wordforms)
    if right is None or fold(term.term) in fold(right) or _spoils_article(text[: match.start], written, right):
        return None
    return right


def _spoils_article(before: str, written: str, right: str) -> bool:
    """Return whether a vowel comes or goes at the beginning behind a word that is written by it (a, an)."""
    last = before.split()[-1:] or [""]
    return last[0].lower() in ("a", "an") and (written[:1].lower() in "aeiou") != (right[:1].lower() in "aeiou")
