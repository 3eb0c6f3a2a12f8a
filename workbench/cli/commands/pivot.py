"""`workbench pivot`: makes another version of a document the one that all others are aligned with."""

from __future__ import annotations

import argparse

from workbench.cli.command import Command
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", metavar="DOCUMENT", help="the document")
    parser.add_argument("version", metavar="LANG", help="the version that becomes the pivot")


def run(arguments: argparse.Namespace) -> int:
    """Compose the ladders over the old pivot and save them as one act; texts are not touched."""
    from workbench.alignment.repivot import repivot
    from workbench.model.ladder import BeadStatus

    workspace = open_workspace(arguments)
    loaded = workspace.load(arguments.document)
    before = loaded.document
    before.version(arguments.version)
    if arguments.version == before.pivot:
        raise UsageError(f"{arguments.version} is the pivot of {before.name} already — name another version")
    document = repivot(before, arguments.version)
    workspace.save(document, loaded)
    for tag in document.others():
        beads = document.ladders[tag].beads
        kept = sum(bead.status is not BeadStatus.AUTO for bead in beads)
        print(f"{tag}: {len(beads)} beads against {document.pivot}, {kept} stay confirmed")
    print(f"what is not confirmed can be aligned with the new pivot: workbench align {document.name}")
    return 0


COMMAND = Command("pivot", "make another version the pivot, keeping what was confirmed", configure, run, order=32)
