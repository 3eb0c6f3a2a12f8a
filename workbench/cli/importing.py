"""`workbench import` in words: what a file holds, what it changes, what is not taken."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from workbench.cli.documents import aligned
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.editing.importing import Imported
    from workbench.model.document import Document


def tell_changes(result: Imported) -> None:
    """Print what a file changes in a document that is there; what is not taken is printed in full, so that nothing is lost."""
    for change in result.changes:
        _tell(f"changed {change.clause} {change.version}{_line(change.line)}")
        _tell(f"  - {change.before}")
        _tell(f"  + {change.after}")
    tell_left(result, sys.stdout)
    for tag, count in result.strangers.items():
        _tell(f"not taken: {count} wordings of {tag}, a version that {result.document.name} does not have")
    changed = Counter(change.version for change in result.changes)
    said = [f"{count} wordings of {tag} changed" for tag, count in changed.items()] or ["no wording changed"]
    if result.accepted:
        said.append(f"status of {result.accepted} beads changed")
    if result.notes:
        said.append(f"{result.notes} notes")
    if result.kept:
        said.append(f"{result.kept} changed here alone and kept")
    if result.empty:
        said.append(f"{result.empty} empty in the file and kept")
    if result.blind:
        said.append(f"{result.blind} without knowing what went out")
    said += [f"{len(result.conflicts)} conflicts", f"{len(result.rest)} not taken"]
    _tell(", ".join(said))


def tell_left(result: Imported, stream: TextIO) -> None:
    """Print what is not taken of a file, in full."""
    for what, several in (("conflict", result.conflicts), ("not taken", result.rest)):
        for left in several:
            print(plain(f"{what} {left.clause} {left.version}{_line(left.line)}: {left.reason}"), file=stream)
            print(plain(f"  here: {left.ours}"), file=stream)
            print(plain(f"  file: {left.theirs}"), file=stream)


def made(document: Document) -> Iterator[str]:
    """Yield what a new document holds, a line a version."""
    for tag, version in document.versions.items():
        segments = version.text.segments
        paragraphs = sum(index == 0 or bool(segment.before) for index, segment in enumerate(segments))
        yield f"{tag}: {len(segments)} segments in {paragraphs} paragraphs{aligned(document, tag)}"


def _line(line: int) -> str:
    return f" (line {line})" if line else ""


def _tell(text: str) -> None:
    print(plain(text))
