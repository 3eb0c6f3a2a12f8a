"""Accepting: what a file that came back says of beads beside their texts, their statuses and notes."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.alignment.side import digest_in
from workbench.editing.apply import apply
from workbench.editing.beads import note, review
from workbench.editing.edits import confirm
from workbench.interchange.incoming import IncomingWording
from workbench.model.document import Document
from workbench.model.ladder import BeadStatus, Span
from workbench.model.operations import Operation, Together
from workbench.model.text import forbidden_control, normalised

_RANK = {status: rank for rank, status in enumerate(BeadStatus)}


class Accepting:
    """Hears of each wording what its file says, and does it when the texts are in place."""

    def __init__(self) -> None:
        self._heard: list[tuple[str, BeadStatus, Span]] = []  # of the unit at hand
        self._statuses: list[tuple[str, BeadStatus, Span]] = []
        self._notes: dict[tuple[str, int], str] = {}

    def hear(self, tag: str, spans: Sequence[Span], wording: IncomingWording, *, taken: bool, same: bool) -> None:
        """Hear of a wording that stands in some beads; it was `taken`, or was the `same` here already, or neither."""
        status = wording.status
        says = any(normalised(segment) for segment in wording.segments)
        if status is not None and says and self._tells(status, wording.had, taken=taken, same=same):
            for span in spans:
                # What was accepted here since the file went out is not taken back by a file that knew less.
                if span.bead.status is wording.had or _RANK[status] >= _RANK[span.bead.status]:
                    self._heard.append((tag, status, span))
        words = " ".join(wording.note.split())
        ours = " / ".join(dict.fromkeys(span.bead.note for span in spans if span.bead.note))
        said = " ".join(ours.split())
        if spans and words and words not in said and not forbidden_control(words):
            self._notes[tag, spans[0].index] = words if not said or said in words else f"{ours} / {words}"

    def end_unit(self, document: Document, *, taken: bool) -> None:
        """Hear that a unit ends, of whose texts some were `taken` or none; what the document says already is forgotten."""
        self._statuses += self._heard if taken else [each for each in self._heard if _is_news(document, *each)]
        self._heard = []

    @staticmethod
    def _tells(status: BeadStatus, had: BeadStatus | None, *, taken: bool, same: bool) -> bool:
        """Whether a status is news: one that the file changed, or that of a wording which was taken.

        A file that does not tell what the status was says nothing of a wording that changed.
        """
        if status is BeadStatus.AUTO or not (taken or same) or (had is None and taken):
            return False
        return taken or status is not had

    def finish(self, document: Document) -> tuple[Document, Sequence[Operation], int, int]:
        """Return the document with statuses and notes, the operations that give them, and how many beads got which.

        The ladders have as many beads as when they were heard of.
        """
        operations: list[Operation] = []

        def do(operation: Operation) -> None:
            nonlocal document
            changed, _ = apply(document, operation)
            if changed != document:
                operations.append(operation)
                document = changed

        if self._notes:
            do(Together(tuple(note(document, tag, index, text) for (tag, index), text in self._notes.items())))
        accepted: dict[BeadStatus, list[tuple[str, Span]]] = {}
        for tag, status, span in self._statuses:
            now = document.ladders[tag].span(span.index)
            if _is_news(document, tag, status, now):
                accepted.setdefault(status, []).append((tag, now))
        for status, beads in accepted.items():
            do((review if status is BeadStatus.REVIEWED else confirm)(document, beads))
        return document, operations, sum(map(len, accepted.values())), len(self._notes)


def _is_news(document: Document, tag: str, status: BeadStatus, span: Span) -> bool:
    """Whether a bead has another status, or was accepted with other texts than those of the document."""
    return status is not span.bead.status or span.bead.digest != digest_in(document, tag, span)
