"""The words that one may say at the prompt."""

from __future__ import annotations

from collections.abc import Callable

from workbench.cli.plain.asking import ask, tell
from workbench.cli.plain.desk import Desk, Word
from workbench.cli.plain.saving import save
from workbench.cli.plain.telling import told_finding
from workbench.editing.beads import merge_with_next, review, split_bead
from workbench.editing.edits import confirm, edit_text, unconfirm
from workbench.editing.rewording import fill
from workbench.model.errors import InputError
from workbench.model.ladder import BeadStatus, Span
from workbench.model.operations import Operation
from workbench.tui.places import clause_row, numbered_row, text_place


def _step(by: int) -> Callable[[Desk, str], None]:
    def step(desk: Desk, rest: str) -> None:
        if rest == "finding":
            _to_finding(desk, by)
            return
        row = desk.view.cursor.row + by
        if not 0 <= row < len(desk.view.table.rows):
            tell("This is the last row." if by > 0 else "This is the first row.")
            return
        desk.view.go_to_row(row)
        desk.tell_row()

    return step


def _to_finding(desk: Desk, by: int) -> None:
    desk.checking.is_fresh(None)
    spot, round_the_end = desk.view.next_finding(by)
    if spot is None:
        tell(desk.checking.problem or "Nothing is found in this document.")
        return
    if round_the_end:
        tell("Round the end of the document.")
    desk.tell_row()


def _row(desk: Desk, _: str) -> None:
    desk.tell_row()


def _go(desk: Desk, rest: str) -> None:
    view = desk.view
    row = numbered_row(view, rest)
    if row is None:
        row = clause_row(view, rest)
    if row is None and rest:
        place = text_place(view, rest)
        row = place[0] if place else None
    if row is None:
        raise InputError(
            f"“{rest}” is no clause and no row, and stands nowhere", advice="say go 4, go IV, go #12, go words"
        )
    view.go_to_row(row)
    desk.tell_row()


def _edit(desk: Desk, rest: str) -> None:
    tag, number = _unlocked(desk, rest)
    omission = desk.omission(tag)
    if omission is not None:
        text = ask(f"There is nothing of {tag} here. Its text; empty leaves it so:")
        if text:
            desk.take(fill(desk.view.session.document, tag, omission, text), tag)
        else:
            tell("Nothing changed.")
        return
    segment = desk.segment(tag, number)
    old = desk.view.table.text(tag, segment)
    new = ask(f"New text of {tag}; empty keeps the old one, arrow up brings it:", old)
    _keep(desk, tag, segment, new or old)


def _replace(desk: Desk, rest: str) -> None:
    tag, segment = _cell(desk, rest)
    old = desk.view.table.text(tag, segment)
    words = ask(f"Which words of {tag}?")
    if not words or old.count(words) != 1:
        raise InputError(
            f"they stand there {old.count(words) if words else 0} times", advice="say words that stand there once"
        )
    _keep(desk, tag, segment, old.replace(words, ask("What in their place?")))


def _keep(desk: Desk, tag: str, segment: int, text: str) -> None:
    if text == desk.view.table.text(tag, segment):
        tell("Nothing changed.")
    else:
        desk.take(edit_text(desk.view.session.document, tag, segment, text), tag)


def _cell(desk: Desk, rest: str) -> tuple[str, int]:
    tag, number = _unlocked(desk, rest)
    return tag, desk.segment(tag, number)


def _unlocked(desk: Desk, rest: str) -> tuple[str, str]:
    """Return the version that is named, and what follows it. Raises InputError where its wording is locked."""
    word, _, number = rest.partition(" ")
    tag = desk.tag(word)
    if desk.view.session.document.versions[tag].locked:
        raise InputError(f"{tag} is locked: it is the official text", advice="align it; its wording stays")
    return tag, number.strip()


def _confirm(desk: Desk, rest: str) -> None:
    _on_beads(desk, rest, (BeadStatus.AUTO,), lambda beads: confirm(desk.view.session.document, beads))


def _unconfirm(desk: Desk, rest: str) -> None:
    _on_beads(desk, rest, (BeadStatus.CONFIRMED,), unconfirm)


def _review(desk: Desk, rest: str) -> None:
    _on_beads(desk, rest, tuple(BeadStatus), lambda beads: review(desk.view.session.document, beads))


def _on_beads(
    desk: Desk, rest: str, wanted: tuple[BeadStatus, ...], doing: Callable[[list[tuple[str, Span]]], Operation]
) -> None:
    """Do something to the beads of a version in the row, or of all versions, that have one of the wanted statuses."""
    view = desk.view
    tags = (desk.other(rest),) if rest else view.session.document.others()
    # Rows keep the beads that they were made from; the ladder has them as they are.
    beads = [(tag, view.session.document.ladders[tag].spans()[span.index]) for tag in tags for span in desk.spans(tag)]
    beads = [(tag, span) for tag, span in beads if span.bead.status in wanted]
    if not beads:
        tell("There is no bead here of which that can be said.")
        return
    view.take(doing(beads))
    if rest:
        desk.tell_cell(tags[0])
    else:
        desk.tell_row()


def _merge(desk: Desk, rest: str) -> None:
    word, _, number = rest.partition(" ")
    tag = desk.other(word)
    spans = desk.spans(tag)
    span = desk.span(tag, number.strip() or (str(len(spans)) if spans else ""))
    desk.take(merge_with_next(desk.view.session.document, tag, span.index), tag)


def _split(desk: Desk, rest: str) -> None:
    word, *numbers = rest.split()
    tag = desk.other(word)
    segment = desk.segment(tag, numbers[0] if numbers else "2")
    span = next((each for each in desk.spans(tag) if segment in each.version), None)
    if span is None:
        raise InputError("this segment belongs to a bead that stands elsewhere", advice="go there to split it")
    pivot_at = desk.segment(desk.view.pivot, numbers[1]) - span.pivot.start if len(numbers) > 1 else None
    desk.take(split_bead(desk.view.session.document, tag, span.index, segment - span.version.start, pivot_at), tag)


def _undo(desk: Desk, _: str) -> None:
    _again(desk, desk.view.undo, "undo")


def _redo(desk: Desk, _: str) -> None:
    _again(desk, desk.view.redo, "redo")


def _again(desk: Desk, going: Callable[[], Operation | None], what: str) -> None:
    if going() is None:
        tell(f"There is nothing to {what}.")
    else:
        desk.tell_row()


def _findings(desk: Desk, rest: str) -> None:
    if rest != "all":
        desk.tell_findings(None)
        return
    desk.checking.is_fresh(None)
    for spot in desk.view.findings:
        tell(f"Row {spot.row + 1}, clause {spot.finding.location.clause}. {told_finding(spot.finding)}")
    if not desk.view.findings:
        tell(desk.checking.problem or "Nothing is found in this document.")


def _save(desk: Desk, _: str) -> None:
    save(desk)


def _help(_: Desk, __: str) -> None:
    for word in WORDS:
        names = " or ".join(word.words)
        tell(f"{names}{' ' + word.rest if word.rest else ''}: {word.help}.")
    tell("quit: leave; asks when something is not saved.")


WORDS = (
    Word(("next", "n"), "[finding]", "go to the next row, or to the next finding", _step(1)),
    Word(("back", "b"), "[finding]", "go to the row before, or to the finding before", _step(-1)),
    Word(("row",), "", "tell this row again", _row),
    Word(("go",), "PLACE", "go to a clause (go 4, go IV, go 3.1), a row (go #12), or words", _go),
    Word(("edit",), "VERSION [SEGMENT]", "give a segment of this row another text, or an omission its first", _edit),
    Word(("replace",), "VERSION [SEGMENT]", "put words in the place of others in a segment", _replace),
    Word(("confirm",), "[VERSION]", "accept the alignment of this row, of one version or all", _confirm),
    Word(("unconfirm",), "[VERSION]", "take that back", _unconfirm),
    Word(("review",), "[VERSION]", "accept the wording of this row, and so the alignment", _review),
    Word(
        ("merge",), "VERSION [BEAD]", "make one bead of this row's last one, or that of a number, and the next", _merge
    ),
    Word(
        ("split",),
        "VERSION [SEGMENT [PIVOT SEGMENT]]",
        "cut the bead before a segment (the second one where none is named), and before that of the pivot",
        _split,
    ),
    Word(("undo",), "", "undo the last step", _undo),
    Word(("redo",), "", "do again what was undone", _redo),
    Word(("findings",), "[all]", "tell what is found in this row, or in the document", _findings),
    Word(("save",), "", "save the document", _save),
    Word(("help",), "", "tell these words", _help),
)
