"""`workbench score`: how far versions in one language are apart, and how uniformly versions render what recurs."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.documents import add_reading_arguments, read_file
from workbench.cli.encoder import add_encoder_argument, load_encoder, say_doubts
from workbench.cli.workspace import only_document, open_workspace
from workbench.model.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from workbench.model.document import Document
    from workbench.workspace.folder import Workspace

_TOP = 10


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", metavar="DOCUMENT", help="the document (default: the only one)")
    parser.add_argument(
        "--version",
        action="append",
        default=[],
        metavar="LANG",
        help="score this version (again for more: they are compared with the first)",
    )
    parser.add_argument(
        "--against", metavar="LANG|FILE", help="a version in the same language, or a file, which is aligned first"
    )
    parser.add_argument(
        "--consistency",
        action="store_true",
        help="say instead how uniformly versions (default: all) render what recurs in the pivot",
    )
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text")
    parser.add_argument(
        "--top",
        type=int,
        metavar="N",
        help=f"show the N clauses that are furthest apart (default: {_TOP}; in JSON and CSV all)",
    )
    add_encoder_argument(parser)
    add_reading_arguments(parser, "for a file: ")


def run(arguments: argparse.Namespace) -> int:
    """Print the scores; nothing is changed."""
    if arguments.top is not None and arguments.top < 0:
        raise UsageError(f"--top {arguments.top} — none at least")
    if arguments.consistency and arguments.against:
        raise UsageError("--consistency needs nothing to score against — take --against out")
    if not arguments.consistency and not (arguments.version and arguments.against):
        raise UsageError("which versions? — write --version LANG --against LANG or FILE; or --consistency")
    workspace = open_workspace(arguments)
    document = workspace.load(only_document(workspace, arguments.document)).document
    written = (
        _consistency(arguments, document) if arguments.consistency else _comparison(arguments, workspace, document)
    )
    sys.stdout.write(written)
    return 0


def _top(arguments: argparse.Namespace) -> int:
    if arguments.top is not None:
        return int(arguments.top)
    return _TOP if arguments.format == "text" else sys.maxsize


def _consistency(arguments: argparse.Namespace, document: Document) -> str:
    from workbench.cli.scores.consistency import as_csv, as_json, as_text
    from workbench.scoring.consistency import uniformity

    found = [uniformity(document, tag) for tag in dict.fromkeys(arguments.version or document.others())]
    write = {"text": as_text, "json": as_json, "csv": as_csv}[arguments.format]
    return write(document, found, _top(arguments))


def _comparison(arguments: argparse.Namespace, workspace: Workspace, document: Document) -> str:
    from workbench.cli.progress import TerminalProgress
    from workbench.cli.scores.comparing import as_csv, as_json, as_text
    from workbench.scoring.scores import compare

    for tag in arguments.version:
        document.version(tag)
    against = arguments.against
    if against not in document.versions:
        document, against = _with_file(arguments, workspace, document)
    found = compare(document, arguments.version, against, arguments.against, TerminalProgress().step)
    write = {"text": as_text, "json": as_json, "csv": as_csv}[arguments.format]
    return write(found, _top(arguments))


def _with_file(arguments: argparse.Namespace, workspace: Workspace, document: Document) -> tuple[Document, str]:
    """Return the versions that are asked for, the first of them as the pivot, with the file, aligned with it; and its tag.

    Two texts in one language stand beside one another better than by way of a third.
    """
    from workbench.alignment.documents import Aligner
    from workbench.alignment.repivot import repivot
    from workbench.languages.tags import parse_tag
    from workbench.model.document import Version

    path = Path(arguments.against)
    if not path.suffix and len(path.parts) == 1 and not path.exists():
        there = ", ".join(document.versions)
        raise NotFoundError(
            f"{document.name} has no version {arguments.against!r}, and there is no such file — it has: {there}"
        )
    like = parse_tag(arguments.version[0])
    base = "-".join(part for part in (like.language, like.script) if part)
    names = (f"{base}-x-file{number or ''}" for number in count())
    tag = next(name for name in names if name not in document.versions)
    version = Version(tag, read_file(f"{tag}={path}", arguments).text)
    document = repivot(document, arguments.version[0])
    kept = dict.fromkeys(arguments.version)
    narrowed = replace(
        document,
        versions={**{one: document.version(one) for one in kept}, tag: version},
        ladders={one: document.ladders[one] for one in kept if one != document.pivot},
    )
    aligner = Aligner(narrowed, load_encoder(arguments, workspace.root), workspace.termbase())
    narrowed = narrowed.with_ladder(tag, aligner.ladder(tag))
    say_doubts(narrowed)
    return narrowed, tag


COMMAND = Command(
    "score", "BLEU, chrF, TER of one version against another in the same language", configure, run, order=57
)
