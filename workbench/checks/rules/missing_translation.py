"""missing-translation: text of the pivot that has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.model.ladder import crossings


class MissingTranslation(Check):
    """Every segment of the pivot has a counterpart in every version."""

    name = "missing-translation"
    family = "completeness"
    severity = Severity.ERROR
    help = (
        "The pivot says something here that this version does not: the sentence has no counterpart, or an empty one. "
        "A paragraph that stands elsewhere is no omission once its two places are tied as a crossing."
    )
    example = ("four sentences in English, three in Kazakh", "four sentences in each")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the beads with text in the pivot and none in the version."""
        pivot = reading.texts(reading.pivot)
        for tag in reading.document.others():
            texts = reading.texts(tag)
            ladder = reading.document.ladders[tag]
            moved = {crossing.pivot.index for crossing in crossings(ladder)}
            for span in ladder.spans():
                said = [segment for segment in span.pivot if pivot[segment].strip()]
                if not said or span.index in moved or any(texts[segment].strip() for segment in span.version):
                    continue
                yield Draft(
                    version=tag,
                    row=reading.row_of(reading.pivot, said[0]),
                    spot=Spot(reading.pivot, said[0], 0, len(pivot[said[0]])),
                    message=f"{tag} has nothing for this "
                    + ("segment" if len(said) == 1 else f"and the next {len(said) - 1} segments")
                    + f" of {reading.pivot}",
                    texts=tuple(pivot[segment] for segment in said),
                )
