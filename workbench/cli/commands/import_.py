"""`workbench import`: takes a file of alignments, edited elsewhere or new, or whole texts."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from workbench.cli.changing import do, held, show_difference, take_back
from workbench.cli.command import Command
from workbench.cli.documents import add_asking_argument, add_reading_arguments, may_write
from workbench.cli.encoder import add_encoder_argument
from workbench.cli.importing import made, tell_changes, tell_left
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.cli.incoming_file import IncomingFile
    from workbench.editing.fix_record import FixRecord
    from workbench.editing.importing import Imported
    from workbench.model.document import Document
    from workbench.model.growing import Put
    from workbench.workspace.folder import Workspace


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "targets",
        nargs="+",
        metavar="FILE [DOCUMENT]",
        help="the file, and the document that it goes to (default: the one that it came from, else a new one of its name); "
        "for moses, hunalign and vecalign: [FILE] LANG=FILE LANG=FILE [DOCUMENT]; whole texts, which `new` takes too, are "
        "[LANG=]FILE … DOCUMENT: a new document, or a version of one that is there",
    )
    parser.add_argument("--format", default="", help="the file's format (default: what it looks like)")
    parser.add_argument(
        "--pivot", default="", metavar="LANG", help="a new document's pivot (default: what the file says)"
    )
    parser.add_argument("--version", default="", metavar="LANG", help="for PO and XLIFF: the version beside the pivot")
    parser.add_argument("--theirs", action="store_true", help="where both changed a wording, take the file's")
    parser.add_argument("--diff", action="store_true", help="print what would change in the files, and change nothing")
    add_encoder_argument(parser)
    add_reading_arguments(parser, "for whole texts: ")
    add_asking_argument(parser)
    parser.add_argument(
        "--undo-import", action="store_true", help="take the last import into a document back: --undo-import DOCUMENT"
    )


def run(arguments: argparse.Namespace) -> int:
    """Take a file into the document that it came from, or make a new one; 1 where something of it was not taken."""
    from workbench.cli.incoming_file import document_meant, incoming_file, renamed
    from workbench.cli.whole_texts import are_whole_texts, take_texts
    from workbench.cli.workspace import open_workspace, workspace_or_new
    from workbench.languages.tags import parse_tag

    if arguments.undo_import:
        return _undo(open_workspace(arguments), arguments)
    workspace = workspace_or_new(arguments)
    if are_whole_texts(arguments.targets, arguments.format):
        take_texts(workspace, arguments)
        return 0
    pivot, version = (str(parse_tag(tag)) if tag else "" for tag in (arguments.pivot, arguments.version))
    file = renamed(incoming_file(arguments.targets, arguments.format), pivot, version)
    file.document = document_meant(workspace, file)
    if file.document in workspace.documents():
        return _update(arguments, workspace, file)
    return _create(arguments, workspace, file, pivot)


def _tell(file: IncomingFile) -> None:
    """Print what was understood, and what was mended in the reading."""
    for warning in file.incoming.warnings:
        print(f"workbench: {plain(warning)}", file=sys.stderr)
    print(plain(f"{file.path}: {file.form}, {file.languages()}, {file.units} units"))


def _update(arguments: argparse.Namespace, workspace: Workspace, file: IncomingFile) -> int:
    from workbench.editing.importing import Winner, imported

    name, winner = file.document, Winner.THEIRS if arguments.theirs else Winner.OURS
    document = workspace.load(name).document
    result = imported(document, file.again(), winner, str(file.path))
    _tell(file)
    if arguments.diff:
        show_difference(workspace, name, result.document)
        tell_left(result, sys.stderr)
        return _code(result)
    tell_changes(result)
    if result.operation is None:
        print(f"{name}: nothing to change")
        return _code(result)
    if not may_write((), f"Write this to {name}?", arguments):
        return 0
    with held(workspace, name):
        loaded = workspace.load(name)
        if loaded.document != document:  # somebody saved while the question stood there
            result = imported(loaded.document, file.again(), winner, str(file.path))
            tell_changes(result)
        if result.operation is not None:
            do(workspace, loaded, result.operation, _record(workspace, name))
    print(f"{name}: written — take it back with: workbench import --undo-import {name}")
    return _code(result)


def _code(result: Imported) -> int:
    return int(bool(result.conflicts or result.rest or result.strangers))


def _create(arguments: argparse.Namespace, workspace: Workspace, file: IncomingFile, pivot: str) -> int:
    from workbench.workspace.spool import spooled

    name = file.document
    with spooled(workspace.root) as spool:
        document = _made_of(file, pivot, spool.put)
        _tell(file)
        folder = workspace.folder(name)
        if arguments.diff:
            for line in made(document):
                print(plain(line))
            return 0
        if not may_write(made(document), f"Write this to {folder}?", arguments):
            return 0
        workspace.create(document)
    print(f"written to {folder} — look at it with: workbench edit {name}")
    return 0


def _made_of(file: IncomingFile, pivot: str, put: Put) -> Document:
    """Return the new document; where it cannot be made, what was passed over in the reading is said in the same line."""
    from workbench.interchange.documents_of import document_of
    from workbench.model.errors import InputError

    try:
        return document_of(file.again(), file.document, pivot, put)
    except InputError as error:
        first, *more = file.incoming.warnings or ("",)
        if not first:
            raise
        said = f"{error.message} ({first}{f', and {len(more)} more like it' if more else ''})"
        raise InputError(said, path=error.path, line=error.line, advice=error.advice) from None


def _undo(workspace: Workspace, arguments: argparse.Namespace) -> int:
    for name in arguments.targets:
        with held(workspace, name):
            take_back(workspace, name, _record(workspace, name))
        print(f"{name}: the last import is taken back")
    return 0


def _record(workspace: Workspace, name: str) -> FixRecord:
    from workbench.editing.fix_record import FixRecord
    from workbench.workspace.state import state_folder

    path = state_folder(workspace.root) / "imported" / f"{name}.jsonl"
    return FixRecord(path, "import", "workbench import FILE")


COMMAND = Command(
    "import",
    "take a file of alignments (PO, XLIFF …), edited elsewhere or new, or whole texts",
    configure,
    run,
    order=61,
)
