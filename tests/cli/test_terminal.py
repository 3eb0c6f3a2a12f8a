"""What the command line is beside its commands: quick to start, a good neighbour in a pipe and on a terminal."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.cli.main import main
from workbench.cli.printing import table
from workbench.model.terminal import plain, width

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_importing_the_command_line_imports_nothing_heavy() -> None:
    """All commands can be listed without textual, numpy, sacrebleu, lxml or the languages' data."""
    code = (
        "import sys; from workbench.cli.main import parser; parser();"
        "heavy = {'textual', 'rich', 'numpy', 'sacrebleu', 'lxml', 'sentencex', 'pymorphy3', 'babel', 'tomllib'};"
        "heavy |= {'tomlkit', 'asyncio'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    """`workbench glossary list | head -1`."""
    command = f"{sys.executable} -m workbench.cli.main glossary list | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=folder, env=environment, check=True)  # noqa: S602
    assert run.stderr == ""


@pytest.mark.parametrize("bad", ["\x1b[31m", "\u202e", "\x07", "\n"])
def test_messages_cannot_harm_a_terminal(bad: str) -> None:
    """Controls and overrides in file names are shown, not sent."""
    assert bad not in plain(f"file{bad}name")


def test_tables_are_straight_in_every_script() -> None:
    """Chinese takes two cells a character."""
    lines = table([["中亚", "a"], ["Орта", "b"], ["x", "c"]]).split("\n")
    assert {width(line[:-1]) for line in lines} == {6}


class Terminal(StringIO):
    """Input and output as a terminal has them."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_on_a_dumb_terminal_edit_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot move its cursor, so that the editor would fill it with escapes."""
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    assert main(["edit"]) == 2
    assert "TERM=xterm-256color, or use: workbench status" in capsys.readouterr().err
