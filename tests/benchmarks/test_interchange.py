"""How fast TMX is written and read, beside translate-toolkit on the same file in the same run; how much memory reading holds.

translate-toolkit is looked for beside `pofilter` on the PATH, or in the environment that WORKBENCH_PEERS names.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.interchange.peaks import (
    FILES,
    WRITTEN,
    long_workspace,
    peak,
    peak_of_command,
    peak_of_export,
    peak_of_writing,
    reworded,
)

pytestmark = pytest.mark.benchmark

ROUNDS = 3
ROWS = int(os.environ.get("WORKBENCH_ROWS", "100000"))
_FOUND = shutil.which("pofilter", path=f"{os.environ.get('WORKBENCH_PEERS', '')}/bin{os.pathsep}{os.environ['PATH']}")
PEER = Path(_FOUND).with_name("python") if _FOUND else Path("translate-toolkit")


def told(*command: str) -> dict[str, Any]:
    """Run a command and return the object that it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)
    return found


def least(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Return what a run told, with the least seconds of all runs so far."""
    return {
        name: min(value, before.get(name, value)) if isinstance(value, float) else value for name, value in now.items()
    }


@pytest.mark.skipif(not PEER.exists(), reason="translate-toolkit is not installed")
def test_tmx_beside_translate_toolkit(tmp_path: Path) -> None:
    """Both read the same characters; the ratios of the processor's seconds, the least of three runs, are printed."""
    path, output = str(tmp_path / "long.tmx"), str(tmp_path / "peer.tmx")
    own, peer = {}, {}
    for _ in range(ROUNDS):
        own = least(own, told(sys.executable, "-m", "tests.benchmarks.interchange.own", str(ROWS), path))
        script = str(ROOT / "tests" / "benchmarks" / "interchange" / "peer.py")
        peer = least(peer, told(str(PEER), script, path, output, *own["tags"]))
    assert (own["units"], own["characters"]) == (ROWS, peer["characters"])
    size = Path(path).stat().st_size / 1e6
    print(f"\n{ROWS} rows of {len(own['tags'])} versions, {size:.0f} MB: seconds of the processor")
    for what, mine, theirs in (
        ("written", own["written"], peer["written"]),
        ("read", own["read"], peer["read"]),
        ("read as units of a document", own["taken"], peer["read"]),
    ):
        print(f"  {what}: {mine:.2f}, translate-toolkit {theirs:.2f}, {theirs / mine:.1f} times as fast")


@pytest.mark.parametrize("name", FILES)
def test_memory_while_reading(name: str, tmp_path: Path) -> None:
    """Ten thousand units and a hundred thousand: the most that the process holds is the same within a fifth."""
    few, many = (peak(name, count, tmp_path / "file") for count in (10_000, 100_000))
    print(f"\n{name}: {few} KiB for 10,000 units, {many} KiB for 100,000")
    assert many < few * 1.2


@pytest.mark.parametrize("form", WRITTEN)
def test_memory_while_writing(form: str, tmp_path: Path) -> None:
    """Five thousand rows of eight versions and forty thousand: what is held beside the document, and what the file has."""
    sizes = {rows: peak_of_writing(form, rows, tmp_path / str(rows)) for rows in (5_000, 40_000)}
    files = {rows: (tmp_path / str(rows)).stat().st_size // 1024 for rows in sizes}
    print(
        f"\n{form}: "
        + ", ".join(f"{rows:,} rows {held} KiB beside a file of {files[rows]}" for rows, held in sizes.items())
    )
    assert sizes[40_000] - sizes[5_000] < (files[40_000] - files[5_000]) / 3


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Workspaces with a document of so many rows of eight versions."""
    return {rows: long_workspace(tmp_path_factory.mktemp("long") / "w", rows) for rows in (ROWS // 10, ROWS)}


@pytest.mark.parametrize("form", WRITTEN)
def test_memory_of_an_export(form: str, workspaces: dict[int, Path]) -> None:
    """Ten thousand rows of eight versions and a hundred thousand: the most that the command holds is the same within a fifth."""
    few, many = (peak_of_export(form, root) for root in workspaces.values())
    print(f"\n{form}: export of {ROWS // 10:,} rows held {few} KiB, of {ROWS:,} rows {many}")
    assert many < few * 1.2


@pytest.mark.parametrize("form", WRITTEN)
def test_memory_of_an_import(form: str, workspaces: dict[int, Path]) -> None:
    """A new document of a file, and a file that comes back with other words in ten rows: both hold the same within a fifth."""
    peaks = []
    for rows, root in workspaces.items():
        peak_of_export(form, root)
        new = peak_of_command(root, "import", f"long.{form}", f"new-{form}")
        back = reworded(root / f"long.{form}", root / f"back.{form}", rows)
        peaks.append((new, peak_of_command(root, "import", back.name, "long")))
        shutil.rmtree(root / "texts" / f"new-{form}")
        peak_of_command(root, "import", "--undo-import", "long")
    (new, update), (longer, longer_update) = peaks
    print(f"\n{form}: a new document of {ROWS // 10:,} rows held {new} KiB, of {ROWS:,} rows {longer}")
    print(f"{form}: {ROWS // 10:,} rows that came back held {update} KiB, {ROWS:,} rows {longer_update}")
    assert longer < new * 1.2
    assert longer_update < update * 1.2
