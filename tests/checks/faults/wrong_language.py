"""Segments of another version."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document
from workbench.model.row import rows

# By version, those whose text is put in: the nearest languages first.
_OTHERS = {
    "en": ("uz", "tk", "ru"),
    "zh": ("en", "ru", "kk"),
    "ru": ("kk", "ky", "tg"),
    "kk": ("ky", "ru", "tg"),
    "ky": ("kk", "ru", "tg"),
    "tg": ("ru", "ky", "kk"),
    "tk": ("uz", "en", "ru"),
    "uz": ("tk", "en", "kk"),
}


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with one segment in each of three other languages."""
    table = rows(statement)
    for tag, others in _OTHERS.items():
        for position, other in zip((6, 14, 25), others, strict=True):
            row = next(
                row
                for row in table[position:]
                if row.segments(tag, "en")
                and len(statement.versions[other].segments()[row.segments(other, "en")[0]]) > 90
            )
            text = statement.versions[other].segments()[row.segments(other, "en")[0]]
            yield rewritten(
                statement, "wrong-language", tag, row.segments(tag, "en")[0], text, f"{other}: {text[:40]!r}"
            )
