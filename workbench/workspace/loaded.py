"""A document as it stands on disk, which a save goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.model.document import Document
from workbench.workspace.text_files import content_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as it stands on disk: `files` are its files.

    `texts` says which of them are the texts of which version: what they hold, `document` tells to the letter. `others` holds
    the bytes of `document.toml` and the ladders.
    """

    document: Document
    texts: Mapping[Path, str] = field(default_factory=dict)
    others: Mapping[Path, bytes] = field(default_factory=dict, repr=False)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read."""
        return (*self.others, *self.texts)

    def content(self, path: Path) -> bytes | None:
        """Return what a file held; None where there was none."""
        if path in self.texts:
            return content_of(self.document.versions[self.texts[path]].text)
        return self.others.get(path)
