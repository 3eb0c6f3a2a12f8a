"""Parting: a doubtful bead in which few words meet is an omission and an addition, and so is what is foreign at its end."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.alignment.test_align import read
from tests.conftest import gold_ladder
from workbench.alignment.edges import evidences
from workbench.alignment.part import parted, trimmed
from workbench.alignment.recut import Rungs
from workbench.alignment.shapes import Counts
from workbench.alignment.side import Side
from workbench.alignment.together import Together
from workbench.languages.knowledge import knowledge
from workbench.model.ladder import Bead, BeadStatus, Span

_STEP = 1  # the second bead of the statement is 1-1 in every version
_FOREIGN = "A herd of horses crossed the frozen river before dawn, while the children slept in warm tents and dreamt of spring."
_PARTED = [(1, 0), (0, 1)]
_SHORT = "Before dawn the horses crossed the frozen river,"
_BEGINNING = "in a candid, friendly, and mutually respectful atmosphere,"


def foreign() -> Side:
    """Return the statement's English with another sentence in the place of its second segment."""
    side = read("en")
    return replace(side, segments=(side.segments[0], _FOREIGN, *side.segments[2:]))


def steps(
    pivot: Side, version: Side, tag: str, doubtful: float = 0.5, fixed: Sequence[Span] = ()
) -> tuple[list[Counts], list[Counts]]:
    """Return the gold ladder's steps, and what parting makes of them where its second bead is as likely as `doubtful`."""
    held = tuple((bead.pivot, bead.version) for bead in gold_ladder(tag).beads)
    engine = Together([pivot, version], [None, None])
    engine.first_round()
    pair = engine.pairs[0, 1]
    pair.fixed = tuple(fixed)
    likely = [doubtful if at == _STEP else 0.95 for at in range(len(held))]
    return list(held), list(parted(Rungs(held, likely, pair), 1, evidences((pivot, version), known=True)).steps)


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "uz"])
def test_sentences_that_only_stand_in_the_same_place_are_parted(tag: str) -> None:
    """English has horses on the ice where the other version has how the talks went."""
    gold, found = steps(foreign(), read(tag), tag)
    assert found == [*gold[:_STEP], *_PARTED, *gold[_STEP + 1 :]]


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "uz", "tg", "tk"])
def test_a_doubtful_bead_whose_words_meet_stays(tag: str) -> None:
    """The same bead with the text that belongs there, however unlikely the ladder calls it."""
    gold, found = steps(read("en"), read(tag), tag)
    assert found == gold


def test_a_bead_that_is_likely_is_not_asked() -> None:
    """Other evidence made sure of it: words alone do not part it."""
    gold, found = steps(foreign(), read("ru"), "ru", 0.9)
    assert found == gold


def test_where_words_are_not_known_nothing_is_parted() -> None:
    """A version whose tag has no table of words."""
    gold, found = steps(foreign(), replace(read("ru"), knowledge=knowledge("sah")), "ru")
    assert found == gold


def test_a_fixed_bead_is_not_parted() -> None:
    """A person confirmed it."""
    fixed = Span(Bead(1, 1, BeadStatus.CONFIRMED), _STEP, range(_STEP, _STEP + 1), range(_STEP, _STEP + 1))
    gold, found = steps(foreign(), read("ru"), "ru", fixed=[fixed])
    assert found == gold


def with_short(before: bool, text: str = _SHORT) -> Side:
    """Return the statement's English with a short segment before or behind its second one."""
    side = read("en")
    rest = side.segments[_STEP].replace(text, "")
    about = (text, rest) if before else (rest, text)
    return replace(side, segments=(*side.segments[:_STEP], *about, *side.segments[_STEP + 1 :]), starts=(0,))


def trims(
    pivot: Side, version: Side, tag: str, doubtful: float = 0.5, fixed: Sequence[Span] = ()
) -> tuple[Counts, Counts | None]:
    """Return what becomes of the bead that has the short segment too: the step there, and the next where it was cut."""
    gold = [(bead.pivot, bead.version) for bead in gold_ladder(tag).beads]
    held = [*gold[:_STEP], (2, 1), *gold[_STEP + 1 :]]
    engine = Together([pivot, version], [None, None])
    engine.first_round()
    pair = engine.pairs[0, 1]
    pair.fixed = tuple(fixed)
    likely = [doubtful if at == _STEP else 0.95 for at in range(len(held))]
    found = trimmed(Rungs(held, likely, pair), 1, evidences((pivot, version), known=True)).steps
    return found[_STEP], found[_STEP + 1] if len(found) > len(held) else None


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "uz"])
@pytest.mark.parametrize(("before", "cut"), [(True, ((1, 0), (1, 1))), (False, ((1, 1), (1, 0)))])
def test_an_outermost_segment_without_words_there_is_left_alone(
    tag: str, before: bool, cut: tuple[Counts, Counts]
) -> None:
    """English has horses on the ice next to what the version has too."""
    assert trims(with_short(before), read(tag), tag) == cut


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "tg"])
def test_an_outermost_segment_whose_words_are_there_stays(tag: str) -> None:
    """English cut off how the talks went; the version says it in the sentence."""
    assert trims(with_short(True, _BEGINNING), read(tag), tag) == ((2, 1), None)


def test_of_a_likely_bead_nothing_is_left_alone() -> None:
    """Other evidence made sure of it: words alone do not cut it."""
    assert trims(with_short(True), read("ru"), "ru", 0.9) == ((2, 1), None)


def test_of_a_fixed_bead_nothing_is_left_alone() -> None:
    """A person confirmed it."""
    fixed = Span(Bead(2, 1, BeadStatus.CONFIRMED), _STEP, range(_STEP, _STEP + 2), range(_STEP, _STEP + 1))
    assert trims(with_short(True), read("ru"), "ru", 0.5, [fixed]) == ((2, 1), None)
