"""duplicate-inconsistent: equal segments of the pivot that a version renders differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.wordings import wording
from workbench.languages.wordforms import fold, word_texts
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
    example = (
        "one sentence twice in English, two different ones in Tajik",
        "the same sentence twice in Tajik",
    )

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield, for each rendering that is not the most frequent one (the first of equals), its first place."""
        pivot = [_wording(reading, reading.pivot, segment) for segment in range(len(reading.texts(reading.pivot)))]
        repeated = {said for said, count in Counter(pivot).items() if count > 1}
        for tag in reading.document.others() if repeated else ():
            groups: dict[tuple[str, ...], list[Span]] = defaultdict(list)
            for span in reading.document.ladders[tag].spans():
                said = tuple([pivot[segment] for segment in span.pivot])
                if said and span.version and repeated.issuperset(said) and _is_long_enough(reading, said):
                    groups[said].append(span)
            for spans in groups.values():
                if len(spans) > 1:
                    yield from _odd_ones(reading, tag, spans)


def _wording(reading: Reading, tag: str, segment: int) -> str:
    spot = wording(reading, tag, segment)
    return " ".join(word_texts(fold(reading.texts(tag)[segment][spot.start : spot.end])))


def _is_long_enough(reading: Reading, said: tuple[str, ...]) -> bool:
    if reading.knowledge(reading.pivot).wordforms.unspaced:
        return sum(map(len, said)) >= _FEWEST_CHARACTERS
    return sum(one.count(" ") + bool(one) for one in said) >= _FEWEST


def _odd_ones(reading: Reading, tag: str, spans: list[Span]) -> Iterator[Draft]:
    # Where sentences are cut does not matter, nor a hyphen between words.
    said = [" ".join(_wording(reading, tag, segment) for segment in span.version) for span in spans]
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
