"""missing-translation: text of the pivot that has no counterpart, or text of most versions that the pivot lacks."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.omissions import Omissions, is_most, omissions
from workbench.checks.reading import Reading
from workbench.model.ladder import crossings


class MissingTranslation(Check):
    """Every segment of the pivot has a counterpart in every version."""

    name = "missing-translation"
    family = "structure"
    severity = Severity.ERROR
    help = (
        "The pivot says something here that this version does not: the sentence has no counterpart, or an empty one. "
        "A paragraph that stands elsewhere is no omission once its two places are tied as a crossing. Where most versions "
        "add text that the pivot lacks, the pivot is named; where most leave a sentence out, extra-text names the pivot."
    )
    example = ("four sentences in English, three in Kazakh", "four sentences in each")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the beads with text in the pivot and none in the version, and the gaps where the pivot alone is silent."""
        found = omissions(reading)
        for tag in reading.document.others():
            yield from _left_out(reading, tag, found)
        for held in found.added.values():
            if is_most(tuple(held), reading):
                tag, spans = next(iter(held.items()))
                segment = spans[0].version[0]
                yield Draft(
                    version=reading.pivot,
                    row=reading.row_of(tag, segment),
                    spot=Spot(tag, segment, 0, len(reading.texts(tag)[segment])),
                    message=f"{reading.pivot} has nothing for this segment of {tag}; {', '.join(held)} have text here",
                    related=tuple(Spot(other, spans[0].version[0]) for other, spans in held.items() if other != tag),
                    texts=tuple(reading.texts(other)[spans[0].version[0]] for other, spans in held.items()),
                    severity=Severity.WARNING,
                )


def _left_out(reading: Reading, tag: str, found: Omissions) -> Iterator[Draft]:
    pivot = reading.texts(reading.pivot)
    ladder = reading.document.ladders[tag]
    moved = {crossing.pivot.index for crossing in crossings(ladder)}
    for span in ladder.spans():
        said = [segment for segment in span.pivot if tag in found.left_out.get(segment, ())]
        # Where most versions leave it out the pivot is the odd one: extra-text says so, once.
        said = [segment for segment in said if not is_most(found.left_out[segment], reading)]
        if not said or span.index in moved:
            continue
        others = [other for other in found.left_out[said[0]] if other != tag]
        yield Draft(
            version=tag,
            row=reading.row_of(reading.pivot, said[0]),
            spot=Spot(reading.pivot, said[0], 0, len(pivot[said[0]])),
            message=f"{tag} has nothing for this "
            + ("segment" if len(said) == 1 else f"and the next {len(said) - 1} segments")
            + f" of {reading.pivot}"
            + (f"; nor {'has' if len(others) == 1 else 'have'} {', '.join(others)}" if others else ""),
            texts=tuple(pivot[segment] for segment in said),
        )
