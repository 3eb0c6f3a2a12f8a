"""An omission gets its text: a segment and a bead, and back again."""

from __future__ import annotations

import pytest

from tests.editing.samples import KK, sample
from workbench.editing.apply import apply, revert
from workbench.editing.rewording import fill
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import text_of_paragraphs

WORDING = "Тараптар кездесудің өтуін қолдады."


def without(number: int) -> Document:
    """The sample, of whose Kazakh paragraphs one is not translated; somebody confirmed that."""
    paragraphs = [text for at, text in enumerate(KK) if at != number]
    at = {0: 0, 2: 3}[number]
    beads = [Bead(1, 0, BeadStatus.CONFIRMED, digest="01234567") if each == at else Bead(1, 1) for each in range(4)]
    document = sample().with_version(Version("kk", text_of_paragraphs(paragraphs)))
    return document.with_ladder("kk", Ladder(tuple(beads)))


@pytest.mark.parametrize("number", [0, 2])
def test_an_omission_gets_a_paragraph_where_the_pivot_has_one(number: int) -> None:
    """At the beginning and at the end of a version too."""
    document = without(number)
    after, _ = apply(document, fill(document, "kk", {0: 0, 2: 3}[number], WORDING))
    paragraphs = [list(text) for text in KK]
    paragraphs[number] = [WORDING]
    assert after.versions["kk"].text == text_of_paragraphs(paragraphs)


def test_what_fills_an_omission_is_still_to_be_confirmed() -> None:
    """That nothing was there was confirmed, and not what stands there now."""
    document = without(2)
    after, _ = apply(document, fill(document, "kk", 3, WORDING))
    assert after.ladders["kk"].beads[3] == Bead(1, 1)


@pytest.mark.parametrize("number", [0, 2])
def test_filling_is_undone_to_the_letter(number: int) -> None:
    """The omission is there again, with what was said of it."""
    document = without(number)
    after, inverse = apply(document, fill(document, "kk", {0: 0, 2: 3}[number], WORDING))
    assert revert(after, inverse)[0] == document


def test_an_omission_is_not_filled_with_nothing() -> None:
    """A segment has a word."""
    document = without(2)
    with pytest.raises(InputError, match="a segment cannot be empty"):
        fill(document, "kk", 3, "  ")
