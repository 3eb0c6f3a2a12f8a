"""Realigning a version of a document: what people accepted stays."""

from dataclasses import replace

from workbench.alignment.documents import align_document
from workbench.alignment.side import bead_digest, side_of
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Ladder, Span, crossings


def realign(document: Document, tag: str, termbase: TermBase | None = None) -> Ladder:
    """Return a new ladder for one version, without vectors."""
    return align_document(document, None, termbase, (tag,)).ladders[tag]


def test_confirmed_beads_stay_even_where_evidence_is_against_them(statement: Document, termbase: TermBase) -> None:
    """A confirmed 2–2 bead is kept; its neighbours are aligned around it."""
    beads = list(statement.ladders["kk"].beads)
    version = beads[0].version + beads[1].version
    bead = Bead(2, version, BeadStatus.CONFIRMED, note="kept")
    span = Span(bead, 0, range(2), range(version))
    sides = side_of(statement.version("en")), side_of(statement.version("kk"))
    beads[0:2] = [replace(bead, digest=bead_digest(*sides, span))]
    ladder = realign(statement.with_ladder("kk", Ladder(tuple(beads))), "kk", termbase)
    assert ladder.beads[0] == beads[0]
    assert ladder.size() == statement.ladders["kk"].size()


def test_a_confirmed_crossing_stays(statement: Document, termbase: TermBase) -> None:
    """Both halves of a crossing of which one was confirmed are in the new ladder, at the same segments."""
    size = statement.ladders["ru"].size()
    beads = (
        Bead(1, 0, BeadStatus.CONFIRMED, mark="moved"),
        *[Bead(1, 1)] * (size[0] - 1),
        *[Bead(0, 1)] * (size[1] - size[0]),
        Bead(0, 1, mark="moved"),
    )
    before = crossings(Ladder(beads))[0]
    after = crossings(realign(statement.with_ladder("ru", Ladder(beads)), "ru", termbase))[0]
    assert (after.pivot.pivot, after.version.version) == (before.pivot.pivot, before.version.version)


def test_comments_and_notes_survive(statement: Document) -> None:
    """What somebody wrote at an automatic bead stands at the bead that takes its place."""
    beads = list(statement.ladders["tk"].beads)
    beads[4] = replace(beads[4], comments=("# ask the ministry",), note="check")
    ladder = realign(statement.with_ladder("tk", Ladder(tuple(beads))), "tk")
    assert [bead.note for bead in ladder.beads if bead.comments == ("# ask the ministry",)] == ["check"]


def test_a_glossary_does_no_harm(statement: Document, termbase: TermBase) -> None:
    """With the glossary's evidence the Uzbek ladder has nine gold beads in ten at least."""
    gold = {(s.pivot, s.version) for s in statement.ladders["uz"].spans()}
    test = {(s.pivot, s.version) for s in realign(statement, "uz", termbase).spans()}
    assert len(gold & test) >= 0.9 * len(gold)
