"""Units of a memory: one wording in many languages, and the origin that it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """A unit in one language: its tag, its text (NFC, perhaps empty), and how sure its alignment is ("" where nobody said)."""

    tag: str
    text: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What came in together, one variant a language. `place` is where it stood: a clause, an identifier."""

    variants: tuple[Variant, ...]
    place: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where units came from: a file or a document, by name.

    `stamp` says what it looked like then, `added` when that was (ISO 8601, UTC). Its units have the numbers from `first`, in
    their order there.
    """

    name: str
    stamp: str
    added: str
    units: int
    first: int
    tags: tuple[str, ...]
