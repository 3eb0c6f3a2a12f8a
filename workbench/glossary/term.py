"""Terms: one wording of a concept in one language, with a status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """Whether a wording is to be used. The order is that of preference."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    PROPOSED = "proposed"
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


USABLE = frozenset({TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.PROPOSED})
AGREED = frozenset({TermStatus.PREFERRED, TermStatus.ADMITTED})


class TermKind(StrEnum):
    """What a concept is."""

    PERSON = "person"
    STATE = "state"
    PLACE = "place"
    ORG = "org"
    TITLE = "title"
    EVENT = "event"
    TERM = "term"


class TermMatching(StrEnum):
    """How a wording is found in texts: by the language's word forms, to the letter, as a substring, as a pattern."""

    WORD = "word"
    EXACT = "exact"
    SUBSTRING = "substring"
    REGEX = "regex"


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary. `forms` are inflected or variant spellings; `scope` a pattern of document names, "" for all."""

    concept: str
    lang: str
    term: str
    status: TermStatus
    kind: TermKind
    match: TermMatching = TermMatching.WORD
    forms: tuple[str, ...] = ()
    scope: str = ""
    source: str = ""
    note: str = ""
