"""What a version says in a row or a bead as formats hold it: its segments without their labels, and what is known of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.alignment.side import half_digest_in
from workbench.interchange.export import Export
from workbench.languages.knowledge import knowledge
from workbench.languages.segment_labels import SegmentLabels
from workbench.model.clauses import Clauses
from workbench.model.errors import InputError
from workbench.model.label import Label
from workbench.model.ladder import BeadStatus, Span
from workbench.model.row import Row
from workbench.model.text import digest, forbidden_control, normalised

KEY_LENGTH = 16  # digits of the digest in a unit's id
_KEPT = 4096  # digests of the pivot that are kept
_FIRST = 56  # bits of it behind the first byte

_ORDER = tuple(BeadStatus)  # the least first


def key_number(text: str) -> int:
    """Return the digest that the id of a unit with this text begins with, as a number (64 bits)."""
    return int(digest(text, length=KEY_LENGTH), 16)


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of a version in one unit, in NFC: without labels, joined by what the language joins with.

    `segments` are the indices of its segments, `texts` one text for each, `labels` the label that was taken out of each or "".
    """

    tag: str
    text: str
    segments: Sequence[int]
    texts: tuple[str, ...]
    labels: tuple[str, ...]


class Wordings:
    """The wordings of a document's versions, and where they stand.

    A text is gone through as wordings are asked for: memory holds what is near those that were asked for last.
    """

    def __init__(self, export: Export) -> None:
        self._document = document = export.document
        self._folder = export.folder
        self._labels = {
            tag: SegmentLabels(version.text.segments, knowledge(tag)) for tag, version in document.versions.items()
        }
        pivot = document.version(document.pivot)
        self._halves: dict[range, str] = {}  # of digests: what beads of all versions have in common
        self._clauses = Clauses(self._labels[document.pivot], pivot.text.segments)

    def wording(self, tag: str, segments: Sequence[int]) -> Wording | None:
        """Return what a version says in some of its segments (indices), or None for no segments."""
        if not segments:
            return None
        held = self._document.versions[tag].text.segments
        found = [self._labels[tag][index] for index in segments]
        raw = [held[index].text for index in segments]
        texts = tuple(normalised(text[label.end :] if label else text) for text, label in zip(raw, found, strict=True))
        text = knowledge(tag).joiner.join(text for text in texts if text)
        written = tuple(label.written if label else "" for label in found)
        if not text:
            # A heading that is nothing but its label ("Article 4") keeps it: a unit must say something.
            texts = tuple(normalised(one) for one in raw)
            text, written = " ".join(one.strip() for one in texts), tuple("" for _ in written)
        return Wording(tag, text, segments, texts, written)

    def text(self, tag: str, segments: Sequence[int]) -> str:
        """Return the text of a wording (see `wording`), "" for no segments."""
        if len(segments) == 1:
            raw, label = self._document.versions[tag].text.segments[segments[0]].text, self._labels[tag][segments[0]]
            return normalised(raw[label.end :] if label else raw) or normalised(raw)
        wording = self.wording(tag, segments)
        return wording.text if wording else ""

    def texts(self, tag: str, segments: range) -> list[str]:
        """Return the text of each of some segments (indices) that follow each other, as the only one of its wording."""
        raw = [segment.text for segment in self._document.versions[tag].text.segments[segments.start : segments.stop]]
        found = self._labels[tag][segments.start : segments.stop]
        behind = (text[label.end :] if label else text for text, label in zip(raw, found, strict=True))
        return [normalised(text) or normalised(whole) for text, whole in zip(behind, raw, strict=True)]

    def labels(self, tag: str, segments: Sequence[int]) -> tuple[str, ...]:
        """Return the labels that some segments (indices) of a version begin with as they are written, "" for none."""
        found = (self._labels[tag][index] for index in segments)
        return tuple(label.written if label else "" for label in found)

    def in_row(self, row: Row) -> dict[str, Wording]:
        """Return the wordings of the versions that have text in a row, by tag, the document's order."""
        found = {tag: self.wording(tag, row.segments(tag, self._document.pivot)) for tag in self._document.versions}
        return {tag: wording for tag, wording in found.items() if wording}

    def said(self, row: Row) -> str:
        """Return the text that tells a row from others: the pivot's, that of all versions where the pivot says nothing."""
        if row.pivot:
            return self.text(self._document.pivot, row.pivot)
        return "\n".join(wording.text for wording in self.in_row(row).values())

    def found(self, tag: str) -> Sequence[Label | None]:
        """Return the label of every segment of a version, or None."""
        return self._labels[tag]

    def statuses(self, tag: str, start: int, end: int) -> list[BeadStatus]:
        """Return the statuses of the beads from `start` to `end` (exclusive) of a version, as `status` has them."""
        ladder = self._document.ladders[tag]
        beads = ladder.beads[start:end]
        if not any(bead.digest for bead in beads):
            return [bead.status for bead in beads]
        spans = ladder.spans()[start:end]
        return [self._status(tag, span) if span.bead.digest else span.bead.status for span in spans]

    def status(self, tag: str, spans: Sequence[Span]) -> BeadStatus:
        """Return the least status of some beads; what lapsed is nobody's word any more."""
        statuses = [self._status(tag, span) if span.bead.digest else span.bead.status for span in spans]
        return statuses[0] if len(statuses) == 1 else min(statuses, key=_ORDER.index)

    def _status(self, tag: str, span: Span) -> BeadStatus:
        half = half_digest_in(self._document.versions[tag], span.version)
        return span.bead.status if span.bead.digest == self._pivot_half(span.pivot) + half else BeadStatus.AUTO

    def _pivot_half(self, segments: range) -> str:
        found = self._halves.get(segments)
        if found is None:
            if len(self._halves) >= _KEPT:
                self._halves.clear()
            found = self._halves[segments] = half_digest_in(self._document.versions[self._document.pivot], segments)
        return found

    def clause(self, pivot: range) -> str:
        """Return the name of the clause that some pivot segments begin in, of the one before them where there are none."""
        at = pivot.start if pivot else pivot.start - 1
        return self._clauses.name(at) if at >= 0 else "0"

    def must_be_xml(self, tag: str, segment: int) -> None:
        """Raise InputError, naming the segment (its index), for a character that XML 1.0 forbids."""
        text = self._document.versions[tag].text
        found = forbidden_control(text.segments[segment].text)
        if found:
            raise InputError(
                f"XML forbids the character U+{ord(found[1]):04X} in segment {segment + 1} of {tag}",
                path=f"{self._folder}/{tag}.txt" if self._folder else "",
                line=text.lines()[segment],
                advice="take it out",
            )


class Keys:
    """The ids of units: a digest of a text and the number of its occurrence, counted as they are asked for.

    Twelve bytes are held of each text that is another.
    """

    def __init__(self) -> None:
        # By the first byte of the digests: those that were there, ascending, and how often each was.
        self._seen = [(array("Q"), array("I")) for _ in range(1 << 4 * KEY_LENGTH - _FIRST)]

    def key(self, text: str) -> str:
        """Return the id of the next unit whose pivot text this is."""
        found = digest(text, length=KEY_LENGTH)
        number = int(found, 16)
        numbers, counts = self._seen[number >> _FIRST]
        at = bisect_left(numbers, number)
        if at == len(numbers) or numbers[at] != number:
            numbers.insert(at, number)
            counts.insert(at, 0)
        counts[at] += 1
        return f"{found}-{counts[at]}"
