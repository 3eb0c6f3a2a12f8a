"""The rows of a document as TMX units, written a block of rows at a time.

Pieces are put together column by column, each kind of piece of a whole block at once, and joined once: to do so unit by unit
takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from workbench.interchange.tmx_markup import prop
from workbench.interchange.tmx_told import CLAUSE, NOTHING
from workbench.interchange.tmx_variants import PIECES, Variants
from workbench.interchange.wording import Keys, Wordings
from workbench.model.document import Document
from workbench.model.row import Rows

_BLOCK = 96  # rows: more than half a megabyte at once takes longer to be written
_END = b"</tu>"


def written_rows(document: Document, wordings: Wordings) -> Iterator[bytes]:
    """Yield the units of all rows, many at a time; raise NotXmlError for a character that XML 1.0 forbids."""
    rows = Rows(document)
    versions = [Variants(document, wordings, rows, tag) for tag in document.versions]
    beginnings = _Beginnings(document, wordings, rows)
    width = 1 + PIECES * len(versions) + 1
    for start in range(0, len(rows), _BLOCK):
        block = range(start, min(start + _BLOCK, len(rows)))
        variants = [version.in_rows(block) for version in versions]
        leads = zip(*(columns[0] for columns in variants), strict=True)
        pieces = [_END] * (width * len(block))
        pieces[::width] = beginnings.of(block, leads)
        for at, column in enumerate(chain.from_iterable(variants), start=1):
            pieces[at::width] = column
        yield b"".join(pieces)


class _Beginnings:
    """What units begin with: their identifiers, clauses, and which versions say nothing."""

    def __init__(self, document: Document, wordings: Wordings, rows: Rows) -> None:
        self._document = document
        self._wordings = wordings
        self._rows = rows
        self._keys = Keys()

    def of(self, rows: range, leads: Iterable[Sequence[bytes]]) -> list[bytes]:
        """Return the beginnings of the next rows (indices); of `leads` each version has something that says something there."""
        result: list[bytes] = []
        for row, text, said in zip(rows, self._texts(rows), leads, strict=True):
            clause = prop(CLAUSE, self._wordings.clause(self._rows.pivot(row)))
            without = "" if all(said) else self._without(said)
            result.append(f'\n<tu tuid="{self._keys.key(text)}">{clause}{without}'.encode())
        return result

    def _texts(self, rows: range) -> Sequence[str]:
        """Return the text that each row is known by."""
        ones = self._rows.ones(self._document.pivot, rows)
        if ones is None:
            return [self._wordings.said(self._rows[row]) for row in rows]
        return self._wordings.texts(self._document.pivot, ones[1])

    def _without(self, said: Sequence[bytes]) -> str:
        """Return the property that tells which versions say nothing in a row."""
        tags = self._document.versions
        return prop(NOTHING, " ".join(tag for tag, variant in zip(tags, said, strict=True) if not variant))
