"""Differing: which files of a document are to be written, since they would say something else than those that were read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbench.model.document import Document
from workbench.model.segment import Text
from workbench.workspace.clause_names import clause_names
from workbench.workspace.content import Content, whole
from workbench.workspace.document_file import format_document
from workbench.workspace.ladder_format import LadderContent
from workbench.workspace.loaded import Loaded
from workbench.workspace.text_files import TextContent


def differing(folder: Path, document: Document, loaded: Loaded) -> dict[Path, Content | None]:
    """Return the contents of those files in a document's folder that mean something else than what was loaded; None: it goes."""
    was = loaded.document
    contents: dict[Path, Content | None] = {}
    path = folder / "document.toml"
    if _described(document) != _described(was) or path not in loaded.others:
        previous = whole(loaded.others.get(path, b"")).decode("utf-8")
        contents[path] = format_document(document, previous).encode()
    texts = {folder / f"{tag}.txt": tag for tag in document.versions}
    for path, tag in texts.items():
        if path not in loaded.texts or document.versions[tag].text != was.versions[tag].text:
            contents[path] = TextContent(document.versions[tag].text)
    contents |= _ladders(folder, document, loaded)
    stale = folder / f"{document.pivot}.ladder"  # of what was no pivot until now
    if stale in loaded.others:
        contents[stale] = None
    return contents


def _ladders(folder: Path, document: Document, loaded: Loaded) -> dict[Path, Content]:
    """Return the ladders that are to be written, all of them where clauses are named otherwise than before."""
    was = loaded.document
    paths = {folder / f"{tag}.ladder": tag for tag in document.others()}
    same = [
        path for path, tag in paths.items() if path in loaded.others and document.ladders[tag] == was.ladders.get(tag)
    ]
    names = None
    if same and (document.pivot, _pivot_text(document)) != (was.pivot, _pivot_text(was)):
        names = clause_names(document)
        same = same if document.pivot == was.pivot and names == clause_names(was) else []
    if len(same) < len(paths):
        names = names or clause_names(document)
        return {path: LadderContent(document.ladders[tag], names) for path, tag in paths.items() if path not in same}
    return {}


def _pivot_text(document: Document) -> Text | None:
    """Return the text of the pivot, None for a document that is not there yet."""
    return document.versions[document.pivot].text if document.pivot in document.versions else None


def _described(document: Document) -> tuple[object, ...]:
    versions = tuple(replace(version, text=Text()) for version in document.versions.values())
    return document.title, document.date, document.pivot, versions
