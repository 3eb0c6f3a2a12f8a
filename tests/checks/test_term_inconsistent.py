"""term-inconsistent."""

from __future__ import annotations

from tests.checks.conftest import Run, made_of
from workbench.checks.finding import Severity
from workbench.model.document import Document


def test_the_rarer_wording_is_named(run: Run) -> None:
    """Twice Merkezi Aziýa, once Orta Aziýa: the latter is odd, though the glossary admits it."""
    document = made_of({"tk": "Merkezi Aziýa.\n\nOrta Aziýanyň ýurtlary.\n\nMerkezi Aziýada."})
    (found,) = run(document, "term-inconsistent")
    assert (found.location.words, found.suggestion, found.severity) == (
        "Orta Aziýanyň",
        "Merkezi Aziýa",
        Severity.WARNING,
    )


def test_of_two_equally_frequent_the_admitted_one_is_named(run: Run) -> None:
    """The preferred wording is the measure."""
    (found,) = run(made_of({"tk": "Orta Aziýa.\n\nMerkezi Aziýa."}), "term-inconsistent")
    assert found.location.words == "Orta Aziýa"


def test_a_proposed_wording_is_a_hint(run: Run) -> None:
    """Nobody has agreed on it yet."""
    (found,) = run(made_of({"ky": "Борбордук Азия.\n\nБорбор Азия."}), "term-inconsistent")
    assert found.severity is Severity.INFO


def test_a_short_form_is_no_second_rendering(run: Run) -> None:
    """A surname alone, an abbreviation, and the two names of a state are fine."""
    document = made_of(
        {
            "ru": "Мурат Нуртлеу. Нуртлеу. ЦК КПК. Центральный комитет Коммунистической партии Китая. "
            "КНР. Китай. Сычуань, провинция Сычуань."
        }
    )
    assert list(run(document, "term-inconsistent")) == []


def test_the_versions_do_not_count_together(run: Run) -> None:
    """Each has its own wordings."""
    document = made_of({"tk": "Merkezi Aziýa.", "ky": "Борбор Азия."})
    assert list(run(document, "term-inconsistent")) == []


def test_green_development_of_resources_is_another_thing(statement: Document, run: Run) -> None:
    """绿色发展 and 绿色开发 stand for two concepts, and so do their Russian, Kyrgyz and Uzbek terms."""
    assert list(run(statement, "term-inconsistent")) == []
