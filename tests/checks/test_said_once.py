"""What two checks find in one place."""

from __future__ import annotations

import pytest

from tests.checks.conftest import KNOWN, Run, changed, made_of
from workbench.checks.reading import Reading
from workbench.checks.runner import run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document

SIX = [
    ("en", "The six parties", "The seven parties"),
    ("zh", "六方", "七方"),
    ("ru", "Шесть Сторон", "Семь Сторон"),
    ("kk", "Алты тарап", "Жеті тарап"),
    ("ky", "Алты тарап", "Жети тарап"),
    ("tg", "Шаш ҷониб", "Ҳафт ҷониб"),
    ("tk", "Alty tarap", "Ýedi tarap"),
    ("uz", "Olti tomon", "Yetti tomon"),
]


def new(run: Run, document: Document, before: Document) -> list[tuple[str, str | None]]:
    """Return check and version of the findings that only the first document has."""
    known = {one.fingerprint for one in run(before)}
    return [(one.check, one.version) for one in run(document) if one.fingerprint not in known]


@pytest.mark.parametrize(("tag", "old", "wrong"), SIX)
def test_a_wrong_count_is_one_finding(statement: Document, run: Run, tag: str, old: str, wrong: str) -> None:
    """Seven of eight versions say what the number should be: that tells more than the list."""
    assert new(run, changed(statement, tag, (old, wrong)), statement) == [("number-mismatch", tag)]


def test_without_the_other_check_the_list_tells(statement: Document, termbase: TermBase) -> None:
    """Who has turned number-mismatch off hears of the list."""
    document = changed(statement, "ru", ("Шесть Сторон", "Семь Сторон"))
    settings = Settings(severities={"number-mismatch": None})
    found = run_checks(Reading(document, termbase), settings).findings
    counts = [one.location.words for one in found if one.check == "count-mismatch" and one.version == "ru"]
    assert counts == ["Семь Сторон"]


LIST = {
    "en": "Ministers Wang Yi, Murat Nurtleu and Rashid Meredov of China, Kazakhstan and Turkmenistan (hereinafter referred "
    "to as the “Parties”) met.\n\nThe three parties agreed.",
    "ru": "Министры Ван И, Мурат Нуртлеу и Рашид Мередов из Китая, Казахстана и Туркменистана (далее – «Стороны») "
    "встретились.\n\nЧетыре Стороны договорились.",
}


def test_where_versions_only_differ_the_list_decides(termbase: TermBase) -> None:
    """Of two versions neither is in the majority; the list of ministers says that the Russian count is wrong."""
    settings = Settings().only(("count-mismatch", "number-mismatch"), KNOWN)
    found = run_checks(Reading(made_of(LIST), termbase), settings).findings
    assert [(one.check, one.version) for one in found] == [("count-mismatch", "ru")]


def test_a_missing_minister_and_a_wrong_count_are_two(statement: Document, run: Run) -> None:
    """The count of another place is still held against the list."""
    document = changed(statement, "kk", (", Тәжікстан Республикасының Сыртқы істер министрі Сироджиддин Мухриддин", ""))
    found = new(run, changed(document, "kk", ("Алты тарап", "Жеті тарап")), statement)
    assert ("number-mismatch", "kk") in found
    assert found.count(("count-mismatch", "kk")) == 2
