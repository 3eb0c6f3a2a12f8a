"""The one seam through which documents are aligned: sides, vectors and evidence to the engine, ladders back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from workbench.alignment.anchors import fixed_beads, in_step
from workbench.alignment.carry import carried
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.evidence.evidence import Evidence
from workbench.alignment.evidence.plain import plain_evidence
from workbench.alignment.evidence.terms import Terms
from workbench.alignment.repair import repaired
from workbench.alignment.side import Side, side_of
from workbench.alignment.together import Together
from workbench.glossary.termbase import TermBase
from workbench.languages.labels import labels
from workbench.model.document import Document
from workbench.model.ladder import Ladder, Span
from workbench.model.pause import Pause, go_on


def align_document(
    document: Document,
    encoder: SentenceEncoder | None,
    termbase: TermBase | None = None,
    tags: Collection[str] | None = None,
) -> Document:
    """Return the document with new ladders for the versions `tags` (all, where None); what a person accepted stays.

    `encoder` None aligns without vectors. Raises what the encoder raises.
    """
    aligner = Aligner(document, encoder, termbase)
    for tag in document.others() if tags is None else tags:
        document = document.with_ladder(tag, aligner.ladder(tag))
    return document


class Aligner:
    """The engine over all versions of one document: each bears witness for the others, whichever are asked for.

    Nothing is embedded or aligned before the first ladder is asked for, and then once.
    """

    def __init__(
        self,
        document: Document,
        encoder: SentenceEncoder | None,
        termbase: TermBase | None = None,
        pause: Pause = go_on,
    ) -> None:
        """Take a document, whose ladders may be missing or out of step; `encoder` None aligns without vectors.

        `pause` is called again and again while it is at work; what it raises ends that.
        """
        self.document = document
        self._encoder = encoder
        self._termbase = termbase
        self._pause = pause
        self._tags = (document.pivot, *document.others())
        self._sides = [side_of(document.version(tag)) for tag in self._tags]

    def ladder(self, tag: str) -> Ladder:
        """Return a new ladder for a version; what a person accepted, comments and notes stay. Raises what encoders do."""
        new = self._run[1][self.number(tag) - 1]
        return Ladder(carried(self._old(tag).beads, new.beads))

    def repaired(self, tag: str) -> Ladder:
        """Return the ladder of a version, aligned anew only where it is out of step with the texts."""
        pivot, version = self._sides[0], self._sides[self.number(tag)]
        old = self._old(tag)
        if in_step(old, pivot, version):
            return old
        return repaired(old, pivot, version, self._run[1][self.number(tag) - 1])

    def around(self, document: Document) -> dict[str, Ladder]:
        """Return the ladders of all versions around what was accepted since, in `document`, whose texts are the same.

        Much quicker than the first alignment: what that learned of the texts is not asked again.
        """
        ladders = self.engine.again(self._fixed(document))
        return {
            tag: Ladder(carried(document.ladders[tag].beads, ladder.beads))
            for tag, ladder in zip(self._tags[1:], ladders, strict=True)
        }

    def knows(self, document: Document) -> bool:
        """Return whether `document` has the texts that this aligner was made for, so that `around` can be asked."""
        tags = (document.pivot, *document.others())
        return tags == self._tags and all(
            document.versions[tag].text == self.document.versions[tag].text for tag in tags
        )

    def number(self, tag: str) -> int:
        """Return the number of a version among the engine's sides; the pivot's is 0."""
        return self._tags.index(tag)

    @property
    def aligned(self) -> bool:
        """Whether all versions are aligned already: what is asked now is answered quickly."""
        return "_run" in self.__dict__

    @property
    def engine(self) -> Together:
        """The engine, after it has aligned all versions."""
        return self._run[0]

    @cached_property
    def _run(self) -> tuple[Together, list[Ladder]]:
        vectors = []
        for tag, side in zip(self._tags, self._sides, strict=True):
            self._pause()
            vectors.append(None if self._encoder is None else self._encoder.encode(wordings(side), tag))
        engine = Together(self._sides, vectors, self._fixed(self.document), self._evidence(), pause=self._pause)
        return engine, engine.run()

    def _fixed(self, document: Document) -> dict[int, Sequence[Span]]:
        ladders = [document.ladders.get(tag, Ladder()) for tag in self._tags]
        return {
            number: fixed_beads(ladders[number], self._sides[0], self._sides[number])
            for number in range(1, len(self._tags))
        }

    def _evidence(self) -> dict[int, Sequence[Evidence]]:
        if self._termbase is None:
            return {}
        pivot, name = self.document.pivot, self.document.name
        return {
            number: (*plain_evidence(), Terms(self._termbase, (pivot, tag), name))
            for number, tag in enumerate(self._tags[1:], start=1)
        }

    def _old(self, tag: str) -> Ladder:
        return self.document.ladders.get(tag, Ladder())


def wordings(side: Side) -> list[str]:
    """Return the segments without their labels: a label is evidence of its own."""
    found = labels(side.segments, side.knowledge)
    return [text[label.end :] or text if label else text for text, label in zip(side.segments, found, strict=True)]
