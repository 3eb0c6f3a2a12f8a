"""The variants of TMX units: what a version says in every row, written as XML a block of segments at a time.

An element for each would take lxml four times as long as all the rest; what is written is only ever text that was escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from unicodedata import normalize

from workbench.interchange.labelled import gap
from workbench.interchange.tmx_unit import BEFORE_WAS, BEHIND_WAS
from workbench.interchange.wording import Wordings
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.ladder import BeadStatus, Ladder
from workbench.model.row import Rows
from workbench.model.text import digest, digests, normalised

LABEL, STATUS, SEGMENTS, NOTHING = "x-label", "x-status", "x-segments", "x-nothing"
_BLOCK = 256  # segments that are normalised and escaped at once
_QUOTES = str.maketrans({'"': "&quot;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """Return a text as it stands in an element."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Return a text as it stands in an attribute, in double quotes."""
    return f'"{escaped(text).translate(_QUOTES)}"'


@lru_cache(maxsize=1024)
def prop(kind: str, text: str) -> str:
    """Return a property; what is white space at its edges is kept."""
    return f'<prop type="{kind}">{escaped(text)}</prop>'


_BEGIN, _END = f"{BEHIND_WAS}<seg>", "</seg></tuv>"


def variants(document: Document, wordings: Wordings, rows: Rows, tag: str) -> Iterator[tuple[str, ...]]:
    """Yield for every row the variant of a version, in pieces that are to be joined; none where it says nothing there."""
    return _Variants(document, wordings, rows, tag).all()


class _Variants:
    def __init__(self, document: Document, wordings: Wordings, rows: Rows, tag: str) -> None:
        self._tag = tag
        self._pivot = tag == document.pivot
        self._segments = document.versions[tag].text.segments
        self._ladder = Ladder() if self._pivot else document.ladders[tag]
        self._labels = wordings.found(tag)
        self._wordings = wordings
        self._rows = rows

    def all(self) -> Iterator[tuple[str, ...]]:
        begin = f"<tuv xml:lang={attribute(self._tag)}>"
        told = {status: f"{begin}{prop(STATUS, status.value)}" for status in BeadStatus}
        first, said = 0, [""][:0]  # the segment that the block begins with which was written last, and the block
        bead, opened = (
            0,
            [""][:0],
        )  # the bead that the block begins with whose statuses were asked for last, and the block
        for beads, segments in self._runs():
            if not segments:
                yield ()
                continue
            if len(beads) == 1:
                at = beads[0] - bead
                if not 0 <= at < len(opened):
                    bead = beads[0] - beads[0] % _BLOCK
                    opened = self._opened(begin, told, bead)
                    at = beads[0] - bead
                lead = opened[at]
            elif beads:
                spans = [self._ladder.span(each) for each in beads]
                lead = _noted(begin, [span.bead.note for span in spans], told[self._wordings.status(self._tag, spans)])
            else:
                lead = begin
            if len(segments) == 1:
                at = segments[0] - first
                if not 0 <= at < len(said):
                    first = segments[0] - segments[0] % _BLOCK
                    said = self._block(range(first, min(first + _BLOCK, len(self._segments))))
                    at = segments[0] - first
                yield lead, said[at]
            else:
                yield lead, self._many(segments)

    def _runs(self) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        if self._pivot:
            return (((), self._rows.pivot(row)) for row in range(len(self._rows)))
        return self._rows.runs(self._tag)

    def _opened(self, begin: str, told: Mapping[BeadStatus, str], first: int) -> list[str]:
        """Return how the variant of each of some beads begins, of a block of beads from `first` on: notes and status."""
        statuses = self._wordings.statuses(self._tag, first, first + _BLOCK)
        auto = told[BeadStatus.AUTO]
        # To hash a status takes longer than to see that it is the one that nearly all have.
        opened = [auto if status is BeadStatus.AUTO else told[status] for status in statuses]
        notes = [bead.note for bead in self._ladder.beads[first : first + _BLOCK]]
        if not any(notes):
            return opened
        return [_noted(begin, (note,), lead) for note, lead in zip(notes, opened, strict=True)]

    def _block(self, segments: range) -> list[str]:
        """Return what each of some segments says as the one of its variant: normalised, escaped, its label a property."""
        raw = [segment.text for segment in self._segments[segments.start : segments.stop]]
        labels = self._labels[segments.start : segments.stop]
        texts = [text[label.end :] if label else text for text, label in zip(raw, labels, strict=True)]
        joined = "\n".join(texts)
        if not joined.isascii():
            joined = normalize("NFC", joined)
        texts = [text.strip() for text in joined.split("\n")]
        if len(texts) != len(raw):
            for segment in segments:
                self._wordings.must_be_xml(self._tag, segment)
        shown = texts if escaped(joined) is joined else [escaped(text) for text in texts]
        return [
            f"{BEFORE_WAS}{was}{_BEGIN}{text}{_END}" if label is None else self._labelled(segment, label, was, text)
            for segment, was, text, label in zip(segments, digests(texts), shown, labels, strict=True)
        ]

    def _labelled(self, segment: int, label: Label, was: str, text: str) -> str:
        told = _told(self._segments[segment].text[: label.end], label.written, self._tag)
        # A heading that is nothing but its label keeps it, and so does one whose label touches its text.
        if not text or not told:
            return _said(normalised(self._segments[segment].text))
        return f"{prop(LABEL, told)}{BEFORE_WAS}{was}{_BEGIN}{text}{_END}"

    def _label(self, segment: int, label: Label) -> str:
        """Return a label as it is told, also of a segment that is nothing else."""
        raw = self._segments[segment].text
        return label.written if label.end >= len(raw.rstrip()) else _told(raw[: label.end], label.written, self._tag)

    def _many(self, segments: Sequence[int]) -> str:
        """Return what several segments say: the properties of how long each is and of their labels, and the text of all."""
        wording = self._wordings.wording(self._tag, segments)
        assert wording is not None  # noqa: S101 - there are segments
        found = [self._labels[segment] for segment in segments]
        told = [self._label(at, label) if label else "" for at, label in zip(segments, found, strict=True)]
        texts, text = wording.texts, wording.text
        if any(label and not one for label, one in zip(found, told, strict=True)) or not any(wording.labels):
            texts = tuple(normalised(self._segments[segment].text) for segment in segments)
            text = knowledge(self._tag).joiner.join(texts)
            told = []
        lengths = prop(SEGMENTS, " ".join(str(len(one)) for one in texts))
        return f"{lengths}{''.join(prop(LABEL, label) for label in told)}{_said(text)}"


def _noted(begin: str, notes: Iterable[str], lead: str) -> str:
    """Return how a variant begins that has notes, where `lead` is how it does without them."""
    written = "".join(f"<note>{escaped(note)}</note>" for note in notes if note)
    return f"{begin}{written}{lead[len(begin) :]}"


def _said(text: str) -> str:
    """Return the end of a variant: its digest and its text."""
    return f"{BEFORE_WAS}{digest(text)}{_BEGIN}{escaped(text)}{_END}"


@lru_cache(maxsize=4096)
def _told(before: str, written: str, tag: str) -> str:
    """Return a label as it is told: with the white space behind it (`before` ends with) where the language has other there.

    A label that touches its text, where the language has a space, cannot be told: "".
    """
    behind = before.lstrip()[len(written) :]
    if behind == gap(written, tag):
        return written
    return f"{written}{behind}" if behind else ""
