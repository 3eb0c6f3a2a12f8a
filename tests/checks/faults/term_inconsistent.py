"""Two renderings of one concept in one version."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, reworded
from workbench.model.document import Document

# A wording of the version, and another that the glossary gives for the same; its first place is changed.
_WORDINGS = (
    ("en", "China-Central Asia mechanism", "Central Asia-China mechanism"),
    ("zh", "外交部长", "外长"),
    ("ru", "механизма «Китай – Центральная Азия»", "механизма «Центральная Азия – Китай»"),
    ("kk", "«Орталық Азия – Қытай» форматы аясындағы", "«Қытай – Орталық Азия» форматы аясындағы"),
    ("ky", "Борбордук Азиянын", "Борбор Азиянын"),
    ("ky", "«Борбордук Азия – Кытай» механизминин", "«Кытай – Борбордук Азия» механизминин"),
    ("tg", "Ҷонибҳо", "Тарафҳо"),
    ("tk", "Merkezi Aziýa bilen", "Orta Aziýa bilen"),
    ("tk", "«Merkezi Aziýa – Hytaý» formatynyň", "«Hytaý – Merkezi Aziýa» formatynyň"),
    ("uz", "“Markaziy Osiyo – Xitoy” mexanizmi", "“Xitoy – Markaziy Osiyo” mexanizmi"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield each version with a wording changed where it stands first."""
    for tag, old, new in _WORDINGS:
        yield reworded(statement, "term-inconsistent", tag, old, new)
