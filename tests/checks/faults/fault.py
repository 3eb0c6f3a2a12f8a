"""A fault: the statement with one thing wrong, and what must be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.checks.outline import written_like
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.ladder import Bead
from workbench.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in `document`, which is otherwise the statement.

    `check` must report it for `version` (None where no majority names the odd one) in segment `segment` (0-based) of
    that version, or of what stands in another version alone: then `segment` is None. `what` says what was done, for the
    failure's message.
    """

    check: str
    version: str | None
    segment: int | None
    document: Document
    what: str


def replaced(statement: Document, check: str, tag: str, old: str, new: str) -> Fault:
    """Return the fault of writing `new` for `old`, which must stand in exactly one segment of the version, and once there.

    The finding is expected in that segment.
    """
    version = statement.versions[tag]
    segments = version.text.segments
    (index,) = [index for index, segment in enumerate(segments) if old in segment.text]
    assert segments[index].text.count(old) == 1, f"{old!r} stands twice in segment {index} of {tag}"
    return rewritten(statement, check, tag, index, segments[index].text.replace(old, new), f"{old!r} → {new!r}")


def rewritten(statement: Document, check: str, tag: str, index: int, text: str, what: str) -> Fault:
    """Return the fault of giving segment `index` of a version the wording `text`; the finding is expected there."""
    segments = list(statement.versions[tag].text.segments)
    segments[index] = replace(segments[index], text=text)
    return Fault(check, tag, index, with_text(statement, tag, segments), f"{tag}: {what}")


def labelled(statement: Document, tag: str, value: int) -> tuple[int, Label]:
    """Return the segment of a version whose label means `value`, and the label."""
    found = labels(statement.versions[tag].segments(), knowledge(tag))
    return next((segment, label) for segment, label in enumerate(found) if label and label.values == (value,))


def relabelled(statement: Document, check: str, tag: str, value: int, wrong: int) -> Fault:
    """Return the fault of numbering the clause `value` of a version `wrong`, in the version's own numerals."""
    segment, label = labelled(statement, tag, value)
    written = written_like(label, (wrong,))
    assert written is not None
    text = statement.versions[tag].segments()[segment].replace(label.written, written, 1)
    return rewritten(statement, check, tag, segment, text, f"{label.written!r} → {written!r}")


def reworded(statement: Document, check: str, tag: str, old: str, new: str) -> Fault:
    """Return the fault of writing `new` for `old` where a version has it first; the finding is expected in that segment."""
    texts = statement.versions[tag].segments()
    segment = next(segment for segment, text in enumerate(texts) if old in text)
    return rewritten(statement, check, tag, segment, texts[segment].replace(old, new, 1), f"{old!r} → {new!r}")


def missed(statement: Document, check: str, tag: str, old: str, new: str) -> Fault:
    """Return the same fault for what is missed: it is placed at the first segment of its bead."""
    fault = reworded(statement, check, tag, old, new)
    if tag == statement.pivot:
        return fault
    spans = statement.ladders[tag].spans()
    return replace(fault, segment=next(span.version[0] for span in spans if fault.segment in span.version))


def with_beads(document: Document, tag: str, beads: Sequence[Bead]) -> Document:
    """Return the document with a version's ladder made of the given beads."""
    return document.with_ladder(tag, replace(document.ladders[tag], beads=tuple(beads)))


def with_text(document: Document, tag: str, segments: Sequence[Segment]) -> Document:
    """Return the document with a version's segments replaced; the ladder is left as it is."""
    version = document.versions[tag]
    return document.with_version(replace(version, text=replace(version.text, segments=tuple(segments))))
