"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def quick_encoder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The best encoder that is installed is the quick one; vectors are cached in a folder of the test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("WORKBENCH_CACHE", str(folder))
    monkeypatch.setattr("workbench.alignment.encoders.registry.best", lambda: "words")
    return folder


@pytest.fixture
def in_workspace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test stands in a workspace of its own."""
    monkeypatch.chdir(folder)
