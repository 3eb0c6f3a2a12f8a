"""alignment-doubtful."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from tests.conftest import ROOT
from workbench.checks.finding import Severity
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.workspace.folder import Workspace

THREE = "All parties agree.\n\nAll parties noted this.\n\nAll parties thanked China."
RUSSIAN = "Стороны едины.\n\nСтороны отметили это.\n\nСтороны поблагодарили Китай."


def scored(*beads: Bead) -> Document:
    """Return a document of two versions with the given beads."""
    return made_of({"en": THREE, "ru": RUSSIAN}, {"ru": Ladder(beads)})


def test_the_aligner_is_sure_of_the_statement(run: Run) -> None:
    """As it is shipped, with the scores of the aligner."""
    assert list(run(Workspace(ROOT).read("chengdu-2024").document, "alignment-doubtful")) == []


def test_a_bead_of_low_score_is_a_hint(run: Run) -> None:
    """It stands at the version's segment, and the pivot's is related."""
    (found,) = run(scored(Bead(1, 1, score=0.97), Bead(1, 1, score=0.31), Bead(1, 1, score=0.9)), "alignment-doubtful")
    assert (found.version, found.segment, found.severity) == ("ru", 1, Severity.INFO)
    assert [place.words for place in found.related] == ["All parties noted this."]


@pytest.mark.parametrize("status", [BeadStatus.CONFIRMED, BeadStatus.REVIEWED])
def test_what_a_person_has_confirmed_is_not_doubted(run: Run, status: BeadStatus) -> None:
    """Whatever its score was."""
    assert list(run(scored(Bead(1, 1, status, 0.1), Bead(2, 2, score=0.9)), "alignment-doubtful")) == []


def test_a_ladder_made_by_hand_is_not_doubted(run: Run) -> None:
    """It has no scores."""
    assert list(run(scored(Bead(1, 1), Bead(2, 2)), "alignment-doubtful")) == []


def test_texts_that_hardly_correspond_are_one_finding(run: Run) -> None:
    """Not one a bead: the file may be the wrong one."""
    lines = "\n".join(f"Sentence {number}." for number in range(12))
    document = made_of({"en": lines, "ru": lines}, {"ru": Ladder((Bead(1, 1, score=0.1),) * 12)})
    (found,) = run(document, "alignment-doubtful")
    assert "is it the right file?" in found.message
