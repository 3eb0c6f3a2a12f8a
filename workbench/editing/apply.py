"""Operations at work: a document and an operation give the changed document and the operation that undoes it."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError
from workbench.model.ladder import Ladder
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
from workbench.model.segment import Segment, format_text, parse_text
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
    kept = version.text.segments[start : start + count]
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
    match operation:
        case ReplaceText():
            return _replace_text(document, operation)
        case ReplaceBeads():
            return _replace_beads(document, operation, (0, 0))
        case ReplaceSegments():
            return _replace_segments(document, operation)
        case ReplaceWhole():
            return _replace_whole(document, operation)
        case ReplaceForm():
            return _replace_form(document, operation)
        case Together(operations):
            inverses: list[Operation] = []
            for each in operations:
                document, inverse = _perform(document, each)
                inverses.append(inverse)
            return document, Together(tuple(reversed(inverses)))


def _replace_text(document: Document, operation: ReplaceText) -> tuple[Document, Operation]:
    version = document.version(operation.version)
    segments = version.text.segments
    index = operation.segment
    if not 0 <= index < len(segments):
        raise NotFoundError(f"{version.tag} has no segment {index + 1} — it has {len(segments)}")
    inverse = ReplaceText(version.tag, index, segments[index].text)
    changed = (*segments[:index], replace(segments[index], text=operation.text), *segments[index + 1 :])
    return document.with_version(replace(version, text=replace(version.text, segments=changed))), inverse


def _replace_whole(document: Document, operation: ReplaceWhole) -> tuple[Document, Operation]:
    inverse = ReplaceWhole(
        tuple((tag, document.version(tag).text) for tag, _ in operation.texts),
        tuple((tag, document.ladders[tag]) for tag, _ in operation.ladders),
    )
    for tag, text in operation.texts:
        document = document.with_version(replace(document.version(tag), text=text))
    for tag, ladder in operation.ladders:
        document = document.with_ladder(tag, ladder)
    pivot = len(document.version(document.pivot).text.segments)
    for tag, ladder in document.ladders.items():
        if ladder.size() != (pivot, len(document.version(tag).text.segments)):
            raise InputError(f"the ladder of {tag} would not hold its texts")
    return document, inverse


def _replace_segments(document: Document, operation: ReplaceSegments) -> tuple[Document, Operation]:
    tag, start, count, segments = operation.version, operation.start, operation.count, operation.segments
    version = document.version(tag)
    there = version.text.segments
    if start < 0 or count < 1 or start + count > len(there):
        raise NotFoundError(f"{tag} has no segments {start + 1}–{start + count} — it has {len(there)}")
    if not segments:
        raise InputError("segments cannot become none", advice="take out words, or the version's line")
    more = len(segments) - count
    on_pivot = tag == document.pivot
    followers = {each.version for each in operation.beads}
    wanted = set(document.others()) if on_pivot else {tag}
    if (more and followers != wanted) or len(followers) != len(operation.beads) or not followers <= wanted:
        raise InputError(
            f"the ladders of {', '.join(sorted(wanted))} must follow when segments of {tag} become more or fewer"
        )
    changed = (*there[:start], *segments, *there[start + count :])
    result = document.with_version(replace(version, text=replace(version.text, segments=changed)))
    inverses: list[ReplaceBeads] = []
    for each in operation.beads:
        result, inverse = _replace_beads(result, each, (more, 0) if on_pivot else (0, more))
        inverses.append(inverse)
    return result, ReplaceSegments(tag, start, len(segments), there[start : start + count], tuple(inverses))


def _replace_beads(document: Document, operation: ReplaceBeads, more: tuple[int, int]) -> tuple[Document, ReplaceBeads]:
    """Replace beads; the new ones must hold `more` segments of pivot and version than the old ones."""
    tag, start, count, beads = operation.version, operation.start, operation.count, operation.beads
    if tag not in document.ladders:
        raise NotFoundError(f"{document.name} has no ladder for {tag!r}")
    ladder = document.ladders[tag]
    if start < 0 or count < 0 or start + count > len(ladder.beads):
        raise NotFoundError(
            f"the ladder of {tag} has no beads {start + 1}–{start + count} — it has {len(ladder.beads)}"
        )
    for bead in beads:
        if bead.pivot < 0 or bead.version < 0 or not bead.pivot + bead.version:
            raise InputError(f"a bead of {bead.pivot}–{bead.version} segments is none")
    removed = ladder.beads[start : start + count]
    before, after = Ladder(removed).size(), Ladder(beads).size()
    if (before[0] + more[0], before[1] + more[1]) != after:
        raise InputError(
            f"the ladder of {tag} would no longer add up: {before[0]}–{before[1]} segments cannot become {after[0]}–{after[1]}"
        )
    return document.with_ladder(tag, ladder.replaced(start, count, beads)), ReplaceBeads(
        tag, start, len(beads), removed
    )


def _replace_form(document: Document, operation: ReplaceForm) -> tuple[Document, Operation]:
    version = document.version(operation.version)
    text = version.text
    segments = list(text.segments)
    was: list[LineForm] = []
    for line in operation.lines:
        if not 0 <= line.segment < len(segments):
            raise NotFoundError(f"{version.tag} has no segment {line.segment + 1} — it has {len(segments)}")
        old = segments[line.segment]
        was.append(LineForm(line.segment, old.before, old.end))
        segments[line.segment] = replace(old, before=line.before, end=line.end)
    changed = replace(
        text,
        segments=tuple(segments),
        mark=text.mark if operation.mark is None else operation.mark,
        tail=text.tail if operation.tail is None else operation.tail,
    )
    if changed.starts() != text.starts() or parse_text(format_text(changed)) != changed:
        raise InputError(f"the form of {version.tag} cannot be such: its lines or paragraphs would be others")
    inverse = ReplaceForm(
        version.tag,
        None if operation.mark is None else text.mark,
        None if operation.tail is None else text.tail,
        tuple(was),
    )
    return document.with_version(replace(version, text=changed)), inverse
