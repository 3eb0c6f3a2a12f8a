"""The objects of JSON Lines: what a line says of a document, and of a version in a row."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.interchange.incoming import IncomingBead, IncomingUnit, IncomingWording
from workbench.languages.tags import parse_tag
from workbench.model.document import Document, Version, VersionStatus
from workbench.model.errors import TagError
from workbench.model.ladder import Bead, BeadStatus
from workbench.model.row import Row, Rows
from workbench.model.segment import Text
from workbench.model.text import digest

FORMAT = 1
_IDENTIFIERS = ("id", "tuid", "row")  # `id` would be Indonesian
_VERSION_FIELDS = {"title": str, "source": str, "note": str, "locked": bool}


class Malformed(Exception):  # noqa: N818 - becomes an InputError where the line is known
    """What an object holds is not what it must hold; the text says what."""


def parsed(line: bytes) -> dict[str, Any]:
    """Return the object that a line holds; raise Malformed for anything else."""
    try:
        found = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    except RecursionError:
        raise Malformed("nested too deep") from None
    except ValueError as error:
        raise Malformed(f"no JSON: {error}") from None
    if not isinstance(found, dict):
        raise Malformed("no object")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def document_object(document: Document, rows: int) -> dict[str, Any]:
    """Return the first line: what is told of a document and its versions beside their texts, and how many rows follow."""
    versions: dict[str, Any] = {}
    for tag, version in document.versions.items():
        told: dict[str, Any] = {"status": version.status.value}
        told |= {name: value for name in _VERSION_FIELDS if (value := getattr(version, name))}
        told |= {name: value for name in ("mark", "tail") if (value := getattr(version.text, name))}
        versions[tag] = told
    named = {name: value for name in ("title", "date") if (value := getattr(document, name))}
    head = {"workbench": FORMAT, "document": document.name, **named, "pivot": document.pivot}
    return {**head, "rows": rows, "versions": versions}


def about_of(data: Mapping[str, Any]) -> Document:
    """Return the document, without texts, that a first line tells of; raise Malformed where it cannot."""
    if data["workbench"] != FORMAT:
        raise Malformed(f"format {data['workbench']!r} is not known, only {FORMAT}")
    versions = {}
    for tag, told in _get(data, "versions", dict, {}).items():
        if not isinstance(told, dict):
            raise Malformed(f"{tag!r} holds no object")
        status = _one_of(VersionStatus, _get(told, "status", str, VersionStatus.DRAFT.value))
        fields = {name: _get(told, name, kind, kind()) for name, kind in _VERSION_FIELDS.items()}
        text = Text((), _get(told, "mark", str, ""), _get(told, "tail", str, ""))
        versions[tag_of(tag)] = Version(tag_of(tag), text, status=status, **fields)
    named = {name: _get(data, name, str, "") for name in ("title", "date")}
    return Document(_get(data, "document", str, ""), _get(data, "pivot", str, ""), **named, versions=versions)


def wording_object(document: Document, rows: Rows, row: Row, tag: str, labels: Sequence[str]) -> dict[str, Any]:
    """Return what a version says in a row: its segments to the letter, and what is known of them; labels are told beside."""
    indices = row.segments(tag, document.pivot)
    segments = [document.versions[tag].text.segments[index] for index in indices]
    texts = [segment.text for segment in segments]
    result: dict[str, Any] = {"segments": texts, "was": digest(*texts)}
    if any(labels):
        result["labels"] = list(labels)
    if begins := [at for at, segment in enumerate(segments) if segment.before]:
        result["paragraphs"] = begins
    if forms := {
        str(at): [segment.before, segment.end]
        for at, segment in enumerate(segments)
        if segment.before not in ("", "\n") or segment.end != "\n"
    }:
        result["forms"] = forms
    if tag == document.pivot:
        return result
    beads = []
    for span in row.cells[tag].spans:
        beads.append(_bead_object(span.bead))
        crossing = rows.crossing(tag, span.index)
        if crossing is not None:
            beads.append(_bead_object(crossing.version.bead) | {"place": crossing.version.index})
    return result | {"beads": beads}


def _bead_object(bead: Bead) -> dict[str, Any]:
    status = bead.status.value
    told: dict[str, Any] = {"pivot": bead.pivot, "version": bead.version, "status": status, "was": status}
    if bead.score is not None:
        told["score"] = bead.score
    told |= {name: value for name in ("digest", "mark", "note") if (value := getattr(bead, name))}
    return told | ({"comments": list(bead.comments)} if bead.comments else {})


def unit_of(data: Mapping[str, Any], line: int, told: bool) -> IncomingUnit:
    """Return the unit that a line holds; raise Malformed where it cannot be one.

    Beside the house's own form, those that corpora come in are read: `{"en": "…", "kk": "…"}`, or the same under `translation`
    or `versions`; what else stands there, such as a score, is passed over. `told` says that the file tells where paragraphs
    begin.
    """
    place = next((name for name in ("versions", "translation") if name in data), "")
    held = _get(data, place, dict, {}) if place else data
    if place == "versions" and any(isinstance(one, dict) for one in held.values()):
        wordings = {tag_of(tag): _wording(one, tag, told) for tag, one in held.items()}
    else:
        texts = {tag: one for name, one in held.items() if (tag := _language(name)) and isinstance(one, str)}
        if held and not texts:
            raise Malformed("no field is the text of a language")
        wordings = {tag: IncomingWording((one,)) for tag, one in texts.items() if one.strip()}
    key = next((data[name] for name in ("key", *_IDENTIFIERS) if name in data), "")
    return IncomingUnit(wordings, str(key), str(data.get("clause", "")), line)


def _language(name: str) -> str:
    """Return the tag that the name of a field is, "" for what is none: `en`, `zh_CN`; `id` is an identifier."""
    try:
        tag = parse_tag(name.replace("_", "-"))
    except TagError:
        return ""
    return str(tag) if len(tag.language) <= 3 and name not in _IDENTIFIERS else ""


def _wording(data: Any, tag: str, told: bool) -> IncomingWording:
    if not isinstance(data, dict):
        raise Malformed(f"{tag!r} holds no object")
    segments = _list(data, "segments", str)
    begins = _list(data, "paragraphs", int)
    forms = []
    for at, form in _get(data, "forms", dict, {}).items():
        if not (at.isascii() and at.isdecimal() and isinstance(form, list) and len(form) == 2):
            raise Malformed(f"the form {at!r} is none")
        before, end = form
        if not isinstance(before, str) or before.strip() or end not in ("", "\n", "\r\n"):
            raise Malformed(f"the form {at!r} is none")
        forms.append((int(at), before, end))
    return IncomingWording(
        segments,
        ("",) * len(segments),
        _one_of(BeadStatus, data["status"]) if "status" in data else None,
        _get(data, "was", str, ""),
        note=_get(data, "note", str, ""),
        begins=0 in begins if told or begins else None,
        breaks=tuple(at for at in begins if at),
        beads=tuple(map(_bead, _list(data, "beads", dict))),
        forms=tuple(forms),
    )


def _bead(data: Mapping[str, Any]) -> IncomingBead:
    pivot, version, place = (_get(data, name, int, None) for name in ("pivot", "version", "place"))
    if pivot is None or version is None or min(pivot, version) < 0 or not pivot + version or (place or 0) < 0:
        raise Malformed("a bead without counts")
    score = _get(data, "score", (int, float), None)
    if score is not None and not 0 <= score <= 1:
        raise Malformed(f"{score!r} is no score from 0 to 1")
    status = _one_of(BeadStatus, _get(data, "status", str, BeadStatus.AUTO.value))
    digest, mark, note = (_get(data, name, str, "") for name in ("digest", "mark", "note"))
    bead = Bead(pivot, version, status, score, digest, mark, note, _list(data, "comments", str))
    return IncomingBead(bead, place, _one_of(BeadStatus, data["was"]) if "was" in data else None)


def tag_of(tag: str) -> str:
    """Return a language tag in its recommended form; raise Malformed for what is none."""
    try:
        return str(parse_tag(tag))
    except TagError:
        raise Malformed(f"{tag!r} is no language tag") from None


def _get(data: Mapping[str, Any], name: str, kind: Any, default: Any) -> Any:
    value = data.get(name, default)
    # true is an int to Python, and none to JSON.
    if value is not default and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
        raise Malformed(f"what stands under {name!r} is not what belongs there")
    return value


def _list(data: Mapping[str, Any], name: str, kind: type) -> tuple[Any, ...]:
    values = _get(data, name, list, [])
    if not all(isinstance(value, kind) for value in values):
        raise Malformed(f"what stands under {name!r} is not what belongs there")
    return tuple(values)


def _one_of(kind: Callable[[str], Any], value: Any) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise Malformed(f"{value!r} is no status") from None
