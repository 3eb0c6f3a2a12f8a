"""`workbench glossary check`: contradictions inside the glossary, with file and line."""

from __future__ import annotations

import argparse
import json

from workbench.cli.command import Command
from workbench.cli.workspace import open_workspace
from workbench.model.terminal import plain


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong; return 1 where something is."""
    from workbench.glossary.contradictions import contradictions
    from workbench.workspace.bytes import decode, read_bytes
    from workbench.workspace.folder import GLOSSARY

    workspace = open_workspace(arguments)
    paths = sorted((workspace.root / GLOSSARY).glob("*.csv"))
    files = {workspace.shown(path): decode(read_bytes(path), workspace.shown(path)) for path in paths}
    found = contradictions(files)
    if arguments.format == "json":
        data = [
            {
                "rule": one.rule,
                "path": one.path,
                "line": one.line,
                "message": one.message,
                "related": [{"path": one.related[0], "line": one.related[1]}] if one.related else [],
            }
            for one in found
        ]
        print(json.dumps({"findings": data}, ensure_ascii=False, indent=1))
    else:
        for one in found:
            other = f" (see {one.related[0]}:{one.related[1]})" if one.related else ""
            print(plain(f"{one.path}:{one.line}: {one.rule}: {one.message}{other}"))
        print(f"{len(found)} findings in {len(files)} files" if found else f"{len(files)} files, nothing contradicts")
    return 1 if found else 0


CHECK = Command("check", "find contradictions inside the glossary", configure, run)
