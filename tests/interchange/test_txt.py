"""One clean version as plain text."""

import io
from datetime import UTC, datetime

import pytest

from workbench.interchange import txt
from workbench.interchange.export import Export, exporters
from workbench.model.document import Document
from workbench.model.errors import NotFoundError, UsageError


def exported(document: Document, version: str) -> str:
    """Return one version as text."""
    out = io.BytesIO()
    txt.write(Export(document, datetime(2024, 12, 1, tzinfo=UTC), version), out)
    return out.getvalue().decode()


def test_segments_join_to_paragraphs(statement: Document) -> None:
    """The English text comes out as its own paragraphs, sentences joined by a space."""
    paragraphs = exported(statement, "en").rstrip("\n").split("\n\n")
    assert len(paragraphs) == 23
    assert "breakthroughs in China-Central Asia cooperation. All parties reiterate" in paragraphs[2]


def test_chinese_joins_without_spaces(statement: Document) -> None:
    """No space behind 。."""
    assert "。 " not in exported(statement, "zh")


def test_a_version_must_be_named(statement: Document) -> None:
    """Plain text holds one version, and one that is there."""
    with pytest.raises(UsageError):
        exported(statement, "")
    with pytest.raises(NotFoundError):
        exported(statement, "fr")


def test_formats_are_found_by_themselves() -> None:
    """Every module with a NAME and a writer is a format."""
    assert {"tmx", "txt"} <= set(exporters())
