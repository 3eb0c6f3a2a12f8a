"""The workspace: loading, saving, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.editing.apply import apply
from workbench.editing.segments import begin_paragraph
from workbench.model.errors import (
    ConflictError,
    EncodingError,
    InputError,
    NotFoundError,
    TagError,
    UsageError,
    WorkbenchError,
)
from workbench.model.ladder import Ladder, ladder_of
from workbench.model.operations import ReplaceText
from workbench.workspace.folder import Workspace, find_root, pivot_places
from workbench.workspace.ladder_format import format_ladder

NAME = "chengdu-2024"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and ".workbench" not in p.parts
    }


def test_loading_and_saving_changes_no_byte(folder: Path) -> None:
    """The statement goes through unharmed."""
    before = snapshot(folder)
    workspace = Workspace(folder)
    loaded = workspace.load(NAME)
    workspace.save(loaded.document, loaded)
    assert snapshot(folder) == before


def test_odd_forms_are_kept_until_edited(folder: Path) -> None:
    """BOM, CRLF, doubled blank lines and decomposed letters stay, but for the line that is edited."""
    path = folder / "texts" / NAME / "kk.txt"
    odd = (
        "\ufeff\r\n"
        + path.read_text(encoding="utf-8").replace("\n\n", "\n\n\n").replace("й", "и\u0306").replace("\n", "\r\n")
    ).encode()
    path.write_bytes(odd)
    workspace = Workspace(folder)
    loaded = workspace.load(NAME)
    workspace.save(loaded.document, loaded)
    assert path.read_bytes() == odd
    document, _ = apply(loaded.document, ReplaceText("kk", 1, "Жаңа сөйлем."))
    workspace.save(document, loaded)
    lines, old = path.read_bytes().split(b"\r\n"), odd.split(b"\r\n")
    assert [i for i, (a, b) in enumerate(zip(lines, old, strict=True)) if a != b] == [2]


def test_an_edit_touches_the_files_of_its_language_alone(folder: Path) -> None:
    """A translator of Kyrgyz changes ky.txt."""
    before = snapshot(folder)
    workspace = Workspace(folder)
    loaded = workspace.load(NAME)
    document, _ = apply(loaded.document, ReplaceText("ky", 3, "Жаңы сүйлөм."))
    workspace.save(document, loaded)
    after = snapshot(folder)
    assert [path for path in before if before[path] != after[path]] == [f"texts/{NAME}/ky.txt"]


def test_a_file_that_changed_underneath_is_not_overwritten(folder: Path) -> None:
    """Saving says so, and writes nothing."""
    workspace = Workspace(folder)
    loaded = workspace.load(NAME)
    document, _ = apply(loaded.document, ReplaceText("ky", 3, "Жаңы сүйлөм."))
    path = folder / "texts" / NAME / "ky.txt"
    path.write_text("Башка.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = snapshot(folder)
    with pytest.raises(ConflictError):
        workspace.save(document, loaded)
    assert snapshot(folder) == before


def test_a_ladder_that_does_not_add_up_is_refused(folder: Path) -> None:
    """The error names the file and the command that repairs it."""
    path = folder / "texts" / NAME / "kk.ladder"
    path.write_text(path.read_text(encoding="utf-8") + "1\t1\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"texts/chengdu-2024/kk.ladder: .*workbench align chengdu-2024 kk"):
        Workspace(folder).load(NAME)


def test_nothing_is_saved_with_a_ladder_that_does_not_fit(folder: Path) -> None:
    """Saving checks what loading checks."""
    workspace = Workspace(folder)
    loaded = workspace.load(NAME)
    before = snapshot(folder)
    with pytest.raises(InputError):
        workspace.save(loaded.document.with_ladder("kk", ladder_of([(1, 1)])), loaded)
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        (
            "kk.txt",
            "Қытай\n".encode("windows-1251", "replace")
            + "Стороны договорились о сотрудничестве".encode("windows-1251") * 20,
            EncodingError,
            "looks like",
        ),
        ("kk.txt", "Қытай\x1b[2J\n".encode(), InputError, "U\\+001B"),
        ("kk.txt", b"", InputError, "no segment"),
        ("kk.txt", b"\n \n", InputError, "no segment"),
        ("document.toml", b"format = 2\n", InputError, "format"),
        ("document.toml", b'format = 1\npivot = "en"\n', InputError, "versions"),
        ("document.toml", b'format = 1\npivot = "en"\n[versions.en]\n[versions."kk_KZ"]\n', TagError, "kk_KZ"),
        ("document.toml", b'format = 1\npivot = "fr"\n[versions.en]\n', InputError, "pivot"),
        ("document.toml", b'format = 1\npivot = "en"\n[versions.en]\nstate = "draft"\n', InputError, "state"),
        ("document.toml", b"format = = 1", InputError, "TOML"),
    ],
)
def test_bad_files_are_refused(
    folder: Path, name: str, content: bytes, error: type[WorkbenchError], words: str
) -> None:
    """One error that names the file and what is wrong."""
    (folder / "texts" / NAME / name).write_bytes(content)
    with pytest.raises(error, match=words) as caught:
        Workspace(folder).load(NAME)
    assert f"texts/{NAME}/{name}" in str(caught.value)


def test_controls_are_placed_by_line_and_column(folder: Path) -> None:
    """U+001B in the third line."""
    path = folder / "texts" / NAME / "uz.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] = "Barcha\x1b[31m tomonlar"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InputError, match="column 7") as caught:
        Workspace(folder).load(NAME)
    assert caught.value.line == 3


@pytest.mark.parametrize("name", ["../etc", "a/b", "", ".", "..", "-x", "a\x00b", "x" * 200])
def test_names_stay_in_the_folder(folder: Path, name: str) -> None:
    """A document's name is no path."""
    with pytest.raises(UsageError):
        Workspace(folder).load(name)


def test_a_document_that_is_not_there_is_told_from_those_that_are(folder: Path) -> None:
    """The error lists the documents."""
    with pytest.raises(NotFoundError, match=NAME):
        Workspace(folder).load("astana-2025")


def test_a_new_document_has_all_its_files(folder: Path) -> None:
    """document.toml, a text for each version, a ladder for each but the pivot."""
    workspace = Workspace(folder)
    document = replace(workspace.load(NAME).document, name="second")
    workspace.create(document)
    assert workspace.load("second").document == document


def test_an_existing_document_is_not_written_over(folder: Path) -> None:
    """`create` refuses, and writes nothing."""
    workspace = Workspace(folder)
    before = snapshot(folder)
    with pytest.raises(UsageError):
        workspace.create(workspace.load(NAME).document)
    assert snapshot(folder) == before


def test_the_root_is_found_from_below(folder: Path) -> None:
    """From texts/chengdu-2024 one is in the workspace too."""
    assert find_root(folder / "texts" / NAME) == folder


def test_reading_leaves_a_broken_ladder_to_repair(folder: Path) -> None:
    """`read` gives the document that `align` repairs, where `load` refuses."""
    (folder / "texts" / NAME / "kk.ladder").unlink()
    assert Workspace(folder).read(NAME).document.ladders["kk"] == Ladder()


def test_comments_of_ladders_follow_the_pivot(folder: Path) -> None:
    """Where a clause goes on as one paragraph, all ladders name their clauses anew, though their beads are the same."""
    workspace = Workspace(folder)
    loaded = workspace.load("chengdu-2024")
    starts = loaded.document.versions["en"].text.starts()
    later, _ = apply(loaded.document, begin_paragraph(loaded.document, "en", starts[4]))
    workspace.save(later, loaded)
    for tag in later.others():
        path = folder / "texts" / "chengdu-2024" / f"{tag}.ladder"
        assert path.read_text(encoding="utf-8") == format_ladder(later.ladders[tag], pivot_places(later))
