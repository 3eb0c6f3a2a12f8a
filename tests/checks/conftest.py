"""What the tests of checks share: small documents, the statement with a fault put in, and a run of one check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.runner import run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document, Version
from workbench.model.ladder import Ladder, ladder_of
from workbench.model.segment import parse_text

Paragraphs = str  # lines, with a blank line between paragraphs
KNOWN = frozenset(check.name for check in checks())


def made_of(versions: Mapping[str, Paragraphs], ladders: Mapping[str, Ladder] | None = None) -> Document:
    """Return a document of the given texts; the first is the pivot, and beads are 1–1 where no ladder is given."""
    made = {tag: Version(tag, parse_text(text.removesuffix("\n") + "\n")) for tag, text in versions.items()}
    pivot = next(iter(made))
    size = len(made[pivot].text.segments)
    even = {tag: ladder_of([(1, 1)] * size) for tag in made if tag != pivot}
    return Document("sample", pivot, versions=made, ladders={**even, **(ladders or {})})


def changed(document: Document, tag: str, *replacements: tuple[str, str]) -> Document:
    """Return the document with wordings of one version replaced; each must be there exactly once."""
    version = document.versions[tag]
    segments = list(version.text.segments)
    for old, new in replacements:
        there = [index for index, segment in enumerate(segments) if old in segment.text]
        assert len(there) == 1, f"{old!r} is in {len(there)} segments of {tag}"
        segments[there[0]] = replace(segments[there[0]], text=segments[there[0]].text.replace(old, new))
    return document.with_version(replace(version, text=replace(version.text, segments=tuple(segments))))


Run = Callable[..., Sequence[Finding]]


@pytest.fixture
def run(termbase: TermBase) -> Run:
    """Runs the named checks (all where none is named) over a document with the project's glossary; gives findings."""

    def run_over(document: Document, *names: str) -> Sequence[Finding]:
        settings = Settings().only(names, KNOWN) if names else Settings()
        return run_checks(Reading(document, termbase), settings).findings

    return run_over
