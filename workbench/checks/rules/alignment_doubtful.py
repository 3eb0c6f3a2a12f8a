"""alignment-doubtful: a bead that the aligner was not sure of and nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.alignment.doubts import is_improbable
from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.wordings import wording
from workbench.model.ladder import DOUBTFUL_BELOW, BeadStatus, Span


class AlignmentDoubtful(Check):
    """What a finding rests on is an alignment that somebody, or the aligner itself, is sure of."""

    name = "alignment-doubtful"
    family = "structure"
    severity = Severity.INFO
    help = (
        "The aligner was not sure that these segments belong together, and nobody has confirmed it. Look at it in the editor "
        "and confirm or mend it: what other checks say of these segments rests on it."
    )
    example = ("a bead of status auto with the score 0.31", "the bead confirmed, or put right, in the editor")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the automatic beads of low score; of a ladder that hardly holds anything one finding, at its first bead."""
        for tag in reading.document.others():
            ladder = reading.document.ladders[tag]
            filled = (span for span in ladder.spans() if span.pivot and span.version)
            if is_improbable(ladder) and (first := next(filled, None)) is not None:
                yield _draft(
                    reading,
                    tag,
                    first,
                    f"hardly any of {tag} corresponds to {reading.pivot}: is it the right file?",
                )
                continue
            for span in filled:
                score = span.bead.score
                if span.bead.status is BeadStatus.AUTO and score is not None and score < DOUBTFUL_BELOW:
                    yield _draft(
                        reading,
                        tag,
                        span,
                        f"the aligner is not sure that this is the text of {reading.pivot} (it gives it {score:.2f} of 1)"
                        " — confirm or mend the alignment",
                    )


def _draft(reading: Reading, tag: str, span: Span, message: str) -> Draft:
    return Draft(
        version=tag,
        row=reading.row_of(tag, span.version[0]),
        spot=wording(reading, tag, span.version[0]),
        message=message,
        related=tuple(wording(reading, reading.pivot, segment) for segment in span.pivot),
        texts=tuple(
            reading.texts(one)[segment]
            for one, segments in ((reading.pivot, span.pivot), (tag, span.version))
            for segment in segments
        ),
    )
