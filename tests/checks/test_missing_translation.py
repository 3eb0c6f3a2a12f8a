"""missing-translation."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.conftest import Run, made_of
from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder, ladder_of

ENGLISH = "All parties agree.\n\nAll parties noted this.\n\nAll parties thanked China."


def test_nothing_is_missing_in_the_statement(statement: Document, run: Run) -> None:
    """The seven versions are whole."""
    assert list(run(statement, "missing-translation")) == []


def test_an_omission_is_placed_in_the_pivot(run: Run) -> None:
    """The version is the one that lacks the text, the place is where the text stands."""
    document = made_of(
        {"en": ENGLISH, "kk": "Тараптар келісті.\n\nТараптар Қытайға алғыс айтты."},
        {"kk": ladder_of([(1, 1), (1, 0), (1, 1)])},
    )
    (found,) = run(document, "missing-translation")
    assert (found.version, found.location.path, found.location.line, found.row, found.segment) == (
        "kk",
        "texts/sample/en.txt",
        3,
        1,
        None,
    )


def test_an_emptied_segment_is_an_omission(run: Run) -> None:
    """A cell that somebody has emptied translates nothing."""
    document = made_of({"en": ENGLISH, "kk": "Тараптар келісті.\n\nТараптар атап өтті.\n\nТараптар алғыс айтты."})
    version = document.versions["kk"]
    segments = list(version.text.segments)
    segments[1] = replace(segments[1], text="")
    emptied = document.with_version(replace(version, text=replace(version.text, segments=tuple(segments))))
    assert [one.row for one in run(emptied, "missing-translation")] == [1]


def test_a_paragraph_that_moved_is_no_omission(run: Run) -> None:
    """The halves of a crossing belong together."""
    beads = (Bead(1, 0, mark="@thanks"), Bead(1, 1), Bead(1, 1), Bead(0, 1, mark="@thanks"))
    document = made_of(
        {"en": ENGLISH, "kk": "Тараптар атап өтті.\n\nТараптар алғыс айтты.\n\nТараптар келісті."},
        {"kk": Ladder(beads)},
    )
    assert list(run(document, "missing-translation")) == []


def test_an_addition_is_no_omission(run: Run) -> None:
    """What only the version says is nothing that it lacks."""
    document = made_of(
        {"en": "All parties agree.", "kk": "Тараптар келісті.\nОлар алғыс айтты."}, {"kk": ladder_of([(1, 1), (0, 1)])}
    )
    assert list(run(document, "missing-translation")) == []
