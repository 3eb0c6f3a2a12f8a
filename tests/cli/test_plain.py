"""`workbench edit --plain`: the statement walked by prompts, through a pipe and on a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

TEXTS = Path("texts", "chengdu-2024")


def command(folder: Path) -> list[str]:
    """The command that walks the statement in a folder."""
    return [sys.executable, "-m", "workbench.cli.main", "--root", str(folder), "edit", "--plain"]


def said(folder: Path, *lines: str | bytes) -> tuple[int, str]:
    """Say lines through a pipe; return exit code and all that was told."""
    typed = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    done = subprocess.run(command(folder), cwd=ROOT, input=typed, capture_output=True, check=False)
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def text(folder: Path, tag: str) -> str:
    """The text of a version as its file is."""
    return (folder / TEXTS / f"{tag}.txt").read_text(encoding="utf-8")


def test_a_row_is_told_in_words(folder: Path) -> None:
    """Clause, row number, each version's text, its bead's shape, status and score, and what is found, with no escape."""
    code, told = said(folder, "go IV", "findings", "quit")
    assert code == 0
    assert "Row 7 of 27, clause 4.\nen, the pivot: IV. " in told
    assert "\n  1 segment of en with 2 segments of kk, aligned automatically, score 1.00.\n" in told
    assert "Error, en, numbering-style: “IV.” among 2. 3. 5. 6. — write “4.”." in told
    assert "\x1b" not in told


@pytest.mark.parametrize("place", ["4", "IV", "四", "#7", "Based on the cooperation"])
def test_one_goes_to_a_place_by_its_name(folder: Path, place: str) -> None:
    """A clause in any numeral, a row, and words lead to the same row."""
    assert "Row 7 of 27, clause 4." in said(folder, f"go {place}")[1]


def test_an_omission_gets_its_text(folder: Path) -> None:
    """Where a version has nothing, edit asks for what is missing."""
    path, ladder = folder / TEXTS / "uz.txt", folder / TEXTS / "uz.ladder"
    rest = text(folder, "uz").split("\n\n", 1)[1]
    path.write_text(rest, encoding="utf-8")
    ladder.write_text(ladder.read_text(encoding="utf-8").replace("1\t1\tauto", "1\t0\tauto", 1), encoding="utf-8")
    _, told = said(folder, "edit uz", "Yangi matn.", "save", "quit")
    assert "There is nothing of uz here. Its text; empty leaves it so:" in told
    assert text(folder, "uz") == f"Yangi matn.\n\n{rest}"


def test_an_edit_is_saved_to_the_file(folder: Path) -> None:
    """A new text is in its file after save, and nothing else changed."""
    before = text(folder, "uz")
    _, told = said(folder, "edit uz", "Yangi matn.", "save", "quit")
    assert "uz: Yangi matn." in told
    assert text(folder, "uz").split("\n", 1) == ["Yangi matn.", before.split("\n", 1)[1]]


def test_an_empty_text_keeps_the_old_one(folder: Path) -> None:
    """Nothing said is nothing changed."""
    assert "Nothing changed." in said(folder, "edit ru", "", "quit")[1]


def test_words_are_replaced_in_a_segment(folder: Path) -> None:
    """Words that stand there once get others in their place."""
    said(folder, "replace zh", "王毅", "王 毅", "save", "quit")
    assert "外交部长王 毅，" in text(folder, "zh")


def test_a_cell_of_two_segments_wants_a_number(folder: Path) -> None:
    """Where a version has two segments in the row, which one is asked."""
    _, told = said(folder, "edit kk", "edit kk 2", "Жаңа мәтін.", "quit", "discard")
    assert "Not done: which segment of kk? — add its number, 1 to 2" in told
    assert "kk, segment 2 of 2: Жаңа мәтін." in told


def test_beads_are_confirmed_reviewed_merged_and_split(folder: Path) -> None:
    """Each is told as it became, and undo takes one after the other back."""
    _, told = said(folder, "confirm ru", "review ru", "merge ru", "split ru", "undo", "undo", "undo", "undo", "undo")
    places = [
        told.index(words)
        for words in (
            "\n  alignment confirmed.",
            "\n  wording reviewed.",
            "\n  2 segments of en with 2 segments of ru, alignment confirmed.",
            "There is nothing to undo.",
        )
    ]
    assert places == sorted(places)
    assert "Nothing was left unsaved." in told


def test_the_end_of_input_saves_nothing_and_loses_nothing(folder: Path) -> None:
    """What is unsaved is told when nobody answers any more; the next start takes it up, and saves it."""
    before = text(folder, "tg")
    code, told = said(folder, "edit tg", "Матни нав.")
    assert code == 0
    assert "Not saved: 1 step, kept in " in told
    assert text(folder, "tg") == before
    assert "1 step of an earlier session taken up again; not saved yet." in said(folder, "save", "quit")[1]
    assert text(folder, "tg").startswith("Матни нав.\n")


def test_quit_asks_when_something_is_not_saved(folder: Path) -> None:
    """Staying goes on, discarding leaves the file as it was, and its journal empty."""
    before = text(folder, "tk")
    _, told = said(folder, "edit tk", "Täze tekst.", "quit", "perhaps", "stay", "row", "quit", "discard")
    assert told.count("Something is not saved. Say save, discard or stay:") == 3
    assert text(folder, "tk") == before
    assert "earlier session" not in said(folder, "quit")[1]


@pytest.mark.parametrize("theirs", ["\nIV. ", "\nЕщё один абзац.\n\n4. "])
def test_a_file_that_changed_meanwhile_leads_to_a_question(folder: Path, theirs: str) -> None:
    """Save tells what differs and asks; merging keeps what both did, a paragraph that the ladder does not hold yet too."""
    walking = subprocess.Popen(command(folder), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert walking.stdin is not None
    assert walking.stdout is not None
    walking.stdin.write("edit ru\nНовый текст.\n".encode())
    walking.stdin.flush()
    for line in walking.stdout:
        if line.decode() == "ru: Новый текст.\n":
            break
    path = folder / TEXTS / "ru.txt"
    path.write_text(text(folder, "ru").replace("\n4. ", theirs), encoding="utf-8")
    out, _ = walking.communicate(b"save\nmerge\nsave\nquit\n")
    assert "Say merge, mine or stay:" in out.decode()
    assert "Merged: look at it, then save." in out.decode()
    assert text(folder, "ru").startswith("Новый текст.\n")
    assert theirs in text(folder, "ru")


def test_two_editors_know_of_each_other(folder: Path) -> None:
    """A document that is open elsewhere is refused with one line."""
    walking = subprocess.Popen(command(folder), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert walking.stdout is not None
    walking.stdout.readline()
    code, told = said(folder, "quit")
    walking.communicate(b"quit\n")
    assert code == 2
    assert told.startswith(f"workbench: chengdu-2024 is open in another editor (process {walking.pid}, since")


def test_what_is_no_text_and_no_word_is_refused(folder: Path) -> None:
    """Bytes that are not UTF-8, an unknown word, version and place are told, and the walk goes on."""
    _, told = said(folder, b"edit \xff", "bakc", "edit fr", "merge en", "go nowhere at all", "split ru 7", "quit")
    assert "Not done: what came is not UTF-8" in told
    assert "There is no word bakc. Do you mean back?" in told
    assert "Not done: there is no version fr" in told
    assert "Not done: en is the pivot" in told
    assert "“nowhere at all” is no clause and no row, and stands nowhere" in told
    assert "Not done: which segment of ru?" in told
    assert "Traceback" not in told


class Terminal:
    """A terminal in which the walk runs."""

    def __init__(self, folder: Path) -> None:
        self.pid, self._end = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            os.execvpe(sys.executable, command(folder), {**os.environ, "TERM": "dumb", "LANG": "C.UTF-8"})  # noqa: S606
        self._seen = ""

    def wait_for(self, words: str) -> None:
        """Wait until words are told; the limit is only there so that a broken walk ends."""
        until = time.monotonic() + 60
        raw = self._seen.encode()
        while words not in self._seen:
            assert time.monotonic() < until, self._seen
            if select.select([self._end], [], [], 1)[0]:
                raw += os.read(self._end, 65536)
                self._seen = raw.decode("utf-8", "ignore")
        self._seen = self._seen.partition(words)[2]

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self._end, keys.encode())

    def close(self) -> None:
        """Hang up."""
        os.close(self._end)
        os.waitpid(self.pid, 0)


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The walk on a terminal."""
    terminal = Terminal(folder)
    yield terminal
    terminal.close()


def test_on_a_terminal_arrow_up_brings_the_old_text(terminal: Terminal, folder: Path) -> None:
    """The old text is brought and added to; Ctrl-D at the prompt says that nothing is unsaved after it was saved."""
    before = text(folder, "ky").split("\n")[1]
    terminal.wait_for("Row 1: ")
    terminal.type("edit ky 2\r")
    terminal.wait_for("arrow up brings it: ")
    terminal.type("\x1b[A Жаңы.\r")
    terminal.wait_for("Жаңы.\r\n  1 segment of en with 2 segments of ky")
    terminal.wait_for("Row 1: ")
    terminal.type("save\r")
    terminal.wait_for("Saved.")
    terminal.wait_for("Row 1: ")
    terminal.type("\x04")
    terminal.wait_for("Nothing was left unsaved.")
    assert text(folder, "ky").split("\n")[1] == f"{before} Жаңы."
