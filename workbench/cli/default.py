"""What `workbench` does without a command."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from workbench.cli.workspace import workspace_to_edit


def run_default(arguments: Namespace) -> int:
    """Open the editor on a terminal that moves its cursor; elsewhere print status and findings of all documents and return 0."""
    workspace = workspace_to_edit(arguments)
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from workbench.tui.open import open_editor

        return open_editor(workspace, None)
    from workbench.checks.registry import report_formats
    from workbench.cli.commands.status import print_status
    from workbench.cli.reporting import reports_of

    names = workspace.documents()
    for name in names:
        print_status(workspace, name)
    print()
    print(report_formats()["text"].write(reports_of(workspace, names, ())), end="")
    return 0
