"""Operations change a document, and their inverses change it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.samples import by_hand, operations, sample
from workbench.editing.apply import apply, revert
from workbench.model.errors import InputError, NotFoundError
from workbench.model.ladder import Bead, Ladder
from workbench.model.operations import Operation, ReplaceBeads, ReplaceText, Together


@given(st.lists(operations(sample()), max_size=8))
def test_operations_undone_in_reverse_give_the_same_document(done: list[Operation]) -> None:
    """Whatever was done, undoing it in reverse order brings back the very document."""
    document = sample()
    inverses = []
    for operation in done:
        document, inverse = apply(document, operation)
        inverses.append(inverse)
    for inverse in reversed(inverses):
        document, _ = revert(document, inverse)
    assert document == sample()


def test_a_new_wording_is_put_in_nfc() -> None:
    """Й typed as two code points is stored as one."""
    document, _ = apply(sample(), ReplaceText("en", 0, " Йод "))
    assert document.versions["en"].text.segments[0].text == "Йод"


def test_undo_brings_back_a_line_that_was_not_in_nfc() -> None:
    """A line that was never NFC comes back verbatim."""
    before, _ = revert(sample(), ReplaceText("en", 0, "Йод "))
    after, inverse = apply(before, ReplaceText("en", 0, "Chengdu"))
    assert revert(after, inverse)[0] == before


def test_a_wording_leaves_the_rest_of_the_line_alone() -> None:
    """What stands before a segment in its file (a blank line) stays."""
    document, _ = apply(sample(), ReplaceText("zh", 1, "一、六国将合作。"))
    assert document.versions["zh"].text.segments[1].before == "\n"


def test_a_locked_version_keeps_its_wording() -> None:
    """The official Kazakh text is refused, with a word that says why."""
    with pytest.raises(InputError, match="locked"):
        apply(sample(), ReplaceText("kk", 0, "Тараптар"))


def test_a_locked_version_takes_another_alignment() -> None:
    """A lock is on the wording: beads of a locked version may change."""
    document, _ = apply(sample(), ReplaceBeads("kk", 1, 2, (Bead(2, 2),)))
    assert len(document.ladders["kk"].beads) == 3


@pytest.mark.parametrize("text", ["one\ntwo", "one\rtwo", "one\u2028two", "\x1b[31mred", "a\x00b", "\x9b31m", "\ufffe"])
def test_line_breaks_and_controls_are_refused(text: str) -> None:
    """No segment holds a line break, an escape or another control."""
    with pytest.raises(InputError, match="cannot hold"):
        apply(sample(), ReplaceText("en", 0, text))


def test_an_empty_wording_is_refused() -> None:
    """An empty line would end a paragraph in the file."""
    with pytest.raises(InputError, match="empty"):
        apply(sample(), ReplaceText("en", 0, "  "))


def test_beads_that_do_not_add_up_are_refused() -> None:
    """A 2–1 bead cannot become 1–1."""
    with pytest.raises(InputError, match="add up"):
        apply(sample(), ReplaceBeads("zh", 1, 1, (Bead(1, 1),)))


def test_a_segment_that_is_not_there_is_named() -> None:
    """The message counts from one, as people do."""
    with pytest.raises(NotFoundError, match="no segment 10"):
        apply(sample(), ReplaceText("en", 9, "text"))


def test_nothing_of_several_is_done_when_one_is_refused() -> None:
    """The first wording of a refused pair is not in the document."""
    document = sample()
    with pytest.raises(InputError):
        apply(document, Together((ReplaceText("en", 0, "new"), ReplaceText("kk", 0, "жаңа"))))
    assert document == sample()


@given(st.data())
def test_operations_together_do_what_they_do_one_after_another(data: st.DataObject) -> None:
    """Segments that come and go, beads, wordings: as one act they give the same document, and are undone as one."""
    document = sample()
    done: list[Operation] = []
    for _ in range(data.draw(st.integers(1, 8))):
        operation = data.draw(by_hand(document))
        if operation is not None:
            document, _ = apply(document, operation)
            done.append(operation)
    together, inverse = revert(sample(), Together(tuple(done)))
    assert together == document
    fresh = {tag: tuple(Ladder(ladder.beads).spans()) for tag, ladder in document.ladders.items()}
    assert {tag: tuple(ladder.spans()) for tag, ladder in together.ladders.items()} == fresh
    assert revert(together, inverse)[0] == sample()
