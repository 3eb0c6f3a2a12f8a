"""Checks in several processes."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest

from workbench.alignment import executors
from workbench.checks.check import Check
from workbench.checks.processes import Processes
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.runner import Report, run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document


def _report(document: Document, termbase: TermBase, jobs: int, fewest: int) -> Report:
    return run_checks(Reading(document, termbase), Settings(), finder=Processes(jobs, fewest))


def test_two_processes_find_what_one_finds(statement: Document, termbase: TermBase) -> None:
    """The findings are the same, in the same order, with the same fingerprints."""
    alone = _report(statement, termbase, 1, 0)
    assert alone.findings
    assert _report(statement, termbase, 2, 0) == alone


def test_no_process_begins_for_a_short_document(
    statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document of few segments is checked where it is: nothing is packed for another process."""
    monkeypatch.delattr(pickle, "dumps")
    assert _report(statement, termbase, 8, 100_000).findings


def test_where_no_process_may_begin_the_checks_run_all_the_same(
    statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that refuses processes gets the same findings."""

    def refused(_: object) -> None:
        raise PermissionError("no semaphores")

    monkeypatch.setattr(executors.LocalWorkers, "executor", refused)
    assert _report(statement, termbase, 2, 0) == _report(statement, termbase, 1, 0)


def test_steps_are_told_of_checks(statement: Document, termbase: TermBase) -> None:
    """Progress counts the checks that are done, and ends with all."""
    steps: list[tuple[int, int]] = []

    def step(_: str, done: int, total: int) -> None:
        steps.append((done, total))

    running: Sequence[Check] = [check for check in checks() if check.family in ("text", "terms", "numbers")]
    list(Processes(2, 0)(running, Reading(statement, termbase), step))
    assert steps == sorted(steps)
    assert steps[-1] == (len(running), len(running))
