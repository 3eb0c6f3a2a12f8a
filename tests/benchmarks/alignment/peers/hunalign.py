"""hunalign: Varga et al., "Parallel Corpora for Medium Density Languages" (2005), without a dictionary.

Get it from github danielvarga/hunalign (LGPL), `make` in its folder `src/hunalign`, and point to the program that this
leaves there.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.vectors import Windows


@dataclass(frozen=True, slots=True)
class Hunalign:
    """The program at a path."""

    program: Path

    def align(self, pivot: Sequence[str], version: Sequence[str], windows: Sequence[Windows]) -> list[Filled]:  # noqa: ARG002
        """Return the beads of one pair; raise CalledProcessError where the program fails."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for file, lines in (("none.dic", ()), ("a", pivot), ("b", version)):
                (folder / file).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            command = [str(self.program.resolve()), "-utf", "none.dic", "a", "b"]
            output = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
        rungs = [tuple(map(int, line.split("\t")[:2])) for line in output.splitlines() if line.count("\t") >= 2]
        return [(tuple(range(i, k)), tuple(range(j, m))) for (i, j), (k, m) in pairwise(rungs) if k > i or m > j]
