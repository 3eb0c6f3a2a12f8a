"""`workbench pivot`."""

from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in a workspace of its own."""
    monkeypatch.chdir(folder)


def test_another_version_becomes_the_pivot(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Chinese: seven ladders against it, its own is gone, the texts are as they were, and the document loads."""
    texts = {path: path.read_bytes() for path in folder.glob("texts/*/*.txt")}
    assert main(["pivot", NAME, "zh"]) == 0
    document = Workspace(folder).load(NAME).document
    assert document.pivot == "zh"
    ladders = {path.stem for path in folder.glob(f"texts/{NAME}/*.ladder")}
    assert ladders == set(document.versions) - {"zh"}
    assert {path: path.read_bytes() for path in folder.glob("texts/*/*.txt")} == texts
    assert capsys.readouterr().out.count("beads against zh") == 7


def test_there_and_back_again(folder: Path) -> None:
    """With English as the pivot again the Chinese ladder is the one there was, to the byte."""
    path = folder / "texts" / NAME / "zh.ladder"
    before = path.read_bytes()
    assert main(["pivot", NAME, "zh"]) == 0
    assert main(["pivot", NAME, "en"]) == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize(("tag", "words"), [("en", "the pivot of"), ("fr", "no version 'fr'")])
def test_a_version_that_cannot(tag: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The pivot itself, and one that is not there: one line, exit code 2."""
    assert main(["pivot", NAME, tag]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1
