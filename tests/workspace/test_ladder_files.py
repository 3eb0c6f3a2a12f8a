"""Ladders of files: long ones stay there, and are what parsing the whole file gives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.beads import Beads
from workbench.model.errors import ConflictError, WorkbenchError
from workbench.model.ladder import Ladder, crossings
from workbench.workspace.ladder_files import ladder_in_file
from workbench.workspace.ladder_format import parse_ladder

BEADS = ["1\t1", "2\t1\tconfirmed\t0.50\t5f70bf18", "1\t0\t\t\t\t@a", "0\t1\t\t\t\t@a\tкөшті"]
LINE = st.sampled_from(["# 4", "# 3¶2", "# қайта қарау керек", "", " \t", *BEADS])
LONG = "# 4¶17\n1\t1\tauto\t0.97\n# somebody wrote\n1\t2\treviewed\t\t5f70bf18\t\tкараңыз\n" * 1200


@st.composite
def contents(draw: st.DrawFn) -> str:
    """Lines of all kinds around some that are many, so that the ladder is long."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    some = "".join(f"{line}{end}" for line in draw(st.lists(LINE, max_size=20)))
    return draw(st.sampled_from(["", "\ufeff"])) + some + LONG + some * draw(st.sampled_from([1, 300])) + draw(LINE)


@given(contents())
def test_a_ladder_in_a_file_is_the_same(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    """Comments stay with the beads below them, whatever stands between; so do marks and both line ends."""
    path = tmp_path_factory.mktemp("ladder") / "kk.ladder"
    path.write_bytes(content.encode())
    found, whole = ladder_in_file(path, "kk.ladder"), parse_ladder(content, "kk.ladder")
    assert isinstance(found.beads, Beads)
    assert found == whole
    assert found.size() == whole.size()
    assert crossings(found) == crossings(whole)


def test_a_short_ladder_is_held(tmp_path: Path) -> None:
    """It is not worth while to read it again."""
    path = tmp_path / "ky.ladder"
    path.write_text("1\t1\n", encoding="utf-8")
    assert isinstance(ladder_in_file(path, "ky.ladder").beads, tuple)


WRONG = {
    "a status that is none": b"1\t1\tsure\n",
    "a control": b"1\t\x1b1\n",
    "no UTF-8": b"1\t1\t\xff\n",
    "a mark of the file in its middle": b"\xef\xbb\xbf1\t1\n",
}


@pytest.mark.parametrize("line", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_line(line: bytes, tmp_path: Path) -> None:
    """As it is of a ladder that is read as a whole."""
    path = tmp_path / "tg.ladder"
    path.write_bytes(LONG.encode() + line + b"1\t1\n")
    with pytest.raises(WorkbenchError) as told:
        ladder_in_file(path, "texts/joint/tg.ladder")
    assert str(told.value).startswith("texts/joint/tg.ladder:4801: ")


def test_a_file_that_was_written_to_is_not_mixed(tmp_path: Path) -> None:
    """Where another program writes into the file that is read, reading ends with what to do."""
    path = tmp_path / "tk.ladder"
    path.write_text(LONG, encoding="utf-8")
    ladder = ladder_in_file(path, "texts/joint/tk.ladder")
    path.write_text(LONG + "1\t1\n", encoding="utf-8")
    with pytest.raises(ConflictError, match=r"texts/joint/tk\.ladder: changed while it was read"):
        list(ladder.beads)


def test_a_ladder_of_comments_alone_has_no_beads(tmp_path: Path) -> None:
    """However long it is."""
    path = tmp_path / "uz.ladder"
    path.write_text("# жоқ\n" * 20_000, encoding="utf-8")
    ladder = ladder_in_file(path, "uz.ladder")
    assert ladder == Ladder()
    assert ladder.size() == (0, 0)
