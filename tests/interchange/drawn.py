"""Documents for properties: drawn by hypothesis, in the eight languages, with every kind of bead."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from workbench.alignment.side import half_digest, side_of
from workbench.interchange.documents_of import document_of
from workbench.interchange.export import Export, Exporter, export_date
from workbench.interchange.incoming import Importer
from workbench.model.document import Document, Version, VersionStatus
from workbench.model.errors import WorkbenchError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import Segment, Text, text_of_paragraphs
from workbench.model.text import forbidden_control, normalised

SENTENCES = (
    "The parties agreed on six points.",
    "各方达成六点共识。",
    "Стороны согласовали шесть пунктов.",
    "Тараптар алты тармақ бойынша келісті.",
    "Тараптар алты пункт боюнча макулдашты.",
    "Ҷонибҳо оид ба шаш банд мувофиқа карданд.",
    "Taraplar alty bent boýunça ylalaşdylar.",
    "Tomonlar olti band boʻyicha kelishdi.",
    "IV. Trade",
    "四、贸易",
    "4-modda. Savdo",
    "Статья 4",
    "=1+1",
    "'=1+1",
    "- to build;",
    "a < b & \"c\"; 'd', e\tf",
    "@here",
)
# What may stand in a text file; a byte order mark inside a text is read as one.
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc")).filter(lambda c: not forbidden_control(c) and c != "\ufeff")


def sentences() -> st.SearchStrategy[str]:
    """Return a strategy for segments in the form that Workbench writes: NFC, without white space around."""
    wild = (
        st.text(CHARACTERS, min_size=1, max_size=12).map(normalised).filter(lambda text: normalised(text) == text != "")
    )
    return st.one_of(st.sampled_from(SENTENCES), wild)


@st.composite
def texts(draw: st.DrawFn, count: int) -> Text:
    """Draw a text of so many segments, in paragraphs."""
    paragraphs: list[list[str]] = []
    for _ in range(count):
        if not paragraphs or draw(st.booleans()):
            paragraphs.append([])
        paragraphs[-1].append(draw(sentences()))
    return text_of_paragraphs(paragraphs)


@st.composite
def ladders(draw: st.DrawFn, count: int) -> Ladder:
    """Draw a ladder over so many segments of the pivot, with omissions, additions and one crossing at most."""
    beads = []
    while count:
        pivot = min(count, draw(st.sampled_from((1, 2, 3, 0))))
        version = draw(st.sampled_from((1, 2, 3, 0) if pivot else (1, 2)))
        status = draw(st.sampled_from(BeadStatus))
        score = draw(st.none() | st.integers(0, 100).map(lambda hundredths: hundredths / 100))
        beads.append(Bead(pivot, version, status, score, note=draw(st.sampled_from(("", "see the Chinese text")))))
        count -= pivot
    halves = (
        [at for at, bead in enumerate(beads) if not bead.version],
        [at for at, bead in enumerate(beads) if not bead.pivot],
    )
    if all(halves) and draw(st.booleans()):
        for at in (draw(st.sampled_from(halves[0])), draw(st.sampled_from(halves[1]))):
            beads[at] = replace(beads[at], mark="@moved")
    return Ladder(tuple(beads))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document of two or three versions with every kind of bead."""
    count = draw(st.integers(1, 6))
    tags = draw(
        st.lists(st.sampled_from(("en", "zh", "kk", "uz-Cyrl", "en-x-official")), min_size=2, max_size=3, unique=True)
    )
    held = {tag: draw(ladders(count)) for tag in tags[1:]}
    versions = {
        tag: Version(
            tag,
            draw(texts(held[tag].size()[1] if tag in held else count)),
            draw(st.sampled_from(("", "Joint Statement"))),
            draw(st.sampled_from(VersionStatus)),
            locked=draw(st.booleans()),
        )
        for tag in tags
    }
    return Document("drawn", tags[0], "A title", "2024-12-01", versions, held)


def verbatim(text: Text) -> st.SearchStrategy[Text]:
    """Return a strategy for the text as other programs may have written it: CRLF, blank lines doubled, NFD, a mark."""
    forms = st.tuples(st.sampled_from(("", "\n", "\r\n", " \n\n")), st.sampled_from(("\n", "\r\n")))
    wild = st.lists(forms, min_size=len(text.segments), max_size=len(text.segments))
    return st.builds(
        lambda forms, mark, tail: Text(
            tuple(
                Segment(f" {segment.text}", before, end)
                for segment, (before, end) in zip(text.segments, forms, strict=True)
            ),
            mark,
            tail,
        ),
        wild,
        st.sampled_from(("", "\ufeff")),
        st.sampled_from(("", "\n")),
    )


def exported(exporter: Exporter, document: Document, version: str = "") -> bytes:
    """Return what an exporter writes of a document."""
    out = io.BytesIO()
    exporter.write(Export(document, export_date(document, {}), version, "texts/d"), out)
    return out.getvalue()


def imported(importer: Importer, path: Path, content: bytes, pivot: str = "") -> Document:
    """Return the document that an importer makes of a file."""
    path.write_bytes(content)
    return document_of(importer.read(path), "drawn", pivot)


def taken(importer: Importer, path: Path, content: bytes) -> Document | None:
    """Return the document that an importer makes of a file, or None where it refuses it, which it must do in one line."""
    said = ""
    try:
        return imported(importer, path, content)
    except WorkbenchError as error:
        said = str(error)
    assert "\n" not in said
    return None


def accepted(document: Document) -> Document:
    """Return a document whose accepted beads carry the digests of their texts."""
    pivot = side_of(document.version(document.pivot))
    found = {}
    for tag, ladder in document.ladders.items():
        side = side_of(document.version(tag))
        beads = [
            replace(span.bead, digest=half_digest(pivot, span.pivot) + half_digest(side, span.version))
            if span.bead.status is not BeadStatus.AUTO
            else span.bead
            for span in ladder.spans()
        ]
        found[tag] = Ladder(tuple(beads))
    return replace(document, ladders=found)


def segments(document: Document) -> dict[str, Sequence[str]]:
    """Return the segments of each version that has any."""
    return {tag: version.segments() for tag, version in document.versions.items() if version.segments()}
