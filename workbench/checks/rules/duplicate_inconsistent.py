"""duplicate-inconsistent: equal segments of the pivot that a version renders differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.wordings import wording, words_of
from workbench.languages.wordforms import fold
from workbench.model.ladder import Span

_FEWEST = 2  # words that the pivot's segments must have, or as many characters in a language without spaces
_FEWEST_CHARACTERS = 4


class DuplicateInconsistent(Check):
    """What is said twice in the same words in the pivot is said twice in the same words in a version."""

    name = "duplicate-inconsistent"
    family = "structure"
    severity = Severity.WARNING
    help = (
        "The pivot says this in the same words in several places, and this version in different ones. Numbers of clauses, "
        "letter case and punctuation are not compared. Where the difference is meant, waive the finding."
    )

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield, for each rendering that is not the most frequent one (the first of equals), its first place."""
        for tag in reading.document.others():
            groups: dict[tuple[str, ...], list[Span]] = defaultdict(list)
            for span in reading.document.ladders[tag].spans():
                if span.pivot and span.version and _is_long_enough(reading, span):
                    groups[_wordings(reading, reading.pivot, span.pivot)].append(span)
            for spans in groups.values():
                if len(spans) > 1:
                    yield from _odd_ones(reading, tag, spans)


def _wordings(reading: Reading, tag: str, segments: range) -> tuple[str, ...]:
    return tuple(
        " ".join(fold(word.text) for word in words_of(reading, wording(reading, tag, segment))) for segment in segments
    )


def _is_long_enough(reading: Reading, span: Span) -> bool:
    found = [word for segment in span.pivot for word in words_of(reading, wording(reading, reading.pivot, segment))]
    if reading.knowledge(reading.pivot).wordforms.unspaced:
        return sum(len(word.text) for word in found) >= _FEWEST_CHARACTERS
    return len(found) >= _FEWEST


def _odd_ones(reading: Reading, tag: str, spans: list[Span]) -> Iterator[Draft]:
    # Where sentences are cut does not matter, nor a hyphen between words.
    said = [" ".join(_wordings(reading, tag, span.version)) for span in spans]
    counted = Counter(said)
    usual, count = counted.most_common(1)[0]
    model = spans[said.index(usual)]
    for rendering in counted:
        if rendering == usual:
            continue
        span = spans[said.index(rendering)]
        spot = wording(reading, tag, span.version[0])
        there = wording(reading, tag, model.version[0])
        single = len(span.version) == len(model.version) == 1
        suggestion = reading.texts(tag)[there.segment][there.start : there.end] if single else None
        yield Draft(
            version=tag,
            row=reading.row_of(tag, spot.segment),
            spot=spot,
            message=f"{reading.pivot} says this in the same words in {len(spans)} places, and {tag} has other words here than "
            + ("elsewhere" if count == 1 else f"in {count} of them"),
            suggestion=suggestion,
            related=(there, wording(reading, reading.pivot, span.pivot[0])),
            texts=tuple(
                text
                for one in (span, model)
                for version, segments in ((reading.pivot, one.pivot), (tag, one.version))
                for text in (reading.texts(version)[segment] for segment in segments)
            ),
        )
