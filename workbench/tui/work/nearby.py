"""Findings of a few rows, at once: what a change brought and took, as an excerpt of the document shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import is_not
from pathlib import PurePosixPath

from workbench.checks.finding import Location
from workbench.editing.finder import Find
from workbench.model.document import Document
from workbench.model.excerpt import excerpt
from workbench.model.opened import changed
from workbench.model.row import Rows
from workbench.model.segments import segments_of
from workbench.tui.findings import Findings, in_order, locate
from workbench.tui.grid.table import Table
from workbench.tui.spot import Spot

AROUND = 1  # rows before and behind a changed one that are looked at with it


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a document whose rows stayed: `held` are the rows that it touched, with some around them.

    `clause` names the clause of a row.
    """

    before: Document
    after: Document
    rows: Rows
    held: range
    clause: Callable[[int], str]


def changes(before: Document, table: Table) -> Sequence[Change] | None:
    """Return what was done to a document until it became the table's, a change for each place; None where all is other."""
    after, rows = table.document, table.rows
    if after.versions.keys() != before.versions.keys():
        return None
    found: list[int] = []
    for tag, version in after.versions.items():
        old, new = before.versions[tag].text.segments, version.text.segments
        if len(old) != len(new):
            return None
        if old is not new:
            found += [rows.row_of(tag, index) for index in changed(old, new)]
    for tag, ladder in after.ladders.items():
        there = before.ladders[tag]
        if ladder is there:
            continue
        if ladder.starts() != there.starts():
            return None
        pairs = enumerate(map(is_not, there.beads, ladder.beads))
        found += [rows.row_of(after.pivot, ladder.span(index).pivot.start) for index, other in pairs if other]
    return [Change(before, after, rows, held, table.clause) for held in _around(sorted(found), len(rows))]


def _around(found: Sequence[int], count: int) -> Iterator[range]:
    """Yield the stretches of `count` rows that stand around some, given in order; those that touch are one."""
    start = stop = 0
    for row in found:
        if row - AROUND > stop:
            if stop:
                yield range(start, stop)
            start = row - AROUND
        start, stop = max(start, 0), min(count, row + AROUND + 1)
    if stop:
        yield range(start, stop)


def near(find: Find, done: Change) -> Callable[[Findings], Findings]:
    """Return what makes of the findings before a change those after it, as far as the rows that it touched show.

    What a check of the whole document alone can know of these rows stays as it was, until the whole is checked.
    """
    old = {_key(spot) for spot in _spots(find, done.before, done)}
    new = _spots(find, done.after, done)

    def put(findings: Findings) -> Findings:
        there = findings.within(done.held)
        known = {_key(spot) for spot in there}
        kept = [still for spot in there if _key(spot) not in old and (still := _still(spot, done.after)) is not None]
        come = [spot for spot in new if spot.row in done.held and (_key(spot) not in old or _key(spot) in known)]
        return findings.replaced(done.held, in_order((*kept, *come), done.after))

    return put


def _still(spot: Spot, document: Document) -> Spot | None:
    """Return a finding where its words stand now, or None where they do not stand in its segment any more."""
    words = spot.finding.location.words
    text = document.versions[spot.held_by].text.segments[spot.segment].text
    if spot.start == spot.end or text[spot.start : spot.end] == words:
        return spot
    at = text.find(words)
    return replace(spot, start=at, end=at + len(words)) if at >= 0 else None


def _key(spot: Spot) -> tuple[object, ...]:
    finding = spot.finding
    return finding.check, spot.tag, spot.held_by, spot.segment, finding.location.words, finding.message


def _spots(find: Find, document: Document, done: Change) -> tuple[Spot, ...]:
    """Return the findings of an excerpt, at their places in the whole document."""
    pivot = range(done.rows.pivot(done.held.start).start, done.rows.pivot(done.held.stop - 1).stop)
    part = excerpt(document, pivot)
    segments = {
        tag: {line: part.firsts[tag] + index for index, line in enumerate(version.text.lines())}
        for tag, version in part.document.versions.items()
    }
    more = {
        tag: segments_of(version.text.segments).lines_before(part.firsts[tag])
        for tag, version in document.versions.items()
    }

    def whole(place: Location) -> Location:
        tag = PurePosixPath(place.path).stem
        if tag not in segments or place.line not in segments[tag]:
            return place
        clause = done.clause(done.rows.row_of(tag, segments[tag][place.line]))
        return replace(place, line=place.line + more[tag], clause=clause)

    found = [finding for finding in find(part.document) if finding.location.path.endswith(".txt")]
    spots = locate(found, lambda tag, line: segments[tag].get(line, 0), document, done.rows)
    return tuple(
        replace(
            spot,
            finding=replace(
                spot.finding,
                location=whole(spot.finding.location),
                related=tuple(whole(place) for place in spot.finding.related),
                row=spot.row,
            ),
        )
        for spot in spots
    )
