"""Numbers of lists beside those that LibreOffice shows, where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.interchange.documents_in.packages import abstract, docx, level, numbered, paragraph
from tests.interchange.documents_in.saved import as_docx
from tests.interchange.documents_in.statement import LANGUAGES, as_read
from workbench.interchange.documents import docx as docx_format
from workbench.interchange.documents import odt as odt_format
from workbench.interchange.documents.reading import read_document

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

_OVERRIDE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
_LEVEL = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", 4)}</w:lvlOverride>'
# Numbering, and the items: list and level of each.
LISTS = {
    "levels": (
        abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2)"), level(2, "lowerRoman", "(%3)"))
        + numbered(1, 0),
        [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2), (1, 1)],
    ),
    "chinese": (
        abstract(0, level(0, "chineseCountingThousand", "%1、"), level(1, "japaneseCounting", "（%2）"))
        + numbered(1, 0),
        [(1, 0)] * 12 + [(1, 1)] * 3 + [(1, 0)],
    ),
    "overrides": (
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
        + numbered(1, 0)
        + numbered(2, 0, _OVERRIDE)
        + numbered(3, 0),
        [(1, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 0), (1, 0), (3, 0), (2, 0)],
    ),
    "own-levels": (
        abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0) + numbered(2, 0, _LEVEL),
        [(1, 0), (2, 0), (1, 0), (2, 0)],
    ),
    "starts": (
        abstract(0, level(0, "decimal", "%1.", 0), level(1, "upperLetter", "%2)", 3)) + numbered(1, 0),
        [(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
    ),
    "letters": (
        abstract(0, level(0, "russianLower", "%1)"), level(1, "upperLetter", "%2.")) + numbered(1, 0),
        [(1, 0)] * 30 + [(1, 1)] * 28,
    ),
    "signs": (
        abstract(
            0,
            level(0, "decimalEnclosedCircle", "%1"),
            level(1, "decimalZero", "%2."),
            level(2, "chineseLegalSimplified", "%3、"),
        )
        + numbered(1, 0),
        [(1, 0)] * 3 + [(1, 1)] * 11 + [(1, 2)] * 12,
    ),
}


def converted(folder: Path, names: list[str], form: str) -> None:
    """Let LibreOffice save files of a folder in another format."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=240, cwd=folder)


def test_lists_have_the_numbers_that_libreoffice_shows(tmp_path: Path) -> None:
    """Read from the DOCX, and from the ODT that LibreOffice makes of it."""
    for name, (numbering, items) in LISTS.items():
        body = "".join(paragraph("Text", list_id, place) for list_id, place in items)
        (tmp_path / f"{name}.docx").write_bytes(docx(body, numbering))
    names = [f"{name}.docx" for name in LISTS]
    converted(tmp_path, names, "txt:Text (encoded):UTF8")
    converted(tmp_path, names, "odt")
    for name in LISTS:
        lines = (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig").splitlines()
        shown = [re.sub(r"\s", "", line) for line in lines if line.strip()]
        from_docx = docx_format.read((tmp_path / f"{name}.docx").read_bytes(), "a", None).paragraphs
        from_odt = odt_format.read((tmp_path / f"{name}.odt").read_bytes(), "a", None).paragraphs
        assert [text.replace(" ", "") for text in from_docx] == shown, name
        assert [text.replace(" ", "") for text in from_odt] == shown, name


def test_the_statement_comes_back_from_what_libreoffice_saves(tmp_path: Path) -> None:
    """ODT, PDF and HTML of three languages."""
    for tag in LANGUAGES:
        (tmp_path / f"{tag}.docx").write_bytes(as_docx(tag))
    for form in ("odt", "pdf", "html"):
        converted(tmp_path, [f"{tag}.docx" for tag in LANGUAGES], form)
        for tag in LANGUAGES:
            found = read_document(tmp_path / f"{tag}.{form}")
            text = found.text
            read = [" ".join(one.text for one in text.segments[part.start : part.stop]) for part in text.paragraphs()]
            assert (found.tag, read) == (tag, as_read(tag)), form
