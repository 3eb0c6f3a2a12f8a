"""What people do in the editor becomes operations."""

from __future__ import annotations

from tests.editing.samples import sample
from workbench.alignment.side import bead_digest, side_of
from workbench.editing.apply import apply
from workbench.editing.edits import confirm, edit_text, unconfirm
from workbench.model.document import Document
from workbench.model.ladder import BeadStatus
from workbench.model.operations import ReplaceText


def confirmed() -> Document:
    """The sample with its second Chinese bead confirmed."""
    document = sample()
    return apply(document, confirm(document, [("zh", document.ladders["zh"].spans()[1])]))[0]


def digest_of(document: Document) -> str:
    """The digest that the second Chinese bead should have."""
    span = document.ladders["zh"].spans()[1]
    return bead_digest(side_of(document.versions["en"]), side_of(document.versions["zh"]), span)


def test_confirming_writes_status_and_digest() -> None:
    """A confirmed bead carries the digest of its two texts."""
    bead = confirmed().ladders["zh"].beads[1]
    assert (bead.status, bead.digest) == (BeadStatus.CONFIRMED, digest_of(confirmed()))


def test_taking_a_confirmation_back_keeps_the_score() -> None:
    """The bead is the aligner's again, as it was."""
    document = confirmed()
    after, _ = apply(document, unconfirm([("zh", document.ladders["zh"].spans()[1])]))
    assert after == sample()


def test_an_edit_keeps_a_confirmed_bead_confirmed() -> None:
    """Its digest follows the new wording, on either side."""
    for tag, segment, text in (("zh", 1, "一、六国将合作。"), ("en", 2, "They will meet every other year.")):
        after, _ = apply(confirmed(), edit_text(confirmed(), tag, segment, text))
        assert after.ladders["zh"].beads[1].digest == digest_of(after) != digest_of(confirmed())


def test_an_edit_of_an_unconfirmed_cell_is_the_wording_alone() -> None:
    """Nothing but the text changes where nobody confirmed anything."""
    assert edit_text(sample(), "zh", 0, "各方重视成果。") == ReplaceText("zh", 0, "各方重视成果。")
