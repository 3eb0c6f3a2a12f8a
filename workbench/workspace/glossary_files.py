"""The files of `glossary/`: read with what they hold, saved as one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.glossary.csv_format import format_terms, parse_terms
from workbench.glossary.term import Term
from workbench.model.errors import UsageError
from workbench.workspace.bytes import decode, read_bytes
from workbench.workspace.content import content_hash
from workbench.workspace.folder import GLOSSARY, Workspace
from workbench.workspace.saving import save_files


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """What the glossary's files hold, by name without `.csv`, and their bytes as they were read."""

    terms: Mapping[str, tuple[Term, ...]]
    contents: Mapping[str, bytes]


def read_glossary(workspace: Workspace) -> GlossaryFiles:
    """Return the files of the workspace's glossary; raise InputError for a row that cannot be taken."""
    terms: dict[str, tuple[Term, ...]] = {}
    contents: dict[str, bytes] = {}
    for path in sorted((workspace.root / GLOSSARY).glob("*.csv")):
        contents[path.stem] = read_bytes(path)
        kinds = {term.concept: term.kind for rows in terms.values() for term in rows}
        shown = workspace.shown(path)
        terms[path.stem] = parse_terms(decode(contents[path.stem], shown), shown, kinds)
    return GlossaryFiles(terms, contents)


@dataclass(frozen=True, slots=True)
class GlossaryChange:
    """What saving a glossary changes: the bytes of its files before and after, by path, None where there is no file."""

    before: Mapping[Path, bytes | None]
    after: Mapping[Path, bytes | None]

    def reversed(self) -> GlossaryChange:
        """Return the change that takes this one back, byte for byte."""
        return GlossaryChange(self.after, self.before)


def change_of(workspace: Workspace, terms: Mapping[str, tuple[Term, ...]], read: GlossaryFiles) -> GlossaryChange:
    """Return what saving these terms changes in the files as they were read: those whose rows are others.

    Raises UsageError for a name that is no plain file name.
    """
    after: dict[Path, bytes | None] = {}
    before: dict[Path, bytes | None] = {}
    for name, rows in terms.items():
        if rows and set(rows) != set(read.terms.get(name, ())):
            if not name or name.startswith(".") or Path(name).name != name:
                raise UsageError(f"{name!r} is no name of a topic — write letters, digits and hyphens")
            path = workspace.root / GLOSSARY / f"{name}.csv"
            after[path] = format_terms(rows).encode()
            before[path] = read.contents.get(name)
    return GlossaryChange(before, after)


def save_change(workspace: Workspace, change: GlossaryChange) -> tuple[str, ...]:
    """Write a change, all its files or none; return their paths as messages name them.

    Raises ConflictError where a file does not hold what it held before the change, InputError where none can be written.
    """
    if change.after:
        (workspace.root / GLOSSARY).mkdir(exist_ok=True)
        expected = {path: content_hash(was) for path, was in change.before.items() if was is not None}
        save_files(workspace.root, change.after, expected)
    return tuple(workspace.shown(path) for path in change.after)


def save_glossary(workspace: Workspace, terms: Mapping[str, tuple[Term, ...]], read: GlossaryFiles) -> tuple[str, ...]:
    """Write the files whose rows changed since they were read. Returns and raises what `change_of` and `save_change` do."""
    return save_change(workspace, change_of(workspace, terms, read))
