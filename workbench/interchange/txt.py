"""Plain text: one clean version, a paragraph a line, ready to be read or printed."""

from __future__ import annotations

from typing import BinaryIO

from workbench.interchange.export import Export
from workbench.languages.knowledge import knowledge
from workbench.model.errors import UsageError
from workbench.model.text import normalised

NAME = "txt"
HELP = "plain text of one version (--version), a paragraph a line with a blank line between"
ALONE = True  # of one version, nothing stands beside it
LOSES = (
    "all versions but one",
    "the alignment, with statuses, scores and notes",
    "where a segment ends within its paragraph",
    "titles, dates, sources and statuses of the versions",
)


def write(export: Export, out: BinaryIO) -> None:
    """Write one version as plain text: its segments joined to paragraphs, in NFC. Raises UsageError where none is named."""
    tags = tuple(export.document.versions)
    tag = export.version or (tags[0] if len(tags) == 1 else "")
    if not tag:
        raise UsageError(f"txt holds one version — name it with --version: {', '.join(tags)}; or a folder for all")
    version = export.document.version(tag)
    joiner = knowledge(version.tag).joiner
    for index, segment in enumerate(version.text.segments):
        between = "" if index == 0 else "\n\n" if segment.before else joiner
        out.write(f"{between}{normalised(segment.text)}".encode())
    out.write(b"\n")
