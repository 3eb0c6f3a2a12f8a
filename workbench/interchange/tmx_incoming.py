"""What a unit of TMX says of a row: segments, labels, statuses, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workbench.interchange.incoming import IncomingUnit, IncomingWording
from workbench.interchange.safe_xml import elements, local
from workbench.interchange.tmx_units import TmxUnit, TmxVariant
from workbench.interchange.tmx_variants import HAD, LABEL, NOTHING, SEGMENTS, STATUS
from workbench.languages.tags import parse_tag
from workbench.model.errors import TagError
from workbench.model.ladder import BeadStatus
from workbench.model.text import digest

_EMPTY = digest()
_DIGITS = 9  # of a length: no text is longer
_STATUSES = {status.value: status for status in BeadStatus}


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
    nothing = _without_text(unit)
    for variant in unit.variants:
        if variant.tag in wordings:
            tell(unit.line, f"a second wording of {variant.tag} is left out: {variant.text[:60]!r}")
        elif variant.marked and not variant.marked.isspace():
            was = variant.was or (_EMPTY if variant.tag in nothing else "")
            wordings[variant.tag] = _wording(variant, was)
    clause = next((text for kind, text in unit.props if kind == "x-clause"), "")
    return IncomingUnit(wordings, unit.tuid, clause, unit.line)


def _without_text(unit: TmxUnit) -> Sequence[str]:
    """Return the tags of the versions that said nothing in a unit when it was exported."""
    return next((text.split() for kind, text in unit.props if kind == NOTHING), ())


def _wording(variant: TmxVariant, was: str) -> IncomingWording:
    text = variant.marked
    note = " ".join(" ".join(variant.notes).split()) if variant.notes else ""
    if not variant.props:
        return IncomingWording((text,), was=was, note=note)
    labels, status, had, lengths = _told(variant.props)
    segments = _cut(text, lengths) if lengths else ()
    if not segments:
        # One segment, or several that somebody has changed since: their labels belong to none of them any more.
        return IncomingWording((text,), labels[:1] or ("",), status, was, note, had=had)
    whole = ("",) * len(segments)
    return IncomingWording(segments, labels if len(labels) == len(whole) else whole, status, was, note, had=had)


@lru_cache(maxsize=4096)
def _told(
    props: tuple[tuple[str, str], ...],
) -> tuple[tuple[str, ...], BeadStatus | None, BeadStatus | None, str]:
    """Return what properties tell: the labels that were taken out, the status now and then, and how long each segment is."""
    labels = tuple(text for kind, text in props if kind == LABEL)
    status, had = (
        next((_STATUSES.get(text) for kind, text in props if kind == which), None) for which in (STATUS, HAD)
    )
    return labels, status, had, next((text for kind, text in props if kind == SEGMENTS), "")


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
