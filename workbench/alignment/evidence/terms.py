"""Names and terms of the glossary: the same concept on both sides."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.alignment.evidence.evidence import SignEvidence, Signs
from workbench.alignment.side import Side

if TYPE_CHECKING:
    from workbench.glossary.termbase import TermBase


class Terms(SignEvidence):
    """The concepts whose terms a segment holds, of whatever status: a forbidden wording still means its concept."""

    def __init__(self, termbase: TermBase, tags: tuple[str, str], document: str = "") -> None:
        """Take the term base, the tags of pivot and version, and the document's name (for the terms' scope)."""
        self._termbase = termbase
        self._tags = tags
        self._document = document

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        return Signs(
            _concepts(self._termbase, self._document, pivot, self._tags[0]),
            _concepts(self._termbase, self._document, version, self._tags[1]),
            0.85,
        )


@lru_cache(maxsize=16)
def _concepts(termbase: TermBase, document: str, side: Side, tag: str) -> tuple[frozenset[Hashable], ...]:
    from workbench.glossary.matching import Matcher

    matcher = Matcher(termbase.in_language(tag, document), side.knowledge)
    return tuple(
        frozenset(("concept", match.term.concept) for match in matcher.find(segment)) for segment in side.segments
    )
