"""What a look through documents and memory finds: rows and units, with all their versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.languages.knowledge import language_key


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row came from: the kind and the name of its origin, a date, and how sure each version's alignment is."""

    kind: str  # "document", "file"
    name: str
    date: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """A row (0-based) where something was found: its clause, and the text of every version there, in NFC.

    A unit of a file that was imported has no document; its clause is what the file calls it, its row its number there.
    """

    document: str
    clause: str
    row: int
    versions: Mapping[str, str]
    origin: Source | None = None


def wording_in(hit: Hit, tag: str) -> str:
    """Return the text of a version: of that of the tag, else of one in its language and script; "" where there is none."""
    if text := hit.versions.get(tag):
        return text
    key = language_key(tag)
    return next((text for other, text in hit.versions.items() if text and language_key(other) == key), "")
