"""Other repositories use Workbench as a hook of pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("pre_commit")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")

MANIFEST = ".pre-commit-hooks.yaml"


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    identity = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "core.hooksPath=/dev/null"]
    run = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def committed(folder: Path) -> str:
    """Make a folder a git repository that holds all its files, and return the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All texts")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def hooked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the statement whose pre-commit runs the hook of the manifest with the Workbench of this run.

    The manifest is taken as it is but for its language: `system` needs no network to install anything.
    """
    hooks = tmp_path_factory.mktemp("hooks")
    shutil.copy(ROOT / MANIFEST, hooks)
    revision = committed(hooks)
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - {{id: workbench-check, language: system}}\n"
    )
    committed(folder)
    return folder


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pre-commit in a folder; `workbench` is this Workbench."""
    programs = folder / ".git" / "programs"
    programs.mkdir()
    program = programs / "workbench"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m workbench.cli.main "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit"),
    }
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)


def test_the_manifest_is_valid() -> None:
    """As pre-commit itself validates it."""
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / MANIFEST)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_the_hook_stops_a_commit_that_has_errors(hooked: Path) -> None:
    """The English slips of the statement are shown."""
    run = pre_commit(hooked, "run", "--all-files")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "numbering-style" in run.stdout


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_the_hook_is_for_texts_and_glossary_alone(hooked: Path) -> None:
    """A change elsewhere runs no check."""
    (hooked / "notes.md").write_text("Notes.\n")
    git(hooked, "add", "notes.md")
    run = pre_commit(hooked, "run", "--files", "notes.md")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "no files to check" in run.stdout
