"""The variants of TMX units: what a version says in every row, written as XML a block of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize

from workbench.interchange.labelled import gap
from workbench.interchange.tmx_markup import NotXmlError, attribute, escaped, prop, utf8
from workbench.interchange.tmx_told import BEFORE_WAS, BEHIND_WAS, HAD, LABEL, SEGMENTS, STATUS
from workbench.interchange.wording import Wordings
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.ladder import BeadStatus, Ladder
from workbench.model.row import Rows, Run
from workbench.model.segment import Segment
from workbench.model.text import digest, digests, normalised

_BEGIN, _END = f"{BEHIND_WAS}<seg>", "</seg></tuv>"

# A variant is written in pieces: language, notes and status; label; digest; text; and what stands around these. Where a version
# says nothing all are b"", where it says several segments, the second holds all that is behind the status.
PIECES = 7
_NO_PIECES = (b"",) * PIECES
_BEFORE_WAS, _BEFORE_TEXT, _BEHIND_TEXT = BEFORE_WAS.encode(), _BEGIN.encode(), _END.encode()


class Variants:
    """The variants of a version."""

    def __init__(self, document: Document, wordings: Wordings, rows: Rows, tag: str) -> None:
        self._tag = tag
        self._segments = document.versions[tag].text.segments
        self._ladder = Ladder() if tag == document.pivot else document.ladders[tag]
        self._labels = wordings.found(tag)
        self._wordings = wordings
        self._rows = rows
        self._pivot = tag == document.pivot
        self._begin = f"<tuv xml:lang={attribute(tag)}>"
        self._told = {status: f"{self._begin}{_status(status)}".encode() for status in BeadStatus}

    def in_rows(self, rows: range) -> Sequence[Sequence[bytes]]:
        """Return the pieces of the variants in some rows (indices) that follow each other: each piece of all rows together.

        Raises NotXmlError for a character that XML 1.0 forbids.
        """
        ones = self._rows.ones(self._tag, rows)
        if ones is None:
            return tuple(zip(*self._one_by_one(rows), strict=True))
        beads, segments = ones
        there, count = slice(segments.start, segments.stop), len(rows)
        labels, digests, texts = self._said(self._segments[there], self._labels[there])
        around = [_BEFORE_WAS] * count, [_BEFORE_TEXT] * count, [_BEHIND_TEXT] * count
        return self._leads(beads, count), labels, around[0], digests, around[1], texts, around[2]

    def _one_by_one(self, rows: range) -> Iterator[Sequence[bytes]]:
        """Yield the pieces of a variant for each row."""
        runs: Sequence[Run]
        runs = [((), self._rows.pivot(row)) for row in rows] if self._pivot else [*self._rows.runs(self._tag, rows)]
        alone = [segments[0] for _, segments in runs if len(segments) == 1]
        said = zip(*self._said([self._segments[at] for at in alone], [self._labels[at] for at in alone]), strict=True)
        for beads, segments in runs:
            if not segments:
                yield _NO_PIECES
            elif len(segments) == 1:
                label, was, text = next(said)
                yield self._lead(beads), label, _BEFORE_WAS, was, _BEFORE_TEXT, text, _BEHIND_TEXT
            else:
                yield self._lead(beads), utf8(self._many(segments)), b"", b"", b"", b"", b""

    def _leads(self, beads: range, count: int) -> Sequence[bytes]:
        """Return what variants begin with that have a bead each; those of the pivot have none."""
        if self._pivot:
            return [self._begin.encode()] * count
        auto = self._told[BeadStatus.AUTO]
        statuses = self._wordings.statuses(self._tag, beads.start, beads.stop)
        held = self._ladder.beads[beads.start : beads.stop]
        # To hash a status takes longer than to see that it is the one that nearly all have.
        return [
            auto if status is BeadStatus.AUTO and not bead.note else self._begun([bead.note], status)
            for bead, status in zip(held, statuses, strict=True)
        ]

    def _lead(self, beads: Sequence[int]) -> bytes:
        """Return what a variant begins with: its language, the notes of its beads, and the least of their statuses."""
        if not beads:
            return self._begin.encode()
        spans = [self._ladder.span(bead) for bead in beads]
        return self._begun([span.bead.note for span in spans], self._wordings.status(self._tag, spans))

    def _begun(self, notes: Sequence[str], status: BeadStatus) -> bytes:
        if not any(notes):
            return self._told[status]
        written = "".join(f"<note>{escaped(note)}</note>" for note in notes if note)
        return utf8(f"{self._begin}{written}{_status(status)}")

    def _said(
        self, segments: Sequence[Segment], found: Sequence[Label | None]
    ) -> tuple[Sequence[bytes], Sequence[bytes], Sequence[bytes]]:
        """Return what segments with their labels say, each as the one of its variant: labels, digests and texts, escaped."""
        if not segments:
            return (), (), ()
        texts = [segment.text for segment in segments]
        labels = [b""] * len(texts)
        for at, label in enumerate(found):
            if label is not None:
                labels[at], texts[at] = self._parted(texts[at], label)
        joined = "\n".join([text.strip() for text in texts])
        if not joined.isascii():
            joined = normalize("NFC", joined)
        said = written = utf8(joined).split(b"\n")
        if len(said) != len(texts):
            raise NotXmlError
        if (marked := escaped(joined)) is not joined:
            written = marked.encode("utf-8").split(b"\n")
        return labels, digests(said), written

    def _parted(self, raw: str, label: Label) -> tuple[bytes, str]:
        """Return the label of a segment as it is written, and the text behind it."""
        told, text = _label(raw[: label.end], label.written, self._tag), raw[label.end :]
        # A heading that is nothing but its label keeps it, and so does one whose label touches its text.
        return (told, text) if told and text and not text.isspace() else (b"", raw)

    def _alone(self, segment: int, label: Label) -> str:
        """Return a label as it is told, also of a segment that is nothing else."""
        raw = self._segments[segment].text
        return label.written if label.end >= len(raw.rstrip()) else _told(raw[: label.end], label.written, self._tag)

    def _many(self, segments: Sequence[int]) -> str:
        """Return what several segments say: the properties of how long each is and of their labels, and the text of all."""
        wording = self._wordings.wording(self._tag, segments)
        assert wording is not None  # noqa: S101 - there are segments
        found = [self._labels[segment] for segment in segments]
        told = [self._alone(at, label) if label else "" for at, label in zip(segments, found, strict=True)]
        texts, text = wording.texts, wording.text
        if any(label and not one for label, one in zip(found, told, strict=True)) or not any(wording.labels):
            texts = tuple(normalised(self._segments[segment].text) for segment in segments)
            text = knowledge(self._tag).joiner.join(texts)
            told = []
        lengths = prop(SEGMENTS, " ".join(str(len(one)) for one in texts))
        told_labels = "".join(prop(LABEL, label) for label in told)
        return f"{lengths}{told_labels}{BEFORE_WAS}{digest(text)}{_BEGIN}{escaped(text)}{_END}"


def _status(status: BeadStatus) -> str:
    """Return the properties of a status: also what it is now, where somebody accepted anything, which is seldom."""
    return prop(STATUS, status.value) + ("" if status is BeadStatus.AUTO else prop(HAD, status.value))


@lru_cache(maxsize=4096)
def _label(before: str, written: str, tag: str) -> bytes:
    """Return the property of a label, b"" for one that cannot be told (see `_told`); raise NotXmlError for what XML forbids."""
    told = _told(before, written, tag)
    return utf8(prop(LABEL, told)) if told else b""


def _told(before: str, written: str, tag: str) -> str:
    """Return a label as it is told: with the white space behind it (`before` ends with) where the language has other there.

    A label that touches its text, where the language has a space, cannot be told: "".
    """
    behind = before.lstrip()[len(written) :]
    if behind == gap(written, tag):
        return written
    return f"{written}{behind}" if behind else ""
