"""`workbench add`: adds a version to a document, or puts another text in its place."""

from __future__ import annotations

import argparse

from workbench.cli.command import Command
from workbench.cli.documents import add_asking_argument, add_reading_arguments, files_help, read_file
from workbench.cli.encoder import add_encoder_argument
from workbench.cli.taking import take_version
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

    from workbench.model.document import Version, VersionStatus

    workspace = open_workspace(arguments)
    loaded = workspace.load(arguments.document)
    read = read_file(arguments.file, arguments)
    tag = read.tag
    there = loaded.document.versions.get(tag)
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
    take_version(workspace, loaded, version, read, arguments)
    return 0


COMMAND = Command(
    "add", "add a version to a document, or put an official text in a draft's place", configure, run, order=21
)
