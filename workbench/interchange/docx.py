"""DOCX: a table of versions to print or to send; or, of one version, the clean text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from workbench.interchange.export import Export
from workbench.interchange.marking import Marking
from workbench.interchange.word.files import new_document, number_pages, save
from workbench.interchange.word.speech import speech, speech_of
from workbench.interchange.word.table import VersionTables
from workbench.interchange.wording import Wordings
from workbench.languages.knowledge import knowledge
from workbench.model.terminal import plain

NAME = "docx"
BINARY = True
HELP = "a Word table with a column a version and findings as comments; with one --version, its clean text"
ALONE = True  # of one version, nothing stands beside it
LOSES = (
    "statuses, scores, notes and crossings of beads: what moved stands where the pivot has it",
    "which sentences of a paragraph are segments of their own",
    "in a table controls, and characters that change the direction of text: they are shown as what they are (\\u202e)",
    "beside one version the others, and findings",
)

_SIDES = ((11906, 16838), (16838, 23811))  # A4 and A3, in twentieths of a point
_FEW = 4  # versions side by side on A4, twice as many on A3; more have a further table
_MARGIN = 720


def write(export: Export, out: BinaryIO) -> None:
    """Write a Word document; the same bytes every time.

    One version: its paragraphs as they are, labels and all. More: a table on A4 across, on A3 from five versions on, with its
    head on every page; beyond eight versions further tables begin with the first version again. Raises UsageError where
    python-docx is not installed, InputError, naming the segment, for a character that XML forbids.
    """
    if len(export.columns()) == 1:
        _write_text(export, out)
    else:
        _write_tables(export, out)


def _write_text(export: Export, out: BinaryIO) -> None:
    from docx.shared import Pt, Twips

    (tag,) = export.columns()
    version = export.document.version(tag)
    word = new_document(export, export.document.title, 12)
    word.styles["Normal"].paragraph_format.space_after = Pt(8)
    section = word.sections[0]
    section.page_width, section.page_height = map(Twips, _SIDES[0])
    number_pages(section, "")
    wordings, said, joiner = Wordings(export), speech_of(version), knowledge(tag).joiner
    word.core_properties.language = said.language
    end = word.element.body.sectPr
    for indices in version.text.paragraphs():
        for index in indices:
            wordings.must_be_xml(tag, index)
        paragraph = said.paragraph()
        paragraph.append(said.run(joiner.join(version.text.segments[index].text.strip() for index in indices)))
        end.addprevious(paragraph)
    save(word, out)


def _write_tables(export: Export, out: BinaryIO) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    document, tags = export.document, export.columns()
    word = new_document(export, document.title, 9 if len(tags) <= _FEW else 8)
    section = word.sections[0]
    short, long = _SIDES[len(tags) > _FEW]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Twips(long), Twips(short)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    title = document.title or document.name
    number_pages(section, plain(title))
    heading = speech(document.pivot, title)
    end = word.element.body.sectPr
    for style, line in (("Heading1", title), ("", document.date)):
        if line:
            paragraph = heading.paragraph(style)
            paragraph.append(heading.run(plain(line)))
            end.addprevious(paragraph)
    marking = Marking(document, tags, export.findings())
    tables = VersionTables(export, marking)
    for group in _groups(tags):
        end.addprevious(tables.table(group, long - 2 * _MARGIN))
        # Between tables, and behind the last, Word wants a paragraph.
        end.addprevious(heading.paragraph())
    tables.comment(word, marking.numbered, export.date.strftime("%Y-%m-%dT%H:%M:%SZ"))
    save(word, out)


def _groups(tags: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the versions of each table: the first of all in each, and no more than eight."""
    most = 2 * _FEW - 1
    first, rest = tags[0], tags[1:]
    for start in range(0, len(rest), most):
        yield (first, *rest[start : start + most])
