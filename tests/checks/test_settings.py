"""Which checks run, and how severe their findings are."""

from __future__ import annotations

import pytest

from tests.checks.conftest import KNOWN
from workbench.checks.finding import Severity
from workbench.checks.settings import Scope, Settings

TREATIES = Scope({"term-missing": Severity.ERROR}, documents="treaty-*")
UZBEK = Scope({"term-missing": None}, versions=("uz", "uz-*"))


@pytest.mark.parametrize(
    ("document", "version", "severity"),
    [
        ("treaty-2024", "kk", Severity.ERROR),
        ("chengdu-2024", "kk", Severity.INFO),
        ("treaty-2024", "uz-Cyrl", None),
        ("chengdu-2024", "uz", None),
        ("treaty-2024", None, Severity.ERROR),
        ("chengdu-2024", None, Severity.INFO),
    ],
)
def test_the_last_scope_that_holds_decides(document: str, version: str | None, severity: Severity | None) -> None:
    """Below the scopes stands what is set for all; a scope of versions says nothing of findings in no single one."""
    settings = Settings({"term-missing": Severity.INFO}, scopes=(TREATIES, UZBEK))
    assert settings.severity("term-missing", document, version, Severity.WARNING) is severity


def test_what_is_not_set_is_the_checks_own() -> None:
    """A scope of another check changes nothing."""
    assert Settings(scopes=(TREATIES,)).severity("quotes", "treaty-1", "ru", Severity.WARNING) is Severity.WARNING


def test_a_check_that_is_on_in_a_scope_runs() -> None:
    """Though it is off elsewhere; what it finds there is left out."""
    settings = Settings({"term-missing": None}, scopes=(TREATIES,))
    assert settings.runs("term-missing")
    assert settings.severity("term-missing", "chengdu-2024", "kk", Severity.WARNING) is None


def test_a_run_of_some_checks_takes_in_those_that_are_off() -> None:
    """Who names a check wants it, whatever the settings and their scopes say; severities hold."""
    settings = Settings({"term-missing": None}, scopes=(TREATIES, UZBEK)).only({"term-missing"}, KNOWN)
    assert settings.narrowed
    assert not settings.runs("numbering-style")
    assert settings.severity("term-missing", "chengdu-2024", "uz", Severity.WARNING) is Severity.WARNING
    assert settings.severity("term-missing", "treaty-1", "uz", Severity.WARNING) is Severity.ERROR
