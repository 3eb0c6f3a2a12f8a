"""Findings on the screen are held packed, and answer as if they lay open."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.conftest import ROOT
from workbench.editing.opening import finder
from workbench.model.document import Document
from workbench.model.row import Rows
from workbench.tui.findings import Findings, in_order, locate, nothing_found, segment_of_line
from workbench.tui.spot import Spot, pack
from workbench.workspace.folder import Workspace


@pytest.fixture
def findings(statement: Document) -> Findings:
    """What all checks find in the statement."""
    found = finder(Workspace(ROOT), statement.name, Workspace(ROOT).termbase)(statement)
    return locate(found, segment_of_line(statement), statement, Rows(statement))


def test_packing_changes_nothing_but_excerpts(findings: Findings) -> None:
    """What was packed and unpacked again is packed to the same."""
    spots = tuple(findings)
    assert spots
    assert pack(spots, {}).spots() == spots


def test_rows_kinds_and_counts_are_those_of_all(findings: Findings, statement: Document) -> None:
    """Row by row, kind by kind and by severity they are the same findings."""
    spots = tuple(findings)
    rows = range(len(Rows(statement)))
    assert tuple(spot for row in rows for spot in findings.at(row)) == spots == in_order(spots, statement)
    assert Counter(spot.kind for spot in spots) == findings.kinds()
    assert [kind for row in rows for kind in findings.kinds_at(row)] == [spot.kind for spot in spots]
    assert findings.counts() == tuple(sum(spot.rank == rank for spot in spots) for rank in range(3))
    assert len(findings) == len(spots)
    chosen = spots[0].kind.check
    assert [*findings.chosen(lambda kind: kind.check == chosen)] == [s for s in spots if s.finding.check == chosen]


@pytest.mark.parametrize("by", [1, -1])
def test_stepping_goes_through_all_and_round(findings: Findings, by: int) -> None:
    """From before the first row, or behind the last, each finding is come to once, and then the first one again."""
    spots = [*findings][::by]
    row, current = (-1, None) if by > 0 else (spots[0].row + 1, None)
    seen: list[Spot] = []
    for _ in spots:
        spot, round_the_end = findings.step(row, current, by)
        assert spot is not None
        assert not round_the_end
        seen.append(spot)
        row, current = spot.row, spot
    assert seen == spots
    assert findings.step(row, current, by) == (spots[0], True)


def test_others_are_put_in_the_place_of_those_of_rows(findings: Findings, statement: Document) -> None:
    """Without those of half of the rows, the others stay and are counted."""
    half = range(len(Rows(statement)) // 2)
    left = findings.replaced(half, ())
    assert tuple(left) == tuple(spot for spot in findings if spot.row not in half)
    assert sum(left.kinds().values()) == len(left)
    assert tuple(left.replaced(half, findings.within(half))) == tuple(findings)


def test_nothing_found_has_no_step() -> None:
    """Where nothing is found there is nothing to go to."""
    assert nothing_found().step(3, None, 1) == (None, False)
    assert not nothing_found()
