"""A document at work: what operations do to it, one after another, and what undoes each.

Texts are opened and ladders are lists while it lasts, so that thousands of operations that are one act cost as many steps, not
as many copies of the texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.model.document import Document
from workbench.model.errors import InputError, NotFoundError
from workbench.model.ladder import Bead, Ladder
from workbench.model.opened import Opened
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
from workbench.model.segment import format_text, parse_text


@dataclass(slots=True)
class _Beads:
    """The beads of a ladder as they are by now, and how many of the ladder's stand untouched before and behind what changed."""

    ladder: Ladder
    beads: list[Bead]
    before: int
    behind: int

    def replaced(self, start: int, count: int, beads: Sequence[Bead]) -> None:
        self.before = min(self.before, start)
        self.behind = min(self.behind, len(self.beads) - start - count)
        self.beads[start : start + count] = beads

    def done(self) -> Ladder:
        """Return the ladder; it knows where its beads begin where the one before did and their counts are the same."""
        if self.before > len(self.ladder.beads) - self.behind:
            return self.ladder
        changed = self.beads[self.before : len(self.beads) - self.behind]
        return self.ladder.replaced(self.before, len(self.ladder.beads) - self.behind - self.before, changed)


class Working:
    """A document while operations are performed on it. One that was refused leaves it of no use: nothing of it is to be kept."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._segments: dict[str, Opened] = {}
        self._ladders: dict[str, _Beads] = {}

    def document(self) -> Document:
        """Return the document as it is by now."""
        document = self._document
        for tag, segments in self._segments.items():
            version = document.versions[tag]
            document = document.with_version(replace(version, text=replace(version.text, segments=segments.done())))
        for tag, beads in self._ladders.items():
            document = document.with_ladder(tag, beads.done())
        self._document, self._segments, self._ladders = document, {}, {}
        return document

    def perform(self, operation: Operation) -> Operation:
        """Do an operation, and return the one that undoes it; raises what `workbench.editing.apply.apply` raises."""
        match operation:
            case ReplaceText():
                return self._replace_text(operation)
            case ReplaceBeads():
                return self._replace_beads(operation, (0, 0))
            case ReplaceSegments():
                return self._replace_segments(operation)
            case ReplaceWhole():
                return self._replace_whole(operation)
            case ReplaceForm():
                return self._replace_form(operation)
            case Together(operations):
                return Together(tuple([self.perform(each) for each in operations][::-1]))

    def _segments_of(self, tag: str) -> Opened:
        if tag not in self._segments:
            self._segments[tag] = Opened(self._document.version(tag).text.segments)
        return self._segments[tag]

    def _beads_of(self, tag: str) -> _Beads:
        if tag not in self._ladders:
            if tag not in self._document.ladders:
                raise NotFoundError(f"{self._document.name} has no ladder for {tag!r}")
            ladder = self._document.ladders[tag]
            count = len(ladder.beads)
            self._ladders[tag] = _Beads(ladder, list(ladder.beads), count + 1, count + 1)
        return self._ladders[tag]

    def _replace_text(self, operation: ReplaceText) -> Operation:
        tag, index = operation.version, operation.segment
        segments = self._segments_of(tag)
        if not 0 <= index < len(segments):
            raise NotFoundError(f"{tag} has no segment {index + 1} — it has {len(segments)}")
        inverse = ReplaceText(tag, index, segments[index].text)
        segments.put(index, 1, (replace(segments[index], text=operation.text),))
        return inverse

    def _replace_beads(self, operation: ReplaceBeads, more: tuple[int, int]) -> ReplaceBeads:
        """Replace beads; the new ones must hold `more` segments of pivot and version than the old ones."""
        tag, start, count, beads = operation.version, operation.start, operation.count, operation.beads
        held = self._beads_of(tag)
        there = len(held.beads)
        if start < 0 or count < 0 or start + count > there:
            raise NotFoundError(f"the ladder of {tag} has no beads {start + 1}–{start + count} — it has {there}")
        for bead in beads:
            if bead.pivot < 0 or bead.version < 0 or not bead.pivot + bead.version:
                raise InputError(f"a bead of {bead.pivot}–{bead.version} segments is none")
        removed = tuple(held.beads[start : start + count])
        before, after = Ladder(removed).size(), Ladder(beads).size()
        if (before[0] + more[0], before[1] + more[1]) != after:
            said = f"{before[0]}–{before[1]} segments cannot become {after[0]}–{after[1]}"
            raise InputError(f"the ladder of {tag} would no longer add up: {said}")
        held.replaced(start, count, beads)
        return ReplaceBeads(tag, start, len(beads), removed)

    def _replace_segments(self, operation: ReplaceSegments) -> Operation:
        tag, start, count, segments = operation.version, operation.start, operation.count, operation.segments
        there = self._segments_of(tag)
        if start < 0 or count < 1 or start + count > len(there):
            raise NotFoundError(f"{tag} has no segments {start + 1}–{start + count} — it has {len(there)}")
        if not segments:
            raise InputError("segments cannot become none", advice="take out words, or the version's line")
        more = len(segments) - count
        on_pivot = tag == self._document.pivot
        followers = {each.version for each in operation.beads}
        wanted = set(self._document.others()) if on_pivot else {tag}
        if (more and followers != wanted) or len(followers) != len(operation.beads) or not followers <= wanted:
            raise InputError(
                f"the ladders of {', '.join(sorted(wanted))} must follow when segments of {tag} become more or fewer"
            )
        removed = there.between(start, start + count)
        there.put(start, count, segments)
        inverses = tuple([self._replace_beads(each, (more, 0) if on_pivot else (0, more)) for each in operation.beads])
        return ReplaceSegments(tag, start, len(segments), removed, inverses)

    def _replace_whole(self, operation: ReplaceWhole) -> Operation:
        document = self.document()
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
        self._document = document
        return inverse

    def _replace_form(self, operation: ReplaceForm) -> Operation:
        document = self.document()
        version = document.version(operation.version)
        text = version.text
        segments = Opened(text.segments)
        was: list[LineForm] = []
        for line in operation.lines:
            if not 0 <= line.segment < len(segments):
                raise NotFoundError(f"{version.tag} has no segment {line.segment + 1} — it has {len(segments)}")
            old = segments[line.segment]
            was.append(LineForm(line.segment, old.before, old.end))
            segments.put(line.segment, 1, (replace(old, before=line.before, end=line.end),))
        changed = replace(
            text,
            segments=segments.done(),
            mark=text.mark if operation.mark is None else operation.mark,
            tail=text.tail if operation.tail is None else operation.tail,
        )
        if changed.starts() != text.starts() or parse_text(format_text(changed)) != changed:
            raise InputError(f"the form of {version.tag} cannot be such: its lines or paragraphs would be others")
        self._document = document.with_version(replace(version, text=changed))
        return ReplaceForm(
            version.tag,
            None if operation.mark is None else text.mark,
            None if operation.tail is None else text.tail,
            tuple(was),
        )
