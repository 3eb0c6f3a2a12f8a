"""`workbench status`, and `workbench` without a command."""

import json
from pathlib import Path

import pytest

from tests.cli.statement import NAME, accept
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_status_counts_segments_and_beads(capsys: pytest.CaptureFixture[str]) -> None:
    """34 English segments, the pivot without beads."""
    assert main(["status", NAME, "--format", "json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    english, chinese = document["versions"][:2]
    assert (english["segments"], english["beads"], english["pivot"]) == (34, None, True)
    assert sum(chinese["beads"].values()) > 30


@pytest.mark.parametrize(
    ("tag", "reason"), [("kk", "wording changed since review"), ("en", "pivot changed since review")]
)
def test_a_reviewed_bead_whose_text_changed_is_listed(
    folder: Path, capsys: pytest.CaptureFixture[str], tag: str, reason: str
) -> None:
    """`status` says which of its texts changed."""
    accept(folder, "reviewed", 2)
    path = folder / "texts" / NAME / f"{tag}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("\n1. ", "\n1. X "), encoding="utf-8")
    capsys.readouterr()
    assert main(["status", NAME]) == 0
    assert f"kk 1: {reason}" in capsys.readouterr().out


def test_without_a_terminal_status_and_findings_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`workbench` in a pipe exits 0, though there are errors."""
    assert main([]) == 0
    out = capsys.readouterr().out
    assert "unofficial" in out
    assert "numbering-style" in out


def test_edit_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe `edit` says what to use instead."""
    assert main(["edit"]) == 2
    assert "workbench status" in capsys.readouterr().err
