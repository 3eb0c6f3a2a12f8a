"""The filters that one can choose: by findings, by status, by what a version lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.findings import SIGNS
from workbench.tui.seeking import Wanted, changed_since, is_in_doubt, is_lapsed, is_unconfirmed, is_unreviewed
from workbench.tui.shown import Filter

if TYPE_CHECKING:
    from workbench.tui.view import View


def filters(view: View) -> Iterator[Filter]:
    """Yield the filters that make sense now: by findings that there are, by status, by what is missing.

    What is asked of a version is asked of the cursor's, on the pivot of any that is shown.
    """
    tags = view.chosen if view.cursor.tag == view.pivot else (view.cursor.tag,)
    where = tags[0] if len(tags) == 1 else "any version"
    if view.findings:
        yield Filter("with findings", _has_findings)
    if len(tags) == 1:
        yield Filter(f"with findings in {where}", partial(_has_finding_of, where))
    for rank, (severity, sign) in enumerate(SIGNS.items()):
        if view.findings.counts()[rank]:
            yield Filter(f"{sign} {severity}", partial(_has_rank, rank))
    yield Filter(f"doubtful in {where}", partial(_any, is_in_doubt, tags))
    yield Filter(f"not confirmed in {where}", partial(_any, is_unconfirmed, tags))
    yield Filter(f"not reviewed in {where}", partial(_any, is_unreviewed, tags))
    yield Filter(f"changed since accepted in {where}", partial(_any, is_lapsed, tags))
    yield Filter(f"no text in {where}", partial(_any, _is_empty, tags))
    yield Filter("changed since the last save", partial(_any, changed_since(view.session.saved), view.chosen))
    for check in sorted({kind.check for kind in view.findings.kinds()}):
        yield Filter(check, partial(_has_check, check))


def _has_findings(view: View, row: int) -> bool:
    return bool(view.findings.kinds_at(row))


def _has_finding_of(tag: str, view: View, row: int) -> bool:
    return any(kind.tag == tag for kind in view.findings.kinds_at(row))


def _has_rank(rank: int, view: View, row: int) -> bool:
    return any(kind.rank == rank for kind in view.findings.kinds_at(row))


def _has_check(check: str, view: View, row: int) -> bool:
    return any(kind.check == check for kind in view.findings.kinds_at(row))


def _any(wanted: Wanted, tags: Sequence[str], view: View, row: int) -> bool:
    return any(wanted(view, row, tag) for tag in tags)


def _is_empty(view: View, row: int, tag: str) -> bool:
    return not view.table.segments(row, tag)
