"""Writing over: all files of a document as it is here, whatever stands there."""

from __future__ import annotations

from contextlib import suppress

from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.workspace.bytes import content_hash
from workbench.workspace.document_file import format_document, parse_document
from workbench.workspace.folder import Workspace, pivot_places
from workbench.workspace.ladder_format import format_ladder
from workbench.workspace.loaded import Loaded
from workbench.workspace.saving import save_files
from workbench.workspace.text_files import content_of


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
    texts = {folder / f"{tag}.txt": tag for tag in document.versions}
    others = {description: format_document(document, previous).encode()}
    for tag in document.others():
        others[folder / f"{tag}.ladder"] = format_ladder(document.ladders[tag], places).encode()
    contents = {path: content_of(document.versions[tag].text) for path, tag in texts.items()} | others
    save_files(workspace.root, contents, {path: content_hash(content) for path, content in there.items()})
    return Loaded(document, texts, others)
