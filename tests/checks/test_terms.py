"""term-missing and term-forbidden."""

from __future__ import annotations

import pytest

from tests.checks.conftest import KNOWN, Run, changed, made_of
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.runner import run_checks
from workbench.checks.settings import Settings
from workbench.glossary.csv_format import parse_terms
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.ladder import ladder_of


def test_the_statement_keeps_to_the_glossary(statement: Document, run: Run) -> None:
    """In seven translations every term of the English is rendered, and no wording is forbidden."""
    assert list(run(statement, "term-missing", "term-forbidden")) == []


def test_an_agreed_term_that_is_not_used_is_a_warning(statement: Document, run: Run) -> None:
    """Kazakh саммит is agreed on; another word for it is none of its terms."""
    wrong = changed(statement, "kk", ("екінші саммиттің 2025", "екінші кездесудің 2025"))
    (found,) = run(wrong, "term-missing")
    assert (found.version, found.severity, found.location.words, found.location.clause) == (
        "kk",
        Severity.WARNING,
        "summit",
        "10",
    )


def test_a_proposed_term_that_is_not_used_is_an_info(statement: Document, run: Run) -> None:
    """Nobody has agreed on қосылған құн yet."""
    wrong = changed(statement, "kk", ("қосылған құны", "үстеме құны"))
    found = next(one for one in run(wrong, "term-missing") if one.location.words == "added value")
    assert (found.version, found.severity, found.suggestion) == ("kk", Severity.INFO, "қосылған құн")


def test_a_missing_term_shows_the_pivot(statement: Document, run: Run) -> None:
    """The related place is the term in the English."""
    wrong = changed(statement, "kk", ("екінші саммиттің 2025", "екінші кездесудің 2025"))
    (found,) = run(wrong, "term-missing")
    assert [(place.version, place.line, place.words) for place in found.related] == [("en", 54, "summit")]


def test_a_language_without_a_term_is_asked_for_none(run: Run) -> None:
    """The glossary has no German."""
    assert list(run(made_of({"en": "The summit was held.", "de": "Das Treffen fand statt."}), "term-missing")) == []


def test_an_empty_cell_lacks_no_term(run: Run) -> None:
    """What is not translated at all is missing-translation's."""
    document = made_of(
        {"en": "The summit was held.\nAll agreed.", "kk": "Бәрі келісті."}, {"kk": ladder_of([(1, 0), (1, 1)])}
    )
    assert list(run(document, "term-missing")) == []


def test_a_term_within_a_longer_one_is_enough(run: Run) -> None:
    """Russian «саммит» within «саммита «Китай – Центральная Азия»» renders the summit."""
    document = made_of({"en": "The summit was held.", "ru": "Прошёл саммит «Китай – Центральная Азия»."})
    assert list(run(document, "term-missing")) == []


def test_a_term_in_the_next_sentence_is_not_missing(run: Run) -> None:
    """The version cuts its sentences otherwise: the term stands behind the bead's edge."""
    document = made_of(
        {
            "en": "All will advance the transport corridor.\nAll will sign documents.",
            "ky": "Тараптар кызматташат.\nАлар транспорттук коридорду курушат жана документтерге кол коюшат.",
        }
    )
    assert list(run(document, "term-missing")) == []


@pytest.mark.parametrize(
    ("tag", "old", "new", "words", "suggestion"),
    [
        (
            "ru",
            "народами Китая и Центральной Азии",
            "народами Китая и Средней Азии",
            "Средней Азии",
            "Центральной Азии",
        ),
        ("kk", "Өзбекстан Республикасының", "Қырғызияның және Өзбекстан Республикасының", "Қырғызияның", None),
        ("ky", "2. Тараптар Казакстанда", "2. Тараптар Казахстанда", "Казахстанда", None),
        ("zh", "吉尔吉斯共和国", "吉尔吉斯坦共和国", "吉尔吉斯坦", "吉尔吉斯共和国"),
        (
            "uz",
            "boʻlib oʻtishini tasdiqladilar",
            "Oʻrta Osiyoda oʻtishini tasdiqladilar",
            "Oʻrta Osiyoda",
            "Markaziy Osiyoda",
        ),
    ],
)
def test_a_forbidden_wording_is_an_error(
    statement: Document, run: Run, tag: str, old: str, new: str, words: str, suggestion: str | None
) -> None:
    """It is found in any of its forms, with the wording to write in its place."""
    (found,) = run(changed(statement, tag, (old, new)), "term-forbidden")
    assert (found.version, found.severity, found.location.words) == (tag, Severity.ERROR, words)
    assert suggestion is None or found.suggestion == suggestion


def test_a_superseded_wording_is_a_warning(statement: Document, run: Run) -> None:
    """Astana is Nur-Sultan no longer."""
    (found,) = run(changed(statement, "ru", ("состоится в Астане", "состоится в Нур-Султане")), "term-forbidden")
    assert (found.severity, found.location.words, found.suggestion) == (Severity.WARNING, "Нур-Султане", "Астана")


def test_a_forbidden_wording_is_not_missing_too(statement: Document, run: Run) -> None:
    """One fault is one finding."""
    wrong = changed(statement, "ru", ("состоится в Астане", "состоится в Нур-Султане"))
    assert [one.check for one in run(wrong, "term-forbidden", "term-missing")] == ["term-forbidden"]


def test_a_forbidden_word_within_a_longer_term_may_stand() -> None:
    """The longest term wins: “Middle Asia Institute” is a name."""
    header = "concept,lang,term,status,kind,match,forms,scope,source,note\n"
    rows = "central-asia,en,Middle Asia,forbidden,place,,,,,\ninstitute,en,Middle Asia Institute,preferred,org,,,,,\n"
    document = made_of({"en": "The Middle Asia Institute met in Middle Asia."})
    reading = Reading(document, TermBase(parse_terms(header + rows, "terms.csv")))
    found = run_checks(reading, Settings().only(["term-forbidden"], KNOWN)).findings
    assert [one.location.column for one in found] == [34]
