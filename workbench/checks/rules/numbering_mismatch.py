"""numbering-mismatch: aligned clauses that bear different numbers."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.aligned_labels import Clause, aligned_clauses, same_number
from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.outline import label_spot, written_like
from workbench.checks.reading import Reading


class NumberingMismatch(Check):
    """One clause has one number in all versions, whatever numeral system writes it: 4., IV., 四、, ④."""

    name = "numbering-mismatch"
    local = True
    family = "numbering"
    severity = Severity.ERROR
    help = (
        "This clause has another number here than in the other versions. IV, 4 and 四 are the same number; 4 and 5 "
        "are not. Where as many versions say one thing as another, the finding names no version."
    )
    example = ("4. in English, 五、 in Chinese", "4. in English, 四、 in Chinese")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the labels that differ from those of most versions, or one finding where there is no majority."""
        for clause in aligned_clauses(reading):
            first = next(iter(clause.labelled.values())).label.values
            if all(same_number(one.label, first) for one in clause.labelled.values()):
                continue
            majority = clause.majority()
            if majority is None:
                yield _undecided(reading, clause)
                continue
            right = [tag for tag, one in clause.labelled.items() if same_number(one.label, majority)]
            for tag, one in clause.labelled.items():
                if tag in right:
                    continue
                values = majority if len(majority) == len(one.label.values) else (*one.label.values[:-1], majority[-1])
                suggestion = written_like(one.label, values)
                example = clause.labelled[right[0]].label.written
                yield Draft(
                    version=tag,
                    row=clause.row.index,
                    spot=label_spot(reading, tag, one.segment),
                    message=f"“{one.label.written}” where {', '.join(right)} {_have(right)} “{example}”"
                    + (f" — write “{suggestion}”" if suggestion else ""),
                    suggestion=suggestion,
                    related=tuple(label_spot(reading, other, clause.labelled[other].segment) for other in right),
                    texts=reading.cell_texts(tag, clause.row),
                )


def _have(tags: list[str]) -> str:
    return "has" if len(tags) == 1 else "have"


def _undecided(reading: Reading, clause: Clause) -> Draft:
    places = [label_spot(reading, tag, one.segment) for tag, one in clause.labelled.items()]
    at = reading.pivot if reading.pivot in clause.labelled else next(iter(clause.labelled))
    spot = label_spot(reading, at, clause.labelled[at].segment)
    said = ", ".join(f"{tag} “{one.label.written}”" for tag, one in clause.labelled.items())
    return Draft(
        version=None,
        row=clause.row.index,
        spot=spot,
        message=f"the versions number this clause differently: {said}",
        related=tuple(place for place in places if place != spot),
        texts=tuple(text for tag in clause.labelled for text in reading.cell_texts(tag, clause.row)),
    )
