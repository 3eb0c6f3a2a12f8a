"""untranslated."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from workbench.checks.finding import Severity

PIVOT = "4. All parties are willing to sign relevant agreements on deepening trade facilitation as soon as possible."


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "tg", "tk", "uz", "uz-Cyrl", "fr", "az"])
def test_a_segment_left_in_the_pivots_words_is_an_error(run: Run, tag: str) -> None:
    """In a language that nothing is known of, too; the label is no part of it."""
    (found,) = run(made_of({"en": PIVOT, tag: PIVOT}), "untranslated")
    assert (found.version, found.severity, found.location.words) == (tag, Severity.ERROR, PIVOT[3:])


def test_chinese_in_a_russian_version_is_found(run: Run) -> None:
    """A pivot without spaces has no words to count; its letters are."""
    (found,) = run(
        made_of({"zh": "各方欢迎举办中国-中亚青年英才论坛的倡议。", "ru": "各方欢迎举办中国-中亚青年英才论坛的倡议。"}),
        "untranslated",
    )
    assert found.version == "ru"


def test_a_part_left_in_the_pivots_words_is_a_warning(run: Run) -> None:
    """The finding covers that part."""
    document = made_of(
        {
            "en": PIVOT,
            "kk": "4. Тараптар сауданы жеңілдету туралы on deepening trade facilitation as soon as possible "
            "келісімдерге қол қоюға дайын екенін білдірді.",
        }
    )
    (found,) = run(document, "untranslated")
    assert found.severity is Severity.WARNING
    assert found.location.words == "on deepening trade facilitation as soon as possible"


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("Article 4", "Article 4"),
        ("Universal Postal Union", "Universal Postal Union"),
        ("Nestlé S.A., Vevey", "Nestlé S.A., Vevey"),
        ("The forum “The Belt and Road” was held.", "«The Belt and Road» форумы өтті."),
        ("2024, 1.5 %, CO2, www.un.org", "2024, 1.5 %, CO2, www.un.org"),
    ],
)
def test_names_numbers_and_labels_are_not_meant(run: Run, english: str, other: str) -> None:
    """They are the same in many languages."""
    assert list(run(made_of({"en": english, "kk": other}), "untranslated")) == []


def test_two_versions_in_one_language_may_be_equal(run: Run) -> None:
    """Two English translations say most things in the same words."""
    assert list(run(made_of({"en": PIVOT, "en-x-official": PIVOT}), "untranslated")) == []
