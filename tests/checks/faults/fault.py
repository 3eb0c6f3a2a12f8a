"""A fault: the statement with one thing wrong, and what must be found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.model.document import Document


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in `document`, which is otherwise the statement.

    `check` must report it for `version` (None where no majority names the odd one) in segment `segment` (0-based) of
    that version. `what` says what was done, for the failure's message.
    """

    check: str
    version: str | None
    segment: int
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
    version = statement.versions[tag]
    segments = list(version.text.segments)
    segments[index] = replace(segments[index], text=text)
    document = statement.with_version(replace(version, text=replace(version.text, segments=tuple(segments))))
    return Fault(check, tag, index, document, f"{tag}: {what}")
