"""What `new`, `add` and `import` share: a new document of files, a version of a document that is there."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.cli.documents import aligned, may_write, read_files, understood
from workbench.cli.encoder import load_encoder, say_doubts
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.interchange.documents.reading import ReadDocument
    from workbench.model.document import Document, Version
    from workbench.workspace.folder import Workspace
    from workbench.workspace.loaded import Loaded


def take_new(workspace: Workspace, document: Document, files: Sequence[str], arguments: argparse.Namespace) -> None:
    """Read, align and write a new document, the first of the files its pivot; `document` has its name and what is told of it.

    Says what was understood, and asks where `new` does. Raises UsageError where it exists, and what `read_files` raises.
    """
    from workbench.alignment.documents import align_document
    from workbench.model.document import Version

    folder = workspace.folder(document.name)
    if folder.exists():
        raise UsageError(f"{folder}: the document exists already — choose another name, or use: workbench add")
    read = read_files(files, arguments)
    versions = {tag: Version(tag, one.text) for tag, one in read.items()}
    document = replace(document, pivot=next(iter(versions)), versions=versions)
    document = align_document(document, load_encoder(arguments, workspace.root), workspace.termbase())
    say_doubts(document)
    lines = [line for tag, one in read.items() for line in understood(one, aligned(document, tag))]
    if may_write(lines, f"Write this to {folder}?", arguments):
        workspace.create(document)
        print(f"written to {folder} — look at it with: workbench edit {document.name}")


def take_version(
    workspace: Workspace, loaded: Loaded, version: Version, read: ReadDocument, arguments: argparse.Namespace
) -> bool:
    """Write a version of a document and its ladder; what still fits of a ladder that was confirmed stays confirmed.

    `version` holds the text of the file that was `read`. Says what was understood, and asks where `add` does; returns whether
    it was written.
    """
    from workbench.alignment.documents import Aligner

    tag, there = version.tag, loaded.document.versions.get(version.tag)
    document = loaded.document.with_version(version)
    # All versions bear witness for the new one; what they are themselves stays as it was.
    aligner = Aligner(document, load_encoder(arguments, workspace.root), workspace.termbase())
    if there is None:
        document = document.with_ladder(tag, aligner.ladder(tag))
    else:
        for other in document.others() if tag == document.pivot else (tag,):
            document = document.with_ladder(other, aligner.repaired(other))
    say_doubts(document)
    lines = understood(read, f"{aligned(document, tag)}, {version.status.value}")
    written = may_write(lines, f"Write this to {workspace.folder(document.name)}?", arguments)
    if written:
        workspace.save(document, loaded)
    return written
