"""`workbench glossary list`: shows concepts in all languages."""

from __future__ import annotations

import argparse
import json
from typing import Any

from workbench.cli.command import Command
from workbench.cli.printing import table
from workbench.cli.workspace import open_workspace
from workbench.model.terminal import plain


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "concepts", nargs="*", metavar="CONCEPT", help="a concept, or a word of one of its terms (default: all)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the concepts that are asked for."""
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


LIST = Command("list", "show concepts in all languages", configure, run)
