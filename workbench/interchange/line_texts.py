"""Texts of a segment a line, and what other aligners say of them: which lines of one stand for which of the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.interchange.decoded import opened
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingBead, IncomingUnit, IncomingWording, warn
from workbench.interchange.units import version_of
from workbench.model.document import Document
from workbench.model.errors import InputError, UsageError
from workbench.model.ladder import Bead, Ladder
from workbench.model.text import normalised

LOSES = (
    "all versions but two",
    "statuses, notes, and which halves belong together as a crossing",
    "where a paragraph begins",
    "titles, dates, sources and statuses of the versions",
    "white space around segments, and letters that are not in NFC",
)
_PARAGRAPH = "<p>"  # a line that hunalign takes for the end of a paragraph
_LINE_END = re.compile(r"\r\n|[\r\n]")

Writer = Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Tie:
    """Lines of one text (0-based, ascending) that stand for lines of another, as a file says at a line of its own (1-based)."""

    pivot: Sequence[int]
    version: Sequence[int]
    score: float | None
    line: int


@dataclass(frozen=True, slots=True)
class LineText:
    """A text: for each of its lines the segment, "" for a line that only ends a paragraph."""

    tag: str
    path: str
    lines: Sequence[str]

    def wording(self, indices: Sequence[int], beads: tuple[IncomingBead, ...]) -> IncomingWording:
        """Return what some of its lines say."""
        said = [index for index in indices if self.lines[index]]
        starts = [at for at, index in enumerate(said) if index and not self.lines[index - 1]]
        begins = (0 in starts or said[0] == 0) if said and "" in self.lines else None
        texts = tuple(self.lines[index] for index in said)
        return IncomingWording(
            texts, ("",) * len(texts), begins=begins, breaks=tuple(filter(None, starts)), beads=beads
        )


def line_text(tag: str, path: Path) -> LineText:
    """Read a text of a segment a line; raise NotFoundError, InputError and EncodingError where it cannot be read."""
    with opened(path) as file:
        lines = [normalised(line) for line in _LINE_END.split(file.read())]
    if not lines[-1]:
        lines.pop()
    return LineText(tag, str(path), ["" if line == _PARAGRAPH else line for line in lines])


def ladder_of_texts(
    form: str, path: Path | None, texts: Mapping[str, Path], ties: Callable[[Path], Iterable[Tie]]
) -> Incoming:
    """Return what a ladder in the file `path`, whose lines `ties` reads, says of two texts, the pivot's first.

    Raises UsageError where there are not two texts and a ladder, NotFoundError and InputError for what cannot be read.
    """
    if path is None:
        raise UsageError(f"{form}'s ladder is missing — name it before the texts")
    if len(texts) != 2:
        raise UsageError(f"{form} ties two texts — name them with their languages, the pivot first: en=FILE kk=FILE")
    pivot, version = (line_text(tag, text) for tag, text in texts.items())
    return tied(ties(path), pivot, version, str(path))


def tied(ties: Iterable[Tie], pivot: LineText, version: LineText, path: str) -> Incoming:
    """Return what ties say of two texts; lines that no tie names are omissions and additions, with a warning.

    Reading the units raises InputError for a line that is not there, and for ties that do not count on.
    """
    warnings: list[str] = []
    about = Document("", pivot.tag)
    return Incoming(_units(ties, pivot, version, path, warnings), pivot.tag, warnings=warnings, path=path, about=about)


def _units(
    ties: Iterable[Tie], pivot: LineText, version: LineText, path: str, warnings: list[str]
) -> Iterator[IncomingUnit]:
    ends = [0, 0]
    last = 0
    for tie in ties:
        for side, (text, indices) in enumerate(((pivot, tie.pivot), (version, tie.version))):
            if not indices:
                continue
            _check(text, indices, ends[side], path, tie.line)
            if indices[0] > ends[side]:
                yield from _untied(side, range(ends[side], indices[0]), (pivot, version), path, tie.line, warnings)
            ends[side] = indices[-1] + 1
        yield from _unit(tie, pivot, version)
        last = tie.line
    for side, text in enumerate((pivot, version)):
        yield from _untied(side, range(ends[side], len(text.lines)), (pivot, version), path, last, warnings)


def _check(text: LineText, indices: Sequence[int], at: int, path: str, line: int) -> None:
    if indices[-1] >= len(text.lines):
        raise InputError(
            f"line {indices[-1] + 1} of {text.tag}, which has {len(text.lines)}",
            path=path,
            line=line,
            advice="name its own texts",
        )
    if indices[0] < at or list(indices) != list(range(indices[0], indices[-1] + 1)):
        raise InputError(f"the lines of {text.tag} do not count on", path=path, line=line, advice="sort its lines")


def _untied(
    side: int, indices: range, texts: tuple[LineText, LineText], path: str, line: int, warnings: list[str]
) -> Iterator[IncomingUnit]:
    said = [index for index in indices if texts[side].lines[index]]
    if said:
        where = f"lines {said[0] + 1} to {said[-1] + 1}" if len(said) > 1 else f"line {said[0] + 1}"
        warn(warnings, path, line, f"{where} of {texts[side].tag} are in no bead: taken as beads of one side")
    for index in said:
        yield from _unit(Tie([] if side else [index], [index] if side else [], None, line), *texts)


def _unit(tie: Tie, pivot: LineText, version: LineText) -> Iterator[IncomingUnit]:
    counts = [sum(bool(text.lines[at]) for at in held) for text, held in ((pivot, tie.pivot), (version, tie.version))]
    if any(counts):
        score = min(1.0, max(0.0, tie.score)) if tie.score is not None and all(counts) else None
        beads = (IncomingBead(Bead(counts[0], counts[1], score=score)),)
        wordings = {version.tag: version.wording(tie.version, beads)}
        if counts[0]:
            wordings = {pivot.tag: pivot.wording(tie.pivot, ()), **wordings}
        yield IncomingUnit(wordings, line=tie.line)


def ladder_with_texts(export: Export, form: str, ladder: Callable[[Ladder, BinaryIO], None]) -> Mapping[str, Writer]:
    """Return what writes the pivot, a version and their ladder, which `ladder` writes; raise what `version_of` raises."""
    document, tag = export.document, version_of(export, form)
    texts = {f".{one}.txt": line_writer(document, one) for one in (document.pivot, tag)}
    return texts | {f".{document.pivot}.{tag}.{form}": lambda out: ladder(document.ladders[tag], out)}


def line_writer(document: Document, tag: str) -> Writer:
    """Return what writes a version as a segment a line."""

    def write(out: BinaryIO) -> None:
        for segment in document.versions[tag].text.segments:
            out.write(normalised(segment.text).encode("utf-8") + b"\n")

    return write
