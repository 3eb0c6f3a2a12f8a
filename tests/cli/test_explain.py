"""`workbench explain`, and `align --explain`."""

import json
from pathlib import Path

import pytest

from tests.cli.statement import NAME, files
from tests.conftest import TAGS
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_explain_tells_the_reasons_of_a_clause(capsys: pytest.CaptureFixture[str]) -> None:
    """The beads of clause 4, with what spoke for them; labels among it."""
    assert main(["explain", NAME, "kk", "--clause", "4", "--encoder", "none"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("kk 4 · 1–1 auto ")
    assert "kk 4¶2 · 1–2" in out
    assert "kk 5" not in out
    assert "clause labels" in out
    assert "other versions (6 of 6 bear it out)" in out


def test_explain_writes_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row in all versions; the workspace is not touched."""
    before = files(folder)
    assert main(["explain", NAME, "--row", "0", "--encoder", "none", "--format", "json"]) == 0
    beads = json.loads(capsys.readouterr().out)["beads"]
    assert [bead["version"] for bead in beads] == list(TAGS)
    assert all(bead["reasons"] and bead["pivot_segments"] == [0] for bead in beads)
    assert files(folder) == before


def test_align_explains_files_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """--explain puts the reasons beside each bead's score."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", "--explain", f"en={folder}/en.txt", f"ru={folder}/ru.txt"]) == 0
    (ladder,) = json.loads(capsys.readouterr().out)["ladders"].values()
    assert all(set(bead) == {"pivot", "version", "score", "reasons"} for bead in ladder)
    assert any(bead["reasons"].get("clause labels", 0) > 1 for bead in ladder)
