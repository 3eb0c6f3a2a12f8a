"""What a unit of TMX says of a row: segments, labels, statuses, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.interchange.incoming import IncomingUnit, IncomingWording
from workbench.interchange.safe_xml import elements, local
from workbench.interchange.tmx_units import TmxUnit, TmxVariant
from workbench.languages.tags import parse_tag
from workbench.model.errors import TagError
from workbench.model.ladder import BeadStatus

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
    for variant in unit.variants:
        if variant.tag in wordings:
            tell(unit.line, f"a second wording of {variant.tag} is left out: {variant.text[:60]!r}")
        elif not variant.marked.isspace() and variant.marked:
            wordings[variant.tag] = _wording(variant)
    clause = next((text for kind, text in unit.props if kind == "x-clause"), "")
    return IncomingUnit(wordings, unit.tuid, clause, unit.line)


def _wording(variant: TmxVariant) -> IncomingWording:
    note = " ".join(" ".join(variant.notes).split()) if variant.notes else ""
    if not variant.props:
        return IncomingWording((variant.marked,), note=note)
    props: dict[str, list[str]] = defaultdict(list)
    for kind, text in variant.props:
        props[kind].append(text)
    labels = tuple(props["x-label"])
    status = _STATUSES.get(props["x-status"][0]) if "x-status" in props else None
    segments = _cut(variant.marked, props["x-segments"][0]) if "x-segments" in props else ()
    if not segments:
        # One segment, or several that somebody has changed since: their labels belong to none of them any more.
        return IncomingWording((variant.marked,), labels[:1] or ("",), status, note=note)
    whole = ("",) * len(segments)
    return IncomingWording(segments, labels if len(labels) == len(whole) else whole, status, note=note)


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
