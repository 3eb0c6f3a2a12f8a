"""Running the checks: fingerprints, waivers, the baseline, settings, order."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from tests.checks.conftest import KNOWN, changed, made_of
from workbench.checks import parts
from workbench.checks.finding import Finding, Severity
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.runner import Report, run_checks
from workbench.checks.settings import Settings
from workbench.checks.waiver import Waiver
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.segment import parse_text


def iv(report: Report) -> Finding:
    """Return the finding about IV."""
    return next(one for one in report.findings if one.check == "numbering-style")


def waiver_of(finding: Finding) -> Waiver:
    """Return a waiver of a finding."""
    at = finding.location
    return Waiver(finding.fingerprint, finding.check, at.version or "", at.clause, at.words, "so in the source")


def test_every_check_says_what_it_is() -> None:
    """Name, family and help are there, and no name twice."""
    names = [check.name for check in checks()]
    assert len(set(names)) == len(names)
    assert all(check.family and check.help.count(".") >= 1 for check in checks())


def test_a_fingerprint_survives_edits_elsewhere(statement: Document, termbase: TermBase) -> None:
    """Lines before the place and other versions may change."""
    before = iv(run_checks(Reading(statement, termbase), Settings()))
    edited = changed(statement, "en", ("conducted in-depth exchanges", "exchanged views"))
    edited = changed(edited, "kk", ("терең пікір алмасып", "пікір алмасып"))
    assert iv(run_checks(Reading(edited, termbase), Settings())).fingerprint == before.fingerprint


def test_a_fingerprint_lapses_with_its_text(statement: Document, termbase: TermBase) -> None:
    """The clause of the finding has changed."""
    before = iv(run_checks(Reading(statement, termbase), Settings()))
    edited = changed(statement, "en", ("agree to prioritize cooperation", "agree to cooperate"))
    assert iv(run_checks(Reading(edited, termbase), Settings())).fingerprint != before.fingerprint


def test_all_fingerprints_differ(statement: Document, termbase: TermBase) -> None:
    """Minister and state are missing in one bead, and are two findings."""
    found = run_checks(Reading(statement, termbase), Settings()).findings
    assert len({one.fingerprint for one in found}) == len(found)


def test_the_same_fault_twice_has_two_fingerprints(termbase: TermBase) -> None:
    """The number of the occurrence tells them apart."""
    document = made_of({"ru": "Страны Средней Азии и народы Средней Азии."})
    first, second = run_checks(Reading(document, termbase), Settings()).findings
    assert first.fingerprint != second.fingerprint


def test_a_waiver_takes_its_finding_out(statement: Document, termbase: TermBase) -> None:
    """It is reported as waived, with the waiver."""
    waiver = waiver_of(iv(run_checks(Reading(statement, termbase), Settings())))
    report = run_checks(Reading(statement, termbase), Settings(), [waiver])
    assert "numbering-style" not in {one.check for one in report.findings}
    assert [kept for _, kept in report.waived] == [waiver]


def test_an_unused_waiver_is_a_finding(statement: Document, termbase: TermBase) -> None:
    """Its place is the waivers' file."""
    waiver = Waiver("0" * 16, "numbering-style", "en", "4", "IV.", "so in the source", line=8)
    report = run_checks(Reading(statement, termbase), Settings(), [waiver])
    assert report.unused == (waiver,)
    found = report.findings[-1]
    assert (found.check, found.severity, found.location.path, found.location.line) == (
        "waiver-unused",
        Severity.WARNING,
        "texts/chengdu-2024/waivers.toml",
        8,
    )


def test_a_waiver_of_a_check_that_did_not_run_is_not_unused(statement: Document, termbase: TermBase) -> None:
    """`--only name-missing` says nothing of the other waivers."""
    waiver = Waiver("0" * 16, "numbering-style", "en", "4", "IV.", "so in the source")
    settings = Settings().only(["name-missing", "waiver-unused"], KNOWN)
    assert run_checks(Reading(statement, termbase), settings, [waiver]).unused == ()


def test_the_baseline_takes_findings_out(statement: Document, termbase: TermBase) -> None:
    """What an old project starts with is not reported."""
    found = run_checks(Reading(statement, termbase), Settings()).findings
    baseline = {one.fingerprint: line for line, one in enumerate(found, start=2)}
    assert run_checks(Reading(statement, termbase), Settings(), (), baseline).findings == ()


def test_settings_change_the_severity(statement: Document, termbase: TermBase) -> None:
    """The setting goes before the check's own."""
    settings = Settings({"numbering-style": Severity.INFO})
    assert iv(run_checks(Reading(statement, termbase), settings)).severity is Severity.INFO


def test_settings_turn_a_check_off(statement: Document, termbase: TermBase) -> None:
    """None is off."""
    report = run_checks(Reading(statement, termbase), Settings({"count-mismatch": None}))
    assert "count-mismatch" not in {one.check for one in report.findings}


def test_languages_limit_whom_findings_speak_of(statement: Document, termbase: TermBase) -> None:
    """The faults of the English are not wanted in a run for Kazakh."""
    assert run_checks(Reading(statement, termbase), Settings(languages=("kk",))).findings == ()


def test_findings_are_sorted_by_row(statement: Document, termbase: TermBase) -> None:
    """A reader goes through the document from its beginning."""
    rows = [one.row for one in run_checks(Reading(statement, termbase), Settings()).findings]
    assert rows == sorted(rows)


def test_columns_count_the_code_points_of_the_file(termbase: TermBase) -> None:
    """A line in NFD is compared in NFC, and its columns are those of the line as it stands."""
    line = unicodedata.normalize("NFD", "Народы этой Средней Азии.")
    assert not unicodedata.is_normalized("NFC", line)
    document = made_of({"ru": line})
    (found,) = run_checks(Reading(document, termbase), Settings().only(["term-forbidden"], KNOWN)).findings
    at = found.location
    assert unicodedata.normalize("NFC", line[at.column - 1 : at.end_column - 1]) == at.words == "Средней Азии"


def test_a_version_without_language_data_is_checked(termbase: TermBase) -> None:
    """What is neutral of language works: labels are labels in Mongolian too."""
    document = made_of({"en": "1. One.\n\n2. Two.", "mn": "1. Нэг.\n\n3. Хоёр."})
    found = {one.check for one in run_checks(Reading(document, termbase), Settings()).findings}
    assert found == {"numbering-mismatch", "numbering-sequence"}


def test_a_byte_order_mark_and_blank_lines_do_not_shift_lines(termbase: TermBase) -> None:
    """Lines are those of the file."""
    document = made_of({"ru": "Стороны."})
    version = replace(document.versions["ru"], text=parse_text("\ufeff\r\n\r\nСтраны Средней Азии.\r\n"))
    settings = Settings().only(["term-forbidden"], KNOWN)
    (found,) = run_checks(Reading(document.with_version(version), termbase), settings).findings
    assert (found.location.line, found.location.column) == (3, 8)


def test_progress_hears_of_every_part(statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many rows are done, of how many; at the end all are."""
    monkeypatch.setattr(parts, "ROWS", 20)
    heard: list[tuple[str, int, int]] = []
    reading = Reading(statement, termbase)
    run_checks(reading, Settings(), step=lambda *step: heard.append(step))
    assert [done for _, done, _ in heard] == [20, reading.total]
    assert {(what, total) for what, _, total in heard} == {("rows of chengdu-2024", reading.total)}


def test_what_the_baseline_holds_and_nobody_finds_is_stale(statement: Document, termbase: TermBase) -> None:
    """A hint at its line, in a run of all checks; what is still found is known."""
    found = iv(run_checks(Reading(statement, termbase), Settings()))
    baseline = {found.fingerprint: 2, "0" * 16: 3}
    report = run_checks(Reading(statement, termbase), Settings(), (), baseline)
    assert (report.known, report.stale) == ((found,), ("0" * 16,))
    assert (report.findings[-1].check, report.findings[-1].location.line) == ("baseline-unused", 3)
    narrowed = Settings().only(["numbering-style", "baseline-unused"], KNOWN)
    assert run_checks(Reading(statement, termbase), narrowed, (), baseline).findings == ()


def test_a_waiver_of_a_check_that_does_not_exist_says_so(statement: Document, termbase: TermBase) -> None:
    """A slip of the pen, not a text that changed."""
    waiver = Waiver("0" * 16, "numbering-stile", "en", "4", "IV.", "quoted as published")
    found = run_checks(Reading(statement, termbase), Settings(), [waiver]).findings[-1]
    assert "there is no such check — did you mean numbering-style?" in found.message


def test_a_waiver_of_a_very_long_segment_lapses_when_its_last_word_changes(termbase: TermBase) -> None:
    """However much stands before it."""
    prints = [
        run_checks(Reading(made_of({"en": "of the the Parties " + "agree and " * 3000 + end}), termbase), Settings())
        for end in ("act.", "act.", "wait.")
    ]
    first, same, other = ({one.fingerprint for one in report.findings} for report in prints)
    assert first == same
    assert not first & other
