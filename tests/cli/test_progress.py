"""Progress on a terminal, and in a pipe."""

import io

from workbench.cli.progress import TerminalProgress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_pipe_hears_notices_only() -> None:
    """Steps are silent, a notice is one line, and the same notice is said once."""
    stream = io.StringIO()
    progress = TerminalProgress(stream)
    progress.step("embedding kk", 1, 9)
    progress.notice("the cache is left aside")
    progress.notice("the cache is left aside")
    assert stream.getvalue() == "workbench: the cache is left aside\n"


def test_a_terminal_sees_one_line_that_goes() -> None:
    """The line is written over, and wiped at the end."""
    stream = Terminal()
    progress = TerminalProgress(stream)
    progress.step("embedding kk", 1, 9)
    progress.step("embedding kk", 9, 9)
    assert stream.getvalue() == "\r\x1b[Kembedding kk: 1 of 9\r\x1b[K"


def test_what_begins_is_seen_at_once() -> None:
    """It may take minutes, and say so before the first of them."""
    stream = Terminal()
    progress = TerminalProgress(stream)
    for clause in ("clause 1", "clause 2, which takes a while"):
        progress.step(clause, 1, 9)
    assert stream.getvalue() == "\r\x1b[Kclause 1: 1 of 9\r\x1b[Kclause 2, which takes a while: 1 of 9"


def test_names_cannot_harm_the_terminal() -> None:
    """A control in a notice is shown, not sent."""
    stream = io.StringIO()
    TerminalProgress(stream).notice("d0\x1b[2J: broken")
    assert "\x1b" not in stream.getvalue()


def test_others_may_write_where_the_line_stood() -> None:
    """It is wiped when it was drawn, and nothing is sent where it was not."""
    stream = Terminal()
    progress = TerminalProgress(stream)
    progress.clear()
    assert stream.getvalue() == ""
    progress.step("rows of long", 250, 10_000)
    progress.clear()
    assert stream.getvalue() == "\r\x1b[Krows of long: 250 of 10000\r\x1b[K"
