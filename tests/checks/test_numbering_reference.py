"""numbering-reference."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from tests.checks.faults.numbering_reference import referring
from workbench.model.document import Document

CLAUSES = {
    "en": "1. All parties agree.\n\n2. They recall {en}.",
    "ru": "1. Стороны едины.\n\n2. Они ссылаются на {ru}.",
    "zh": "一、各方同意。\n\n二、各方忆及{zh}。",
}


def text(**references: str) -> Document:
    """Return a document of two clauses whose second refers to what is given by version."""
    return made_of({tag: content.format(**references) for tag, content in CLAUSES.items()})


def test_the_same_reference_in_eight_languages_is_in_order(statement: Document, run: Run) -> None:
    """“Paragraph 4 of this statement”, 本声明第四条, 4-тармағын, 4-nji bendini are one."""
    assert list(run(referring(statement, 4), "numbering-reference")) == []


def test_the_odd_one_is_named_and_rewritten(run: Run) -> None:
    """Two of three say 4; the suggestion changes the number alone."""
    (found,) = run(text(en="Article 5", ru="статью 4", zh="第四条"), "numbering-reference")
    assert (found.version, found.location.words, found.suggestion) == ("en", "Article 5", "Article 4")
    assert {place.version: place.words for place in found.related} == {"ru": "статью 4", "zh": "第四条"}


def test_without_a_majority_no_version_is_named(run: Run) -> None:
    """Three versions, three numbers: one finding."""
    (found,) = run(text(en="Article 5", ru="статью 4", zh="第六条"), "numbering-reference")
    assert found.version is None


def test_levels_may_be_written_in_another_order(run: Run) -> None:
    """Article 4(2) is paragraph 2 of Article 4 and 第四条第二款."""
    assert list(run(text(en="Article 4(2)", ru="пункт 2 статьи 4", zh="第四条第二款"), "numbering-reference")) == []


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("paragraph 7 above", ["paragraph 7"]),
        ("paragraph 7 of this statement", ["paragraph 7"]),
        ("paragraph 1 above", []),
        ("Article 51 of the Charter", []),
        ("this, and Article 51 of the Charter", []),
    ],
)
def test_only_a_reference_to_this_text_can_point_nowhere(run: Run, reference: str, found: list[str]) -> None:
    """What another text has is not known; of this one the last number is told."""
    document = made_of({"en": CLAUSES["en"].format(en=reference)})
    assert [one.location.words for one in run(document, "numbering-reference")] == found


def test_a_reference_in_some_versions_only_is_fine(run: Run) -> None:
    """A version may say “there” instead."""
    assert list(run(text(en="Article 4", ru="статью 4", zh="上述内容"), "numbering-reference")) == []
