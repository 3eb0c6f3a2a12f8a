"""What is pasted into a terminal: it comes whole, none of it is a key, and no key is lost beside it."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tests.tui.terminal import PROGRAM
from tests.tui.test_no_colour import arrived
from workbench.editing.journal import Journal
from workbench.tui.paste_parser import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"
WORDS = st.sampled_from(
    ["各方欢迎", "Тараптар құптайды.", "The Parties", "\x1b", "[20", "0~", "1~", "[A", "[I", "\r\n", "oʻ", "\t"]
)
PASTED = st.lists(WORDS, max_size=12).map("".join).filter(lambda text: END not in text + END[:-1])
KEYS = st.lists(
    st.sampled_from(["a", "щ", "\x1b[A", "\x1b[6~", "\r", "\x13", "\x1b[<0;3;4M", "\x1b[I", "\x1bOP", "[20", "0~"]),
    max_size=6,
).map("".join)


def read(parser: XTermParser, *pieces: str) -> list[Message]:
    """What a parser makes of pieces of input."""
    return [message for piece in pieces if piece for message in parser.feed(piece)]


def named(messages: list[Message]) -> list[str]:
    """Messages as they can be compared: what is pasted by its text."""
    return [f"paste {each.text}" if isinstance(each, events.Paste) else repr(each) for each in messages]


def cut(text: str, at: list[int]) -> list[str]:
    """A text in pieces, cut at places."""
    edges = sorted({0, len(text), *(place % (len(text) + 1) for place in at)})
    return [text[start:end] for start, end in pairwise(edges)]


@given(KEYS, PASTED, KEYS, st.lists(st.integers(0, 300), max_size=8))
def test_what_is_pasted_comes_whole_between_the_keys(before: str, pasted: str, behind: str, at: list[int]) -> None:
    """However the terminal parts it, and whatever sequences are in it."""
    known = XTermParser()
    keys = named(read(known, before)), named(read(known, behind))
    got = named(read(PasteParser(), *cut(before + BEGIN + pasted + END + behind, at)))
    assert got == [*keys[0], f"paste {pasted}", *keys[1]]


@given(KEYS, st.lists(st.integers(0, 300), max_size=8))
def test_keys_are_those_of_textual(keys: str, at: list[int]) -> None:
    """Where nothing is pasted."""
    pieces = cut(keys, at)
    assert named(read(PasteParser(), *pieces)) == named(read(XTermParser(), *pieces))


def test_two_pastes_are_two() -> None:
    """One right behind the other."""
    assert named(read(PasteParser(), f"{BEGIN}四、{END}{BEGIN}IV.{END}")) == ["paste 四、", "paste IV."]


def test_nothing_is_told_before_all_is_there() -> None:
    """Half a paste is none."""
    parser = PasteParser()
    assert read(parser, BEGIN + "各方", "欢迎", END[:4]) == []
    assert named(read(parser, END[4:])) == ["paste 各方欢迎"]


def test_the_escape_key_is_the_key_once_nothing_comes_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what comes then is no paste, as its beginning was told to be keys."""
    parser, now = PasteParser(), [0.0]
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    assert read(parser, "\x1b") == []
    now[0] = 10.0
    (escape,) = parser.tick()
    assert isinstance(escape, events.Key)
    assert escape.key == "escape"
    first, *_ = read(parser, BEGIN[1:])
    assert isinstance(first, events.Key)
    assert first.key == "left_square_bracket"


class Pasting:
    """The editor in a terminal that somebody pastes into."""

    def __init__(self, folder: Path) -> None:
        self._child, self._terminal = pty.fork()
        if not self._child:
            os.environ |= {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
            os.execv(sys.executable, [sys.executable, "-c", PROGRAM, str(folder)])  # noqa: S606

    def wait_for(self, words: bytes) -> None:
        """Wait until the editor wrote words."""
        output = b""
        while words not in output:
            output += arrived(self._terminal)

    def send(self, data: bytes) -> None:
        """Send bytes, as fast as the editor takes them."""
        while data:
            readable, writable, _ = select.select([self._terminal], [self._terminal], [], 60)
            assert readable or writable, "nothing is taken any more"
            if readable:
                os.read(self._terminal, 65536)
            if writable:
                data = data[os.write(self._terminal, data[:4096]) :]

    def end(self) -> None:
        """Kill the editor."""
        os.close(self._terminal)
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)


@pytest.fixture
def pasting(folder: Path) -> Iterator[Pasting]:
    """The editor with a cell open."""
    terminal = Pasting(folder)
    try:
        terminal.wait_for(b"Wang Yi")
        terminal.send(b"\r")
        terminal.wait_for(b"Enter keep")
        yield terminal
    finally:
        terminal.end()


def texts(folder: Path) -> list[str]:
    """The wordings that the journal holds."""
    entries = Journal(folder / ".workbench" / "journal" / "chengdu-2024.jsonl").entries()
    return [getattr(entry.operation, "text", "") for entry in entries]


@pytest.mark.parametrize("paste", [lambda: b"x" * 10_000_000, lambda: b"\x1b[A\r\n" * 2_000_000])
def test_ten_megabytes_are_refused_in_a_terminal(pasting: Pasting, folder: Path, paste: Callable[[], bytes]) -> None:
    """It is told; the key behind them is typed, none of them is: letters or escape sequences, the cell has its text."""
    pasting.send(BEGIN.encode() + paste() + END.encode())
    pasting.wait_for(b"copy one sentence")
    pasting.send(b"Y\r")
    pasting.wait_for(b"chengdu-2024 *")
    (text,) = texts(folder)
    assert text.startswith("YOn 1 December 2024")


def test_bytes_that_are_no_utf8_do_not_end_the_editor(pasting: Pasting, folder: Path) -> None:
    """Latin-1 in the clipboard: what cannot be read is a replacement character, which is seen."""
    pasting.send(BEGIN.encode() + "É".encode("latin-1") + END.encode() + b"\r")
    pasting.wait_for(b"chengdu-2024 *")
    (text,) = texts(folder)
    assert text.startswith("\ufffdOn 1 December 2024")
