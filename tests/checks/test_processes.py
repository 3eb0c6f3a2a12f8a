"""Checks in several processes."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from workbench.checks import processes
from workbench.checks.processes import Processes
from workbench.checks.reading import Reading
from workbench.checks.runner import Report, run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "ROWS", 10)


def _report(document: Document, termbase: TermBase, jobs: int, fewest: int) -> Report:
    return run_checks(Reading(document, termbase), Settings(), looker=Processes(jobs, fewest))


def test_two_processes_find_what_one_finds(statement: Document, termbase: TermBase) -> None:
    """The findings are the same, in the same order, with the same fingerprints."""
    alone = _report(statement, termbase, 1, 0)
    assert alone.findings
    assert _report(statement, termbase, 2, 0) == alone


def test_no_process_begins_for_a_short_document(
    statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document of few segments is checked where it is."""
    monkeypatch.delattr(processes, "_Others")
    assert _report(statement, termbase, 8, 100_000).findings


def test_where_no_process_may_begin_the_checks_run_all_the_same(
    statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that refuses processes gets the same findings."""

    def refused(*_: object) -> None:
        raise PermissionError("no semaphores")

    monkeypatch.setattr(multiprocessing, "get_context", refused)
    assert _report(statement, termbase, 2, 0) == _report(statement, termbase, 1, 0)


def test_what_a_killed_process_leaves_is_done_here(
    statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies at once costs no finding."""
    monkeypatch.setattr(processes, "_prepare", _die)
    assert _report(statement, termbase, 2, 0) == _report(statement, termbase, 1, 0)


def _die(*_: object) -> None:
    os._exit(1)


def test_processes_that_are_not_forked_find_the_same(
    statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a system cannot fork, the document is packed for the others."""
    monkeypatch.setattr(processes, "_METHOD", "spawn")
    assert _report(statement, termbase, 2, 0) == _report(statement, termbase, 1, 0)
