"""How long the command line takes to start, over a bare interpreter, in the same run."""

import statistics
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.benchmark
RUNS = 15


def seconds(*command: str) -> float:
    """Return the wall time of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_startup(option: str) -> None:
    """Prints the median of both, turn by turn, and what the command line adds (the aim: at most 0.15 s)."""
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(seconds(sys.executable, "-c", "pass"))
        ours.append(seconds(sys.executable, "-m", "workbench.cli.main", option))
    more = statistics.median(b - a for a, b in zip(bare, ours, strict=True))
    print(
        f"\nworkbench {option}: {statistics.median(ours):.3f} s, bare {statistics.median(bare):.3f} s, over it {more:.3f} s"
    )
