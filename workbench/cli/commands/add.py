"""`workbench add`: adds a version to a document, or puts another text in its place."""

from __future__ import annotations

import argparse

from workbench.cli.command import Command
from workbench.cli.documents import (
    add_asking_argument,
    add_reading_arguments,
    aligned,
    files_help,
    may_write,
    read_file,
    understood,
)
from workbench.cli.encoder import add_encoder_argument, load_encoder, say_doubts
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", help="the document")
    parser.add_argument("file", metavar="[LANG=]FILE", help=files_help("the version"))
    add_encoder_argument(parser)
    parser.add_argument("--replace", action="store_true", help="put the text in the place of the version that is there")
    add_reading_arguments(parser)
    add_asking_argument(parser)
    parser.add_argument(
        "--status",
        choices=("official", "unofficial", "draft"),
        help="what the version is (default: draft, or what it was)",
    )
    parser.add_argument("--title", help="the version's title")
    parser.add_argument("--source", help="where the text is from")
    parser.add_argument("--lock", action="store_true", help="refuse later changes of its wording: an official text")


def run(arguments: argparse.Namespace) -> int:
    """Write the version and its ladder; what still fits of a ladder that was confirmed stays confirmed."""
    from dataclasses import replace

    from workbench.alignment.documents import Aligner
    from workbench.model.document import Version, VersionStatus

    workspace = open_workspace(arguments)
    loaded = workspace.load(arguments.document)
    read = read_file(arguments.file, arguments)
    tag = read.tag
    document = loaded.document
    there = document.versions.get(tag)
    if there and not arguments.replace:
        raise UsageError(
            f"{arguments.document} has a version {tag} already — say --replace to put this text in its place"
        )
    if there is None and arguments.replace:
        raise UsageError(f"{arguments.document} has no version {tag} to replace — leave --replace out")
    if there and there.locked:
        raise UsageError(
            f"{tag} is locked: an official text — to replace it, set locked = false in texts/{arguments.document}/document.toml"
        )
    changes = {field: value for field in ("title", "source") if (value := getattr(arguments, field)) is not None}
    status = VersionStatus(arguments.status) if arguments.status else there.status if there else VersionStatus.DRAFT
    locked = arguments.lock or (there.locked if there else False)
    version = replace(there or Version(tag), text=read.text, status=status, locked=locked, **changes)
    document = document.with_version(version)
    # All versions bear witness for the new one; what they are themselves stays as it was.
    aligner = Aligner(document, load_encoder(arguments, workspace.root), workspace.termbase())
    if there is None:
        document = document.with_ladder(tag, aligner.ladder(tag))
    else:
        for other in document.others() if tag == document.pivot else (tag,):
            document = document.with_ladder(other, aligner.repaired(other))
    say_doubts(document)
    lines = understood(read, f"{aligned(document, tag)}, {status.value}")
    if may_write(lines, f"Write this to {workspace.folder(document.name)}?", arguments):
        workspace.save(document, loaded)
    return 0


COMMAND = Command(
    "add", "add a version to a document, or put an official text in a draft's place", configure, run, order=21
)
