"""Ladders on disk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import places
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder, ladder_of
from workbench.workspace.ladder_format import format_ladder, parse_ladder

NOTES = st.text(alphabet="aб四 .,#@-", max_size=12).map(str.strip)
WHOLE = st.builds(
    Bead,
    st.integers(1, 4),
    st.integers(1, 4),
    st.sampled_from(BeadStatus),
    st.none() | st.integers(0, 100).map(lambda n: n / 100),
    st.just("") | st.text(alphabet="0123456789abcdef", min_size=8, max_size=8),
    st.just(""),
    NOTES,
)
HALF = st.builds(
    lambda n, back, mark: Bead(*((0, n) if back else (n, 0)), mark=mark),
    st.integers(1, 4),
    st.booleans(),
    st.sampled_from(["", "@a"]),
)


@given(st.lists(WHOLE | HALF, max_size=20))
def test_ladders_come_back(beads: list[Bead]) -> None:
    """Counts, status, score, digest, mark and note survive writing and reading."""
    ladder = Ladder(tuple(beads))
    assert parse_ladder(format_ladder(ladder, ()), "kk.ladder") == ladder


def test_columns_may_be_missing() -> None:
    """Two counts are a bead."""
    assert parse_ladder("# 4\n1\t2\n", "kk.ladder") == Ladder((Bead(1, 2),))


def test_own_comments_stay() -> None:
    """A line that somebody wrote is kept with the bead below; the clauses' names are written anew."""
    ladder = parse_ladder("# 3¶2\n# ask the ministry\n1\t1\n", "kk.ladder")
    assert ladder.beads[0].comments == ("# ask the ministry",)
    assert format_ladder(ladder, ()) == "# ask the ministry\n1\t1\tauto\n"


@pytest.mark.parametrize(
    "texts", [["(a) goods", "services", "1. Trade"], ["3. Trade", "(b) goods", "(i) cars", "ships"]]
)
def test_names_of_clauses_are_no_comments(texts: list[str]) -> None:
    """However often a ladder is written and read: numbers, and letters above or below them."""
    where = places(labels(texts, knowledge("en")), range(len(texts)))
    ladder = ladder_of([(1, 1)] * len(texts))
    written = format_ladder(ladder, where)
    assert parse_ladder(written, "kk.ladder") == ladder
    assert format_ladder(parse_ladder(written, "kk.ladder"), where) == written


@pytest.mark.parametrize(
    "line",
    [
        "1",
        "1 1",
        "a\t1",
        "-1\t1",
        "0\t0",
        "1\t1\tgood",
        "1\t1\tauto\t2",
        "1\t1\tauto\t.5x",
        "1\t1\tauto\t1\tzz",
        "1\t1\tauto\t1\t\tx",
        "1\t1\tauto\t\t\t@a",
        "1\t1\t\t\t\t\t\t",
        "٣\t1",
        "99999999\t1",
        "1\t1\x1b",
    ],
)
def test_a_malformed_line_is_named(line: str) -> None:
    """The error says file and line."""
    with pytest.raises(InputError) as caught:
        parse_ladder(f"1\t1\n{line}\n", "texts/d/kk.ladder")
    assert (caught.value.path, caught.value.line) == ("texts/d/kk.ladder", 2)


def test_a_comment_belongs_to_one_bead() -> None:
    """Of two beads that are written alike only the one below the comment has it, however often the comment is written."""
    ladder = parse_ladder("1\t1\n# ask\n# 4\n1\t1\n1\t1\n# ask\n1\t1\n", "kk.ladder")
    assert [bead.comments for bead in ladder.beads] == [(), ("# ask",), (), ("# ask",)]


def test_the_first_line_that_is_wrong_is_named() -> None:
    """Of several wrong lines, some of them alike, the first one."""
    with pytest.raises(InputError) as caught:
        parse_ladder("1\t1\n1\t1\nx\t1\n0\t0\nx\t1\n", "kk.ladder")
    assert caught.value.line == 3
