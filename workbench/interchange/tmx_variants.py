"""The variants of TMX units: what a version says in every row, written as XML a block of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

from workbench.interchange.labelled import gap
from workbench.interchange.tmx_markup import NotXmlError, attribute, escaped, prop, utf8
from workbench.interchange.tmx_told import BEFORE_WAS, BEHIND_WAS, LABEL, SEGMENTS, STATUS
from workbench.interchange.wording import Wordings
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.ladder import BeadStatus
from workbench.model.row import Rows
from workbench.model.text import digest, digests, normalised

_BEGIN, _END = f"{BEHIND_WAS}<seg>", "</seg></tuv>"
_ORDER = tuple(BeadStatus)  # the least first

Run = tuple[Sequence[int], Sequence[int]]  # the beads and the segments of a version in a row, by their indices

# A variant is written in pieces: language, notes and status; label; digest; text; and what stands around these. Where a version
# says nothing all are b"", where it says several segments, the second holds all that is behind the status.
PIECES = 7
_NO_PIECES = (b"",) * PIECES
_BEFORE_WAS, _BEFORE_TEXT, _BEHIND_TEXT = BEFORE_WAS.encode(), _BEGIN.encode(), _END.encode()


class Variants:
    """The variants of a version, row by row."""

    def __init__(self, document: Document, wordings: Wordings, rows: Rows, tag: str) -> None:
        self._tag = tag
        self._segments = document.versions[tag].text.segments
        self._labels = wordings.found(tag)
        self._wordings = wordings
        self._statuses = wordings.statuses(tag)
        self._beads = () if tag == document.pivot else document.ladders[tag].beads
        self._runs: Iterator[Run] = (
            (((), rows.pivot(row)) for row in range(len(rows))) if tag == document.pivot else rows.runs(tag)
        )
        self._begin = f"<tuv xml:lang={attribute(tag)}>"
        self._auto = f"{self._begin}{prop(STATUS, BeadStatus.AUTO.value)}".encode()

    def next_rows(self, count: int) -> Sequence[Sequence[bytes]]:
        """Return the pieces of the variants of so many rows that come next: of each piece all rows' in a sequence.

        Raises NotXmlError for a character that XML 1.0 forbids.
        """
        runs = list(islice(self._runs, count))
        said = self._said([segments[0] for _, segments in runs if len(segments) == 1])
        if len(said[0]) == len(runs):
            labels, digests, texts = said
            return (
                [self._lead(beads) for beads, _ in runs],
                labels,
                [_BEFORE_WAS] * len(runs),
                digests,
                [_BEFORE_TEXT] * len(runs),
                texts,
                [_BEHIND_TEXT] * len(runs),
            )
        return tuple(zip(*self._variants(runs, zip(*said, strict=True)), strict=True))

    def _variants(self, runs: Iterable[Run], said: Iterator[Sequence[bytes]]) -> Iterator[Sequence[bytes]]:
        """Yield the pieces of a variant for each row; `said` are those of the rows of one segment."""
        for beads, segments in runs:
            if not segments:
                yield _NO_PIECES
            elif len(segments) == 1:
                label, was, text = next(said)
                yield self._lead(beads), label, _BEFORE_WAS, was, _BEFORE_TEXT, text, _BEHIND_TEXT
            else:
                yield self._lead(beads), utf8(self._many(segments)), b"", b"", b"", b"", b""

    def _lead(self, beads: Sequence[int]) -> bytes:
        """Return what a variant begins with: its language, the notes of its beads, and the least of their statuses."""
        if len(beads) == 1 and self._statuses[beads[0]] is BeadStatus.AUTO and not self._beads[beads[0]].note:
            return self._auto  # what nearly all begin with
        notes = "".join(f"<note>{escaped(note)}</note>" for bead in beads if (note := self._beads[bead].note))
        statuses = [self._statuses[bead] for bead in beads]
        status = prop(STATUS, min(statuses, key=_ORDER.index).value) if statuses else ""
        return utf8(f"{self._begin}{notes}{status}")

    def _said(self, segments: Sequence[int]) -> Sequence[Sequence[bytes]]:
        """Return what some segments say, each as the one of its variant: labels, digests and texts, normalised and escaped."""
        if not segments:
            return (), (), ()
        texts = [self._segments[segment].text for segment in segments]
        labels = [b""] * len(texts)
        for at, segment in enumerate(segments):
            label = self._labels[segment]
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
        return labels, [was.encode() for was in digests(said)], written

    def _parted(self, raw: str, label: Label) -> tuple[bytes, str]:
        """Return the label of a segment as it is written, and the text behind it."""
        told, text = _told(raw[: label.end], label.written, self._tag), raw[label.end :]
        # A heading that is nothing but its label keeps it, and so does one whose label touches its text.
        return (_label(told), text) if told and text and not text.isspace() else (b"", raw)

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


@lru_cache(maxsize=1024)
def _label(told: str) -> bytes:
    """Return the property of a label; raise NotXmlError for what XML forbids."""
    return utf8(prop(LABEL, told))


@lru_cache(maxsize=4096)
def _told(before: str, written: str, tag: str) -> str:
    """Return a label as it is told: with the white space behind it (`before` ends with) where the language has other there.

    A label that touches its text, where the language has a space, cannot be told: "".
    """
    behind = before.lstrip()[len(written) :]
    if behind == gap(written, tag):
        return written
    return f"{written}{behind}" if behind else ""
