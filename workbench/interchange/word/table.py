"""A table of versions in a Word document: a column a version, a line a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from workbench.interchange.export import Export
from workbench.interchange.layout import LaidOut, Layout
from workbench.interchange.marking import Marking, Numbered
from workbench.interchange.word.speech import Speech, speech_of
from workbench.languages.knowledge import knowledge
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
    from docx.oxml.text.run import CT_R

_CLAUSE = 800  # the width of the column of clauses, in twentieths of a point
_SHORT = 1500  # characters of a cell up to which its row stays on one page
_OURS = Speech("en-GB")


class VersionTables:
    """Makes tables of a document's versions, and remembers which runs the findings are about."""

    def __init__(self, export: Export, marking: Marking) -> None:
        self._document = export.document
        self._marking = marking
        self._layout = Layout(export.document)
        self._speeches = {tag: speech_of(version) for tag, version in export.document.versions.items()}
        self._runs: dict[int, list[CT_R]] = defaultdict(list)

    def table(self, tags: Sequence[str], width: int) -> CT_Tbl:
        """Return a table of some versions; `width` is in twentieths of a point."""
        from docx.oxml.ns import qn
        from docx.oxml.table import CT_Tbl
        from docx.shared import Twips

        table = CT_Tbl.new_tbl(0, 1 + len(tags), Twips(width))
        table.tblStyle_val = "TableGrid"
        table.tblPr.autofit = False
        column = (width - _CLAUSE) // len(tags)
        widths = (_CLAUSE, *(column for _ in tags))
        for grid, wanted in zip(table.tblGrid.gridCol_lst, widths, strict=True):
            grid.set(qn("w:w"), str(wanted))
        table.append(self._head(tags, widths))
        for laid_out in self._layout.rows():
            table.append(self._row(laid_out, tags, widths))
        return table

    def comment(self, word: WordDocument, numbered: Sequence[Numbered], date: str) -> None:
        """Write what is found as comments on the words that it is about; what stands in no text is left out."""
        from docx.oxml.ns import qn
        from docx.text.run import Run

        for one in numbered:
            runs = self._runs.get(one.number)
            if not runs:
                continue
            finding = one.finding
            advice = f" → {finding.advice}" if finding.advice else ""
            text = plain(f"{finding.check} ({finding.severity.value}): {finding.message}{advice}")
            ends = [Run(run, word._body) for run in (runs[0], runs[-1])]
            comment = word.add_comment(ends, text, "Workbench", "W")
            comment._comment_elm.set(qn("w:date"), date)

    def _head(self, tags: Sequence[str], widths: Sequence[int]) -> CT_Row:
        from docx.oxml.parser import OxmlElement

        row = _row(keep=True)
        row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        row.append(_cell(widths[0]))
        row[-1].append(_OURS.paragraph())
        for tag, width in zip(tags, widths[1:], strict=True):
            speech = self._speeches[tag]
            paragraph = speech.paragraph()
            name = self._document.version(tag).title or knowledge(tag).autonym or tag
            paragraph.append(speech.run(plain(name), bold=True))
            row.append(_cell(width))
            row[-1].append(paragraph)
        return row

    def _row(self, laid_out: LaidOut, tags: Sequence[str], widths: Sequence[int]) -> CT_Row:
        held = {tag: laid_out.row.segments(tag, self._document.pivot) for tag in tags}
        sizes = [
            sum(len(self._document.version(tag).text.segments[at].text) for at in segments)
            for tag, segments in held.items()
        ]
        row = _row(keep=max(sizes) <= _SHORT)
        clause = _OURS.paragraph()
        if laid_out.headings:
            clause.append(_OURS.run(" ".join(heading.clause for heading in laid_out.headings), bold=True))
        row.append(_cell(widths[0]))
        row[-1].append(clause)
        for (tag, segments), width in zip(held.items(), widths[1:], strict=True):
            cell = _cell(width)
            self._fill(cell, tag, segments)
            row.append(cell)
        return row

    def _fill(self, cell: CT_Tc, tag: str, segments: Sequence[int]) -> None:
        speech, joiner = self._speeches[tag], knowledge(tag).joiner
        texts = self._document.version(tag).text.segments
        for indices in self._layout.paragraphs(tag, segments):
            paragraph = speech.paragraph()
            for index in indices:
                if index != indices[0] and joiner:
                    paragraph.append(speech.run(joiner))
                waiting: list[int] = []
                for piece in self._marking.pieces(tag, index, texts[index].text):
                    numbers = {one.number for one in (*piece.findings, *piece.ending)}
                    if not piece.text:
                        # A comment needs a run to stand at: that of the words behind it.
                        waiting.extend(numbers)
                        continue
                    run = speech.run(plain(piece.text))
                    paragraph.append(run)
                    for number in (*numbers, *waiting):
                        self._runs[number].append(run)
                    waiting = []
            cell.append(paragraph)
        if not segments:
            cell.append(_OURS.paragraph())
            cell[-1].append(_OURS.run("∅"))


def _row(*, keep: bool) -> CT_Row:
    """Return an empty row; `keep` one stays on one page."""
    from docx.oxml.parser import OxmlElement

    row = cast("CT_Row", OxmlElement("w:tr"))
    if keep:
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row


def _cell(width: int) -> CT_Tc:
    from docx.oxml.parser import OxmlElement
    from docx.shared import Twips

    cell = cast("CT_Tc", OxmlElement("w:tc"))
    cell.width = Twips(width)
    return cell
