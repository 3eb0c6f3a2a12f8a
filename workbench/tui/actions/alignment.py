"""Actions on the alignment: confirm, merge, split, move an edge, unlink, link a crossing, align anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.beads import link_crossing, merge_with_next, move_boundary, review, split_bead, unlink
from workbench.model.ladder import BeadStatus, Span
from workbench.model.operations import Operation, Together
from workbench.tui.actions.action import Action, Group
from workbench.tui.seeking import is_in_doubt, seek
from workbench.tui.view import View

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _confirm(app: WorkbenchApp) -> None:
    said = app.attempt("Not confirmed", app.view.confirm)
    if said is not None:
        app.say(said)
        app.changed((app.view.cursor.row,))


def _confirm_next(app: WorkbenchApp) -> None:
    beads = [replace(span, bead=app.view.table.bead(tag, span)) for tag, span in app.view.beads()]
    if any(span.bead.status is BeadStatus.AUTO for span in beads):
        _confirm(app)
    seek(app, 1, is_in_doubt, "No bead is in doubt any more")


def _review(app: WorkbenchApp) -> None:
    beads = list(app.view.beads())
    if not beads:
        app.say("No bead here to review")
    elif app.take("Not reviewed", lambda: review(app.view.session.document, beads)):
        app.say("The wording is accepted")


def _on_bead(doing: Callable[[WorkbenchApp, str, Span], Operation], what: str, app: WorkbenchApp) -> None:
    """Do something to the bead at the cursor; on the pivot: to those of all shown versions that allow it."""
    beads = list(app.view.beads())
    if not beads:
        app.warn("There is no bead here: go to a version that has one")
        return
    if app.view.cursor.tag == app.view.pivot and len(beads) > 1:
        firsts = dict(reversed(beads))
        app.take(what, lambda: Together(tuple(doing(app, tag, span) for tag, span in firsts.items())))
        return
    tag, span = beads[0]
    app.take(what, lambda: doing(app, tag, span))


def _merging(app: WorkbenchApp, tag: str, span: Span) -> Operation:
    return merge_with_next(app.view.session.document, tag, span.index)


def _splitting(app: WorkbenchApp, tag: str, span: Span) -> Operation:
    view = app.view
    segment = view.segment()
    if view.cursor.tag == view.pivot:
        at = (segment or 0) - span.pivot.start
        share = at / max(1, span.bead.pivot)
        return split_bead(view.session.document, tag, span.index, round(share * span.bead.version), at)
    at = segment - span.version.start if segment is not None and segment in span.version else 0
    return split_bead(view.session.document, tag, span.index, at or 1)


def _moving(by: int, app: WorkbenchApp, tag: str, span: Span) -> Operation:
    return move_boundary(app.view.session.document, tag, span.index, by)


def _unlinking(app: WorkbenchApp, tag: str, span: Span) -> Operation:
    return unlink(app.view.session.document, tag, span.index)


def _link(app: WorkbenchApp) -> None:
    view = app.view
    beads = list(view.beads())
    if view.cursor.tag == view.pivot or not beads:
        app.warn("Go to the version's cell: to the omission first, then to the addition, and press the key at each")
        return
    tag, span = beads[0]
    held, view.half = view.half, None
    if held is None or held[0] != tag:
        halves = _halves(view, tag, span)
        if not halves:
            app.warn("This is no half of a crossing, neither an omission nor an addition: unlink the bead first (x)")
            return
        view.half = (tag, halves[0].index)
        app.say(f"Half of a crossing in {tag}: now go to the other half and press the key again")
        return
    first = view.session.document.ladders[tag].beads[held[1]]
    # An omission has no segment to stand on where its row has others of the version: it is meant where it fits.
    fitting = (half for half in _halves(view, tag, span) if bool(half.bead.version) != bool(first.version))
    other = next(fitting, span)
    if app.take("Not linked", partial(link_crossing, view.session.document, tag, held[1], other.index)):
        app.say("Linked: a paragraph that moved")


def _halves(view: View, tag: str, span: Span) -> list[Span]:
    """Return the omissions and additions of the cursor's cell, that at the cursor (`span`) first."""
    spans = (
        replace(each, bead=view.table.bead(tag, each)) for each in view.table.rows[view.cursor.row].cells[tag].spans
    )
    halves = [each for each in spans if not (each.bead.pivot and each.bead.version)]
    return sorted(halves, key=lambda each: each.index != span.index)


def _realign(app: WorkbenchApp) -> None:
    app.realigning.start()


GROUP = Group(
    "Alignment",
    30,
    (
        Action(
            "confirm",
            ("c",),
            "confirm",
            "Confirm the alignment here, or take that back; on the pivot: of the whole row",
            _confirm,
            footer=True,
        ),
        Action(
            "confirm_next", ("C", "f4"), "confirm, next", "Confirm, and go to the next doubtful bead", _confirm_next
        ),
        Action("review", ("r",), "review", "Accept the wording here, and so the alignment", _review),
        Action(
            "merge",
            ("m", "f7"),
            "merge",
            "Merge the bead with the next one",
            partial(_on_bead, _merging, "Not merged"),
        ),
        Action(
            "split",
            ("s", "f6"),
            "split",
            "Split the bead before the segment at the cursor",
            partial(_on_bead, _splitting, "Not split"),
        ),
        Action(
            "edge_down",
            ("right_square_bracket",),
            "edge down",
            "Take the next bead's first segment into this one",
            partial(_on_bead, partial(_moving, 1), "Not moved"),
        ),
        Action(
            "edge_up",
            ("left_square_bracket",),
            "edge up",
            "Give this bead's last segment to the next one",
            partial(_on_bead, partial(_moving, -1), "Not moved"),
        ),
        Action(
            "unlink",
            ("x",),
            "unlink",
            "Part the two sides of the bead, or the halves of a crossing",
            partial(_on_bead, _unlinking, "Not unlinked"),
        ),
        Action("link", ("t",), "link", "Tie an omission and an addition into a crossing: press it at each", _link),
        Action("realign", ("a", "f5"), "align anew", "Align all versions anew around what is confirmed", _realign),
    ),
)
