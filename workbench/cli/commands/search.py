"""`workbench search`: concordance: every row whose any version matches, all versions shown."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from workbench.cli.command import Command
from workbench.cli.printing import emphasised
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.model.document import Document

Find = Callable[[str], "tuple[int, int] | None"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("pattern", help="words to look for; letter case, apostrophes and dashes fold together")
    parser.add_argument("--regex", action="store_true", help="the pattern is a regular expression")
    parser.add_argument("--document", action="append", default=[], help="search this document alone (again for more)")
    parser.add_argument("--in", dest="version", metavar="LANG", help="look in this version alone")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the rows that match."""
    find = _finder(arguments.pattern, arguments.regex)
    workspace = open_workspace(arguments)
    names = arguments.document or workspace.documents()
    hits = [hit for name in names for hit in _hits(workspace.load(name).document, find, arguments.version)]
    if arguments.format == "json":
        print(json.dumps({"rows": hits}, ensure_ascii=False, indent=1))
        return 0
    for hit in hits:
        print(f"{hit['document']} {hit['clause']}")
        for tag, text in hit["versions"].items():
            matched = find(text)
            shown = emphasised(text, *matched) if matched else text
            mark = "›" if matched else " "
            print(f"  {mark} {tag:<8}{shown}")
        print()
    if not hits:
        print(f"nothing found for {plain(arguments.pattern)}")
    return 0


def _finder(pattern: str, is_regex: bool) -> Find:
    from workbench.languages.wordforms import fold
    from workbench.model.text import normalised

    if not pattern.strip():
        raise UsageError("the pattern is empty — write what to look for")
    if not is_regex:
        wanted = fold(normalised(pattern))

        def find(text: str) -> tuple[int, int] | None:
            start = fold(text).find(wanted)
            return (start, start + len(wanted)) if start >= 0 else None

        return find
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise UsageError(f"the pattern {pattern!r} cannot be read: {error} — mend it, or leave --regex out") from None

    def search(text: str) -> tuple[int, int] | None:
        match = compiled.search(text)
        return match.span() if match else None

    return search


def _hits(document: Document, find: Find, version: str | None) -> Iterator[dict[str, Any]]:
    from workbench.languages.knowledge import knowledge
    from workbench.model.row import rows
    from workbench.model.text import normalised
    from workbench.workspace.folder import pivot_places

    if version:
        document.version(version)
    where = pivot_places(document)
    for row in rows(document):
        texts = {
            tag: knowledge(tag).joiner.join(
                normalised(held.text.segments[index].text) for index in row.segments(tag, document.pivot)
            )
            for tag, held in document.versions.items()
        }
        looked = [texts[version]] if version else list(texts.values())
        if any(find(text) for text in looked):
            at = row.pivot.start if row.pivot else row.pivot.start - 1
            yield {
                "document": document.name,
                "clause": where[at].name if at >= 0 else "0",
                "row": row.index,
                "versions": texts,
            }


COMMAND = Command("search", "show every row where a version matches, in all versions", configure, run, order=55)
