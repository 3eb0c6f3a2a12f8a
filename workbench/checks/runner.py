"""Runs the checks and makes findings of what they yield: places, fingerprints, severities, waivers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from workbench.checks.check import Check, Spot
from workbench.checks.finding import Finding, Location, Severity
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.rules.waiver_unused import WaiverUnused
from workbench.checks.settings import Settings
from workbench.checks.waiver import Waiver
from workbench.model.text import digest

FINGERPRINT_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Report:
    """What came out of one document: findings by place, waived ones with their waivers, waivers that waive nothing."""

    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    unused: tuple[Waiver, ...] = ()


def run_checks(
    reading: Reading, settings: Settings, waivers: Iterable[Waiver] = (), baseline: Collection[str] = ()
) -> Report:
    """Return the report of all checks that the settings leave on.

    Findings whose fingerprint is in `baseline` are left out. A waiver is unused when its check ran, its version was
    wanted and no finding bears its fingerprint; each makes a finding of the check `waiver-unused`.
    """
    running = [check for check in checks() if settings.runs(check.name)]
    found = [
        finding
        for check in running
        for finding in _findings(check, reading, settings)
        if settings.wants(finding.version) and finding.fingerprint not in baseline
    ]
    order = {tag: position for position, tag in enumerate(reading.tags)}
    found.sort(key=lambda finding: _place(finding, order))
    by_fingerprint = {waiver.fingerprint: waiver for waiver in waivers}
    waived = tuple(
        (finding, by_fingerprint[finding.fingerprint]) for finding in found if finding.fingerprint in by_fingerprint
    )
    used = {waiver.fingerprint for _, waiver in waived}
    off = {check.name for check in checks()} - {check.name for check in running}
    unused = tuple(
        waiver
        for waiver in by_fingerprint.values()
        if waiver.fingerprint not in used and waiver.check not in off and settings.wants(waiver.version or None)
    )
    findings = [finding for finding in found if finding.fingerprint not in used]
    if settings.runs(WaiverUnused.name):
        severity = settings.severities.get(WaiverUnused.name) or WaiverUnused.severity
        findings += [_unused(waiver, reading.document.name, severity) for waiver in unused]
    return Report(tuple(findings), waived, unused)


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, int, str, str]:
    at = finding.location
    position = order.get(at.version or "", -1)
    return finding.row, position, at.line, at.column, finding.check, at.words


def _findings(check: Check, reading: Reading, settings: Settings) -> Iterator[Finding]:
    document = reading.document
    occurrences: Counter[tuple[str, ...]] = Counter()
    drafts = sorted(check.findings(reading), key=lambda draft: (draft.row, draft.spot.segment, draft.spot.start))
    for draft in drafts:
        location = _location(reading, draft.version, draft.spot, draft.words)
        key = (check.name, document.name, draft.version or "", location.words, *draft.texts)
        occurrences[key] += 1
        yield Finding(
            check=check.name,
            severity=settings.severities.get(check.name) or draft.severity or check.severity,
            document=document.name,
            location=location,
            message=draft.message,
            suggestion=draft.suggestion,
            related=tuple(_location(reading, spot.version, spot, "") for spot in draft.related),
            fingerprint=digest(*key, str(occurrences[key]), length=FINGERPRINT_LENGTH),
            row=draft.row,
            segment=draft.spot.segment if draft.spot.version == draft.version else None,
            excerpt=document.versions[draft.spot.version].text.segments[draft.spot.segment].text,
            safe=draft.safe and draft.suggestion is not None,
        )


def _location(reading: Reading, version: str | None, spot: Spot, words: str) -> Location:
    text = reading.document.versions[spot.version].text
    raw = text.segments[spot.segment].text
    return Location(
        version=version,
        clause=reading.places(spot.version)[spot.segment].name,
        path=f"texts/{reading.document.name}/{spot.version}.txt",
        line=reading.line(spot.version, spot.segment),
        column=raw_position(raw, spot.start) + 1,
        end_column=raw_position(raw, spot.end) + 1,
        words=reading.texts(spot.version)[spot.segment][spot.start : spot.end] or words,
    )


def raw_position(raw: str, position: int) -> int:
    """Return the position in `raw` that a position in its NFC form stands for."""
    if unicodedata.is_normalized("NFC", raw):
        return position
    wanted = unicodedata.normalize("NFC", raw)[:position]
    for end in range(len(wanted), len(raw) + 1):
        if unicodedata.normalize("NFC", raw[:end]) == wanted:
            return end
    return len(raw)


def _unused(waiver: Waiver, document: str, severity: Severity) -> Finding:
    location = Location(
        version=waiver.version or None,
        clause=waiver.clause,
        path=f"texts/{document}/waivers.toml",
        line=waiver.line,
        column=1,
        end_column=1,
        words=waiver.words,
    )
    return Finding(
        check=WaiverUnused.name,
        severity=severity,
        document=document,
        location=location,
        message=f"no finding of {waiver.check} bears the fingerprint {waiver.fingerprint}: the text has changed since "
        f"(the reason was: {waiver.reason})",
        fingerprint=digest(WaiverUnused.name, document, waiver.fingerprint, length=FINGERPRINT_LENGTH),
    )
