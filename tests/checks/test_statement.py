"""What the checks find in the statement of Chengdu."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run
from workbench.checks.finding import Severity
from workbench.model.document import Document


def test_the_faults_of_the_english_are_found_and_nothing_else(statement: Document, run: Run) -> None:
    """The English writes IV., leaves Tajikistan's minister out, and counts six and five; the seven others are in order."""
    found = [(one.version, one.check, one.location.clause, one.location.words) for one in run(statement)]
    expected = [
        ("en", "count-mismatch", "1", "six parties"),
        ("en", "count-mismatch", "2", "six countries"),
        ("en", "count-mismatch", "5", "five Central Asian countries"),
        ("en", "name-missing", "0¶1", "Republic of Tajikistan"),
        ("en", "name-missing", "0¶1", "Sirojiddin Muhriddin"),
        ("en", "numbering-style", "4", "IV."),
    ]
    # A second sentence of a clause's first paragraph is still in that paragraph.
    assert sorted(found) == sorted(expected)


def test_every_fault_of_the_english_is_an_error(statement: Document, run: Run) -> None:
    """CI fails on each of them."""
    assert {one.severity for one in run(statement)} == {Severity.ERROR}


def test_iv_is_to_be_written_as_4(statement: Document, run: Run) -> None:
    """The suggestion is the whole label, in the form of its neighbours."""
    (found,) = run(statement, "numbering-style")
    assert (found.suggestion, found.location.line, found.location.column, found.location.end_column) == ("4.", 18, 1, 4)


def test_the_missing_minister_is_placed_where_he_should_stand(statement: Document, run: Run) -> None:
    """What is missing is placed, without width, at the first segment of its bead."""
    found = next(one for one in run(statement, "name-missing") if one.suggestion == "Sirojiddin Muhriddin")
    at = found.location
    assert (at.path, at.line, at.column, at.end_column) == ("texts/chengdu-2024/en.txt", 1, 1, 1)


def test_the_missing_minister_is_shown_in_the_seven_other_versions(statement: Document, run: Run) -> None:
    """The related places are his names in each of them."""
    found = next(one for one in run(statement, "name-missing") if one.suggestion == "Sirojiddin Muhriddin")
    assert {place.version: place.words for place in found.related} == {
        "zh": "穆赫里丁",
        "ru": "Сироджиддин Мухриддин",
        "kk": "Сироджиддин Мухриддин",
        "ky": "Сирожиддин Мухриддин",
        "tg": "Сироҷиддин Муҳриддин",
        "tk": "Sirojiddin Muhriddin",
        "uz": "Sirojiddin Muhriddin",
    }


@pytest.mark.parametrize("words", ["six parties", "six countries", "five Central Asian countries"])
def test_a_wrong_count_says_who_is_missing(statement: Document, run: Run, words: str) -> None:
    """The message has both numbers, and the state and the minister of the other versions."""
    found = next(one for one in run(statement, "count-mismatch") if one.location.words == words)
    count, named = (5, 4) if "five" in words else (6, 5)
    assert f"counts {count}, but the list names {named}" in found.message
    assert "Republic of Tajikistan (Sirojiddin Muhriddin) is in the other versions" in found.message


def test_a_wrong_count_points_at_the_list(statement: Document, run: Run) -> None:
    """The first related place is the list of the same version, from its first name to its last."""
    found = next(one for one in run(statement, "count-mismatch") if one.location.words == "six parties")
    list_place = found.related[0]
    assert (list_place.version, list_place.line) == ("en", 1)
    assert list_place.words.startswith("Wang Yi, member of the Politburo")
    assert list_place.words.endswith("Bakhtiyor Saidov")
