"""Where a document's folder cannot be written, or a save cannot be ended, the document is only looked at."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from workbench.editing.opening import held, opened
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"


def test_a_folder_of_texts_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is named before anybody types what cannot be saved."""
    texts, access = folder / "texts" / NAME, os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != texts and access(path, mode))
    with held(Workspace(folder), NAME) as looking:
        assert looking.startswith(f"only to be looked at: {texts}: cannot be written — to edit, ")


def test_a_save_that_cannot_be_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there opens, and what was written aside stays for the day when the save can be ended."""
    state = folder / ".workbench"
    (state / "save").mkdir(parents=True)
    aside = state / "save" / "0"
    target = folder / "texts" / NAME / "kk.txt"
    aside.write_bytes(target.read_bytes())
    entry = {"path": f"texts/{NAME}/kk.txt", "aside": "0", "before": ""}
    (state / "save.json").write_text(json.dumps({"state": "written", "entries": [entry]}), encoding="utf-8")

    def refused(source: Path, goal: Path) -> None:
        raise PermissionError(13, "Permission denied", str(source), None, str(goal))

    monkeypatch.setattr(os, "replace", refused)
    workspace = Workspace(folder)
    with held(workspace, NAME) as looking:
        assert looking.startswith("only to be looked at: ")
        assert "kk.txt: cannot be written: Permission denied" in looking
        assert opened(workspace, NAME, looking).session.document.name == NAME
    assert aside.exists()
