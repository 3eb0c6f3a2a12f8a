"""Pieces: votes for leaving half a line alone, without vectors, are believed the less the shorter it is."""

from dataclasses import replace

import numpy as np
import pytest

from tests.alignment.test_align import read
from tests.conftest import TAGS
from workbench.alignment.pair import Votes
from workbench.alignment.pieces import belief, believed
from workbench.alignment.side import Side

_HALVES = {
    "en": "The Heads of State,",
    "zh": "各国元首",
    "ru": "Главы государств",
    "kk": "Мемлекет басшылары",
    "ky": "Мамлекет башчылары,",
    "uz": "Davlat rahbarlari,",
    "tg": "Сарони давлатҳо",
    "tk": "Döwlet Baştutanlary",
}


def with_first(tag: str, text: str) -> Side:
    """Return a version of the statement with another first segment."""
    side = read(tag)
    return replace(side, segments=(text, *side.segments[1:]))


@pytest.mark.parametrize("tag", ["en", *TAGS])
def test_half_a_line_is_believed_less(tag: str) -> None:
    """Who says something, without what they say, in any of the eight languages."""
    assert 0 < belief(with_first(tag, _HALVES[tag]))[0] < 1


@pytest.mark.parametrize("tag", ["en", *TAGS])
@pytest.mark.parametrize("mark", [".", "。", ";", ":", "!", "”"])
def test_a_short_sentence_is_believed(tag: str, mark: str) -> None:
    """The same with the mark of an end behind it: whole sentences are what versions leave out."""
    assert belief(with_first(tag, _HALVES[tag].rstrip(",") + mark))[0] == 1


def test_the_shorter_of_two_pieces_is_believed_less() -> None:
    """Twice the words tell more."""
    short, long = (belief(with_first("en", text))[0] for text in ("The Heads", "The Heads of State and Government"))
    assert short < long


@pytest.mark.parametrize("tag", ["en", "zh", "kk"])
def test_a_long_piece_is_believed(tag: str) -> None:
    """A segment as long as others that lacks its mark."""
    long = max(read(tag).segments, key=len)[:-1]
    assert belief(with_first(tag, long))[0] == 1


def test_no_segments_have_no_belief() -> None:
    """An empty version."""
    assert len(belief(Side(()))) == 0


def test_votes_for_beads_stay() -> None:
    """Only votes for segments alone are weighed, on either side by itself."""
    votes = Votes([(0, 0, (1, 1), 0.5)], np.array([0.5, 1.0]), np.array([1.0]))
    found = believed(votes, np.array([0.5, 1.0]), np.array([0.25]))
    assert (found.beads, list(found.pivot_alone), list(found.version_alone)) == (votes.beads, [0.25, 1.0], [0.25])
