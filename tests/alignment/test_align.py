"""Aligning two sides: what holds of every ladder, and how good it is on the statement."""

from collections.abc import Sequence

import pytest
from hypothesis import strategies as st

from tests.conftest import ROOT, TAGS, gold_ladder
from workbench.alignment.side import Side, side_of
from workbench.alignment.together import align_together
from workbench.languages.knowledge import knowledge
from workbench.model.document import Version
from workbench.model.ladder import Bead, BeadStatus, Ladder, Span
from workbench.model.segment import parse_text

SENTENCES = st.sampled_from(
    [
        "1. All parties agree.",
        "Стороны подтвердили 5 соглашений.",
        "四、各方同意。",
        "Тараптар макулдашты:",
        "10. Astana, June 2025",
        "(a) Ostona shahri",
        "",
        "؟",
    ]
)
SIDES = st.lists(SENTENCES, max_size=9).map(lambda texts: Side(tuple(texts), (0, 3, 4)[: len(texts)]))


def read(tag: str) -> Side:
    """Return a version of the statement as a side."""
    content = (ROOT / "texts" / "chengdu-2024" / f"{tag}.txt").read_text(encoding="utf-8")
    return side_of(Version(tag, parse_text(content)))


def strict_f1(gold: Ladder, test: Ladder) -> float:
    """Return the harmonic mean of precision and recall of beads that have segments on both sides."""
    filled = [
        {(span.pivot, span.version) for span in ladder.spans() if span.bead.pivot and span.bead.version}
        for ladder in (gold, test)
    ]
    return 2 * len(filled[0] & filled[1]) / (len(filled[0]) + len(filled[1]))


def align(pivot: Side, version: Side, fixed: Sequence[Span] = ()) -> Ladder:
    """Return the ladder of one version alone, without vectors."""
    return align_together([pivot, version], [None, None], {1: fixed})[0]


@pytest.mark.parametrize("tag", TAGS)
def test_the_statement_is_aligned_as_by_hand(tag: str) -> None:
    """In every version alone more than nine beads in ten are those of the gold ladder, without vectors and glossary."""
    assert strict_f1(gold_ladder(tag), align(read("en"), read(tag))) >= 0.92


def test_identical_texts_give_one_to_one() -> None:
    """A text aligned with itself is all 1–1."""
    side = read("kk")
    assert {(bead.pivot, bead.version) for bead in align(side, side).beads} == {(1, 1)}


def test_aligning_twice_gives_the_same() -> None:
    """Nothing in the engine depends on chance or on the order of sets."""
    assert align(read("en"), read("tg")) == align(read("en"), read("tg"))


@pytest.mark.parametrize(("pivot", "version"), [(0, 0), (0, 3), (3, 0)])
def test_an_empty_side_makes_omissions_or_additions(pivot: int, version: int) -> None:
    """Where one side is empty every segment of the other stands alone."""
    ladder = align(Side(("Стороны согласны.",) * pivot, ()), Side(("Тараптар макул.",) * version, ()))
    assert [(bead.pivot, bead.version) for bead in ladder.beads] == [(1, 0)] * pivot + [(0, 1)] * version


def test_one_segment_against_a_thousand() -> None:
    """One segment finds its place among a thousand, the others are additions."""
    version = Side(tuple(f"Стороны подписали соглашение № {n}." for n in range(1000, 2000)))
    ladder = align(Side(("The parties signed agreement No. 1500.",)), version)
    assert ladder.size() == (1, 1000)
    assert [span.version for span in ladder.spans() if span.bead.pivot] == [range(500, 501)]


def test_thousands_of_equal_segments_are_aligned_in_order() -> None:
    """Texts that repeat one line three thousand times are 1–1, in linear memory."""
    ladder = align(Side(("All parties agree.",) * 3000), Side(("Бардык тараптар макул.",) * 3000))
    assert {(bead.pivot, bead.version) for bead in ladder.beads} == {(1, 1)}


def test_a_segment_of_a_hundred_kilobytes() -> None:
    """A segment as long as a book is one segment."""
    pivot = Side(("The law on public procurement. " * 3500, "End."))
    version = Side(("Закон о государственных закупках. " * 3500, "Конец."))
    assert [(bead.pivot, bead.version) for bead in align(pivot, version).beads] == [(1, 1), (1, 1)]


def test_an_unknown_language_is_aligned_by_what_is_neutral() -> None:
    """A tag that no data is there for still aligns by labels, digits and length."""
    pivot, version = read("en"), read("ru")
    neutral = Side(version.segments, version.starts, knowledge("qaa"))
    assert strict_f1(gold_ladder("ru"), align(pivot, neutral)) >= 0.9


def test_a_fixed_bead_cuts_the_text() -> None:
    """Around a bead that was fixed against all evidence, the rest is aligned on either side."""
    side = Side(tuple(f"{n}. Clause {n} has {n * 7} words." for n in range(1, 9)))
    fixed = Span(Bead(1, 3, BeadStatus.CONFIRMED), 0, range(2, 3), range(2, 5))
    ladder = align(side, side, fixed=[fixed])
    assert fixed.bead in ladder.beads
    assert [(bead.pivot, bead.version) for bead in ladder.beads[:3]] == [(1, 1), (1, 1), (1, 3)]
