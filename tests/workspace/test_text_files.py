"""Texts of files: short ones are parsed, long ones held as lines; what may not stand in one is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.errors import ConflictError, EncodingError, InputError
from workbench.model.segment import Text, parse_text
from workbench.model.segments import Segments
from workbench.workspace.content import whole
from workbench.workspace.text_files import TextContent, text_in_file, text_of

LINE = st.sampled_from(["Алты тарап келісті.", "六方同意。", "Alty tarap ylalaşdy.", "", " ", "\u00a0", "\u3000", "\t"])
END = st.sampled_from(["\n", "\r\n"])
LONG = "Министрҳо дар шаҳри Остона вохӯрданд.\n" * 3000
MARK = st.sampled_from(["", "\ufeff"])


@st.composite
def contents(draw: st.DrawFn) -> str:
    """Lines of all kinds around some that are many, so that the text is long."""
    lines = draw(st.lists(st.tuples(LINE, END), max_size=20))
    some = "".join(line + end for line, end in lines)
    return draw(MARK) + some + LONG + some * draw(st.sampled_from([1, 200])) + draw(LINE)


@given(contents())
def test_a_long_text_has_the_segments_of_its_lines(content: str) -> None:
    """Blank lines, white space that is none of ASCII, both line ends, a mark, no line end at the end."""
    assert text_of(content.encode(), "kk.txt") == parse_text(content)


@given(contents())
def test_a_long_text_is_written_as_it_stood(content: str) -> None:
    """Every byte comes back."""
    assert whole(TextContent(text_of(content.encode(), "kk.txt"))) == content.encode()


def test_a_long_text_is_held_as_lines() -> None:
    """No segment of it is made before it is asked for."""
    assert isinstance(text_of(LONG.encode(), "tg.txt").segments, Segments)


def test_a_text_in_a_file_is_the_same(tmp_path: Path) -> None:
    """What is read as it is come to equals what was read at once."""
    path = tmp_path / "tg.txt"
    path.write_bytes(b"\xef\xbb\xbf" + LONG.encode())
    assert text_in_file(path, "tg.txt") == text_of(path.read_bytes(), "tg.txt")


def test_a_file_that_was_written_to_is_not_mixed(tmp_path: Path) -> None:
    """Where another program writes into the file that is read, reading ends with what to do."""
    path = tmp_path / "tg.txt"
    path.write_text(LONG, encoding="utf-8")
    text = text_in_file(path, "texts/joint/tg.txt")
    path.write_text("Дигар.\n" + LONG, encoding="utf-8")
    with pytest.raises(ConflictError, match=r"texts/joint/tg\.txt: changed while it was read"):
        list(text.segments)


def test_a_file_that_was_replaced_is_read_as_it_was(tmp_path: Path) -> None:
    """A save puts another file in its place: who reads the former goes on with that."""
    path, new = tmp_path / "tg.txt", tmp_path / "new"
    path.write_text(LONG, encoding="utf-8")
    text: Text = text_in_file(path, "tg.txt")
    new.write_text("Дигар.\n", encoding="utf-8")
    new.replace(path)
    assert whole(TextContent(text)) == LONG.encode()


@pytest.mark.parametrize(
    "read", [lambda path: text_of(path.read_bytes(), "tg.txt"), lambda path: text_in_file(path, "tg.txt")]
)
def test_a_control_deep_in_a_long_text_is_told_with_its_line(read: object, tmp_path: Path) -> None:
    """A terminal escape in line 3001."""
    path = tmp_path / "tg.txt"
    path.write_text(LONG + "Остона\x1b[2J\n" + LONG, encoding="utf-8")
    with pytest.raises(InputError, match=r"tg\.txt:3001: the control character U\+001B at column 7"):
        read(path)  # type: ignore[operator]


@pytest.mark.parametrize(
    "read", [lambda path: text_of(path.read_bytes(), "tg.txt"), lambda path: text_in_file(path, "tg.txt")]
)
def test_bytes_that_are_no_utf8_are_told_with_their_line(read: object, tmp_path: Path) -> None:
    """windows-1251 behind three thousand good lines."""
    path = tmp_path / "tg.txt"
    path.write_bytes(LONG.encode() + "Остона\n".encode("windows-1251") + LONG.encode())
    with pytest.raises(EncodingError, match=r"tg\.txt:3001: not UTF-8"):
        read(path)  # type: ignore[operator]
