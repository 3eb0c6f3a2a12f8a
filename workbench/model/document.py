"""Documents: one text in all its versions, with the ladders that tie them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workbench.model.errors import NotFoundError
from workbench.model.ladder import Ladder
from workbench.model.segment import Text
from workbench.model.segments import Segments


class VersionStatus(StrEnum):
    """What a version is in the eyes of its publisher."""

    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Version:
    """The document in one language. `tag` is its key, a BCP 47 tag; a `locked` version's wording may not be changed."""

    tag: str
    text: Text = field(default_factory=Text)
    title: str = ""
    status: VersionStatus = VersionStatus.DRAFT
    source: str = ""
    note: str = ""
    locked: bool = False

    def segments(self) -> tuple[str, ...]:
        """Return the texts of the segments in order."""
        held = self.text.segments
        return tuple(held.texts() if isinstance(held, Segments) else [segment.text for segment in held])


@dataclass(frozen=True, slots=True)
class Document:
    """One text in all its versions.

    `versions` is in the order of `document.toml`, the pivot among them; `ladders` holds one ladder for every version but
    the pivot. `date` is the document's own, ISO 8601 (`2024-12-01`), or empty.
    """

    name: str
    pivot: str
    title: str = ""
    date: str = ""
    versions: Mapping[str, Version] = field(default_factory=dict)
    ladders: Mapping[str, Ladder] = field(default_factory=dict)

    def version(self, tag: str) -> Version:
        """Return the version of the given tag; raise NotFoundError naming those there are."""
        try:
            return self.versions[tag]
        except KeyError:
            there = ", ".join(self.versions)
            raise NotFoundError(f"{self.name} has no version {tag!r} — it has: {there}") from None

    def others(self) -> tuple[str, ...]:
        """Return the tags of all versions but the pivot, in order."""
        return tuple(tag for tag in self.versions if tag != self.pivot)

    def with_version(self, version: Version) -> Document:
        """Return the document with one version put in, or in the place of that of the same tag."""
        return replace(self, versions={**self.versions, version.tag: version})

    def with_ladder(self, tag: str, ladder: Ladder) -> Document:
        """Return the document with one ladder replaced."""
        return replace(self, ladders={**self.ladders, tag: ladder})
