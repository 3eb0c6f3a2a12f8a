"""A change is checked at once where it was made; the rest of the document when there is time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.benchmarks.interchange.own import long_document
from tests.conftest import ROOT
from tests.tui.conftest import Store, as_it_is
from tests.tui.test_editor import ready
from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.editing.apply import apply
from workbench.editing.beads import merge_with_next
from workbench.editing.edits import edit_text
from workbench.editing.opening import finder
from workbench.editing.session import Session
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.excerpt import excerpt
from workbench.model.pause import Cancelled, Pace, Pause
from workbench.model.row import Rows
from workbench.tui.app import WorkbenchApp
from workbench.tui.findings import Findings, locate, segment_of_line
from workbench.tui.grid.table import Table
from workbench.tui.services import Services
from workbench.tui.work.nearby import changes, near
from workbench.workspace.folder import Workspace


def found(document: Document) -> Findings:
    """What all checks find in the statement."""
    findings = finder(Workspace(ROOT), document.name, Workspace(ROOT).termbase)(document)
    return locate(findings, segment_of_line(document), document, Rows(document))


def told(findings: Findings) -> set[tuple[object, ...]]:
    """What is said of which segments."""
    return {(spot.row, spot.tag, spot.segment, spot.finding.check, spot.finding.message) for spot in findings}


def edited(document: Document, words: str, others: str) -> Document:
    """The statement with other words in the English text, once."""
    texts = document.versions["en"].segments()
    (segment, text), *_ = ((at, text) for at, text in enumerate(texts) if words in text)
    return apply(document, edit_text(document, "en", segment, text.replace(words, others)))[0]


@pytest.mark.parametrize(("words", "others"), [("May 2023", "May 2032"), ("IV.", "4."), ("Xi’an", "Xi’an ,")])
def test_what_a_change_brings_and_takes_is_what_a_whole_check_says(
    statement: Document, words: str, others: str
) -> None:
    """A wrong year, a right number and a stray space: the findings nearby are those of the whole document."""
    after = edited(statement, words, others)
    (done,) = changes(statement, Table.of(after)) or ()
    put = near(finder(Workspace(ROOT), statement.name, Workspace(ROOT).termbase), done)
    whole = {each for each in told(found(after)) if each[0] in done.held}
    assert {each for each in told(put(found(statement))) if each[0] in done.held} == whole


def test_findings_elsewhere_stay(statement: Document) -> None:
    """Nothing outside the touched rows changes."""
    after = edited(statement, "May 2023", "May 2032")
    (done,) = changes(statement, Table.of(after)) or ()
    before = found(statement)
    put = near(finder(Workspace(ROOT), statement.name, Workspace(ROOT).termbase), done)(before)
    assert [s for s in put if s.row not in done.held] == [s for s in before if s.row not in done.held]


def test_changed_rows_are_no_small_changes(statement: Document) -> None:
    """Where beads were merged the whole document is checked."""
    after, _ = apply(statement, merge_with_next(statement, "kk", 3))
    assert changes(statement, Table.of(after)) is None


def test_an_excerpt_has_the_rows_of_the_whole(statement: Document) -> None:
    """Rows four to nine of the statement are the rows of their excerpt, with the same texts in all eight versions."""
    rows = Rows(statement)
    part = excerpt(statement, range(rows.pivot(4).start, rows.pivot(9).stop))
    own = [row for row in Rows(part.document) if row.pivot]
    for row, other in zip(own, [row for row in rows[4:10] if row.pivot], strict=True):
        for tag in statement.versions:
            shifted = tuple(segment + part.firsts[tag] for segment in row.segments(tag, "en"))
            assert shifted == other.segments(tag, "en")


def test_work_that_is_called_off_ends(statement: Document, termbase: TermBase) -> None:
    """A reading at a pace that was cancelled computes nothing more."""
    pace = Pace()
    reading = Reading(statement, termbase, pause=pace)
    pace.cancel()
    with pytest.raises(Cancelled):
        reading.labels("en")


class Held:
    """Finds nothing; with the first document that it gets it is done when `go_on` is set, or called off."""

    def __init__(self) -> None:
        self.first: Document | None = None
        self.go_on = threading.Event()
        self.cancelled = threading.Event()
        self.finished: list[Document] = []

    def __call__(self, document: Document) -> Sequence[Finding]:
        """Do without a pace what `at_pace` does."""
        return self.at_pace(document, lambda: None)

    def at_pace(self, document: Document, pause: Pause) -> Sequence[Finding]:
        """Find nothing."""
        self.first = self.first or document
        while document is self.first and not self.go_on.wait(0.01):
            try:
                pause()
            except Cancelled:
                self.cancelled.set()
                raise
        self.finished.append(document)
        return ()


async def begun(statement: Document, held: Held) -> WorkbenchApp:
    """The editor with the English text unlocked."""
    free = replace(statement.versions["en"], locked=False)
    return WorkbenchApp(Session(statement.with_version(free), Store()), Services(held, as_it_is))


async def test_a_changed_wording_does_not_call_off_a_check_of_the_whole() -> None:
    """The check that is at work ends with the document that it began with; behind it the changed one is checked."""
    held = Held()
    app = await begun(long_document(60), held)
    async with app.run_test(size=(80, 24)) as pilot:
        while held.first is None:
            await pilot.pause(0.01)
        await pilot.press("enter", "X", "enter")
        while not held.finished:  # an excerpt around the change, checked beside the whole
            await pilot.pause(0.01)
        assert not held.cancelled.is_set()
        held.go_on.set()
        await ready(pilot)
        assert held.finished[-1] is app.view.session.document


async def test_changed_rows_call_off_a_check_of_the_whole(statement: Document) -> None:
    """Where beads were merged all findings would stand in other rows: the check begins anew."""
    held = Held()
    app = await begun(statement, held)
    async with app.run_test(size=(80, 24)) as pilot:
        while held.first is None:
            await pilot.pause(0.01)
        document = app.view.session.document
        app.take("Not merged", lambda: merge_with_next(document, "kk", 3))
        await ready(pilot)
        assert held.cancelled.is_set()
        assert held.finished[-1] is app.view.session.document
        assert not app.checking.at_work


def test_a_version_that_came_is_no_small_change(statement: Document) -> None:
    """Another program added the Turkmen text, and the files were merged: the whole document is checked."""
    fewer = replace(statement, versions={tag: version for tag, version in statement.versions.items() if tag != "tk"})
    assert changes(fewer, Table.of(statement)) is None


def test_places_far_from_each_other_are_looked_at_each_for_itself(statement: Document) -> None:
    """Two changed segments, one at the beginning and one at the end: two stretches of a few rows."""
    once = edited(statement, "May 2023", "May 2032")
    last = len(once.versions["en"].segments()) - 1
    twice, _ = apply(once, edit_text(once, "en", last, once.versions["en"].segments()[last] + "."))
    found_in = [done.held for done in changes(statement, Table.of(twice)) or ()]
    assert len(found_in) == 2
    assert all(len(held) <= 3 for held in found_in)
