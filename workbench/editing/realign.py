"""Realigning while one edits: the aligner's ladders around what people accepted, as an operation of the session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder, Span
from workbench.model.operations import Operation, ReplaceBeads, Together
from workbench.model.pause import Pause, go_on

if TYPE_CHECKING:
    from workbench.alignment.documents import Aligner
    from workbench.alignment.explain import Reason


@runtime_checkable
class Aligning(Protocol):
    """What can align at a pace: `pause` is called again and again, and ends the work by what it raises."""

    def at_pace(self, document: Document, pause: Pause) -> Operation | None:
        """Return the operation that aligns a document anew."""


class Realigner:
    """Realigns all versions of a document, the first time by everything it knows, then quickly as long as no text changes.

    Any thread may ask; one is answered at a time, at its own pace: `pause` is called again and again, and ends the work by
    what it raises.
    """

    def __init__(
        self, encoder: Callable[[], SentenceEncoder | None], termbase: Callable[[], TermBase] = TermBase
    ) -> None:
        """Take what loads the encoder when it is needed first, and what gives the glossary."""
        self._load = encoder
        self._termbase = termbase
        self._aligner: Aligner | None = None
        self._lock = Lock()
        self._pause: Pause = go_on

    def __call__(self, document: Document) -> Operation | None:
        """Return the operation that aligns a document around its accepted beads; None where all is so already.

        Raises what the encoder raises.
        """
        return self.at_pace(document, go_on)

    def at_pace(self, document: Document, pause: Pause) -> Operation | None:
        """Return the same; raise what `pause` raises too, and begin anew when asked again."""
        with self._held(pause):
            if self._aligner is not None and self._aligner.aligned and self._aligner.knows(document):
                return replacing(document, self._aligner.around(document))
            aligner = self._aligner = self._new(document)
            return replacing(document, {tag: aligner.ladder(tag) for tag in document.others()})

    def reasons(self, document: Document, tag: str, span: Span, pause: Pause = go_on) -> tuple[Reason, ...]:
        """Return why a bead of a version is as it is, the weightiest first. Raises what the encoder and `pause` raise."""
        from workbench.alignment.explain import reasons

        with self._held(pause):
            if self._aligner is None or not self._aligner.knows(document):
                self._aligner = self._new(document)
            return reasons(self._aligner.engine, self._aligner.number(tag), span.pivot, span.version)

    @contextmanager
    def _held(self, pause: Pause) -> Iterator[None]:
        """Have the aligner for oneself, at one's own pace."""
        with self._lock:
            self._pause = pause
            pause()  # who had it before may have taken long
            yield

    def _new(self, document: Document) -> Aligner:
        # The engine needs numpy, which an editor that never aligns need not wait for.
        from workbench.alignment.documents import Aligner

        return Aligner(document, self._load(), self._termbase(), lambda: self._pause())


def repaired(document: Document, tag: str, pause: Pause = go_on) -> Ladder:
    """Return the ladder of a version, aligned anew where it does not hold the texts, without vectors: what a merge needs.

    `pause` is called again and again; raises what it raises.
    """
    from workbench.alignment.documents import Aligner

    return Aligner(document, None, pause=pause).repaired(tag)


def mended(document: Document, pause: Pause = go_on) -> Document:
    """Return a document with the ladders aligned anew, without vectors, that do not hold its texts.

    `pause` is called again and again; raises what it raises.
    """
    from workbench.alignment.documents import Aligner

    aligner = Aligner(document, None, pause=pause)
    for tag in document.others():
        document = document.with_ladder(tag, aligner.repaired(tag))
    return document


def replacing(document: Document, ladders: Mapping[str, Ladder]) -> Operation | None:
    """Return the operation that puts new ladders in the place of a document's, or None where none has other beads.

    Beads at either end of a ladder that are as before keep the scores that they had. Old and new ladders hold all
    segments.
    """
    found = tuple(
        operation
        for tag, ladder in ladders.items()
        for operation in _replacing(tag, document.ladders[tag].beads, ladder.beads)
    )
    return Together(found) if found else None


def _replacing(tag: str, old: Sequence[Bead], new: Sequence[Bead]) -> Iterator[Operation]:
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    if first + last < len(old):
        yield ReplaceBeads(tag, first, len(old) - first - last, tuple(new[first : len(new) - last]))


def _alike(old: Sequence[Bead], new: Sequence[Bead]) -> int:
    """Return how many beads from the beginning tie the same segments in the same way."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if (one.pivot, one.version, one.mark, one.status) != (other.pivot, other.version, other.mark, other.status):
            break
        count += 1
    return count
