"""What tests of the formats that people look at share: small documents, Chromium, LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from workbench.checks.finding import Finding, Location, Severity
from workbench.interchange.export import Export
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import text_of_paragraphs

CHROMIUM, DRIVER, OFFICE = shutil.which("chromium"), shutil.which("chromedriver"), shutil.which("soffice")
DATE = datetime(2024, 12, 1, tzinfo=UTC)
Write = Callable[[Export, BinaryIO], None]


def exported(
    write: Write, document: Document, versions: tuple[str, ...] = (), findings: Sequence[Finding] = ()
) -> bytes:
    """Return a document as a format holds it."""
    out = io.BytesIO()
    version = versions[0] if len(versions) == 1 else ""
    write(Export(document, DATE, version, "", versions, lambda: findings), out)
    return out.getvalue()


def document_of(**versions: str) -> Document:
    """Return a document whose versions have one segment each."""
    held = {tag: Version(tag, text_of_paragraphs([[text]]), title=tag) for tag, text in versions.items()}
    pivot, *others = held
    return Document("small", pivot, versions=held, ladders={tag: Ladder((Bead(1, 1),)) for tag in others})


def finding(tag: str, column: int, end: int, message: str, line: int = 1) -> Finding:
    """Return an error in a version of a small document."""
    place = Location(tag, "0¶1", f"texts/small/{tag}.txt", line, column, end, "")
    return Finding("terms", Severity.ERROR, "small", place, message)


def chromium(folder: Path) -> Any:
    """Return the driver of a Chromium without a screen; skip where there is none."""
    selenium = pytest.importorskip("selenium.webdriver")
    from selenium.webdriver.chrome.service import Service

    if CHROMIUM is None or DRIVER is None:
        pytest.skip("there is no Chromium here")
    options = selenium.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in ("headless", "no-sandbox", "disable-gpu", "disable-background-networking", f"user-data-dir={folder}"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return selenium.Chrome(options=options, service=Service(DRIVER))


def pdf_text(path: Path) -> str:
    """Return the text of a PDF; skip where poppler is missing."""
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext here")
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


def printed(path: Path) -> Path:
    """Return the PDF that LibreOffice makes of a file, beside it; skip where there is no LibreOffice."""
    if OFFICE is None:
        pytest.skip("there is no LibreOffice here")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(".pdf")
