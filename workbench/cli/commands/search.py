"""`workbench search`: concordance: every row and every unit of the memory whose any version matches, all versions shown."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.printing import emphasised
from workbench.cli.workspace import open_workspace
from workbench.model.errors import NotFoundError, UsageError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.memory.hit import Hit
    from workbench.memory.memory import Memory
    from workbench.memory.pattern import Pattern


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("pattern", help="words to look for; letter case, apostrophes and dashes fold together")
    parser.add_argument("--regex", action="store_true", help="the pattern is a regular expression")
    parser.add_argument("--whole-words", action="store_true", help="whole words only")
    parser.add_argument("--case", action="store_true", help="letter case, apostrophes and dashes count")
    parser.add_argument("--no-accents", action="store_true", help="accents do not count: й is и, ö is o")
    parser.add_argument(
        "--document", action="append", default=[], help="search this document alone, not the memory (again for more)"
    )
    parser.add_argument("--memory-only", action="store_true", help="search what was imported, not the documents")
    parser.add_argument("--in", dest="version", default="", metavar="LANG", help="look in this version alone")
    parser.add_argument(
        "--limit", type=int, default=1000, metavar="N", help="at most so many units of the memory (default: 1000)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the rows that match, then the units."""
    from workbench.memory.memory import Memory
    from workbench.memory.pattern import Pattern

    if arguments.document and arguments.memory_only:
        raise UsageError("--document and --memory-only leave nothing to search — choose one")
    if arguments.limit < 1:
        raise UsageError(f"--limit {arguments.limit}: not one unit — write 1 or more")
    pattern = Pattern(
        arguments.pattern, arguments.regex, arguments.whole_words, arguments.case, accents=arguments.no_accents
    )
    find = pattern.finder()
    with closing(Memory(open_workspace(arguments))) as memory:
        _check(memory, arguments)
        found = [*_rows(memory, pattern, arguments), *_units(memory, pattern, arguments)]
    if arguments.format == "json":
        print(json.dumps({"rows": [asdict(hit) for hit in found]}, ensure_ascii=False, indent=1))
        return 0
    for hit in found:
        print(_where(hit))
        for tag, text in hit.versions.items():
            matched = find(text)
            shown = emphasised(text, *matched) if matched else text
            mark = "›" if matched else " "
            print(f"  {mark} {tag:<8}{shown}")
        print()
    if not found:
        print(f"nothing found for {plain(arguments.pattern)}")
    return 0


def _check(memory: Memory, arguments: argparse.Namespace) -> None:
    """Raise what is wrong with what is to be searched: a document that is not there or broken, a version that nothing has."""
    documents, files = memory.origins()
    for name in arguments.document:
        memory.check(name)
    refused = {} if arguments.memory_only else memory.unreadable()
    for name, error in refused.items():
        if not arguments.document or name in arguments.document:
            raise error
    held = () if arguments.memory_only else [one for one in documents if one.name in (arguments.document or [one.name])]
    tags = {tag for one in (*held, *(() if arguments.document else files)) for tag in one.tags}
    if arguments.version and arguments.version not in tags:
        there = ", ".join(sorted(tags)) or "none"
        raise NotFoundError(f"nothing that is searched has a version {arguments.version!r} — there are: {there}")


def _rows(memory: Memory, pattern: Pattern, arguments: argparse.Namespace) -> list[Hit]:
    if arguments.memory_only:
        return []
    hits = memory.search_documents(pattern, arguments.version)
    return [hit for hit in hits if not arguments.document or hit.document in arguments.document]


def _units(memory: Memory, pattern: Pattern, arguments: argparse.Namespace) -> list[Hit]:
    if arguments.document:
        return []
    found = memory.search_files(pattern, arguments.version, arguments.limit + 1)
    if len(found) > arguments.limit:
        print(f"workbench: more than {arguments.limit:,} units match — raise it with: --limit", file=sys.stderr)
    return found[: arguments.limit]


def _where(hit: Hit) -> str:
    if hit.document or hit.origin is None:
        return f"{hit.document} {hit.clause}"
    return plain(f"memory: {hit.origin.name} {hit.clause or hit.row + 1} ({hit.origin.date})")


COMMAND = Command("search", "show every row where a version matches, in all versions", configure, run, order=55)
