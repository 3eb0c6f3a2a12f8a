"""Accepting: what a file that came back says of beads beside their texts, their statuses and notes.

As with texts three statuses are compared: the one that went out (where the file holds it), the one here now, and the file's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from workbench.alignment.side import digest_in
from workbench.editing.apply import apply
from workbench.editing.beads import note, review
from workbench.editing.edits import confirm, unconfirm
from workbench.interchange.incoming import IncomingWording
from workbench.model.document import Document
from workbench.model.ladder import BeadStatus, Span
from workbench.model.operations import Operation, Together
from workbench.model.text import forbidden_control, normalised

_RANK = {status: rank for rank, status in enumerate(BeadStatus)}
_Do = Callable[[Document, Sequence[tuple[str, Span]]], Operation]


class Fate(Enum):
    """What became of a wording: the file's was taken, stood here already, only changed here since it went out, or was left."""

    TAKEN = auto()
    SAME = auto()
    KEPT = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class Clash:
    """A status that changed in the file and cannot be taken as it is: the beads, what they have here, and the file's."""

    spans: Sequence[Span]
    ours: BeadStatus
    theirs: BeadStatus


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says of the status of some beads: what it is, and what it was when it went out (None: it does not tell)."""

    spans: Sequence[Span]
    status: BeadStatus
    had: BeadStatus | None


class Accepting:
    """Hears of each wording what its file says, and does it when the texts are in place."""

    def __init__(self, document: Document, *, of_texts: bool) -> None:
        """Take the document as it was before the import.

        `of_texts` says whether a status is of the text that the file holds, as in CAT tools, so that who changes a text there
        accepts the new one; in a table it stands in a cell of its own, and says nothing of a text that was changed beside it.
        """
        self._document = document
        self._of_texts = of_texts
        self._heard: list[tuple[str, BeadStatus, Span]] = []  # of the unit at hand
        self._statuses: list[tuple[str, BeadStatus, Span]] = []
        self._notes: dict[tuple[str, int], str] = {}

    def hear(self, tag: str, spans: Sequence[Span], wording: IncomingWording, fate: Fate) -> Sequence[Clash]:
        """Hear of a wording that stands in some beads; return the statuses that were changed here as well as in the file.

        Of a wording that was kept these are all that the file changed: they are of another text.
        """
        words = " ".join(wording.note.split())
        ours = " / ".join(dict.fromkeys(span.bead.note for span in spans if span.bead.note))
        said = " ".join(ours.split())
        if spans and words and words not in said and not forbidden_control(words):
            self._notes[tag, spans[0].index] = words if not said or said in words else f"{ours} / {words}"
        clashes = (self._status(tag, told, fate) for told in _told(wording, spans))
        return [clash for clash in clashes if clash is not None]

    def accept(self, tag: str, spans: Sequence[Span], status: BeadStatus) -> None:
        """Give some beads of a version a status, when the texts are in place."""
        self._heard.extend((tag, status, span) for span in spans)

    def end_unit(self, *, taken: bool) -> None:
        """Hear that a unit ends, of whose texts some were `taken` or none; what the document says already is forgotten."""
        self._statuses += self._heard if taken else [each for each in self._heard if _is_news(self._document, *each)]
        self._heard = []

    def _status(self, tag: str, told: _Told, fate: Fate) -> Clash | None:
        """Take a status that the file changed, or that of a wording which was taken; or return what it clashes with."""
        status, had = told.status, told.had
        if had is None or status is had:
            news = fate is Fate.SAME if had is None else self._of_texts and fate is Fate.TAKEN
            if news and status is not BeadStatus.AUTO:
                # What was accepted here since the file went out is not taken back by a file that knew less.
                self.accept(tag, [span for span in told.spans if _raises(span.bead.status, status, had)], status)
            return None
        here = min((self._now(tag, span) for span in told.spans), key=_RANK.__getitem__)
        clash = Clash(told.spans, here, status)
        if fate in (Fate.KEPT, Fate.LEFT):
            return clash if fate is Fate.KEPT and here is not status else None
        raised = _RANK[status] > _RANK[had]
        if here not in (had, status) and not (raised and _RANK[here] > _RANK[had]):
            return clash
        # One bead of several may be accepted further than all of them; who takes back takes back all.
        self.accept(tag, [span for span in told.spans if not raised or _raises(span.bead.status, status, None)], status)
        return None

    def _now(self, tag: str, span: Span) -> BeadStatus:
        """Return the status of a bead; what lapsed is nobody's word any more."""
        bead = span.bead
        lapsed = (
            bead.digest and bead.status is not BeadStatus.AUTO and bead.digest != digest_in(self._document, tag, span)
        )
        return BeadStatus.AUTO if lapsed else bead.status

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
        given: dict[BeadStatus, list[tuple[str, Span]]] = {}
        for tag, status, span in self._statuses:
            now = document.ladders[tag].span(span.index)
            if _is_news(document, tag, status, now):
                given.setdefault(status, []).append((tag, now))
        for status, beads in given.items():
            do(_DO[status](document, beads))
        return document, operations, sum(map(len, given.values())), len(self._notes)


_DO: dict[BeadStatus, _Do] = {
    BeadStatus.AUTO: lambda _, beads: unconfirm(beads),
    BeadStatus.CONFIRMED: confirm,
    BeadStatus.REVIEWED: review,
}


def _told(wording: IncomingWording, spans: Sequence[Span]) -> Iterator[_Told]:
    """Yield what a wording says of the statuses of its beads: of each, or of all together."""
    # The halves that stand elsewhere come last among the beads of a place.
    each = sorted(wording.beads, key=lambda one: one.place is not None)
    if spans and len(each) == len(spans) and all(one.had is not None for one in each):
        for span, one in zip(spans, each, strict=True):
            yield _Told((span,), one.bead.status, one.had)
    elif spans and wording.status is not None and any(normalised(segment) for segment in wording.segments):
        yield _Told(spans, wording.status, wording.had)


def _raises(here: BeadStatus, status: BeadStatus, had: BeadStatus | None) -> bool:
    return here is had or _RANK[status] >= _RANK[here]


def _is_news(document: Document, tag: str, status: BeadStatus, span: Span) -> bool:
    """Whether a bead has another status, or was accepted with other texts than those of the document."""
    wanted = digest_in(document, tag, span) if status is not BeadStatus.AUTO else ""
    return status is not span.bead.status or span.bead.digest != wanted
