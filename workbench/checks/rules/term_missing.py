"""term-missing: a term of the pivot that a version does not render by the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.glossary.matching import TermMatch
from workbench.glossary.term import AGREED, TermKind
from workbench.model.row import Row

_MOST = 3  # versions that must have a term before the pivot is asked for it
NAMES = frozenset({TermKind.PERSON, TermKind.STATE})  # name-missing looks for these


class TermMissing(Check):
    """Where the pivot, or most versions, have a term, every version has one of its terms for the same thing."""

    name = "term-missing"
    local = True
    family = "terms"
    severity = Severity.WARNING
    help = (
        "The pivot has a term of the glossary here, or most versions have, and this version has none of the wordings that the "
        "glossary gives. It is a warning where a wording is agreed on, and a mere hint where wordings are only proposed. "
        "If the wording is right, put it into the glossary. Where no other version renders a term of the pivot, its word "
        "means something else there, and nothing is said."
    )
    example = ("Belt and Road in English, новый путь in Russian", "«Один пояс, один путь»")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the concepts of each row that a version with text there has no term for."""
        for row in reading.rows:
            own = {tag: segments for tag in reading.tags if (segments := reading.segments(tag, row))}
            # A forbidden wording is there too: term-forbidden speaks of it.
            there = {tag: _concepts(reading, tag, segments) for tag, segments in own.items()}
            every = frozenset().union(*there.values())
            shared = every.intersection(*there.values())
            if len(shared) == len(every):
                continue  # many rows
            in_pivot = _in_pivot(reading, row)
            for concept in (*in_pivot, *sorted(every - in_pivot.keys())):
                if concept in shared or reading.termbase.kind(concept) in NAMES:
                    continue
                having = [tag for tag in own if concept in there[tag]]
                lacking = [
                    tag
                    for tag in own
                    if tag not in having
                    and reading.usable(tag, concept)
                    and not _is_next_to(reading, tag, own[tag], concept)
                ]
                if concept in in_pivot and (len(having) > 1 or len(lacking) == 1):
                    for tag in lacking:
                        yield _draft(reading, tag, row, *in_pivot[concept])
                elif reading.pivot in lacking and len(having) >= _MOST and len(having) > len(lacking):
                    yield _in_others(reading, row, concept, having)


def _concepts(reading: Reading, tag: str, segments: Sequence[int]) -> frozenset[str]:
    found = [reading.concepts(tag, segment) for segment in segments]
    return found[0] if len(found) == 1 else frozenset().union(*found)


def _in_pivot(reading: Reading, row: Row) -> dict[str, tuple[int, TermMatch]]:
    """Return the concepts that the pivot's text of a row names, less those within longer terms, with their first place."""
    concepts: dict[str, tuple[int, TermMatch]] = {}
    for segment in row.pivot:
        for match in reading.matches(reading.pivot, segment):
            concepts.setdefault(match.term.concept, (segment, match))
    return concepts


def _is_next_to(reading: Reading, tag: str, own: tuple[int, ...], concept: str) -> bool:
    """Return whether the sentence before or behind has the term, where the pivot does not: sentences are cut otherwise."""
    for neighbour in (own[0] - 1, own[-1] + 1):
        if neighbour not in reading.paragraph(tag, own[0]) or concept not in reading.concepts(tag, neighbour):
            continue
        row = reading.row(reading.row_of(tag, neighbour))
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
        message=f"“{words}” of {reading.pivot} is not rendered as the glossary says: {wordings}",
        suggestion=terms[0].term,
        related=(Spot(reading.pivot, segment, match.start, match.end),),
        words=words,
        texts=reading.cell_texts(tag, row),
        severity=Severity.WARNING if agreed else Severity.INFO,
    )


def _in_others(reading: Reading, row: Row, concept: str, having: list[str]) -> Draft:
    places = []
    for tag in having:
        matches = (
            (segment, match) for segment in reading.segments(tag, row) for match in reading.all_matches(tag, segment)
        )
        segment, match = next((segment, match) for segment, match in matches if match.term.concept == concept)
        places.append(Spot(tag, segment, match.start, match.end))
    terms = reading.usable(reading.pivot, concept)
    agreed = any(term.status in AGREED for term in terms)
    return Draft(
        version=reading.pivot,
        row=row.index,
        spot=reading.counterpart(reading.pivot, row, None),
        message=f"{', '.join(having)} have a term for {concept} here, and {reading.pivot} has not: "
        + " or ".join(f"“{term.term}”" for term in terms),
        suggestion=terms[0].term,
        related=tuple(places),
        words=terms[0].term,
        texts=reading.cell_texts(reading.pivot, row),
        severity=Severity.WARNING if agreed else Severity.INFO,
    )
