"""A language that Workbench does not come with: what it takes is a table, and no code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.conftest import changed, made_of
from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.checks.runner import run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import Knowledge, knowledge, read_table
from workbench.languages.labels import find_label
from workbench.languages.quantities import QuantityKind, quantities
from workbench.model.document import Document
from workbench.model.errors import InputError

TABLE = Path(__file__).parents[1] / "languages" / "tables" / "az.toml"
AZERBAIJANI = read_table(TABLE)

TEXTS = {
    "en": "Article 1\nThe fifth meeting was held on 1 December 2024.\n\nArticle 2\nThe summit will be held in June 2025.\n\n"
    "Article 3\nWhere it is, says Article 2 of this statement.",
    "ru": "Статья 1\nПятая встреча состоялась 1 декабря 2024 года.\n\nСтатья 2\nСаммит состоится в июне 2025 года.\n\n"
    "Статья 3\nГде, говорит статья 2 настоящего заявления.",
    "az": "Maddə 1\nBeşinci görüş 1 dekabr 2024-cü ildə keçirildi.\n\nMaddə 2\nSammit 2025-ci ilin iyununda keçiriləcək.\n\n"
    "Maddə 3\nHarada olacağını bu bəyanatın 2-ci maddəsi deyir.",
}


@pytest.fixture
def document() -> Document:
    """A text in English, Russian and Azerbaijani without a fault."""
    return made_of(TEXTS)


def known(tag: str) -> Knowledge:
    """Return what is known of a language, Azerbaijani among those."""
    return AZERBAIJANI if tag == "az" else knowledge(tag)


def found_in(document: Document) -> list[Finding]:
    """Return what all checks find."""
    return list(run_checks(Reading(document, TermBase(), known), Settings()).findings)


def test_a_text_without_a_fault_is_in_order(document: Document) -> None:
    """The table finds nothing that is not there."""
    assert found_in(document) == []


def test_dates_ordinals_and_labels_are_read() -> None:
    """The month in a case, the word for fifth, and a label with its suffix."""
    reading = Reading(made_of(TEXTS), TermBase(), known)
    assert [(one.year, one.month, one.day) for one in reading.dates("az", 1)] == [(2024, 12, 1)]
    assert [(one.year, one.month) for one in reading.dates("az", 3)] == [(2025, 6)]
    ordinals = [one.value for one in quantities("Beşinci görüş", AZERBAIJANI) if one.kind is QuantityKind.ORDINAL]
    assert ordinals == [5]
    label = find_label("4-cü maddə", AZERBAIJANI)
    assert label is not None
    assert label.values == (4,)


@pytest.mark.parametrize(
    ("check", "old", "new", "words"),
    [
        ("numbering-mismatch", "Maddə 3", "Maddə 4", "Maddə 4"),
        ("numbering-sequence", "Maddə 3", "Maddə 4", "Maddə 4"),
        ("numbering-reference", "2-ci maddəsi", "3-cü maddəsi", "3-cü maddəsi"),
        ("date-mismatch", "dekabr", "noyabr", "1 noyabr 2024"),
        ("date-mismatch", "iyununda", "iyulunda", "2025-ci ilin iyulunda"),
        ("ordinal-mismatch", "Beşinci", "Altıncı", "Altıncı"),
    ],
)
def test_a_fault_is_found(document: Document, check: str, old: str, new: str, words: str) -> None:
    """A wrong label, reference, month and ordinal are named in the Azerbaijani version, though no code knows it."""
    found = [one for one in found_in(changed(document, "az", (old, new))) if one.check == check]
    assert [(one.version, one.location.words) for one in found] == [("az", words)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("tag = ", "not TOML"),
        (TABLE.read_text(encoding="utf-8").replace("[counts]", "[count]"), "lacks 'counts'"),
        (TABLE.read_text(encoding="utf-8").replace("chain = 3", "chains = 3"), "cannot be read"),
        (TABLE.read_text(encoding="utf-8").replace('["yanvar"], ', ""), "cannot be read"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(tmp_path: Path, content: str, said: str) -> None:
    """One line with the file, what is wrong, and where the fields are explained."""
    path = tmp_path / "az.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said) as raised:
        read_table(path)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)
