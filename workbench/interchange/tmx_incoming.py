"""What a unit of TMX says of a row: segments, labels, statuses, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.interchange.incoming import IncomingUnit, IncomingWording
from workbench.interchange.safe_xml import elements, local
from workbench.interchange.tmx_told import CLAUSE, NOTHING, Told, text_of
from workbench.interchange.tmx_unit import TmxUnit
from workbench.languages.tags import parse_tag
from workbench.model.errors import TagError
from workbench.model.text import digest

_EMPTY = digest()
_DIGITS = 9  # of a length: no text is longer


@dataclass(frozen=True, slots=True)
class Header:
    """What a file tells before its units; "" for what it does not."""

    pivot: str = ""
    document: str = ""


def header_of(path: Path) -> Header:
    """Return the header of a TMX file; raise what reading its units raises."""
    for element in elements(path, ("header", "tu")):
        if local(element) != "header":
            break
        props = {child.get("type"): child.text or "" for child in element if local(child) == "prop"}
        return Header(_tag(element.get("srclang", "")), props.get("x-document", ""))
    return Header()


def _tag(written: str) -> str:
    """Return the tag of the source language; `*all*` is none."""
    try:
        return str(parse_tag(written.strip().replace("_", "-")))
    except TagError:
        return ""


def incoming_unit(unit: TmxUnit, tell: Callable[[int, str], None]) -> IncomingUnit:
    """Return a unit of TMX as a reader gives it; variants without text are left out."""
    wordings: dict[str, IncomingWording] = {}
    nothing = text_of(unit.props, NOTHING).split()
    for head, bare, text, was in unit.variants:
        tag = head.tag
        if tag in wordings:
            tell(unit.line, f"a second wording of {tag} is left out: {bare[:60]!r}")
        elif text and not text.isspace():
            wordings[tag] = _wording(text, head.told, was or (_EMPTY if tag in nothing else ""))
    return IncomingUnit(wordings, unit.tuid, text_of(unit.props, CLAUSE), unit.line)


def _wording(text: str, told: Told, was: str) -> IncomingWording:
    labels, status, had, lengths, note = told
    segments = _cut(text, lengths) if lengths else ()
    if not segments:
        # One segment, or several that somebody has changed since: their labels belong to none of them any more.
        return IncomingWording((text,), labels[:1], status, was, note, had=had)
    whole = ("",) * len(segments)
    return IncomingWording(segments, labels if len(labels) == len(whole) else whole, status, was, note, had=had)


def _cut(text: str, lengths: str) -> tuple[str, ...]:
    """Return the segments of a text by their lengths, no segments where these do not fit it."""
    segments: list[str] = []
    at = 0
    for length in lengths.split():
        if not (length.isascii() and length.isdecimal() and len(length) < _DIGITS):
            return ()
        count = int(length)
        if count and any(segments) and text[at : at + 1] == " ":
            at += 1  # what the language joins with; a segment begins with no white space
        segments.append(text[at : at + count])
        at += count
    return tuple(segments) if at == len(text) and segments else ()
