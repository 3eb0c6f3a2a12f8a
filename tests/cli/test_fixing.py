"""`workbench check --fix`, `--diff` and `--undo-fix`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.editing.journal import Did, Entry, Journal
from workbench.model.operations import ReplaceText
from workbench.workspace.lock import locked

NAME = "chengdu-2024"


def texts(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files of the document."""
    return {path.name: path.read_bytes() for path in sorted((folder / "texts" / NAME).iterdir())}


def check(folder: Path, *arguments: str) -> int:
    """Run `workbench check` on the document."""
    return main(["check", NAME, "--root", str(folder), *arguments])


@pytest.fixture
def slips(folder: Path) -> Path:
    """The statement with slips in three versions: CR LF and a mark in kk, an apostrophe in uz, a narrow comma in zh."""
    for tag, old, new in (("uz", "oʻtkazdilar", "o'tkazdilar"), ("zh", "友好、相互", "友好,相互")):
        path = folder / "texts" / NAME / f"{tag}.txt"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    kazakh = folder / "texts" / NAME / "kk.txt"
    kazakh.write_bytes(b"\xef\xbb\xbf" + kazakh.read_bytes().replace(b"\n", b"\r\n"))
    return folder


def test_a_fix_mends_and_reports_what_remains(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The five true faults of the English are left, and what was fixed is told on standard error."""
    assert check(slips, "--fix") == 1
    out, err = capsys.readouterr()
    assert out.endswith("5 errors\n")
    assert "en.txt:18: fixed numbering-style: “IV.” → “4.”" in err
    assert "uz.txt:1: fixed apostrophe: “'” → “ʻ”" in err
    assert f"{NAME}: 5 fixed — take it back with: workbench check {NAME} --undo-fix" in err
    assert not (slips / "texts" / NAME / "kk.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r" not in (slips / "texts" / NAME / "kk.txt").read_bytes()


def test_a_second_fix_finds_nothing_to_do(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No file is written again."""
    check(slips, "--fix")
    before = texts(slips)
    capsys.readouterr()
    check(slips, "--fix")
    assert f"{NAME}: 0 fixed\n" in capsys.readouterr().err
    assert texts(slips) == before


def test_a_fix_is_taken_back_byte_for_byte(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line ends and byte order mark too, also after two fixes, the last one first."""
    first = texts(slips)
    check(slips, "--fix", "--only", "apostrophe")
    second = texts(slips)
    check(slips, "--fix")
    assert check(slips, "--undo-fix") == 0
    assert texts(slips) == second
    assert check(slips, "--undo-fix") == 0
    assert texts(slips) == first
    capsys.readouterr()
    assert check(slips, "--undo-fix") == 2
    assert "no fix of chengdu-2024 is there to take back" in capsys.readouterr().err


def test_a_fix_is_taken_back_around_edits_elsewhere(slips: Path) -> None:
    """Somebody wrote another line meanwhile: it stays."""
    path = slips / "texts" / NAME / "uz.txt"
    before = path.read_text(encoding="utf-8")
    check(slips, "--fix")
    edit = ("Ostona shahrida", "Olmaota shahrida")
    path.write_text(path.read_text(encoding="utf-8").replace(*edit), encoding="utf-8")
    assert check(slips, "--undo-fix") == 0
    assert path.read_text(encoding="utf-8") == before.replace(*edit)


def test_a_line_that_changed_since_is_not_taken_back(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody's wording is overwritten."""
    check(slips, "--fix")
    path = slips / "texts" / NAME / "uz.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("oʻtkazdilar", "oʻtkazishdi", 1), encoding="utf-8")
    before = texts(slips)
    assert check(slips, "--undo-fix") == 2
    assert "has changed where its last fix changed it" in capsys.readouterr().err
    assert texts(slips) == before


def test_a_fix_that_was_undone_by_hand_is_forgotten(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is undone twice; what was fixed before it is the next."""
    first = texts(slips)
    check(slips, "--fix", "--only", "apostrophe")
    second = texts(slips)
    check(slips, "--fix", "--only", "fullwidth")
    for name, content in second.items():
        (slips / "texts" / NAME / name).write_bytes(content)
    assert check(slips, "--undo-fix") == 2
    assert "is not in it any more" in capsys.readouterr().err
    assert texts(slips) == second
    assert check(slips, "--undo-fix") == 0
    assert texts(slips) == first


def test_a_diff_is_shown_and_nothing_written(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is not even a state folder."""
    before = texts(slips)
    assert check(slips, "--fix", "--diff", "--only", "numbering-style") == 0
    out, _ = capsys.readouterr()
    assert out.startswith(f"--- a/texts/{NAME}/en.txt\n+++ b/texts/{NAME}/en.txt\n@@")
    assert "\n-IV. Based on" in out
    assert "\n+4. Based on" in out
    assert texts(slips) == before
    assert not (slips / ".workbench").exists()


def test_the_diff_can_be_applied(slips: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """By patch, and gives what --fix gives."""
    patch = shutil.which("patch")
    if patch is None:
        pytest.skip("patch is not installed")
    check(slips, "--fix", "--diff")
    diff = capfd.readouterr().out
    copy = tmp_path / "copy"
    shutil.copytree(slips / "texts", copy / "texts")
    subprocess.run([patch, "-p1", "--binary"], input=diff.encode(), cwd=copy, check=True, capture_output=True)
    check(slips, "--fix")
    assert texts(copy) == texts(slips)


def test_a_locked_version_is_left(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The official text is not the workbench's to mend."""
    path = slips / "texts" / NAME / "document.toml"
    content = path.read_text(encoding="utf-8").replace('title = "English"', 'title = "English"\nlocked = true')
    path.write_text(content, encoding="utf-8")
    before = texts(slips)["en.txt"]
    check(slips, "--fix")
    assert texts(slips)["en.txt"] == before
    assert f"{NAME}: en is locked, so 1 that could be fixed are left" in capsys.readouterr().err


def test_a_document_that_is_open_is_refused(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With one line, and nothing written."""
    pytest.importorskip("fcntl")
    before = texts(slips)
    with locked(slips / ".workbench" / "journal" / f"{NAME}.lock"):
        assert check(slips, "--fix") == 2
    told = capsys.readouterr().err
    assert told.startswith(f"workbench: {NAME} is open in another editor (process {os.getpid()}, since ")
    assert told.endswith(") — close it there first\n")
    assert texts(slips) == before


def test_edits_that_were_not_saved_come_first(slips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor that crashed left them in its journal."""
    journal = Journal(slips / ".workbench" / "journal" / f"{NAME}.jsonl")
    journal.append(Entry(Did.APPLY, ReplaceText("ru", 0, "Стороны."), ReplaceText("ru", 0, "Тараптар.")))
    assert check(slips, "--fix") == 2
    assert "has edits that were never saved" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--diff"], ["--fix", "--undo-fix"], ["--fix", "--only", "spelling"]])
def test_words_that_do_not_go_together_are_refused(slips: Path, arguments: list[str]) -> None:
    """Exit code 2, and nothing written."""
    before = texts(slips)
    assert check(slips, *arguments) == 2
    assert texts(slips) == before
