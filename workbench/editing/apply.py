"""Operations at work: a document and an operation give the changed document and the operation that undoes it."""

from __future__ import annotations

from dataclasses import replace

from workbench.editing.working import Working
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.operations import (
    Operation,
    ReplaceBeads,
    ReplaceForm,
    ReplaceSegments,
    ReplaceText,
    ReplaceWhole,
    Together,
)
from workbench.model.segment import Segment
from workbench.model.text import forbidden_control, normalised


def apply(document: Document, operation: Operation) -> tuple[Document, Operation]:
    """Return the document after `operation`, and the operation that `revert` undoes it with.

    New wordings are put in NFC and lose their outer white space. Raises InputError for the wording or form of a locked
    version, a text that is empty or holds a line break or a forbidden control, beads that would not add up, and a form
    that would change lines or paragraphs; NotFoundError for a version, segment or bead that is not there. Segments of a
    locked version may be split and joined. Nothing is changed when an operation is refused.
    """
    return _perform(document, _checked(document, operation))


def revert(document: Document, inverse: Operation) -> tuple[Document, Operation]:
    """Apply an operation that `apply` or `revert` gave back; return the document and the operation that undoes this.

    Its texts are taken verbatim, so that a line which was not in NFC before it was edited comes back as it stood.
    """
    return _perform(document, inverse)


def _checked(document: Document, operation: Operation) -> Operation:
    match operation:
        case ReplaceText(tag, segment, text):
            _check_wording(document.version(tag), text)
            return ReplaceText(tag, segment, normalised(text))
        case ReplaceBeads() | ReplaceWhole():
            return operation
        case ReplaceSegments(tag, start, count, segments, beads):
            return ReplaceSegments(
                tag, start, count, _checked_segments(document.version(tag), start, count, segments), beads
            )
        case ReplaceForm(tag):
            _check_unlocked(document.version(tag))
            return operation
        case Together(operations):
            return Together(tuple(_checked(document, each) for each in operations))


def _check_unlocked(version: Version) -> None:
    if version.locked:
        raise InputError(
            f"the wording of {version.tag} is locked: it is the official text",
            advice="correct the other versions, or unlock it in document.toml",
        )


def _checked_segments(version: Version, start: int, count: int, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    kept = tuple(version.text.segments[start : start + count])
    if version.locked and _letters(kept) != _letters(segments):
        _check_unlocked(version)
    for segment in segments:
        _check_text(segment.text)
    return tuple(
        replace(segment, text=normalised(segment.text)) if segment not in kept else segment for segment in segments
    )


def _letters(segments: tuple[Segment, ...]) -> str:
    """Return all that is no white space: what splitting and joining does not touch."""
    return "".join("".join(segment.text.split()) for segment in segments)


def _check_wording(version: Version, text: str) -> None:
    _check_unlocked(version)
    _check_text(text)


def _check_text(text: str) -> None:
    if not normalised(text):
        raise InputError("a segment cannot be empty", advice="leave one word, or press Escape")
    found = forbidden_control(text)
    if found is not None:
        position, character = found
        what = (
            "a line break"
            if character in "\n\r\x0b\x0c\x85\u2028\u2029"
            else f"the control character U+{ord(character):04X}"
        )
        raise InputError(f"a segment cannot hold {what} (at character {position + 1})", advice="take it out")


def _perform(document: Document, operation: Operation) -> tuple[Document, Operation]:
    working = Working(document)
    inverse = working.perform(operation)
    return working.document(), inverse
