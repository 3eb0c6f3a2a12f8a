"""Gathering: a short segment that was left alone joins the bead beside it whose other text has its words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.alignment.test_align import read
from tests.conftest import gold_ladder
from workbench.alignment.edges import evidences
from workbench.alignment.gather import gathered
from workbench.alignment.recut import Rungs
from workbench.alignment.shapes import Counts
from workbench.alignment.side import Side
from workbench.alignment.together import Together
from workbench.languages.knowledge import knowledge
from workbench.model.ladder import Bead, BeadStatus, Span

_AT = 1  # the segment whose beginning is cut off
_BEGINNING = "in a candid, friendly, and mutually respectful atmosphere,"


def english(beginning: str, starts: Sequence[int] = (0,)) -> Side:
    """Return the statement's English with a segment cut in two, the first of them `beginning`."""
    side = read("en")
    rest = side.segments[_AT].replace(_BEGINNING, "")
    segments = (*side.segments[:_AT], beginning, rest, *side.segments[_AT + 1 :])
    return replace(side, segments=segments, starts=tuple(starts))


def left_alone(tag: str) -> tuple[Counts, ...]:
    """Return the gold ladder's steps with the segment that was cut off alone."""
    steps = [(bead.pivot, bead.version) for bead in gold_ladder(tag).beads]
    return (*steps[:_AT], (1, 0), *steps[_AT:])


def steps(pivot: Side, version: Side, tag: str, fixed: Sequence[Span] = ()) -> list[Counts]:
    """Return what gathering makes of the ladder that leaves the segment alone."""
    engine = Together([pivot, version], [None, None])
    engine.first_round()
    pair = engine.pairs[0, 1]
    pair.fixed = tuple(fixed)
    held = Rungs(left_alone(tag), (0.9,) * len(left_alone(tag)), pair)
    return list(gathered(held, 1, evidences((pivot, version), known=True)).steps)


@pytest.mark.parametrize("tag", ["zh", "ru"])
def test_half_a_sentence_joins_the_bead_that_has_its_words(tag: str) -> None:
    """English cut off how the talks went; the other version says it in the sentence."""
    before = left_alone(tag)
    joined = (before[_AT + 1][0] + 1, before[_AT + 1][1])
    assert steps(english(_BEGINNING), read(tag), tag) == [*before[:_AT], joined, *before[_AT + 2 :]]


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "tg", "uz"])
def test_a_short_segment_that_is_missing_stays_alone(tag: str) -> None:
    """What the other text does not say is left alone, however short it is."""
    cut = "After a long journey over snow and mountains by horse,"
    assert steps(english(cut), read(tag), tag) == list(left_alone(tag))


def test_over_the_edge_of_a_paragraph_nothing_joins() -> None:
    """A paragraph begins behind the short segment: it does not go there."""
    assert steps(english(_BEGINNING, (0, _AT + 1)), read("ru"), "ru") == list(left_alone("ru"))


def test_where_words_are_not_known_the_ladder_stays() -> None:
    """A version whose tag has no table of words."""
    assert steps(english(_BEGINNING), replace(read("ru"), knowledge=knowledge("sah")), "ru") == list(left_alone("ru"))


@pytest.mark.parametrize("count", [0, 1])
def test_what_is_fixed_stays(count: int) -> None:
    """A person confirmed the omission, or the bead beside it: neither changes."""
    at = range(_AT + count, _AT + count + 1)
    fixed = Span(Bead(1, count, BeadStatus.CONFIRMED), _AT + count, at, range(_AT, _AT + count))
    assert steps(english(_BEGINNING), read("ru"), "ru", [fixed]) == list(left_alone("ru"))
