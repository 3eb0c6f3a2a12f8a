"""`workbench export`."""

from pathlib import Path

import pytest

from tests.cli.statement import NAME
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_export_writes_tmx(folder: Path) -> None:
    """A file with a unit for each row."""
    assert main(["export", NAME, "--format", "tmx", "--output", "s.tmx"]) == 0
    assert (folder / "s.tmx").read_bytes().count(b"<tu ") > 20


def test_export_writes_one_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Clean Kazakh text to standard output."""
    assert main(["export", NAME, "--format", "txt", "--version", "kk"]) == 0
    assert "Қытай".encode() in capfdbinary.readouterr().out


def test_versions_may_be_chosen_one_by_one(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A format that rests on the pivot has it beside those that were asked for."""
    assert main(["export", NAME, "--format", "tmx", "--version", "ru", "--version", "kk"]) == 0
    out = capfdbinary.readouterr().out
    assert {tag for tag in ("en", "ru", "kk", "zh", "uz") if f'xml:lang="{tag}"'.encode() in out} == {"en", "ru", "kk"}


def test_a_folder_gets_a_clean_document_for_each_version(folder: Path) -> None:
    """All but the pivot; or those that were asked for, the pivot among them."""
    pytest.importorskip("docx", reason="the extra documents is not installed")
    for name, arguments, wanted in (
        ("all", [], ["kk", "ky", "ru", "tg", "tk", "uz", "zh"]),
        ("two", ["--version", "en", "--version", "kk"], ["en", "kk"]),
    ):
        (folder / name).mkdir()
        assert main(["export", NAME, "--format", "docx", *arguments, "--output", name]) == 0
        assert sorted(path.name for path in (folder / name).iterdir()) == [f"{tag}.docx" for tag in wanted]
