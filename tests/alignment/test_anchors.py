"""Accepted beads are found again by their digests, near to where they are expected."""

from dataclasses import replace

from workbench.alignment.anchors import anchors, fixed_beads
from workbench.alignment.side import Side, bead_digest
from workbench.model.ladder import Bead, BeadStatus, Ladder

LINES = tuple(f"Стороны подписали соглашение {n}." for n in range(40))


def confirmed(side: Side, *counts: tuple[int, int]) -> Ladder:
    """Return a ladder of a text with itself, all confirmed."""
    spans = Ladder(tuple(Bead(*count, BeadStatus.CONFIRMED) for count in counts)).spans()
    return Ladder(tuple(replace(span.bead, digest=bead_digest(side, side, span)) for span in spans))


def test_of_equal_texts_the_nearest_is_taken() -> None:
    """A line that stands three times anchors where the bead before it lets it be expected."""
    side = Side(("Стороны согласны.", *LINES[:5], "Стороны согласны.", *LINES[5:], "Стороны согласны."))
    ladder = confirmed(side, *[(1, 1)] * 43)
    longer = Side((LINES[0], *side.segments))
    assert [(one.pivot.start, one.version.start) for one in anchors(ladder, longer, side)] == [
        (n + 1, n) for n in range(43)
    ]


def test_a_run_of_segments_is_found() -> None:
    """A 3–3 bead after ten deleted segments."""
    side = Side(LINES)
    ladder = confirmed(side, (20, 20), (3, 3), (17, 17))
    shorter = Side(LINES[10:])
    assert [(one.pivot, one.version) for one in anchors(ladder, shorter, shorter)] == [
        (range(10, 13), range(10, 13)),
        (range(13, 30), range(13, 30)),
    ]


def test_what_moved_too_far_is_no_anchor() -> None:
    """The first line now stands at the end of a text of equal length."""
    side = Side(LINES)
    turned = Side((*LINES[1:], LINES[0]))
    found = anchors(confirmed(side, *[(1, 1)] * 40), turned, turned)
    assert [one.index for one in found] == list(range(1, 40))


def test_a_ladder_in_step_keeps_what_was_accepted_without_a_digest() -> None:
    """A bead that somebody confirmed by hand stays where it is."""
    side = Side(LINES[:3])
    ladder = Ladder((Bead(1, 1), Bead(2, 2, BeadStatus.CONFIRMED)))
    assert [span.bead for span in fixed_beads(ladder, side, side)] == [ladder.beads[1]]
