"""`workbench glossary suggest`: names and terms that a document suggests, ready to be appended as proposed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.printing import table
from workbench.cli.workspace import only_document, open_workspace
from workbench.model.errors import UsageError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.glossary.candidates import Candidate
    from workbench.workspace.folder import Workspace


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", help="the document")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="at most so many concepts (default: 100)")
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")
    parser.add_argument("--append", metavar="FILE.csv", help="append them as proposed to this file of glossary/")


def run(arguments: argparse.Namespace) -> int:
    """Print what is suggested, and append it where that is asked for."""
    from workbench.alignment.encoders.words import Words
    from workbench.glossary.candidates import candidates
    from workbench.glossary.csv_format import format_terms
    from workbench.languages.knowledge import knowledge
    from workbench.languages.labels import labels
    from workbench.model.clause import places
    from workbench.model.row import rows

    if arguments.limit < 1:
        raise UsageError(f"--limit {arguments.limit}: not one concept — write 1 or more")
    workspace = open_workspace(arguments)
    name = only_document(workspace, arguments.document)
    document = workspace.load(name).document
    if not document.others():
        raise UsageError(f"{name} has one version — there is nothing to compare; add one with: workbench add")
    held = rows(document)
    texts = {}
    for tag in (document.pivot, *document.others()):
        segments = document.versions[tag].segments()
        joiner = knowledge(tag).joiner
        texts[tag] = [joiner.join(segments[at] for at in row.segments(tag, document.pivot)) for row in held]
    termbase = workspace.termbase()
    listed = termbase.in_language(document.pivot, name)
    found = candidates(texts, listed, Words(), taken=termbase.concepts())[: arguments.limit]
    version = document.versions[document.pivot]
    where = places(labels(version.segments(), knowledge(document.pivot)), version.text.starts())
    clauses = [where[row.pivot.start].name if row.pivot else "" for row in held]
    if arguments.append:
        return _append(workspace, Path(arguments.append), found, f"suggested by {name}")
    if arguments.format == "csv":
        print(format_terms([term for one in found for term in one.terms(f"suggested by {name}")]), end="")
    elif arguments.format == "json":
        print(
            json.dumps(
                {"document": name, "suggestions": [_data(one, clauses) for one in found]}, ensure_ascii=False, indent=1
            )
        )
    else:
        for number, one in enumerate(found, start=1):
            print(f"{number}. {_shown(one, clauses)}\n")
    return 0


def _shown(one: Candidate, clauses: Sequence[str]) -> str:
    own = next(iter(one.wordings.values()))
    evidence = f"{one.score:.2f}, {_times(len(own.rows))}: {_clauses(own.rows, clauses)}"
    lines = [
        ["  " + tag, plain(wording.text), f"{wording.score:.2f}", f"{len(wording.rows)} of {len(own.rows)} rows"]
        for tag, wording in one.wordings.items()
    ]
    return f"{one.concept} ({one.kind.value}), {evidence}\n{table(lines)}"


def _times(rows: int) -> str:
    return "one row" if rows == 1 else f"{rows} rows"


def _clauses(rows: Sequence[int], clauses: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(clauses[row] for row in rows if clauses[row]))


def _data(one: Candidate, clauses: Sequence[str]) -> dict[str, object]:
    return {
        "concept": one.concept,
        "kind": one.kind.value,
        "score": one.score,
        "terms": [
            {
                "lang": tag,
                "term": wording.text,
                "score": wording.score,
                "rows": list(wording.rows),
                "clauses": list(dict.fromkeys(clauses[row] for row in wording.rows if clauses[row])),
            }
            for tag, wording in one.wordings.items()
        ],
    }


def _append(workspace: Workspace, path: Path, found: Sequence[Candidate], source: str) -> int:
    from workbench.glossary.merging import merged
    from workbench.workspace.folder import GLOSSARY
    from workbench.workspace.glossary_files import read_glossary, save_glossary

    if path.suffix != ".csv" or path.resolve().parent not in (
        Path.cwd().resolve(),
        (workspace.root / GLOSSARY).resolve(),
    ):
        raise UsageError(f"--append {path}: no file of glossary/ — name one such as glossary/terms.csv")
    read = read_glossary(workspace)
    terms = [term for one in found for term in one.terms(source)]
    files = save_glossary(workspace, merged(read.terms, terms, path.stem).files, read)
    print(f"{len(found)} concepts, {len(terms)} terms, all proposed" + (f"; wrote {', '.join(files)}" if files else ""))
    return 0


SUGGEST = Command("suggest", "propose names and terms that a document uses and the glossary lacks", configure, run)
