"""Two people change one document: what each did is there afterwards, and where they clash is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.samples import by_hand, operations, sample
from workbench.editing.apply import apply
from workbench.editing.beads import merge_with_next, unlink
from workbench.editing.merging import Clash, merged
from workbench.editing.segments import split_segment
from workbench.model.document import Document
from workbench.model.errors import ConflictError
from workbench.model.ladder import Ladder, ladder_of
from workbench.model.operations import Operation, ReplaceText


def after(operation: Operation, document: Document | None = None) -> Document:
    """The document (the sample) after an operation."""
    return apply(document or sample(), operation)[0]


def even(document: Document, tag: str) -> Ladder:
    """A repair: one bead of all."""
    sizes = [len(document.versions[one].text.segments) for one in (document.pivot, tag)]
    return ladder_of([sizes])


def test_wordings_of_both_are_kept() -> None:
    """Mine in Chinese, theirs in the English beside it."""
    mine, theirs = (
        after(ReplaceText("zh", 0, "各方重视会晤成果。")),
        after(ReplaceText("en", 1, "1. Six will cooperate.")),
    )
    both = merged(sample(), mine, theirs, even)
    assert (both.document.versions["zh"].segments()[0], both.document.versions["en"].segments()[1]) == (
        "各方重视会晤成果。",
        "1. Six will cooperate.",
    )


def test_neighbouring_segments_do_not_clash() -> None:
    """Each of us changed one of two that stand behind each other."""
    mine, theirs = after(ReplaceText("en", 1, "1. Six.")), after(ReplaceText("en", 2, "They meet."))
    both = merged(sample(), mine, theirs, even)
    assert (both.document.versions["en"].segments()[1:3], both.clashes) == (("1. Six.", "They meet."), ())


def test_where_both_changed_a_segment_mine_stays_and_is_a_clash() -> None:
    """Nothing of theirs is lost: the clash has it."""
    mine, theirs = after(ReplaceText("zh", 0, "甲。")), after(ReplaceText("zh", 0, "乙。"))
    assert merged(sample(), mine, theirs, even).clashes == (Clash("zh", 0, "甲。", "乙。"),)


def test_the_same_change_is_no_clash() -> None:
    """Both corrected the same slip."""
    changed = after(ReplaceText("zh", 0, "甲。"))
    assert merged(sample(), changed, changed, even).clashes == ()


def test_beads_of_both_are_kept() -> None:
    """I merged in clause 1, somebody else parted clause 4."""
    mine, theirs = after(merge_with_next(sample(), "kk", 1)), after(unlink(sample(), "kk", 3))
    beads = merged(sample(), mine, theirs, even).document.ladders["kk"].beads
    assert [(bead.pivot, bead.version) for bead in beads] == [(1, 1), (2, 2), (1, 0), (0, 1)]


def test_a_ladder_that_no_longer_fits_is_repaired() -> None:
    """I cut an English segment, somebody merged Kazakh beads meanwhile."""
    mine, theirs = after(split_segment(sample(), "en", 0, 19)), after(merge_with_next(sample(), "kk", 1))
    document = merged(sample(), mine, theirs, even).document
    assert document.ladders["kk"].size() == (5, 4)


def test_another_pivot_cannot_be_merged() -> None:
    """All ladders are other ones then."""
    with pytest.raises(ConflictError, match="the pivot is zh now"):
        merged(sample(), sample(), replace(sample(), pivot="zh"), even)


@given(st.data())
def test_what_one_side_alone_did_is_the_result(data: st.DataObject) -> None:
    """Merging with what was not changed changes nothing, on either side."""
    changed = after(data.draw(operations(sample())))
    operation = data.draw(by_hand(changed))
    changed = changed if operation is None else after(operation, changed)
    for mine, theirs in ((changed, sample()), (sample(), changed)):
        assert merged(sample(), mine, theirs, even) == merged(sample(), changed, changed, even)
        assert merged(sample(), mine, theirs, even).document == changed
