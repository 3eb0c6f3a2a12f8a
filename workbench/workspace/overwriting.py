"""Writing over: all files of a document as it is here, whatever stands there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.segment import format_text
from workbench.workspace.bytes import content_hash
from workbench.workspace.document_file import format_document, parse_document
from workbench.workspace.folder import Loaded, Workspace, pivot_places
from workbench.workspace.ladder_format import format_ladder
from workbench.workspace.saving import save_files


def overwrite(workspace: Workspace, document: Document) -> Loaded:
    """Write all files of a document as one act, and return it as loaded; what stands there need not even be readable.

    Comments of a `document.toml` that can be read stay. Raises InputError where the disk refuses.
    """
    folder = workspace.folder(document.name)
    description = folder / "document.toml"
    paths = [description]
    paths += [folder / f"{tag}.txt" for tag in document.versions]
    paths += [folder / f"{tag}.ladder" for tag in document.others()]
    there = {path: path.read_bytes() for path in paths if path.is_file()}
    previous = ""
    with suppress(InputError, UnicodeDecodeError):
        parse_document(there.get(description, b"").decode("utf-8"), document.name, str(description))
        previous = there.get(description, b"").decode("utf-8")
    places = pivot_places(document)
    contents: dict[Path, bytes | None] = {description: format_document(document, previous).encode()}
    for tag, version in document.versions.items():
        contents[folder / f"{tag}.txt"] = format_text(version.text).encode()
    for tag in document.others():
        contents[folder / f"{tag}.ladder"] = format_ladder(document.ladders[tag], places).encode()
    save_files(workspace.root, contents, {path: content_hash(content) for path, content in there.items()})
    return Loaded(document, {path: content for path, content in contents.items() if content is not None})
