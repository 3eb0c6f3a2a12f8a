"""numbering-missing: a clause without the number that it has in the other versions."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.aligned_labels import Clause, aligned_clauses
from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.outline import label_spot, written_like
from workbench.checks.reading import Reading


class NumberingMissing(Check):
    """A clause that is numbered in most versions is numbered in all."""

    name = "numbering-missing"
    local = True
    family = "numbering"
    severity = Severity.ERROR
    help = (
        "Most versions number this clause, and this version does not. Put the number at the beginning of the clause, "
        "written like the other numbers of this version."
    )
    example = ("4. in English, and no number before the same clause in Uzbek", "4. in both")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the rows that lack a label which most versions with text there have."""
        for clause in aligned_clauses(reading):
            having = list(clause.labelled)
            bare = [tag for tag in clause.bare if _could_be_read(reading, tag, clause)]
            if not bare or len(having) < len(bare):
                continue
            if len(having) == len(bare):
                yield _undecided(reading, clause)
                continue
            source = reading.pivot if reading.pivot in having else having[0]
            written = clause.labelled[source].label
            pivot_segment = clause.labelled[source].segment if source == reading.pivot else None
            for tag in bare:
                spot = reading.counterpart(tag, clause.row, pivot_segment)
                suggestion = _suggestion(reading, tag, spot.segment, written.values)
                yield Draft(
                    version=tag,
                    row=clause.row.index,
                    spot=spot,
                    message=f"no number where {_names(having)} “{written.written}”"
                    + (f" — write “{suggestion}”" if suggestion else ""),
                    suggestion=suggestion,
                    related=tuple(label_spot(reading, other, clause.labelled[other].segment) for other in having),
                    words=suggestion or written.written,
                    texts=reading.cell_texts(tag, clause.row),
                )


def _could_be_read(reading: Reading, tag: str, clause: Clause) -> bool:
    """Return whether a label here would be known for one: the word for "Article" is not, in a language without data."""
    worded = all(any(map(str.isalpha, one.label.frame.replace("{n}", ""))) for one in clause.labelled.values())
    return bool(reading.knowledge(tag).label_patterns) or not worded


def _names(tags: list[str]) -> str:
    return f"{', '.join(tags)} {'has' if len(tags) == 1 else 'have'}"


def _suggestion(reading: Reading, tag: str, segment: int, values: tuple[int, ...]) -> str | None:
    """Return the number as this version writes it: like the label that it counts on from, or else the one behind."""
    labels = reading.labels(tag)
    around = [*reversed(labels[:segment]), *labels[segment + 1 :]]
    near = [label for label in around if label is not None and len(label.values) == len(values)]
    model = next((label for label in near if abs(label.value - values[-1]) == 1), None)
    return written_like(model, values) if model else None


def _undecided(reading: Reading, clause: Clause) -> Draft:
    having = clause.labelled
    at = reading.pivot if reading.pivot in having else next(iter(having))
    written = having[at].label.written
    return Draft(
        version=None,
        row=clause.row.index,
        spot=label_spot(reading, at, having[at].segment),
        message=f"“{written}” in {', '.join(having)}, and no number in {', '.join(clause.bare)}",
        related=tuple(
            [label_spot(reading, tag, one.segment) for tag, one in having.items() if tag != at]
            + [Spot(tag, reading.segments(tag, clause.row)[0]) for tag in clause.bare]
        ),
        texts=tuple(text for tag in reading.tags for text in reading.cell_texts(tag, clause.row)),
    )
