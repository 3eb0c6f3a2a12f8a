"""Recutting: beads between which a clause strays become one, edges move where they fit better, the rest stays."""

from collections.abc import Sequence

import numpy as np
import pytest

from tests.alignment.test_align import read
from tests.conftest import TAGS, gold_ladder
from workbench.alignment.cuts import alone, odds_of, together
from workbench.alignment.edges import beginnings, edges
from workbench.alignment.encoders.words import Words, word_vectors
from workbench.alignment.evidence.straying import Place, Wording, signs_of_straying, straying, wordings
from workbench.alignment.side import Side
from workbench.alignment.together import Together
from workbench.languages.knowledge import knowledge
from workbench.model.ladder import Bead, BeadStatus, Ladder, Span

APART, LEANING, ALIKE = np.array([9.0, -5.0]), np.array([3.0, -3.0]), np.array([-5.0, -5.0])


def engine(*tags: str) -> Together:
    """Return the statement's English and some versions, with the word vectors that are shipped."""
    sides = [read(tag) for tag in ("en", *tags)]
    return Together(sides, [Words().encode(side.segments, side.knowledge.tag) for side in sides])


def spans(ladder: Ladder) -> set[tuple[range, range]]:
    """Return the segments of all beads."""
    return {(span.pivot, span.version) for span in ladder.spans()}


def known(*tags: str) -> list[Wording]:
    """Return the words of versions of the statement."""
    found = wordings([read(tag) for tag in tags])
    return [one for one in found if one is not None]


@pytest.mark.parametrize("tag", ["ru", "ky", "zh"])
def test_two_sentences_that_part_elsewhere_are_one_bead(tag: str) -> None:
    """Two English and two other sentences, of which a clause of one stands in the other, are one bead with that version alone."""
    strayed = {
        (span.pivot, span.version)
        for span in gold_ladder(tag).spans()
        if (span.bead.pivot, span.bead.version) == (2, 2)
    }
    assert strayed
    assert strayed <= spans(engine(tag).run()[0])


def test_other_versions_tell_what_two_alone_do_not() -> None:
    """The Tajik words hardly tell that a clause strays: with the other versions it is one bead."""
    strayed = (range(5, 7), range(7, 9))
    assert strayed not in spans(engine("tg").run()[0])
    assert strayed in spans(engine(*TAGS).run()[TAGS.index("tg")])


def test_an_edge_moves_by_a_segment() -> None:
    """The Russian sentence on drawing young people goes to the English clause on it, not to the youth forum behind."""
    assert {(range(25, 26), range(31, 33)), (range(26, 27), range(33, 34))} <= spans(engine("ru").run()[0])


def test_an_edge_of_a_fixed_bead_stays() -> None:
    """What a person parted is not joined, though a clause strays."""
    whole = engine("ru")
    whole.run()
    fixed = Span(Bead(1, 1, BeadStatus.CONFIRMED), 0, range(7, 8), range(6, 7))
    assert {(range(7, 8), range(6, 7)), (range(8, 9), range(7, 8))} <= spans(whole.again({1: [fixed]})[0])


def test_edges_at_which_both_begin_a_paragraph_or_a_clause_are_settled() -> None:
    """Each edge before a labelled clause of both texts stays, and edges inside a clause may go."""
    whole = engine("ru")
    whole.run()
    steps = [(bead.pivot, bead.version) for bead in gold_ladder("ru").beads]
    begins = beginnings(read("en")), beginnings(read("ru"))
    found = {edge.pivot.behind.start: edge.settled for edge in edges(steps, whole.pairs[0, 1], begins)}
    assert found[5]  # clause 2
    assert found[9]  # the paragraph behind clause 3
    assert not found[6]


def test_scores_of_a_doubtful_edge_are_lower() -> None:
    """The bead that was joined is likely, and less so than one about which there is no doubt."""
    ladder = engine("ru").run()[0]
    scores = {(span.pivot, span.version): span.bead.score or 0.0 for span in ladder.spans()}
    assert 0.5 <= scores[range(7, 9), range(6, 8)] <= scores[range(27, 28), range(34, 35)]


def test_words_that_stray_are_found_on_both_sides_of_the_edge() -> None:
    """ "Played an important role in promoting" ends an English sentence; in Russian the next begins with it."""
    words = known("en", "ru")
    strays = straying(*words, Place(range(7, 8), range(8, 9)), Place(range(6, 7), range(7, 8)))
    assert min(strays[0], strays[3]) > 3 * max(strays[1], strays[2])


def test_between_sentences_that_correspond_nothing_strays() -> None:
    """English and Russian on trade: neither an earlier nor a later cut shows on both sides."""
    words = known("en", "ru")
    signs = signs_of_straying(
        straying(*words, Place(range(18, 19), range(19, 20)), Place(range(20, 21), range(21, 23)))
    )
    assert signs[:, 0].max() < 0.3


@pytest.mark.parametrize("balance", [-2.0, 2.0])
def test_out_of_balance_both_ways_alike(balance: float) -> None:
    """What is too long before and too short behind is as likely astray as the other way round."""
    assert alone(odds_of(None, balance, 0.0)) == pytest.approx(alone(odds_of(None, -balance, 0.0)))
    assert alone(odds_of(None, balance, 0.0)) > alone(odds_of(None, 0.0, 0.0))


def test_a_version_that_goes_with_one_astray_is_astray() -> None:
    """Of two versions cut alike, one is surely cut elsewhere than the pivot: then so is the other, which leans that way."""
    pairs = {(0, 1): APART, (0, 2): LEANING, (1, 2): ALIKE}
    assert together(pairs, ())[2] > 0 > together({(0, 2): LEANING}, ())[2]


def test_a_version_that_goes_with_a_settled_one_is_not_astray() -> None:
    """A person confirmed the cut of one version; another that is cut alike corresponds as well."""
    pairs = {(0, 1): ALIKE, (0, 2): LEANING, (1, 2): ALIKE}
    assert together(pairs, {1})[2] < together({(0, 2): LEANING}, ())[2]


@pytest.mark.parametrize("texts", [(), ("",), ("12", "")])
def test_texts_without_words_have_none(texts: Sequence[str]) -> None:
    """Segments of no words are no error: there is nothing to compare."""
    found = word_vectors(texts, "ru")
    assert found is not None
    assert [len(one) for one in found[0]] == [0] * len(texts)


def test_a_language_without_words_says_nothing() -> None:
    """Where the table has no words of a language, only lengths tell."""
    sides = [Side(("Yes.", "No."), knowledge=knowledge("en")), Side(("Ja.", "Nein."), knowledge=knowledge("de"))]
    assert [one is None for one in wordings(sides)] == [False, True]
