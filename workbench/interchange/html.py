"""HTML: one page with all versions side by side, to be read, printed and sent; it asks nothing of any other file or host."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from workbench.checks.finding import Severity
from workbench.interchange.export import Export
from workbench.interchange.layout import Heading, Layout
from workbench.interchange.marking import Marking, Numbered, Piece
from workbench.languages.knowledge import knowledge
from workbench.model.document import Version
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

NAME = "html"
HELP = "one page with the versions side by side (all, or those of --version, again for more), and what the checks find"
LOSES = (
    "statuses, scores, notes and crossings of beads: what moved stands where the pivot has it",
    "which sentences of a paragraph are segments of their own",
    "controls, and characters that change the direction of text: they are shown as what they are (\\u202e)",
    "a way back: a page is for readers, and is not imported",
)

_TEMPLATES = "templates"
SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}


@dataclass(frozen=True, slots=True)
class _Column:
    """A version as the page calls it: its number, its name, and what joins its segments."""

    number: int
    tag: str
    name: str
    joiner: str
    version: Version


@dataclass(frozen=True, slots=True)
class _Cell:
    column: _Column
    paragraphs: tuple[tuple[tuple[Piece, ...], ...], ...]
    findings: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    headings: tuple[Heading, ...]
    cells: tuple[_Cell, ...]


def write(export: Export, out: BinaryIO) -> None:
    """Write the page, piece by piece; the same bytes every time.

    Versions are chosen on it by boxes, and clauses have addresses (`#clause-4`), all without a script. What stands in texts
    is escaped, and what cannot be seen is shown. Nothing is raised but what the checks raise.
    """
    environment = _environment()
    document = export.document
    columns = tuple(
        _Column(number, tag, version.title or knowledge(tag).autonym or tag, knowledge(tag).joiner, version)
        for number, tag in enumerate(export.columns())
        for version in (document.version(tag),)
    )
    layout = Layout(document)
    marking = Marking(document, export.columns(), export.findings())
    template = environment.get_template("page.html")
    style = _style(len(columns))
    pieces = template.generate(
        title=document.title or document.name,
        document=document,
        columns=columns,
        clauses=layout.clauses(),
        rows=_rows(export, layout, columns, marking),
        findings=marking.numbered,
        placed=marking.placed,
        style=style,
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        signs=SIGNS,
    )
    for piece in pieces:
        out.write(piece.encode("utf-8", "replace"))


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("workbench.interchange", _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"shown": _shown, "plain": plain}
    return environment


def _shown(text: str) -> Markup:
    """Return a text as it is shown: escaped, with what cannot be seen as signs of its own."""
    from markupsafe import Markup, escape

    if plain(text) is text:
        return escape(text)
    result = Markup()
    for hidden, run in groupby(text, key=lambda character: plain(character) != character):
        part = "".join(run)
        result += Markup('<span class="hidden">{}</span>').format(plain(part)) if hidden else escape(part)
    return result


def _style(columns: int) -> Markup:
    """Return the style sheet, with a rule for each version that its box hides it."""
    from markupsafe import Markup

    sheet = (resources.files("workbench.interchange") / _TEMPLATES / "page.css").read_text(encoding="utf-8")
    rules = "".join(
        f"html:has(#show-{number}:not(:checked)) .v{number} {{ display: none }}\n" for number in range(columns)
    )
    # Both are the project's own: no text of a document is in them.
    return Markup(sheet + rules)  # noqa: S704


def _rows(export: Export, layout: Layout, columns: tuple[_Column, ...], marking: Marking) -> Iterator[_Row]:
    for laid_out in layout.rows():
        cells = []
        for column in columns:
            tag, held = column.tag, column.version.text.segments
            segments = laid_out.row.segments(tag, export.document.pivot)
            paragraphs = tuple(
                tuple(tuple(marking.pieces(tag, segment, held[segment].text)) for segment in paragraph)
                for paragraph in layout.paragraphs(tag, segments)
            )
            cells.append(_Cell(column, paragraphs, marking.at(tag, segments)))
        yield _Row(laid_out.headings, tuple(cells))
