"""numbering-reference: a reference that points nowhere, or elsewhere than in the other versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.languages.cross_references import Reference, references
from workbench.languages.wordforms import fold
from workbench.model.row import Row

_Placed = tuple[int, Reference]  # segment and reference


class NumberingReference(Check):
    """“Paragraph 4” is paragraph 4 in every version, and is there."""

    name = "numbering-reference"
    local = True
    family = "numbering"
    severity = Severity.ERROR
    help = (
        "This sentence refers to a numbered part: “paragraph 4”, “статья 4”, 第四条. The other versions refer to another "
        "number (an error), or this text, which is meant by “of this statement” or “above”, has no part of that number "
        "(a warning). References to other texts are compared with the other versions alone."
    )
    example = ("paragraph 4 in English, статья 5 in Russian", "paragraph 4, статья 4")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the references whose number most versions do not have here, then those to parts that are not there."""
        found = {tag: _references(reading, tag) for tag in reading.tags}
        for row in reading.rows:
            here: dict[str, list[_Placed]] = {}
            for tag in reading.tags:
                placed = [
                    (segment, one) for segment in reading.segments(tag, row) for one in found[tag].get(segment, ())
                ]
                if placed:
                    here[tag] = placed
            odd = list(_odd_ones(reading, row, here))
            yield from odd
            reported = {(draft.spot.version, draft.spot.segment, draft.spot.start) for draft in odd}
            for tag, placed in here.items():
                for segment, one in placed:
                    if (tag, segment, one.start) not in reported and _points_nowhere(reading, tag, one):
                        yield _nowhere(reading, tag, segment, one)


def _references(reading: Reading, tag: str) -> dict[int, tuple[Reference, ...]]:
    knowledge = reading.knowledge(tag)
    found: dict[int, tuple[Reference, ...]] = {}
    labels = reading.labels(tag)
    for segment in reading.looked_at(tag):
        read = reading.of(tag, segment)
        if read.may_refer and (there := references(read.cut, knowledge)):
            label = labels[segment]
            begin = label.end if label else 0
            found[segment] = tuple(one for one in there if one.start >= begin)
    return found


def _numbers(placed: list[_Placed]) -> tuple[int, ...]:
    """Return all numbers of references, sorted: `Article 4(2)` has those of 第四条第二款 and of "paragraph 2 of Article 4"."""
    return tuple(sorted(value for _, one in placed for value in one.values))


def _odd_ones(reading: Reading, row: Row, here: Mapping[str, list[_Placed]]) -> Iterator[Draft]:
    """Yield the references of versions that have as many numbers as most versions with references, and not the same."""
    said = {tag: _numbers(placed) for tag, placed in here.items()}
    if len(set(said.values())) < 2:
        return
    usual, count = Counter(said.values()).most_common(1)[0]
    if 2 * count <= len(said):
        if len({len(numbers) for numbers in said.values()}) == 1:
            yield _undecided(reading, row, here)
        return
    right = [tag for tag, numbers in said.items() if numbers == usual]
    for tag, placed in here.items():
        if tag in right or len(said[tag]) != len(usual):
            continue
        wanted = list((Counter(usual) - Counter(said[tag])).elements())
        for segment, one in placed:
            if any(value not in usual for value in one.values):
                yield _elsewhere(reading, tag, segment, one, wanted, {other: here[other] for other in right})


def _spot(tag: str, placed: _Placed) -> Spot:
    return Spot(tag, placed[0], placed[1].start, placed[1].end)


def _written(reading: Reading, spot: Spot) -> str:
    return reading.texts(spot.version)[spot.segment][spot.start : spot.end]


def _elsewhere(
    reading: Reading, tag: str, segment: int, one: Reference, wanted: list[int], right: Mapping[str, list[_Placed]]
) -> Draft:
    spot = Spot(tag, segment, one.start, one.end)
    places = [
        _spot(other, next((p for p in placed if set(p[1].values) & set(wanted)), placed[0]))
        for other, placed in right.items()
    ]
    written = _written(reading, spot)
    old = [value for value in one.values if value not in _numbers(next(iter(right.values())))]
    number = str(old[0]) if len(old) == len(wanted) == 1 else ""
    suggestion = written.replace(number, str(wanted[0])) if number and written.count(number) == 1 else None
    row = reading.row(reading.row_of(tag, segment))
    return Draft(
        version=tag,
        row=row.index,
        spot=spot,
        message=f"“{written}” where {', '.join(right)} {'has' if len(right) == 1 else 'have'} “{_written(reading, places[0])}”",
        suggestion=suggestion,
        related=tuple(places),
        texts=reading.cell_texts(tag, row),
    )


def _undecided(reading: Reading, row: Row, here: Mapping[str, list[_Placed]]) -> Draft:
    at = reading.pivot if reading.pivot in here else next(iter(here))
    spots = {tag: _spot(tag, placed[0]) for tag, placed in here.items()}
    said = ", ".join(f"{tag} “{_written(reading, spot)}”" for tag, spot in spots.items())
    return Draft(
        version=None,
        row=row.index,
        spot=spots[at],
        message=f"the versions refer to different numbers: {said}",
        related=tuple(spot for tag, spot in spots.items() if tag != at),
        texts=tuple(text for tag in here for text in reading.cell_texts(tag, row)),
    )


def _points_nowhere(reading: Reading, tag: str, one: Reference) -> bool:
    """Return whether a reference to the text's own part has no such label: of its own noun, or of any where none bears it."""
    if not one.own:
        return False
    labels = [label for label in reading.labels(tag) if label is not None]
    named = [label for label in labels if one.noun in fold(label.frame.replace("{n}", ""))]
    return bool(labels) and all(one.values[0] != label.values[0] for label in named or labels)


def _nowhere(reading: Reading, tag: str, segment: int, one: Reference) -> Draft:
    spot = Spot(tag, segment, one.start, one.end)
    last = max(label.values[0] for label in reading.labels(tag) if label is not None)
    return Draft(
        version=tag,
        row=reading.row_of(tag, segment),
        spot=spot,
        message=f"“{_written(reading, spot)}” points nowhere: this text has no such number (the last is {last})",
        texts=(reading.texts(tag)[segment],),
        severity=Severity.WARNING,
    )
