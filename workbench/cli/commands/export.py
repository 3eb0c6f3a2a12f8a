"""`workbench export`: writes an interchange file, or one clean version."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from workbench.cli.command import Command
from workbench.cli.files import write_whole
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", help="the document")
    parser.add_argument("--format", required=True, help="tmx; or txt for one version")
    parser.add_argument("--version", default="", metavar="LANG", help="export this version alone")
    parser.add_argument("--output", metavar="FILE", help="the file to write (default: standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Write the file as a whole or not at all."""
    from workbench.interchange.export import Export, export_date, exporters

    found = exporters()
    if arguments.format not in found:
        raise UsageError(f"no format is called {arguments.format!r} — there are: {', '.join(sorted(found))}")
    workspace = open_workspace(arguments)
    document = workspace.load(arguments.document).document
    if arguments.version:
        document.version(arguments.version)
    folder = workspace.shown(workspace.folder(document.name))
    out = io.BytesIO()
    found[arguments.format].write(Export(document, export_date(document), arguments.version, folder), out)
    if arguments.output:
        write_whole(Path(arguments.output), out.getvalue())
    else:
        sys.stdout.buffer.write(out.getvalue())
        sys.stdout.buffer.flush()
    return 0


COMMAND = Command("export", "write TMX, or one version as clean text", configure, run, order=60)
