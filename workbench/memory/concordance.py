"""Concordance: every row of a document whose any version holds what is looked for, with all its versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.languages.knowledge import knowledge
from workbench.memory.pattern import Find
from workbench.model.document import Document
from workbench.model.row import Row, rows
from workbench.model.text import normalised
from workbench.workspace.folder import pivot_places


@dataclass(frozen=True, slots=True)
class Hit:
    """A row (0-based) where something was found: its clause, and the text of every version there, in NFC."""

    document: str
    clause: str
    row: int
    versions: Mapping[str, str]


def row_texts(document: Document, row: Row) -> dict[str, str]:
    """Return the text of every version in a row, in NFC, joined by what the language joins with."""
    return {
        tag: knowledge(tag).joiner.join(
            normalised(held.text.segments[index].text) for index in row.segments(tag, document.pivot)
        )
        for tag, held in document.versions.items()
    }


def hits(document: Document, find: Find, version: str | None = None) -> Iterator[Hit]:
    """Yield the rows where any version matches, or the named one. Raises NotFoundError for one that is not there."""
    if version:
        document.version(version)
    where = pivot_places(document)
    for row in rows(document):
        texts = row_texts(document, row)
        looked = [texts[version]] if version else list(texts.values())
        if any(find(text) for text in looked):
            at = row.pivot.start if row.pivot else row.pivot.start - 1
            yield Hit(document.name, where[at].name if at >= 0 else "0", row.index, texts)
