"""Repair after hand edits: accepted beads are found again by their digests."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.alignment.documents import Aligner
from workbench.alignment.side import Side, bead_digest
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, BeadStatus, Ladder, ladder_of
from workbench.model.segment import text_of_paragraphs

PIVOT = Side(tuple(f"Стороны подписали соглашение {n} о сотрудничестве." for n in range(20)))
VERSION = Side(tuple(f"Тараптар кызматташуу жөнүндө {n} макулдашууга кол коюшту." for n in range(20)))


def confirmed() -> Ladder:
    """Return twenty 1–1 beads, all confirmed."""
    spans = ladder_of([(1, 1)] * 20).spans()
    return Ladder(
        tuple(replace(s.bead, status=BeadStatus.CONFIRMED, digest=bead_digest(PIVOT, VERSION, s)) for s in spans)
    )


def repair(ladder: Ladder, pivot: Side, version: Side) -> Ladder:
    """Return the repaired ladder of a document of two versions."""
    texts = {tag: text_of_paragraphs([side.segments]) for tag, side in (("ru", pivot), ("ky", version))}
    versions = {tag: Version(tag, text) for tag, text in texts.items()}
    return Aligner(Document("d", "ru", versions=versions, ladders={"ky": ladder}), None).repaired("ky")


def without(side: Side, *indices: int) -> Side:
    """Return a side without some of its segments."""
    return replace(side, segments=tuple(text for index, text in enumerate(side.segments) if index not in indices))


def test_a_ladder_that_adds_up_is_left_alone() -> None:
    """Nothing is aligned anew while the counts and the digests fit."""
    ladder = confirmed()
    assert repair(ladder, PIVOT, VERSION) is ladder


def test_a_bead_whose_wording_changed_is_no_longer_confirmed() -> None:
    """The counts fit, its digest does not: it is aligned anew, and the others stay as they were."""
    ladder = confirmed()
    changed = replace(VERSION, segments=("Башка текст.", *VERSION.segments[1:]))
    repaired = repair(ladder, PIVOT, changed)
    assert repaired.size() == (len(PIVOT), len(changed))
    assert set(repaired.beads) & set(ladder.beads) == set(ladder.beads[1:])


def test_a_deleted_segment_becomes_an_omission() -> None:
    """All other beads stay confirmed."""
    ladder = repair(confirmed(), PIVOT, without(VERSION, 7))
    assert ladder.beads == (*confirmed().beads[:7], replace(ladder.beads[7]), *confirmed().beads[8:])
    assert (ladder.beads[7].pivot, ladder.beads[7].version) == (1, 0)


def test_a_segment_cut_in_two_is_aligned_between_its_neighbours() -> None:
    """The bead of the cut segment is automatic again, the others stay confirmed."""
    cut = VERSION.segments[3].split(" ", 3)
    segments = (*VERSION.segments[:3], " ".join(cut[:3]), cut[3], *VERSION.segments[4:])
    ladder = repair(confirmed(), PIVOT, replace(VERSION, segments=segments))
    assert ladder.size() == (20, 21)
    assert sum(bead.status is BeadStatus.CONFIRMED for bead in ladder.beads) == 19


def test_beads_of_a_gap_that_still_fits_are_kept() -> None:
    """An automatic 2–2 bead far from the edit is not touched."""
    beads = confirmed().beads
    ladder = Ladder((*beads[:10], Bead(2, 2, score=0.42, note="hand"), *beads[12:]))
    repaired = repair(ladder, without(PIVOT, 2), without(VERSION, 2))
    assert ladder.beads[10] in repaired.beads


def test_a_damaged_ladder_is_mended_too() -> None:
    """Where somebody deleted lines of the ladder, the accepted beads that are left find their places."""
    beads = confirmed().beads
    ladder = repair(Ladder((*beads[:4], *beads[9:])), PIVOT, VERSION)
    assert ladder.size() == (20, 20)
    assert ladder.beads[:4] + ladder.beads[-11:] == beads[:4] + beads[9:]


@settings(deadline=None, max_examples=40)
@given(st.sets(st.integers(0, 19)), st.sets(st.integers(0, 19)))
def test_whatever_is_deleted_the_repair_adds_up(pivot: set[int], version: set[int]) -> None:
    """Beads with both texts still there stay confirmed, unless the deletions are wild; every segment has its bead."""
    sides = without(PIVOT, *pivot), without(VERSION, *version)
    ladder = repair(confirmed(), *sides)
    assert ladder.size() == (len(sides[0]), len(sides[1]))
