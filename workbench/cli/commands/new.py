"""`workbench new`: imports the versions of a new document, segments and aligns them."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.command import Command
from workbench.cli.documents import (
    add_asking_argument,
    add_reading_arguments,
    aligned,
    files_help,
    may_write,
    read_files,
    understood,
)
from workbench.cli.encoder import add_encoder_argument, load_encoder, say_doubts
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", help="the name of the new document")
    parser.add_argument(
        "files", nargs="+", metavar="[LANG=]FILE", help=files_help("a version; the first one is the pivot")
    )
    add_encoder_argument(parser)
    add_reading_arguments(parser)
    add_asking_argument(parser)
    parser.add_argument("--title", default="", help="the document's title")
    parser.add_argument("--date", default="", help="the document's date, like 2024-12-01")


def run(arguments: argparse.Namespace) -> int:
    """Write the document below `texts/` of the workspace, or of the folder one stands in where there is none yet."""
    from workbench.alignment.documents import align_document
    from workbench.model.document import Document, Version
    from workbench.model.errors import NotFoundError
    from workbench.workspace.folder import Workspace, find_root

    try:
        root = Path(arguments.root) if arguments.root is not None else find_root(Path.cwd())
    except NotFoundError:
        root = Path.cwd()
    workspace = Workspace(root)
    folder = workspace.folder(arguments.document)
    if folder.exists():
        raise UsageError(f"{folder}: the document exists already — choose another name, or use: workbench add")
    date = _date(arguments.date)
    read = read_files(arguments.files, arguments)
    versions = {tag: Version(tag, one.text) for tag, one in read.items()}
    document = Document(arguments.document, next(iter(versions)), arguments.title, date, versions)
    document = align_document(document, load_encoder(arguments, root), workspace.termbase())
    say_doubts(document)
    lines = [line for tag, one in read.items() for line in understood(one, aligned(document, tag))]
    if not may_write(lines, f"Write this to {folder}?", arguments):
        return 0
    workspace.create(document)
    print(f"written to {folder} — look at it with: workbench edit {arguments.document}")
    return 0


def _date(text: str) -> str:
    import datetime

    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise UsageError(f"--date {text!r} is no date — write it like 2024-12-01") from None


COMMAND = Command(
    "new", "import the versions of a new document, cut them into segments and align them", configure, run, order=20
)
