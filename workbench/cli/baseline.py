"""`workbench check --write-baseline`: an old project starts clean."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.cli.reporting import reports_of
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.workspace.folder import Workspace

_OWN_FILES = "waivers"  # the family of what is wrong in waivers.toml and baseline.txt themselves


def write_baselines(workspace: Workspace, names: Sequence[str]) -> None:
    """Make what is found in each document now, and is not waived, its baseline; say so on standard error."""
    from workbench.checks.registry import families

    for name, report in zip(names, reports_of(workspace, names, ()), strict=True):
        about_files = families()[_OWN_FILES]
        found = [one for one in (*report.known, *report.findings) if one.check not in about_files]
        path = workspace.save_baseline(name, found)
        kept = "1 finding is" if len(found) == 1 else f"{len(found)} findings are"
        gone = f", {len(report.stale)} pruned" if report.stale else ""
        print(plain(f"{workspace.shown(path)}: {kept} left out from now on{gone}"), file=sys.stderr)
