"""What all tests share: the statement, its gold ladders, and workspaces to write in."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.ladder import Ladder
from workbench.workspace.folder import Workspace
from workbench.workspace.ladder_format import parse_ladder

# No test depends on time: a machine that others work on draws and runs slowly.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("unhurried", UNHURRIED)
settings.register_profile("long", UNHURRIED, max_examples=3000)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold" / "chengdu-2024"
TAGS = ("zh", "ru", "kk", "ky", "tg", "tk", "uz")


def gold_ladder(tag: str) -> Ladder:
    """Return the ladder of a version of the statement that was made by hand."""
    path = GOLD / f"{tag}.ladder"
    return parse_ladder(path.read_text(encoding="utf-8"), str(path))


@pytest.fixture(scope="session")
def statement() -> Document:
    """The statement of Chengdu in eight languages, aligned by hand."""
    document = Workspace(ROOT).read("chengdu-2024").document
    return replace(document, ladders={tag: gold_ladder(tag) for tag in TAGS})


@pytest.fixture(scope="session")
def termbase() -> TermBase:
    """The glossary that the project ships with."""
    return Workspace(ROOT).termbase()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of its own with the statement and the glossary, to be written in."""
    shutil.copytree(ROOT / "texts", tmp_path / "texts")
    shutil.copytree(ROOT / "glossary", tmp_path / "glossary")
    return tmp_path
