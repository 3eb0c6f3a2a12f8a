"""What the tests of the editor share: an editor on a small document or on the statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.editing.samples import sample
from tests.tui.served import Served
from workbench.checks.finding import Finding, Location, Severity
from workbench.editing.session import Session
from workbench.model.document import Document
from workbench.model.operations import Operation
from workbench.tui.app import WorkbenchApp
from workbench.tui.services import Services


class Store:
    """Keeps what was saved."""

    def __init__(self) -> None:
        self.saved: list[Document] = []

    def save(self, document: Document) -> None:
        """Keep it."""
        self.saved.append(document)


def finding(severity: Severity, version: str, line: int, words: str, file: str = "") -> Finding:
    """A finding at the beginning of a line."""
    path = f"texts/sample/{file or version}.txt"
    place = Location(version, "4", path, line, 1, 1 + len(words), words)
    return Finding("numbering-style", severity, "sample", place, f"“{words}” among 1. 2. 3.", "4.")


def find_roman(document: Document) -> Sequence[Finding]:
    """One error, as long as the English says `IV.`, and one piece of information on the first Chinese line."""
    lines = document.versions["en"].text.lines()
    last = document.versions["en"].segments()[-1]
    found = [finding(Severity.ERROR, "en", lines[-1], "IV.")] if last.startswith("IV.") else []
    return [*found, finding(Severity.INFO, "zh", 1, "各方")]


def as_it_is(document: Document) -> Operation | None:
    """An aligner that would change nothing."""
    return None


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    """The statement, served."""
    server = Served(folder)
    yield server
    server.end()


@pytest.fixture
def store() -> Store:
    """Where the editor saves."""
    return Store()


@pytest.fixture
def app(store: Store) -> WorkbenchApp:
    """An editor on the small document."""
    return WorkbenchApp(Session(sample(), store), Services(find_roman, as_it_is))


@pytest.fixture
def unlocked(store: Store) -> WorkbenchApp:
    """An editor on the small document, with nothing locked and nothing found."""
    document = sample()
    free = replace(document.versions["kk"], locked=False)
    return WorkbenchApp(Session(document.with_version(free), store), Services(lambda _: (), as_it_is))


def told(app: WorkbenchApp) -> str:
    """All that the editor has told, a notification a line."""
    return "\n".join(str(note.message) for note in app._notifications)


def shown(app: WorkbenchApp) -> str:
    """What the panel's tab shows."""
    return "\n".join(entry.text.plain for entry in app.panel.chosen.entries(app))
