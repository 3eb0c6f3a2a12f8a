"""Tables of alignments: a row a row, a column a version; what CSV, TSV and XLSX have in common.

The first columns are the row's key and the clause. A version has a column of its wording, headed by its tag; beside it, but for
the pivot's, columns of its status and of the notes on its beads, headed `kk status` and `kk note`. A cell holds each segment on
a line of its own, with its label, and a blank line between paragraphs. The last column, `exported`, holds a digest of what each
version said when the table was written, and its status (`en:5f70bf18 kk:e3b0c442:auto`): so import tells what was changed in
the table from what was changed here since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording, warn
from workbench.interchange.wording import Keys, Wordings
from workbench.languages.tags import parse_tag
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, TagError
from workbench.model.ladder import BeadStatus
from workbench.model.row import Row, Rows
from workbench.model.segment import Segment
from workbench.model.text import digest, normalised

KEY, CLAUSE, STATUS, NOTE, EXPORTED = "key", "clause", "status", "note", "exported"
LOSES = (
    "titles, dates, sources and statuses of the versions",
    "scores, and the beads within a row: of their statuses the least is told",
    "crossings: what moved stands where the pivot has it",
    "where a paragraph begins, but within a row and at a clause",
    "white space around segments, and letters that are not in NFC",
    f"what went out, once the column {EXPORTED!r} is deleted: the table's texts win then",
)
# What people and programs call the first columns: no languages, though some could be tags of one.
_KEYS = frozenset({KEY, "id", "ID", "Id", "tuid", "segment id"})
_OTHERS = frozenset({CLAUSE, "row", "no", "nr", "num", STATUS, NOTE, "notes", "comment", "source", "target", "text"})
_WENT_OUT = re.compile(rf"(?P<tag>[A-Za-z0-9-]+):(?P<digest>[0-9a-f]{{8}})(?::(?P<status>{'|'.join(BeadStatus)}))?")
_EMPTY = digest()
# What a spreadsheet shows in place of a value that it cannot work out, in whatever language it speaks: #NAME?, #DIV/0!, #N/A.
_ERROR = re.compile(r"#[^\W\d_]+(?:/0)?[!?]|#[^\W\d_]/[^\W\d_]|Err:\d{3}")
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def header(export: Export) -> list[str]:
    """Return the headers of a document's table."""
    document = export.document
    found = [KEY, CLAUSE]
    for tag in (document.pivot, *document.others()):
        found += [tag] if tag == document.pivot else [tag, f"{tag} {STATUS}", f"{tag} {NOTE}"]
    return [*found, EXPORTED]


def table_rows(export: Export) -> Iterator[list[str]]:
    """Yield the cells of each row of a document, in the order of its headers."""
    document, others = export.document, export.document.others()
    rows, wordings, keys = Rows(document), Wordings(export), Keys()
    for row in rows:
        segments = {tag: _segments_in(export, tag, row) for tag in (document.pivot, *others)}
        went_out = {tag: f"{tag}:{digest(*(segment.text for segment in held))}" for tag, held in segments.items()}
        cells = [keys.key(wordings.said(row)), wordings.clause(row.pivot), _cell(segments[document.pivot])]
        for tag in others:
            spans = row.cells[tag].spans
            status = wordings.status(tag, spans).value if spans else ""
            notes = "\n".join(span.bead.note for span in spans if span.bead.note)
            cells += [_cell(segments[tag]), status if segments[tag] else "", notes]
            went_out[tag] += f":{status}" if status else ""
        yield [*cells, " ".join(went_out.values())]


def _segments_in(export: Export, tag: str, row: Row) -> list[Segment]:
    segments = export.document.versions[tag].text.segments
    return [segments[index] for index in row.segments(tag, export.document.pivot)]


def _cell(segments: Iterable[Segment]) -> str:
    lines: list[str] = []
    for segment in segments:
        if lines and segment.before:
            lines.append("")
        lines.append(normalised(segment.text))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column means what, by its index (0-based)."""

    texts: Mapping[str, int]
    statuses: Mapping[str, int]
    notes: Mapping[str, int]
    key: int | None = None
    clause: int | None = None
    exported: int | None = None
    count: int = 0


def columns_of(headers: Sequence[str], path: str, line: int, warnings: list[str]) -> Columns:
    """Return what the headers of a table mean; a column of no known meaning is passed over, with a warning.

    Raises InputError where no header is a language tag, or two are of one meaning.
    """
    texts: dict[str, int] = {}
    statuses: dict[str, int] = {}
    notes: dict[str, int] = {}
    first: dict[str, int] = {}
    for index, written in enumerate(headers):
        name = normalised(written)
        tag, kind = _meaning(name)
        if kind is None:
            if name:
                warn(warnings, path, line, f"the column {name!r} is passed over: its header is no language")
            continue
        where = {STATUS: statuses, NOTE: notes, "": texts}.get(kind, first)
        if (tag or kind) in where:
            raise InputError(f"two columns are headed {name!r}", path=path, line=line, advice="take one of them out")
        where[tag or kind] = index
    if not texts:
        raise InputError(
            "no column is headed by a language",
            path=path,
            line=line,
            advice="head each column of texts by its language tag, such as en, zh or uz-Cyrl",
        )
    for tag in (*statuses, *notes):
        if tag not in texts:
            raise InputError(
                f"status or note of {tag} without {tag}", path=path, line=line, advice=f"head a column {tag}"
            )
    return Columns(texts, statuses, notes, first.get(KEY), first.get(CLAUSE), first.get(EXPORTED), len(headers))


def _meaning(name: str) -> tuple[str, str | None]:
    """Return the tag of a header and what its column holds of the version: "" its wording; None where it means nothing."""
    if name in _KEYS:
        return "", KEY
    if name.lower() in (CLAUSE, EXPORTED):
        return "", name.lower()
    tag, _, kind = name.partition(" ")
    if name.lower() in _OTHERS or kind not in ("", STATUS, NOTE):
        return "", None
    try:
        found = parse_tag(tag.replace("_", "-"))
    except TagError:
        return "", None
    return (str(found), kind) if len(found.language) <= 3 else ("", None)


def incoming_of(
    columns: Columns, rows: Iterable[tuple[int, Sequence[str]]], path: str, warnings: list[str]
) -> Incoming:
    """Return what a table gives: every column of texts is a version, also an empty one, and the first is the pivot.

    `rows` are given with their lines. Reading the units raises InputError for a row of another width than the header's and for
    a status that is none.
    """
    pivot = next(iter(columns.texts))
    about = Document("", pivot, versions={tag: Version(tag) for tag in columns.texts})
    return Incoming(_units(columns, rows, path, warnings), pivot, warnings=warnings, path=path, about=about)


def _units(
    columns: Columns, rows: Iterable[tuple[int, Sequence[str]]], path: str, warnings: list[str]
) -> Iterator[IncomingUnit]:
    for line, cells in rows:
        if len(cells) != columns.count:
            said = f"{len(cells)} cells in place of {columns.count}"
            raise InputError(said, path=path, line=line, advice="mend the row; the file may be cut off")
        wordings = {}
        exported = _went_out(cells[columns.exported]) if columns.exported is not None else {}
        for tag, index in columns.texts.items():
            status = cells[columns.statuses[tag]].strip() if tag in columns.statuses else ""
            note = " ".join(cells[columns.notes[tag]].split()) if tag in columns.notes else ""
            was, had = exported.get(tag, ("", None))
            segments, breaks = _segments(cells[index])
            if len(segments) == 1 and _ERROR.fullmatch(segments[0]) and was != digest(*segments):
                warn(warnings, path, line, f"{segments[0]} is a spreadsheet's error, and no text of {tag}: left out")
                segments = ()
            if segments:
                told = _status(status, path, line)
                labels = ("",) * len(segments)
                wordings[tag] = IncomingWording(segments, labels, told, was, note, breaks=breaks, had=had)
                continue
            if note:
                warn(warnings, path, line, f"the note on {tag} is left out: nothing stands there")
            if status and was in ("", _EMPTY):
                warn(warnings, path, line, f"the status of {tag} is left out: nothing stands there")
            if was not in ("", _EMPTY):
                wordings[tag] = IncomingWording((), was=was)  # somebody emptied the cell
        if wordings:
            key = cells[columns.key].strip() if columns.key is not None else ""
            clause = cells[columns.clause].strip() if columns.clause is not None else ""
            yield IncomingUnit(wordings, key, clause, line)


def _went_out(cell: str) -> Mapping[str, tuple[str, BeadStatus | None]]:
    """Return the digests and statuses of what was exported, by tag; what else stands there, somebody else wrote."""
    found = filter(None, map(_WENT_OUT.fullmatch, cell.split()))
    return {one["tag"]: (one["digest"], BeadStatus(one["status"]) if one["status"] else None) for one in found}


def _status(written: str, path: str, line: int) -> BeadStatus | None:
    try:
        return BeadStatus(written.lower()) if written else None
    except ValueError:
        statuses = ", ".join(BeadStatus)
        raise InputError(f"{written!r} is no status", path=path, line=line, advice=f"write one of {statuses}") from None


def _segments(cell: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the segments of a cell, and the indices of those that a blank line stands before."""
    if not cell or cell.isspace():
        return (), ()
    if cell.isprintable():
        return (normalised(cell),), ()
    segments: list[str] = []
    breaks: list[int] = []
    blank = False
    for line in _LINE_END.split(cell):
        text = normalised(line)
        if text:
            if blank and segments:
                breaks.append(len(segments))
            segments.append(text)
        blank = not text
    return tuple(segments), tuple(breaks)
