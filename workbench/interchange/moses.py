"""Moses pairs: files side by side, where line n of one stands for line n of the others; what corpora and engines read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from workbench.interchange import line_texts
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording
from workbench.interchange.line_texts import LineText, Writer, line_text
from workbench.interchange.units import version_of
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.errors import InputError, UsageError
from workbench.model.ladder import Span, crossings
from workbench.model.text import normalised

NAME = "moses"
HELP = "two files of a bead a line (NAME.en, NAME.kk), as corpora come"
LOSES = (*line_texts.LOSES, "omissions and additions, scores, and where a segment ends within its bead")


def files(export: Export) -> Mapping[str, Writer]:
    """Return what writes the pivot's side and the version's: every bead in which both say something, a crossing as one.

    Raises UsageError where the version is not named.
    """
    document, tag = export.document, version_of(export, NAME)
    return {
        f".{document.pivot}": _writer(document, tag, document.pivot),
        f".{tag}": _writer(document, tag, tag),
    }


def _writer(document: Document, tag: str, side: str) -> Writer:
    segments = document.versions[side].text.segments
    joiner = knowledge(side).joiner

    def write(out: BinaryIO) -> None:
        for pivot, version in _pairs(document, tag):
            held = pivot.pivot if side == document.pivot else version.version
            out.write(joiner.join(normalised(segments[at].text) for at in held).encode("utf-8") + b"\n")

    return write


def _pairs(document: Document, tag: str) -> Iterator[tuple[Span, Span]]:
    """Yield the beads that have both sides: the span of the pivot's, and that of the version's."""
    ladder = document.ladders[tag]
    moved = {crossing.pivot.index: crossing for crossing in crossings(ladder)}
    for span in ladder.spans():
        if span.index in moved:
            yield span, moved[span.index].version
        elif span.pivot and span.version:
            yield span, span


def read_with(path: Path | None, texts: Mapping[str, Path]) -> Incoming:
    """Open two files or more whose lines belong together, the pivot's first; an empty line says nothing.

    Raises UsageError for one file alone, NotFoundError and InputError for what cannot be read and where one has more lines.
    """
    if path is not None or len(texts) < 2:
        raise UsageError("moses is two files or more — name each with its language, the pivot first: en=FILE kk=FILE")
    held = [line_text(tag, one) for tag, one in texts.items()]
    longest, shortest = (choose(held, key=lambda text: len(text.lines)) for choose in (max, min))
    if len(longest.lines) != len(shortest.lines):
        raise InputError(
            f"ends at line {len(shortest.lines)}, {longest.path} at line {len(longest.lines)}",
            path=shortest.path,
            advice="name files whose lines belong together",
        )
    return Incoming(_units(held), held[0].tag, path=held[0].path, about=Document("", held[0].tag))


def _units(texts: Sequence[LineText]) -> Iterator[IncomingUnit]:
    for at in range(len(texts[0].lines)):
        wordings = {text.tag: IncomingWording((text.lines[at],), ("",)) for text in texts if text.lines[at]}
        if wordings:
            yield IncomingUnit(wordings, line=at + 1)
