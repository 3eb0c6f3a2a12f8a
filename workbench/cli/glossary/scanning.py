"""`workbench glossary scan`: shows where each concept occurs in each version of a document."""

from __future__ import annotations

import argparse
import json
from typing import Any

from workbench.cli.command import Command
from workbench.cli.printing import table
from workbench.cli.workspace import only_document, open_workspace
from workbench.model.terminal import plain


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", help="the document")
    parser.add_argument("--concept", action="append", default=[], help="this concept alone (again for more)")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the places of the concepts that are asked for."""
    from workbench.glossary.matching import Matcher
    from workbench.languages.knowledge import knowledge
    from workbench.languages.labels import labels
    from workbench.model.clause import places
    from workbench.model.errors import NotFoundError

    workspace = open_workspace(arguments)
    name = only_document(workspace, arguments.document)
    document = workspace.load(name).document
    termbase = workspace.termbase()
    for concept in arguments.concept:
        if concept not in termbase.concepts():
            raise NotFoundError(f"no concept is called {concept!r} — see all with: workbench glossary list")
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for tag, version in document.versions.items():
        matcher = Matcher(termbase.in_language(tag, name), knowledge(tag))
        texts = version.segments()
        where = places(labels(texts, knowledge(tag)), version.text.starts())
        lines = version.text.lines()
        for index, text in enumerate(texts):
            for match in matcher.find(text):
                place = {
                    "clause": where[index].name,
                    "line": lines[index],
                    "column": match.start + 1,
                    "words": text[match.start : match.end],
                    "term": match.term.term,
                    "status": match.term.status.value,
                }
                found.setdefault(match.term.concept, {}).setdefault(tag, []).append(place)
    chosen = {c: found.get(c, {}) for c in termbase.concepts() if c in found or c in arguments.concept}
    if arguments.concept:
        chosen = {concept: versions for concept, versions in chosen.items() if concept in arguments.concept}
    if arguments.format == "json":
        print(json.dumps({"document": name, "concepts": chosen}, ensure_ascii=False, indent=1))
        return 0
    for concept, versions in chosen.items():
        print(f"{concept} ({termbase.kind(concept).value})")
        rows = []
        for tag in document.versions:
            hits = versions.get(tag, [])
            marks = [f"{hit['clause']} {plain(hit['words'])}" + _status(hit["status"]) for hit in hits]
            rows.append(["  " + tag, str(len(hits)), "; ".join(marks) or "–"])
        print(table(rows))
        print()
    return 0


def _status(status: str) -> str:
    return f" ({status}!)" if status in ("forbidden", "superseded") else ""


SCAN = Command("scan", "show where each concept occurs in each version of a document", configure, run)
