"""Contents in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from workbench.workspace.clause_names import clause_names
from workbench.workspace.content import content_hash, is_same, whole
from workbench.workspace.folder import Workspace, pivot_places
from workbench.workspace.ladder_format import LadderContent, format_ladder

TEXT = "Алты ел\n中亚\n\nMarkaziy Osiyo\n".encode()


@dataclass
class Cut:
    """A content that is cut at some places."""

    content: bytes
    places: list[int]

    def contents(self) -> Iterator[bytes]:
        """Yield the pieces, empty ones among them."""
        cuts = [0, *sorted(self.places), len(self.content)]
        yield from (self.content[start:end] for start, end in pairwise(cuts))


cuts = st.lists(st.integers(0, len(TEXT)), max_size=5)


@given(cuts, cuts)
def test_where_a_content_is_cut_does_not_matter(one: list[int], other: list[int]) -> None:
    """It is the same, and its hash is that of the whole."""
    assert is_same(Cut(TEXT, one), Cut(TEXT, other))
    assert is_same(Cut(TEXT, one), TEXT)
    assert content_hash(Cut(TEXT, one)) == content_hash(TEXT)


@given(cuts, cuts, st.integers(0, len(TEXT)))
def test_another_byte_or_none_is_another_content(one: list[int], other: list[int], at: int) -> None:
    """Wherever it stands, the end among it."""
    changed = TEXT[:at] + b"~" + TEXT[at + 1 :]
    assert not is_same(Cut(TEXT, one), Cut(changed, other))
    assert not is_same(Cut(TEXT, one), Cut(TEXT + b"~", other))
    assert not is_same(Cut(TEXT + b"~", one), Cut(TEXT, other))


def test_no_file_is_no_empty_file() -> None:
    """None stands for a file that is not there."""
    assert (is_same(None, None), is_same(None, b""), is_same(b"", Cut(b"", []))) == (True, False, True)


def test_a_ladder_in_pieces_is_the_ladder() -> None:
    """The comments of its clauses among it."""
    document = Workspace(ROOT).load("chengdu-2024").document
    names, places = clause_names(document), pivot_places(document)
    assert list(names) == [place.name for place in places]
    for ladder in document.ladders.values():
        assert whole(LadderContent(ladder, names)).decode() == format_ladder(ladder, places)
