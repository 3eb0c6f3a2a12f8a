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
