"""`workbench search`: concordance: every row whose any version matches, all versions shown."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from workbench.cli.command import Command
from workbench.cli.printing import emphasised
from workbench.cli.workspace import open_workspace
from workbench.model.terminal import plain


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("pattern", help="words to look for; letter case, apostrophes and dashes fold together")
    parser.add_argument("--regex", action="store_true", help="the pattern is a regular expression")
    parser.add_argument("--whole-words", action="store_true", help="whole words only")
    parser.add_argument("--case", action="store_true", help="letter case, apostrophes and dashes count")
    parser.add_argument("--no-accents", action="store_true", help="accents do not count: й is и, ö is o")
    parser.add_argument("--document", action="append", default=[], help="search this document alone (again for more)")
    parser.add_argument("--in", dest="version", metavar="LANG", help="look in this version alone")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the rows that match."""
    from workbench.memory.concordance import hits
    from workbench.memory.pattern import Pattern

    find = Pattern(
        arguments.pattern, arguments.regex, arguments.whole_words, arguments.case, accents=arguments.no_accents
    ).finder()
    workspace = open_workspace(arguments)
    names = arguments.document or workspace.documents()
    found = [hit for name in names for hit in hits(workspace.load(name).document, find, arguments.version)]
    if arguments.format == "json":
        print(json.dumps({"rows": [asdict(hit) for hit in found]}, ensure_ascii=False, indent=1))
        return 0
    for hit in found:
        print(f"{hit.document} {hit.clause}")
        for tag, text in hit.versions.items():
            matched = find(text)
            shown = emphasised(text, *matched) if matched else text
            mark = "›" if matched else " "
            print(f"  {mark} {tag:<8}{shown}")
        print()
    if not found:
        print(f"nothing found for {plain(arguments.pattern)}")
    return 0


COMMAND = Command("search", "show every row where a version matches, in all versions", configure, run, order=55)
