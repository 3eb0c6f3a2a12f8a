"""Lines that are scored: what two or more versions of one language say in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.languages.knowledge import knowledge, language_key
from workbench.languages.labels import labels
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, UsageError
from workbench.model.row import Rows
from workbench.model.text import normalised
from workbench.workspace.folder import pivot_places


@dataclass(frozen=True, slots=True)
class Line:
    """What versions say in a row, by tag: without labels, in NFC, one line; "" where a version says nothing there."""

    clause: str
    texts: Mapping[str, str]


def paired_lines(document: Document, versions: Sequence[str], against: str) -> tuple[Line, ...]:
    """Return the lines by which `versions` are scored against another version.

    Versions in one language are not aligned with one another but each with the pivot, or one of them is the pivot. So a line
    is a row: the smallest run of pivot segments at whose edges the beads of all these versions begin and end (other versions
    of the document do not matter), and of each version all segments of its beads there, joined by what the language joins
    with. Additions have rows of their own. What a version omits is scored as an empty line; rows where none of these versions
    says anything are left out.

    Raises NotFoundError for a version that is not there, UsageError for one that is scored against itself or against one in
    another language or script, InputError where a version has no text.
    """
    for tag in (against, *versions):
        document.version(tag)
        _check(document, tag, against)
    if against in versions:
        raise UsageError(f"{against} against itself says nothing — name another version or a file")
    wanted = tuple(dict.fromkeys((against, *versions)))
    kept = dict.fromkeys((document.pivot, *wanted))
    narrowed = replace(
        document,
        versions={tag: document.version(tag) for tag in kept},
        ladders={tag: document.ladders[tag] for tag in kept if tag != document.pivot},
    )
    return tuple(_lines(narrowed, wanted))


def _check(document: Document, tag: str, against: str) -> None:
    if language_key(tag) != language_key(against):
        raise UsageError(f"{tag} and {against} are not in the same language and script — name two versions that are")
    if not any(_wordings(document.version(tag))):
        raise InputError(f"{tag} of {document.name} has no text to score", advice="name another version")


def _lines(document: Document, wanted: Sequence[str]) -> Iterator[Line]:
    held = {tag: _wordings(document.version(tag)) for tag in wanted}
    places = pivot_places(document)
    for row in Rows(document):
        texts = {
            tag: knowledge(tag).joiner.join(
                text for index in row.segments(tag, document.pivot) if (text := held[tag][index])
            )
            for tag in wanted
        }
        if any(texts.values()):
            at = row.pivot.start if row.pivot else row.pivot.start - 1
            yield Line(places[at].name if at >= 0 else "0", texts)


def _wordings(version: Version) -> Sequence[str]:
    """Return the segments without their labels, in NFC; "" for one that is nothing but its label."""
    texts = version.segments()
    found = labels(texts, knowledge(version.tag))
    return [
        " ".join(normalised(text[label.end :] if label else text).split())
        for text, label in zip(texts, found, strict=True)
    ]
