"""`workbench glossary`: shows the term base, and where its terms stand in a document."""

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
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="show concepts in all languages")
    listing.add_argument(
        "concepts", nargs="*", metavar="CONCEPT", help="a concept, or a word of one of its terms (default: all)"
    )
    listing.add_argument("--format", choices=("text", "json"), default="text")
    scan = actions.add_parser("scan", help="show where each concept occurs in each version of a document")
    scan.add_argument("document", nargs="?", help="the document")
    scan.add_argument("--concept", action="append", default=[], help="this concept alone (again for more)")
    scan.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Run the action."""
    return _list(arguments) if arguments.action == "list" else _scan(arguments)


def _list(arguments: argparse.Namespace) -> int:
    from workbench.languages.wordforms import fold
    from workbench.model.errors import NotFoundError

    termbase = open_workspace(arguments).termbase()
    wanted = [fold(word) for word in arguments.concepts]
    by_concept: dict[str, list[Any]] = {}
    for term in termbase.terms:
        by_concept.setdefault(term.concept, []).append(term)
    chosen = {
        concept: terms
        for concept, terms in by_concept.items()
        if not wanted or any(word == concept or any(word in fold(term.term) for term in terms) for word in wanted)
    }
    if wanted and not chosen:
        raise NotFoundError("no concept has such a name or term — see all with: workbench glossary list")
    if arguments.format == "json":
        data = [
            {
                "concept": concept,
                "kind": terms[0].kind.value,
                "terms": [
                    {
                        "lang": term.lang,
                        "term": term.term,
                        "status": term.status.value,
                        "forms": list(term.forms),
                        "source": term.source,
                        "note": term.note,
                    }
                    for term in terms
                ],
            }
            for concept, terms in chosen.items()
        ]
        print(json.dumps({"concepts": data}, ensure_ascii=False, indent=1))
        return 0
    for concept, terms in chosen.items():
        print(f"{concept} ({terms[0].kind.value})")
        lines = [["  " + t.lang, plain(t.term), t.status.value, plain(t.source)] for t in terms]
        print(table(lines))
        print()
    return 0


def _scan(arguments: argparse.Namespace) -> int:
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


COMMAND = Command("glossary", "show the names and terms, and where they occur", configure, run, order=50)
