"""Segments that the pivot does not have, and segments of the pivot that most versions do not have."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, with_beads, with_text
from workbench.model.document import Document
from workbench.model.ladder import Bead
from workbench.model.row import rows
from workbench.model.segment import Segment

_SENTENCES = {
    "zh": "各方还讨论了其他问题。",
    "ru": "Стороны обсудили и другие вопросы.",
    "kk": "Тараптар басқа мәселелерді де талқылады.",
    "ky": "Тараптар башка маселелерди да талкуулашты.",
    "tg": "Ҷонибҳо масъалаҳои дигарро низ муҳокима карданд.",
    "tk": "Taraplar beýleki meseleleri hem ara alyp maslahatlaşdylar.",
    "uz": "Tomonlar boshqa masalalarni ham muhokama qildilar.",
}


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with a sentence more, at three places, and the pivot with one that five of seven leave out."""
    for tag, sentence in _SENTENCES.items():
        spans = statement.ladders[tag].spans()
        for position in (2, 15, len(spans)):
            at = spans[position].version.start if position < len(spans) else spans[-1].version.stop
            segments = list(statement.versions[tag].text.segments)
            segments.insert(at, Segment(sentence))
            beads = list(statement.ladders[tag].beads)
            beads.insert(position, Bead(0, 1))
            document = with_text(with_beads(statement, tag, beads), tag, segments)
            yield Fault("extra-text", tag, at, document, f"{tag}: {sentence!r} before bead {position}")
    table = rows(statement)
    for position in (3, 10, 20):
        yield _added_to_pivot(statement, table[position].pivot.start)


def _added_to_pivot(statement: Document, at: int) -> Fault:
    """Return the fault of a sentence before the pivot's segment `at`, where a row begins, that only zh and kk have too."""
    english = list(statement.versions["en"].text.segments)
    english.insert(at, Segment("The Parties discussed other questions, too."))
    document = with_text(statement, "en", english)
    for tag, ladder in statement.ladders.items():
        spans = ladder.spans()
        span = next(span for span in spans if span.pivot.start == at)
        bead = Bead(1, 1) if tag in ("zh", "kk") else Bead(1, 0)
        beads = list(ladder.beads)
        beads.insert(span.index, bead)
        document = with_beads(document, tag, beads)
        if bead.version:
            segments = list(statement.versions[tag].text.segments)
            segments.insert(span.version.start, Segment(_SENTENCES[tag]))
            document = with_text(document, tag, segments)
    return Fault("extra-text", "en", at, document, f"en: a sentence before segment {at} that most leave out")
