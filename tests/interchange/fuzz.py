"""Looks for bytes on which a reader falls: `python -m tests.interchange.fuzz FORMAT [--minutes 5] [--findings FOLDER]`.

atheris changes our own exports where that leads into code that was not reached before. A reader may refuse a file with a
WorkbenchError of one line, and do nothing else; each other end is kept once, as the shortest input that leads there. The formats
are those of `EXPORTS`, and `tbx`; of a DOCX or XLSX the text's part is changed, since a ZIP file with other bytes is only ever a
broken one.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["workbench.interchange", "workbench.languages.tags", "polib"]):
    from workbench.interchange import csv, docx, html, jsonl, po, tbx, tmx, tsv, xliff, xliff12, xlsx
    from workbench.interchange.documents import docx as docx_in
    from workbench.interchange.documents import html as html_in
    from workbench.interchange.documents import reading
    from workbench.interchange.documents_of import document_of
from workbench.glossary.term import Term, TermKind, TermStatus
from workbench.interchange.export import Export
from workbench.model.document import Document, Version
from workbench.model.errors import WorkbenchError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import text_of_paragraphs

EXPORTS: dict[str, Any] = {
    "tmx": tmx, "po": po, "xliff": xliff, "xliff-1.2": xliff12, "csv": csv, "tsv": tsv, "xlsx": xlsx, "jsonl": jsonl,
    "docx": docx, "html": html,
}  # fmt: skip
DOCUMENTS = {"docx": docx_in, "html": html_in}
PARTS = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}
MOST_SECONDS = 10
TEXTS = {
    "en": (("1. The Parties agree & sign.", "They met in “Chengdu”."), ("Article 2. Trade grew by 3.5%.",)),
    "kk": (("1. Тараптар келіседі.", "Олар Чэндуда кездесті."), ("2-бап. Сауда 3,5%-ға өсті.",)),
    "zh": (("一、各方同意。", "双方在成都会晤。"), ("第二条　贸易增长3.5%。",)),
}


def sample() -> Document:
    """Return a document of three versions, small, so that much of it is changed in a short time."""
    versions = {tag: Version(tag, text_of_paragraphs(paragraphs)) for tag, paragraphs in TEXTS.items()}
    beads = (Bead(1, 1, BeadStatus.CONFIRMED, digest="0011aabb", note="ask"), Bead(1, 1), Bead(1, 0), Bead(0, 1))
    return Document("sample", "en", versions=versions, ladders={"kk": Ladder(beads), "zh": Ladder((Bead(1, 1),) * 3)})


def terms() -> list[Term]:
    """Return a few terms of every status."""
    return [
        Term("parties", lang, term, status, TermKind.TERM, source="s", note="n & m")
        for lang, term, status in zip(
            ("en", "en", "kk", "kk", "zh"), ("Parties", "Sides", "Тараптар", "Жақтар", "各方"), TermStatus, strict=True
        )
    ]


def corpus(form: str) -> list[bytes]:
    """Return what a format's exporter makes of the sample: all versions, and each version alone."""
    if form == "tbx":
        out = io.BytesIO()
        tbx.write_terms(terms(), out)
        return [out.getvalue()]
    found = []
    for tag in ("kk", "zh"):
        out = io.BytesIO()
        EXPORTS[form].write(Export(sample(), datetime(2024, 12, 1, tzinfo=UTC), tag), out)
        found.append(out.getvalue())
    return [_members(content)[PARTS[form]] for content in found] if form in PARTS else found


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def reader(form: str, folder: Path) -> Callable[[bytes], None]:
    """Return what reads bytes as a format, as far as a command that takes a file does."""
    if form in DOCUMENTS:
        return _whole(form) if form != "docx" else _packed
    path = folder / f"sample.{form}"

    def read(content: bytes) -> None:
        path.write_bytes(content)
        if form == "tbx":
            void(list(tbx.read_terms(path, {})))
        else:
            document_of(EXPORTS[form].read(path), "sample")

    if form != "xlsx":
        return read
    out = io.BytesIO()
    xlsx.write(Export(sample(), datetime(2024, 12, 1, tzinfo=UTC)), out)
    others = _members(out.getvalue())
    return lambda content: read(_zipped(others | {PARTS["xlsx"]: content}))


def _whole(form: str) -> Callable[[bytes], None]:
    return lambda content: void(reading.document_of(content, Path(f"a.{form}"), tag="en"))


def _packed(content: bytes) -> None:
    reading.document_of(_zipped({"[Content_Types].xml": b"<Types/>", PARTS["docx"]: content}), Path("a.docx"), tag="en")


def _zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def void(_: object) -> None:
    """Take a result."""


class Watch:
    """Reads inputs, and keeps the shortest of each that ends otherwise than it may."""

    def __init__(self, read: Callable[[bytes], None], form: str, folder: Path) -> None:
        self._read, self._form, self._folder = read, form, folder
        self._kept: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, content: bytes) -> None:
        """Read an input."""
        start = time.monotonic()
        try:
            self._read(content)
        except WorkbenchError as error:
            if "\n" in str(error):
                self._keep(content, "more than one line", str(error))
        except Exception as error:  # whatever it is: that is what is looked for
            frame = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(content, f"{type(error).__name__}-{Path(frame.filename).stem}-{frame.lineno}", repr(error))
        if time.monotonic() - start > MOST_SECONDS:
            self._keep(content, "slow", f"{time.monotonic() - start:.0f} s")

    def _keep(self, content: bytes, where: str, said: str) -> None:
        if len(content) < self._kept.get(where, sys.maxsize):
            self._kept[where] = len(content)
            (self._folder / f"{self._form}-{where}".replace(" ", "-")).write_bytes(content)
            print(f"{self._form}: {where}: {said[:200]} ({len(content)} bytes)", flush=True)


def main() -> None:
    """Change and read for some minutes; findings are printed and kept as files."""
    parser = argparse.ArgumentParser(description="change our own exports, and look for a reader that falls")
    parser.add_argument("form", choices=sorted([*EXPORTS, "tbx"]))
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "corpus").mkdir()
        for number, content in enumerate(corpus(arguments.form)):
            (folder / "corpus" / str(number)).write_bytes(content)
        words = [
            sys.argv[0],
            str(folder / "corpus"),
            f"-max_total_time={round(60 * arguments.minutes)}",
            "-rss_limit_mb=2048",
        ]
        atheris.Setup(words, Watch(reader(arguments.form, folder), arguments.form, arguments.findings))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
