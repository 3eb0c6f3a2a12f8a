"""Beads, segments and paragraphs changed by hand: what comes of it, and that it can be undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.samples import by_hand, sample
from workbench.alignment.side import bead_digest, side_of
from workbench.editing.apply import apply, revert
from workbench.editing.beads import (
    link_crossing,
    merge_with_next,
    move_boundary,
    move_segment,
    note,
    split_bead,
    unlink,
)
from workbench.editing.edits import confirm
from workbench.editing.operations_json import operation_from_json, operation_to_json
from workbench.editing.segments import begin_paragraph, join_with_next, split_segment
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.ladder import BeadStatus, crossings
from workbench.model.operations import Operation
from workbench.model.row import rows
from workbench.model.segment import format_text
from workbench.workspace.ladder_format import format_ladder, parse_ladder


def after(document: Document, *operations: Operation) -> Document:
    """The document after some operations, each made for it as it was at first."""
    for operation in operations:
        document, _ = apply(document, operation)
    return document


def counts(document: Document, tag: str) -> list[tuple[int, int]]:
    """The shapes of a ladder's beads."""
    return [(bead.pivot, bead.version) for bead in document.ladders[tag].beads]


def text(document: Document, tag: str) -> str:
    """The file of a version."""
    return format_text(document.versions[tag].text)


def test_merging_makes_one_bead_of_two() -> None:
    """The Kazakh sentences of clause 1 stand for both English ones together."""
    merged = after(sample(), merge_with_next(sample(), "kk", 1))
    assert counts(merged, "kk") == [(1, 1), (2, 2), (1, 1)]


def test_what_is_aligned_by_hand_is_confirmed_with_its_digest() -> None:
    """The aligner leaves it as it is from then on."""
    merged = after(sample(), merge_with_next(sample(), "kk", 1))
    span = merged.ladders["kk"].spans()[1]
    digest = bead_digest(side_of(merged.versions["en"]), side_of(merged.versions["kk"]), span)
    assert (span.bead.status, span.bead.digest) == (BeadStatus.CONFIRMED, digest)


def test_splitting_undoes_merging() -> None:
    """Cut before its second segment, with the lengths to say where the pivot is cut, the bead is two again."""
    merged = after(sample(), merge_with_next(sample(), "kk", 1))
    assert counts(after(merged, split_bead(merged, "kk", 1, 1)), "kk") == counts(sample(), "kk")


def test_a_bead_is_not_split_at_its_beginning() -> None:
    """Nothing would stand before the cut."""
    with pytest.raises(InputError, match="cannot be cut at its beginning"):
        split_bead(sample(), "kk", 0, 0, 0)


@pytest.mark.parametrize(
    ("by", "expected"), [(1, [(1, 1), (1, 2), (1, 0), (1, 1)]), (-1, [(1, 1), (1, 0), (1, 2), (1, 1)])]
)
def test_moving_an_edge_moves_one_segment(by: int, expected: list[tuple[int, int]]) -> None:
    """The bead that gives its only segment is an omission then."""
    assert counts(after(sample(), move_boundary(sample(), "kk", 1, by)), "kk") == expected


@pytest.mark.parametrize(
    ("by", "expected"), [(1, [(1, 1), (1, 0), (1, 2), (1, 1)]), (-1, [(1, 2), (1, 0), (1, 1), (1, 1)])]
)
def test_a_segment_moves_into_the_bead_on_either_side(by: int, expected: list[tuple[int, int]]) -> None:
    """The Kazakh clause 1 goes to the English sentence behind its own, or before."""
    assert counts(after(sample(), move_segment(sample(), "kk", 1, by)), "kk") == expected


def test_the_segments_between_go_with_the_one_that_moves() -> None:
    """Of a bead of three, the second goes up and takes the first with it: no segment overtakes another."""
    merged = after(sample(), merge_with_next(sample(), "kk", 1))
    assert counts(after(merged, move_segment(merged, "kk", 2, -1)), "kk") == [(1, 3), (2, 0), (1, 1)]


def test_no_segment_moves_beyond_the_first_bead() -> None:
    """There is none above it."""
    with pytest.raises(InputError, match="no bead on that side"):
        move_segment(sample(), "kk", 0, -1)


def test_unlinking_leaves_an_omission_and_an_addition() -> None:
    """The English clause IV has no Chinese then, and the Chinese 四 no English."""
    parted = after(sample(), unlink(sample(), "zh", 2))
    assert counts(parted, "zh") == [(1, 1), (2, 1), (1, 0), (0, 1)]


def test_linking_ties_halves_that_stand_apart() -> None:
    """What is omitted here and added there is one paragraph that moved."""
    parted = after(sample(), unlink(sample(), "zh", 0))
    parted = after(parted, unlink(parted, "zh", 3))
    linked = after(parted, link_crossing(parted, "zh", 0, 4))
    (crossing,) = crossings(linked.ladders["zh"])
    assert (crossing.pivot.index, crossing.version.index) == (0, 4)


def test_what_is_linked_can_be_read_again() -> None:
    """The ladder's file holds the crossing as the ladder does."""
    parted = after(sample(), unlink(sample(), "zh", 2))
    ladder = after(parted, link_crossing(parted, "zh", 3, 2)).ladders["zh"]
    assert parse_ladder(format_ladder(ladder, ()), "zh.ladder") == ladder


@pytest.mark.parametrize("text", ["ask\tAstana", "\x1b[31m", "one\ntwo", "one\x85two"])
def test_a_note_that_could_not_be_read_again_is_refused(text: str) -> None:
    """Tabs part the columns of a ladder, and no file holds a control."""
    with pytest.raises(InputError, match="a note is one line"):
        note(sample(), "zh", 0, text)


def test_unlinking_a_crossing_frees_both_halves() -> None:
    """They are an omission and an addition again."""
    parted = after(sample(), unlink(sample(), "zh", 2))
    linked = after(parted, link_crossing(parted, "zh", 3, 2))
    assert crossings(after(linked, unlink(linked, "zh", 2)).ladders["zh"]) == ()


def test_a_note_stands_on_its_bead() -> None:
    """It goes into the ladder's last column."""
    assert after(sample(), note(sample(), "zh", 1, "ask Astana")).ladders["zh"].beads[1].note == "ask Astana"


def test_a_note_of_two_lines_is_refused() -> None:
    """A ladder has one line a bead."""
    with pytest.raises(InputError, match="one line"):
        note(sample(), "zh", 1, "ask\nAstana")


def test_a_split_segment_stays_in_its_bead() -> None:
    """The Chinese sentence becomes two, beside the same two English ones."""
    cut = after(sample(), split_segment(sample(), "zh", 1, len("一、六国将开展合作，")))
    assert cut.versions["zh"].segments()[1:3] == ("一、六国将开展合作，", "每两年举行一次会晤。")
    assert counts(cut, "zh") == [(1, 1), (2, 2), (1, 1)]


def test_a_split_pivot_segment_is_followed_by_every_ladder() -> None:
    """All versions' beads hold one pivot segment more."""
    cut = after(sample(), split_segment(sample(), "en", 0, len("The Parties welcome")))
    assert [counts(cut, tag)[0] for tag in ("zh", "kk")] == [(2, 1), (2, 1)]


def test_joining_undoes_splitting() -> None:
    """With a space where words have one between them, and none in Chinese."""
    for tag, segment, at in (("en", 0, 19), ("zh", 1, 10), ("kk", 0, 9)):
        cut = after(sample(), split_segment(sample(), tag, segment, at))
        assert text(after(cut, join_with_next(cut, tag, segment)), tag) == text(sample(), tag)


def test_a_locked_version_can_be_split_but_not_reworded() -> None:
    """Its words stay; the Kazakh of the sample is locked."""
    cut = after(sample(), split_segment(sample(), "kk", 0, len("Тараптар")))
    assert cut.versions["kk"].segments()[:2] == ("Тараптар", "кездесудің нәтижелерін құптайды.")


def test_joining_over_an_edge_merges_the_beads() -> None:
    """A segment is in one bead."""
    assert counts(after(sample(), join_with_next(sample(), "kk", 1)), "kk") == [(1, 1), (2, 1), (1, 1)]


def test_a_confirmed_bead_stays_confirmed_when_a_segment_is_split() -> None:
    """Its digest is that of the texts as they are parted now."""
    document = after(sample(), confirm(sample(), [("zh", sample().ladders["zh"].spans()[1])]))
    cut = after(document, split_segment(document, "zh", 1, 10))
    span = cut.ladders["zh"].spans()[1]
    assert span.bead.status is BeadStatus.CONFIRMED
    assert span.bead.digest == bead_digest(side_of(cut.versions["en"]), side_of(cut.versions["zh"]), span)


def test_a_paragraph_begins_and_goes_on() -> None:
    """The blank line comes and goes, and nothing else."""
    begun = after(sample(), begin_paragraph(sample(), "en", 2))
    assert len(begun.versions["en"].text.paragraphs()) == 4
    assert after(begun, begin_paragraph(begun, "en", 2)) == sample()


@given(st.data())
def test_whatever_is_done_by_hand_is_undone_byte_for_byte(data: st.DataObject) -> None:
    """A dozen changes in a row, then their inverses: texts and ladders are what they were; rows hold every segment always."""
    document, inverses = sample(), []
    for _ in range(12):
        operation = data.draw(by_hand(document))
        if operation is None:
            continue
        assert operation_from_json(operation_to_json(operation)) == operation
        document, inverse = apply(document, operation)
        inverses.append(inverse)
        for tag in document.versions:
            held = [segment for row in rows(document) for segment in row.segments(tag, "en")]
            assert sorted(held) == list(range(len(document.versions[tag].text.segments)))
    for inverse in reversed(inverses):
        document, _ = revert(document, inverse)
    assert document == sample()
