"""How fast all checks are a segment pair, beside pofilter and l10n-lint on the same texts as PO in the same run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.checks.sample import long_document, write_po
from tests.conftest import ROOT
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.workspace.folder import Workspace

pytestmark = pytest.mark.benchmark

ROWS = 10_000
FEWER = (2_500, 5_000)  # rows of the runs that show how memory grows
UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that ru_maxrss counts in
PEERS = {
    "pofilter": ("pofilter", "--progress=none", "po", "filtered"),
    "l10n-lint": ("l10n-lint", "--max-warnings", "999999999", "po"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock, seconds of the processor, bytes at most."""

    wall: float
    processor: float
    memory: int


def run(folder: Path, *command: str) -> Run:
    """Run a command in a folder, whatever it finds, and return what it took."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=environment)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    assert process.returncode in (0, 1), (folder / "output").read_text(encoding="utf-8", errors="replace")[-2000:]
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT)


def prepared(folder: Path, statement: Document, termbase: TermBase) -> int:
    """Write the long document in all its sizes as workspaces and as PO, and return how many segment pairs it has."""
    for rows in (*FEWER, ROWS):
        root = folder / str(rows)
        shutil.copytree(ROOT / "glossary", root / "glossary")
        document = long_document(statement, termbase, rows)
        Workspace(root).create(document)
    po = folder / "po"
    po.mkdir()
    source = document.versions[document.pivot].segments()
    for tag in document.others():
        write_po(po / f"{tag}.po", tag, source, document.versions[tag].segments())
    return ROWS * len(document.others())


def check(folder: Path, rows: int) -> Run:
    """Run all checks on the document of so many rows."""
    command = ("-m", "workbench.cli.main", "--root", str(rows), "check", "--format", "json", "--fail-on", "never")
    return run(folder, sys.executable, *command)


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no wait4 on this system")
def test_all_checks(tmp_path: Path, statement: Document, termbase: TermBase) -> None:
    """Prints microseconds a segment pair, on the clock and of all processors, and the memory of growing documents.

    The aim: half of what each peer takes on the clock; memory linear. A peer that is not on the PATH is left out. Memory is
    that of the largest process: Workbench begins one for each core.
    """
    pairs = prepared(tmp_path, statement, termbase)
    runs = {"workbench check": check(tmp_path, ROWS)}
    for name, command in PEERS.items():
        if shutil.which(command[0]):
            runs[name] = run(tmp_path, *command)
    ours = runs["workbench check"].wall
    print(f"\n{ROWS:,} rows, {pairs:,} segment pairs, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, one in runs.items():
        print(
            f"{name:16} {one.wall / pairs * 1e6:7.0f} µs a pair on the clock, {one.wall / ours:5.2f} of ours; "
            f"{one.processor / pairs * 1e6:5.0f} µs of the processors; {one.memory / 2**20:6.0f} MB"
        )
    memory = {rows: check(tmp_path, rows).memory for rows in FEWER} | {ROWS: runs["workbench check"].memory}
    print("memory: " + ", ".join(f"{rows:,} rows {used / 2**20:.0f} MB" for rows, used in memory.items()))
