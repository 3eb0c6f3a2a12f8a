"""What the first screen waits for."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

SLOW = (
    "numpy",
    "rapidfuzz",
    "regex",
    "tomlkit",
    "merge3",
    "workbench.checks.reading",
    "workbench.checks.rules.name_missing",
)
PROGRAM = f"""
import sys
from pathlib import Path
from workbench.tui.open import prepare
from workbench.workspace.folder import Workspace
prepare(Workspace(Path(sys.argv[1])), "chengdu-2024")
print(*(name for name in {SLOW} if name in sys.modules))
"""


def test_it_waits_for_nothing_that_only_checks_and_saving_need() -> None:
    """A document is loaded for the editor without the libraries that checks, merges and searches are made of."""
    command = [sys.executable, "-c", PROGRAM, str(ROOT)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=120)
    assert told.stdout.strip() == ""
