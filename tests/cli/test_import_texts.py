"""`workbench import` with whole texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.statement import NAME, files
from tests.cli.test_documents_in import on_terminal
from tests.interchange.documents_in.saved import SAVED
from tests.interchange.documents_in.statement import LANGUAGES
from workbench.cli.main import main
from workbench.workspace.folder import Workspace

pytestmark = pytest.mark.usefixtures("in_workspace")


@pytest.fixture
def saved(folder: Path) -> Path:
    """The second statement in three languages in the folder, in every format."""
    for form, save in SAVED.items():
        for tag in LANGUAGES:
            (folder / f"osh-{tag}.{form}").write_bytes(save(tag))
    return folder


@pytest.mark.usefixtures("saved")
def test_texts_make_a_new_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first is the pivot, languages are recognised or said, what was understood is printed: as `new` does."""
    assert main(["import", "osh-en.docx", "kk=osh-kk.html", "osh-2025"]) == 0
    out, err = capsys.readouterr()
    document = Workspace(folder).load("osh-2025").document
    assert (list(document.versions), document.pivot) == (["en", "kk"], "en")
    assert "  from osh-en.docx: DOCX, English (en), recognised\n  labels: 1. 2. 3. 4. 5.\n" in out
    assert "osh-en.docx: recognised as English (en)\n" in err


@pytest.mark.usefixtures("saved")
def test_one_text_makes_a_document_of_one_version(folder: Path) -> None:
    """The other versions may come later."""
    assert main(["import", "osh-en.docx", "osh-2025"]) == 0
    assert list(Workspace(folder).load("osh-2025").document.versions) == ["en"]


@pytest.mark.usefixtures("saved")
def test_a_text_becomes_a_version_of_a_document_that_is_there(folder: Path) -> None:
    """HTML, its language recognised; what was there stays to the byte."""
    main(["import", "osh-en.docx", "kk=osh-kk.pdf", "osh-2025"])
    made = folder / "texts" / "osh-2025"
    before = {path.name: path.read_bytes() for path in made.glob("*.txt")}
    assert main(["import", "osh-ru.html", "osh-2025"]) == 0
    assert list(Workspace(folder).load("osh-2025").document.versions) == ["en", "kk", "ru"]
    assert len(Workspace(folder).load("osh-2025").document.ladders["ru"].beads) == 16
    assert {name: (made / name).read_bytes() for name in before} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["osh-ru.html", NAME],
            f"to put this text in its place: workbench add {NAME} ru=osh-ru.html --replace",
        ),
        (["fr=osh-en.docx", "de=osh-en.odt", NAME], "one file at a time"),
        (["osh-en.docx"], "write: workbench import osh-en.docx DOCUMENT"),
        (["osh-en.docx", "osh-ru.docx"], "of which document?"),
        (["osh-en.docx", "osh-2025", "--diff"], "--diff is for files of alignments"),
        (["kk=missing.docx", "osh-2025"], "missing.docx: there is no such file"),
        (["osh-en.docx", "a/b"], "is no name of a document"),
    ],
)
@pytest.mark.usefixtures("saved")
def test_what_cannot_be_taken_is_refused(
    folder: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line on standard error says why, exit code 2, and nothing is written."""
    before = files(folder)
    assert main(["import", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err.rstrip("\n").split("\n")[-1]
    assert files(folder) == before


@pytest.mark.parametrize(("options", "written"), [((), False), (("--yes",), True)])
@pytest.mark.usefixtures("saved")
def test_a_terminal_is_asked(folder: Path, options: tuple[str, ...], written: bool) -> None:
    """For a new document and for a version; `n` writes nothing, --yes asks nothing."""
    for command in (["osh-en.docx", "osh-2025"], ["fr=osh-en.docx", NAME]):
        before = files(folder)
        shown = on_terminal(["import", *command, "--encoder", "none", *options], "n", folder)
        assert ("(y/N)" in shown, "nothing was written" in shown) == (not written, not written)
        assert (files(folder) != before) is written
