"""Documents of two versions in any of the eight languages, and their files: what tests of PO and XLIFF share."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

from hypothesis import strategies as st

from tests.conftest import ROOT, TAGS
from workbench.alignment.side import side_of
from workbench.alignment.stamp import stamped
from workbench.editing.importing import Imported, Winner, imported
from workbench.interchange import po, xliff, xliff12
from workbench.interchange.export import Export
from workbench.interchange.units import units
from workbench.interchange.wording import Wordings
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import text_of_paragraphs
from workbench.workspace.folder import Workspace

DATE = datetime(2024, 12, 1, tzinfo=UTC)
FORMATS: tuple[ModuleType, ...] = (po, xliff, xliff12)
LABELS = {
    "en": ("1. ", "IV. ", "(a) ", "Article 4. ", "3.1 "),
    "zh": ("一、", "第四条　", "（二）", "4."),
    "ru": ("1. ", "Статья 4. ", "а) ", "IV. "),
    "kk": ("1. ", "4-бап. ", "а) "),
    "ky": ("1. ", "4-статья. ", "4-берене. "),
    "tg": ("1. ", "Моддаи 4. "),
    "tk": ("1. ", "4-nji madda. "),
    "uz": ("1. ", "4-modda. "),
}


@cache
def phrases(tag: str) -> tuple[str, ...]:
    """Return the segments of a version of the statement without their labels."""
    segments = Workspace(ROOT).read("chengdu-2024").document.version(tag).segments()
    found = labels(segments, knowledge(tag))
    return tuple(text[label.end :] if label else text for text, label in zip(segments, found, strict=True))


@st.composite
def segments(draw: st.DrawFn, tag: str) -> str:
    """Segments of a language, some with a label."""
    text = draw(st.sampled_from(phrases(tag)))
    return draw(st.sampled_from(("", "", "", *LABELS[tag]))) + text


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of English and another version: omissions, additions, crossings, beads of several segments, all statuses."""
    tag = draw(st.sampled_from(TAGS))
    shapes = st.sampled_from(((1, 1), (1, 1), (1, 2), (2, 1), (1, 3), (2, 2), (1, 0), (0, 1)))
    counts = [*draw(st.lists(shapes, max_size=8)), (1, 1)]
    beads = [
        Bead(*count, draw(st.sampled_from(tuple(BeadStatus))), note=draw(st.sampled_from(("", "", "ask Astana"))))
        for count in counts
    ]
    halves = (
        [at for at, bead in enumerate(beads) if not bead.version],
        [at for at, bead in enumerate(beads) if not bead.pivot],
    )
    if all(halves) and draw(st.booleans()):
        for side in halves:
            at = draw(st.sampled_from(side))
            beads[at] = replace(beads[at], mark="@moved")
    held = Ladder(tuple(beads)).size()
    versions = {}
    for which, size in zip(("en", tag), held, strict=True):
        texts = draw(st.lists(segments(which), min_size=size, max_size=size))
        cut = draw(st.integers(0, size))
        versions[which] = Version(which, text_of_paragraphs(part for part in (texts[:cut], texts[cut:]) if part))
    ladder = stamped(Ladder(tuple(beads)), side_of(versions["en"]), side_of(versions[tag]))
    return Document("sample", "en", versions=versions, ladders={tag: ladder})


def exported(form: ModuleType, document: Document, tag: str = "") -> bytes:
    """Return a version of a document (the only one) as a file of a format."""
    out = io.BytesIO()
    form.write(Export(document, DATE, tag, folder="texts/d"), out)
    return out.getvalue()


def wordings(document: Document, tag: str) -> dict[str, str]:
    """Return what a version says in each of its units, by the unit's id."""
    export = Export(document, DATE, tag)
    return {unit.key: unit.version.text if unit.version else "" for unit in units(export, tag, Wordings(export))}


def taken(form: ModuleType, path: Path, document: Document, winner: Winner = Winner.OURS) -> Imported:
    """Return what comes of a file that is imported into a document."""
    return imported(document, form.read(path), winner, path.name)
