"""Units for the memory from files: TMX, tables with a column a language, JSON Lines; each read as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from workbench.interchange.tmx_units import TmxUnit, TmxVariant, Warn, tmx_units
from workbench.languages.tags import parse_tag
from workbench.memory.unit import Unit, Variant
from workbench.model.errors import TagError, UsageError
from workbench.model.ladder import BeadStatus
from workbench.model.text import forbidden_control, normalised

PLACES = ("id", "tuid", "clause", "place", "key")  # what tools call the column or field that says where a unit stands
_LINE_BREAK = re.compile(r"\s*[\r\n\u2028\u2029\x0b\x0c\x85]\s*")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T\d{6}Z")
_STATUSES = frozenset(status.value for status in BeadStatus)


def file_units(path: Path, warn: Warn) -> Iterator[Unit]:
    """Yield the units of a file whose name says what it is; whatever is passed over or mended is told to `warn`.

    Raises UsageError for a name that says nothing, NotFoundError, and InputError with the line for what cannot be read.
    """
    from workbench.interchange.memory_lines import read_lines
    from workbench.interchange.memory_tables import read_rows

    match path.suffix.lower():
        case ".tmx":
            return _from_tmx(path, warn)
        case ".csv" | ".tsv":
            return read_rows(path, warn)
        case ".jsonl" | ".ndjson":
            return read_lines(path, warn)
        case _:
            raise UsageError(f"{path}: no memory by its name — end it in .tmx, .csv, .tsv or .jsonl")


def language_of(name: str) -> str:
    """Return the tag that the name of a column or field is, "" for what is none: `en`, `zh_CN`, `uz-Cyrl`."""
    try:
        tag = parse_tag(name.strip().replace("_", "-"))
    except TagError:
        return ""
    return str(tag) if len(tag.language) <= 3 else ""


def wording(text: str, tag: str, line: int, warn: Warn) -> str:
    """Return a text as a segment is written: in NFC, in one line, without controls; tells `warn` what was taken out."""
    if text.isprintable():
        return normalised(text)
    text = _LINE_BREAK.sub(" ", text)
    found = forbidden_control(text)
    if found:
        warn(line, f"the control character U+{ord(found[1]):04X} is taken out of {tag}")
        text = "".join(letter for letter in text if not forbidden_control(letter))
    return normalised(text)


def unit_of_texts(texts: Mapping[str, str], place: str, date: str, line: int, warn: Warn) -> Iterator[Unit]:
    """Yield the unit of texts by their tags; none, which is told, where all of them are empty."""
    variants = [Variant(tag, said) for tag, text in texts.items() if (said := wording(text, tag, line, warn))]
    if variants:
        yield Unit(tuple(variants), wording(place, "the place", line, warn), wording(date, "the date", line, warn))
    else:
        warn(line, "a unit without text is passed over")


def _from_tmx(path: Path, warn: Warn) -> Iterator[Unit]:
    for unit in tmx_units(path, warn):
        variants = [
            Variant(one.tag, text, _status(one) if one.props else "")
            for one in unit.variants
            if (text := wording(one.text, one.tag, unit.line, warn))
        ]
        if not variants:
            warn(unit.line, "a unit without text is passed over")
            continue
        place = (dict(unit.props).get("x-clause") if unit.props else "") or unit.tuid
        place, date = wording(place, "the identifier", unit.line, warn), _date(unit)
        if len({one.tag for one in variants}) == len(variants):
            yield Unit(tuple(variants), place, date)
        else:
            yield from _several(variants, place, date)


def _several(variants: Iterable[Variant], place: str, date: str) -> Iterator[Unit]:
    """Yield a unit for each wording of the language that has most of them, each with all languages."""
    held: dict[str, list[Variant]] = {}
    for one in variants:
        held.setdefault(one.tag, []).append(one)
    for number in range(max(map(len, held.values()))):
        yield Unit(tuple(several[min(number, len(several) - 1)] for several in held.values()), place, date)


def _status(variant: TmxVariant) -> str:
    status = dict(variant.props).get("x-status", "")
    return status if status in _STATUSES else ""


def _date(unit: TmxUnit) -> str:
    """Return when a unit was changed last or made, ISO 8601, "" where nothing says so."""
    for attributes in (unit.attributes, *(one.attributes for one in unit.variants)):
        if attributes and (written := attributes.get("changedate") or attributes.get("creationdate")):
            found = _DATE.fullmatch(written)
            return "-".join(found.groups()) if found else ""
    return ""
