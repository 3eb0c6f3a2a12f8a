"""A document as it stands on disk, which a save goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.model.document import Document
from workbench.model.errors import ConflictError
from workbench.workspace.content import Content, is_same
from workbench.workspace.text_files import TextContent


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as it stands on disk: `files` are its files.

    `texts` says which of them are the texts of which version: what they hold, `document` tells to the letter. `others` holds
    what stands in `document.toml` and the ladders.
    """

    document: Document
    texts: Mapping[Path, str] = field(default_factory=dict)
    others: Mapping[Path, Content] = field(default_factory=dict, repr=False)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read."""
        return (*self.others, *self.texts)

    def holds(self, other: Loaded) -> bool:
        """Whether all files hold to the letter what they held when the other was read."""
        try:
            same = all(is_same(self.content(path), other.content(path)) for path in self.files)
        except ConflictError:  # one was written to in its place
            return False
        return same and set(self.files) == set(other.files)

    def content(self, path: Path) -> Content | None:
        """Return what a file held; None where there was none."""
        if path in self.texts:
            return TextContent(self.document.versions[self.texts[path]].text)
        return self.others.get(path)
