"""term-missing: a term of the pivot that a version does not render by the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.glossary.matching import TermMatch
from workbench.glossary.term import AGREED, TermKind
from workbench.model.row import Row

NAMES = frozenset({TermKind.PERSON, TermKind.STATE})  # name-missing looks for these


class TermMissing(Check):
    """Where the pivot has a term, every version has one of its terms for the same thing."""

    name = "term-missing"
    family = "terms"
    severity = Severity.WARNING
    help = (
        "The pivot has a term of the glossary here, and this version has none of the wordings that the glossary gives. "
        "It is a warning where a wording is agreed on, and a mere hint where wordings are only proposed. "
        "If the wording is right, put it into the glossary."
    )
    example = ("Belt and Road in English, новый путь in Russian", "«Один пояс, один путь»")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the concepts of each row's pivot text that a version with text there has no term for."""
        for row in reading.rows:
            concepts: dict[str, tuple[int, TermMatch]] = {}
            for segment in row.pivot:
                for match in reading.matches(reading.pivot, segment):
                    if match.term.kind not in NAMES:
                        concepts.setdefault(match.term.concept, (segment, match))
            for tag in reading.document.others():
                if concepts and (own := reading.segments(tag, row)):
                    there = {concept for segment in own for concept in reading.concepts(tag, segment)}
                    for concept, (segment, match) in concepts.items():
                        # A forbidden wording is there too: term-forbidden speaks of it.
                        if concept in there or not reading.usable(tag, concept):
                            continue
                        if not _is_next_to(reading, tag, own, concept):
                            yield _draft(reading, tag, row, segment, match)


def _is_next_to(reading: Reading, tag: str, own: tuple[int, ...], concept: str) -> bool:
    """Return whether the sentence before or behind has the term, where the pivot does not: sentences are cut otherwise."""
    for neighbour in (own[0] - 1, own[-1] + 1):
        if neighbour not in reading.paragraph(tag, own[0]) or concept not in reading.concepts(tag, neighbour):
            continue
        row = reading.rows[reading.row_of(tag, neighbour)]
        if all(concept not in reading.concepts(reading.pivot, segment) for segment in row.pivot):
            return True
    return False


def _draft(reading: Reading, tag: str, row: Row, segment: int, match: TermMatch) -> Draft:
    terms = reading.usable(tag, match.term.concept)
    agreed = any(term.status in AGREED for term in terms)
    words = reading.texts(reading.pivot)[segment][match.start : match.end]
    wordings = " or ".join(f"“{term.term}”" for term in terms)
    return Draft(
        version=tag,
        row=row.index,
        spot=reading.counterpart(tag, row, segment),
        message=f"“{words}” of {reading.pivot} is not rendered by the glossary: {wordings}",
        suggestion=terms[0].term,
        related=(Spot(reading.pivot, segment, match.start, match.end),),
        words=words,
        texts=reading.cell_texts(tag, row),
        severity=Severity.WARNING if agreed else Severity.INFO,
    )
