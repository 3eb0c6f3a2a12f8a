"""Operations as JSON values, for the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.operations import (
    LineForm,
    Operation,
    ReplaceBeads,
    ReplaceForm,
    ReplaceSegments,
    ReplaceText,
    ReplaceWhole,
    Together,
)
from workbench.model.segment import Segment, Text


def operation_to_json(operation: Operation) -> dict[str, Any]:
    """Return the operation as a value that `json.dumps` takes; its key `operation` says which it is."""
    match operation:
        case ReplaceText(tag, segment, text):
            return {"operation": "text", "version": tag, "segment": segment, "text": text}
        case ReplaceBeads(tag, start, count, beads):
            return {
                "operation": "beads",
                "version": tag,
                "start": start,
                "count": count,
                "beads": [_bead_to_json(bead) for bead in beads],
            }
        case ReplaceSegments(tag, start, count, segments, following):
            return {
                "operation": "segments",
                "version": tag,
                "start": start,
                "count": count,
                "segments": [_segment_to_json(segment) for segment in segments],
                "beads": [operation_to_json(each) for each in following],
            }
        case ReplaceWhole(texts, ladders):
            return {
                "operation": "whole",
                "texts": {
                    tag: {"segments": list(map(_segment_to_json, text.segments)), "mark": text.mark, "tail": text.tail}
                    for tag, text in texts
                },
                "ladders": {tag: list(map(_bead_to_json, ladder.beads)) for tag, ladder in ladders},
            }
        case ReplaceForm(tag, mark, tail, lines):
            return {
                "operation": "form",
                "version": tag,
                "mark": mark,
                "tail": tail,
                "lines": [[line.segment, line.before, line.end] for line in lines],
            }
        case Together(operations):
            return {"operation": "together", "operations": [operation_to_json(each) for each in operations]}


def operation_from_json(value: Mapping[str, Any]) -> Operation:
    """Return the operation of a value that `operation_to_json` made; raise InputError for any other."""
    try:
        match value["operation"]:
            case "text":
                return ReplaceText(str(value["version"]), int(value["segment"]), str(value["text"]))
            case "beads":
                beads = tuple(_bead_from_json(bead) for bead in value["beads"])
                return ReplaceBeads(str(value["version"]), int(value["start"]), int(value["count"]), beads)
            case "segments":
                segments = tuple(map(_segment_from_json, value["segments"]))
                followers = tuple(map(operation_from_json, value["beads"]))
                if not all(isinstance(each, ReplaceBeads) for each in followers):
                    raise InputError("not an operation: what follows segments must be beads")
                return ReplaceSegments(
                    str(value["version"]),
                    int(value["start"]),
                    int(value["count"]),
                    segments,
                    tuple(each for each in followers if isinstance(each, ReplaceBeads)),
                )
            case "whole":
                texts = {
                    str(tag): Text(
                        tuple(map(_segment_from_json, text["segments"])), str(text["mark"]), str(text["tail"])
                    )
                    for tag, text in value["texts"].items()
                }
                ladders = {
                    str(tag): Ladder(tuple(map(_bead_from_json, held))) for tag, held in value["ladders"].items()
                }
                return ReplaceWhole(tuple(texts.items()), tuple(ladders.items()))
            case "form":
                lines = tuple(LineForm(int(segment), str(before), str(end)) for segment, before, end in value["lines"])
                return ReplaceForm(
                    str(value["version"]), _text_or_none(value["mark"]), _text_or_none(value["tail"]), lines
                )
            case "together":
                return Together(tuple(operation_from_json(each) for each in value["operations"]))
            case other:
                raise InputError(f"no operation {other!r} is known")
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"not an operation: {error}") from error


def _segment_to_json(segment: Segment) -> list[str]:
    return [segment.text, segment.before, segment.end]


def _segment_from_json(value: Sequence[Any]) -> Segment:
    text, before, end = value
    return Segment(str(text), str(before), str(end))


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)


def _bead_to_json(bead: Bead) -> dict[str, Any]:
    # What has its default value is left out, so that the line of a journal stays readable.
    full = {
        "pivot": bead.pivot,
        "version": bead.version,
        "status": str(bead.status),
        "score": bead.score,
        "digest": bead.digest,
        "mark": bead.mark,
        "note": bead.note,
        "comments": list(bead.comments),
    }
    return {
        key: value
        for key, value in full.items()
        if key in ("pivot", "version", "status") or value not in (None, "", [])
    }


def _bead_from_json(value: Mapping[str, Any]) -> Bead:
    score = value.get("score")
    return Bead(
        pivot=int(value["pivot"]),
        version=int(value["version"]),
        status=BeadStatus(value["status"]),
        score=None if score is None else float(score),
        digest=str(value.get("digest", "")),
        mark=str(value.get("mark", "")),
        note=str(value.get("note", "")),
        comments=tuple(str(comment) for comment in value.get("comments", ())),
    )
