"""What finds the findings of a document while it is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from workbench.checks.finding import Finding
from workbench.checks.settings import Settings
from workbench.checks.waiver import Waiver
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.pause import Pause

Find = Callable[[Document], Iterable[Finding]]


@runtime_checkable
class Unhurried(Protocol):
    """What can find at a pace: `pause` is called again and again, and ends the work by what it raises."""

    def at_pace(self, document: Document, pause: Pause) -> Iterable[Finding]:
        """Yield the findings of a document."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Runs the checks as `workbench check` does, with the glossary that `termbase` gives.

    `exceptions` reads the waivers and the baseline as they are now.
    """

    settings: Settings
    termbase: Callable[[], TermBase]
    exceptions: Callable[[], tuple[Sequence[Waiver], Mapping[str, int]]]

    def __call__(self, document: Document) -> Sequence[Finding]:
        """Return the findings of a document, by place."""
        # Here and below: the first screen need not wait for what the checks are made of.
        from workbench.checks.reading import Reading
        from workbench.checks.runner import run_checks

        return run_checks(Reading(document, self.termbase()), self.settings, *self.exceptions()).findings

    def at_pace(self, document: Document, pause: Pause) -> Iterator[Finding]:
        """Yield the findings of a document, of a long one part by part; raise what `pause` raises."""
        from workbench.checks.reading import Reading
        from workbench.checks.runner import reports

        reading = Reading(document, self.termbase(), pause=pause)
        try:
            for part in reports(reading, self.settings, *self.exceptions()):
                yield from part.findings
        finally:
            reading.forget()  # what was read when the work is called off, too
