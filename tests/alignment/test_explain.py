"""Why beads are as they are."""

import json
from dataclasses import replace

import pytest

from workbench.alignment.documents import Aligner
from workbench.alignment.explain import explained, reasons
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import text_of_paragraphs


@pytest.fixture(scope="module")
def aligner(statement: Document, termbase: TermBase) -> Aligner:
    """The engine over the statement with its gold ladders, without vectors."""
    return Aligner(statement, None, termbase)


def test_a_clause_label_speaks_for_its_bead(aligner: Aligner) -> None:
    """`IV.` and `四、` begin the same bead: the labels are among its reasons, and the other versions bear it out."""
    one = next(one for one in explained(aligner, "zh") if one.clause == "4")
    said = {reason.evidence: reason for reason in one.reasons}
    assert said["clause labels"].weight > 1
    assert said["other versions"].weight > 1
    assert said["other versions"].detail == "6 of 6 bear it out"
    assert one.total > one.unaligned


def test_the_weightiest_reason_comes_first(aligner: Aligner) -> None:
    """In every bead."""
    for one in explained(aligner, "ru"):
        weights = [abs(reason.weight) for reason in one.reasons]
        assert weights == sorted(weights, reverse=True)


def test_a_wrong_bead_has_reasons_against_it(aligner: Aligner) -> None:
    """Clause 2 against clause 3: the labels say no, and no other version bears it out."""
    segments = [
        next(n for n, text in enumerate(aligner.document.version(tag).segments()) if text.startswith(label))
        for tag, label in (("en", "2."), ("ru", "3."))
    ]
    said = {
        one.evidence: one.weight
        for one in reasons(aligner.engine, aligner.number("ru"), *(range(n, n + 1) for n in segments))
    }
    assert said["clause labels"] < 0
    assert "other versions" not in said


def test_an_omission_is_explained(aligner: Aligner, statement: Document) -> None:
    """A ladder that leaves a segment alone says what that costs; every bead is there once."""
    ladder = statement.ladders["kk"]
    first = ladder.beads[0]
    apart = (Bead(first.pivot, 0), Bead(0, first.version))
    changed = statement.with_ladder("kk", Ladder((*apart, *ladder.beads[1:])))
    found = list(explained(Aligner(changed, None), "kk"))
    assert len(found) == len(ladder.beads) + 1
    assert [reason.evidence for reason in found[0].reasons if reason.weight < 0] == ["shape of the bead"]


def test_a_crossing_is_explained_as_one(statement: Document) -> None:
    """Both halves together, in the place of the pivot's."""
    beads = list(statement.ladders["tg"].beads)
    first = beads[0]
    beads[0] = Bead(first.pivot, 0, mark="moved")
    ladder = Ladder((*beads, Bead(0, first.version, mark="moved")))
    texts = statement.version("tg")
    paragraphs = [[texts.text.segments[n].text for n in paragraph] for paragraph in texts.text.paragraphs()]
    flat = [text for paragraph in paragraphs for text in paragraph]
    moved = [*flat[first.version :], *flat[: first.version]]
    document = statement.with_version(replace(texts, text=text_of_paragraphs([moved]))).with_ladder("tg", ladder)
    found = list(explained(Aligner(document, None), "tg"))
    assert len(found) == len(ladder.beads) - 1
    assert (found[0].pivot, found[0].version) == (range(first.pivot), range(len(flat) - first.version, len(flat)))


def test_the_data_is_json(aligner: Aligner) -> None:
    """Weights by evidence, indices from 0."""
    data = json.loads(json.dumps(next(explained(aligner, "uz")).data()))
    assert data["pivot_segments"] == [0]
    assert all(isinstance(weight, float) for weight in data["reasons"].values())
