"""Writing over: all files of a document as it is here, whatever stands there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.workspace.clause_names import clause_names
from workbench.workspace.content import Content
from workbench.workspace.document_file import format_document, parse_document
from workbench.workspace.folder import Workspace
from workbench.workspace.ladder_format import LadderContent
from workbench.workspace.loaded import Loaded
from workbench.workspace.saving import current_hash, save_files
from workbench.workspace.text_files import TextContent


def overwrite(workspace: Workspace, document: Document) -> Loaded:
    """Write all files of a document as one act, and return it as loaded; what stands there need not even be readable.

    Comments of a `document.toml` that can be read stay. Raises InputError where the disk refuses.
    """
    folder = workspace.folder(document.name)
    description = folder / "document.toml"
    paths = [description]
    paths += [folder / f"{tag}.txt" for tag in document.versions]
    paths += [folder / f"{tag}.ladder" for tag in document.others()]
    there = {path: current_hash(path) for path in paths if path.is_file()}
    previous = ""
    with suppress(InputError, UnicodeDecodeError, FileNotFoundError):
        told = description.read_bytes().decode("utf-8")
        parse_document(told, document.name, str(description))
        previous = told
    names = clause_names(document)
    texts = {folder / f"{tag}.txt": tag for tag in document.versions}
    others: dict[Path, Content] = {description: format_document(document, previous).encode()}
    for tag in document.others():
        others[folder / f"{tag}.ladder"] = LadderContent(document.ladders[tag], names)
    contents = {path: TextContent(document.versions[tag].text) for path, tag in texts.items()} | others
    save_files(workspace.root, contents, there)
    return Loaded(document, texts, others)
