"""`workbench memory list`: where the units of the memory came from."""

from __future__ import annotations

import argparse
import json
from contextlib import closing

from workbench.cli.command import Command
from workbench.cli.printing import table
from workbench.cli.workspace import open_workspace
from workbench.model.terminal import plain


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print an origin a line: documents at hand, then files that were imported."""
    from workbench.memory.memory import Memory

    with closing(Memory(open_workspace(arguments))) as memory:
        documents, files = memory.origins()
    found = [("document", origin) for origin in documents] + [("file", origin) for origin in files]
    if arguments.format == "json":
        data = [
            {"kind": kind, "name": one.name, "units": one.units, "versions": list(one.tags), "added": one.added}
            for kind, one in found
        ]
        print(json.dumps({"origins": data}, ensure_ascii=False, indent=1))
        return 0
    if not found:
        print("the memory is empty — fill it with: workbench memory import FILE")
        return 0
    print(table([[kind, plain(one.name), f"{one.units:,}", " ".join(one.tags), one.added[:10]] for kind, one in found]))
    return 0


LIST = Command("list", "show where the units of the memory came from", configure, run)
