"""`workbench export`: writes an interchange file, or one clean version."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.files import write_whole
from workbench.cli.reporting import reports_of
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.checks.finding import Finding


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", help="the document")
    parser.add_argument("--format", required=True, help="tmx, html or docx; or txt or docx for one version")
    parser.add_argument(
        "--version",
        action="append",
        default=[],
        metavar="LANG",
        help="export this version alone (again for more: a table of these, in this order)",
    )
    parser.add_argument("--output", metavar="FILE", help="the file to write (default: standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Write the file as a whole or not at all."""
    from workbench.interchange.export import Export, export_date, exporters

    found = exporters()
    if arguments.format not in found:
        raise UsageError(f"no format is called {arguments.format!r} — there are: {', '.join(sorted(found))}")
    workspace = open_workspace(arguments)
    document = workspace.load(arguments.document).document
    tags = tuple(dict.fromkeys(arguments.version))
    for tag in tags:
        document.version(tag)
    folder = workspace.shown(workspace.folder(document.name))
    version = tags[0] if len(tags) == 1 else ""

    def findings() -> Sequence[Finding]:
        return [one for report in reports_of(workspace, (document.name,), ()) for one in report.findings]

    out = io.BytesIO()
    found[arguments.format].write(Export(document, export_date(document), version, folder, tags, findings), out)
    if arguments.output:
        write_whole(Path(arguments.output), out.getvalue())
    else:
        sys.stdout.buffer.write(out.getvalue())
        sys.stdout.buffer.flush()
    return 0


COMMAND = Command(
    "export", "write TMX, a table of all versions (HTML, DOCX), or one clean version", configure, run, order=60
)
