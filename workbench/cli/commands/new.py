"""`workbench new`: imports the versions of a new document, segments and aligns them."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.command import Command
from workbench.cli.encoder import add_encoder_argument, load_encoder, say_doubts
from workbench.cli.workspace import language_files, read_text
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", help="the name of the new document")
    parser.add_argument("files", nargs="+", metavar="LANG=FILE", help="a version; the first one is the pivot")
    add_encoder_argument(parser)
    parser.add_argument("--segmented", action="store_true", help="the files hold one segment a line already")
    parser.add_argument("--encoding", help="what the files are encoded in (default: UTF-8)")
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
    files = language_files(arguments.files)
    versions = {
        tag: Version(tag, read_text(path, tag, arguments.encoding, arguments.segmented)) for tag, path in files.items()
    }
    document = Document(arguments.document, next(iter(versions)), arguments.title, _date(arguments.date), versions)
    document = align_document(document, load_encoder(arguments, root), workspace.termbase())
    say_doubts(document)
    workspace.create(document)
    for tag, version in document.versions.items():
        ladder = document.ladders.get(tag)
        beads = f", {len(ladder.beads)} beads" if ladder else " (pivot)"
        count = len(version.text.segments)
        print(f"{tag}: {count} segments in {len(version.text.paragraphs())} paragraphs{beads}")
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
