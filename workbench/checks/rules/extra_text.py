"""extra-text: text of a version that the pivot lacks, or text of the pivot that most versions leave out."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.omissions import is_most, omissions
from workbench.checks.reading import Reading
from workbench.checks.wordings import wording


class ExtraText(Check):
    """No version says what the pivot does not."""

    name = "extra-text"
    family = "structure"
    severity = Severity.WARNING
    help = (
        "This version says something here that the pivot does not: the segment stands alone. Either it was added, or its "
        "counterpart stands elsewhere and the alignment is to be mended. Where most versions leave a segment of the pivot "
        "out, the pivot is named."
    )
    example = ("three sentences in English, four in Uzbek", "three sentences in each")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the additions of a version, and the pivot's segments that more than half of all versions leave out."""
        found = omissions(reading)
        for held in found.added.values():
            if is_most(tuple(held), reading):
                continue  # the pivot is the odd one: missing-translation says so, once
            for tag, spans in held.items():
                others = [other for other in held if other != tag]
                for segment in (segment for span in spans for segment in span.version):
                    if reading.texts(tag)[segment].strip():
                        yield Draft(
                            version=tag,
                            row=reading.row_of(tag, segment),
                            spot=wording(reading, tag, segment),
                            message=f"{reading.pivot} has nothing for this segment"
                            + (
                                f"; {', '.join(others)} {'has' if len(others) == 1 else 'have'} text here too"
                                if others
                                else ""
                            ),
                            texts=(reading.texts(tag)[segment],),
                        )
        for segment, tags in found.left_out.items():
            if is_most(tags, reading):
                yield Draft(
                    version=reading.pivot,
                    row=reading.row_of(reading.pivot, segment),
                    spot=wording(reading, reading.pivot, segment),
                    message=f"only {_having(reading, tags)} this: {', '.join(tags)} have nothing for it",
                    texts=(reading.texts(reading.pivot)[segment],),
                )


def _having(reading: Reading, lacking: tuple[str, ...]) -> str:
    having = [tag for tag in reading.tags if tag not in lacking]
    return f"{', '.join(having)} {'has' if len(having) == 1 else 'have'}"
