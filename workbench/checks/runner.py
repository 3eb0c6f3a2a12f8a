"""Runs the checks and makes findings of what they yield: places, fingerprints, severities, waivers."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.checks.check import Check, Spot
from workbench.checks.finding import Finding, Location
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.rules.baseline_unused import BaselineUnused
from workbench.checks.rules.waiver_unused import WaiverUnused
from workbench.checks.settings import Settings
from workbench.checks.waiver import Waiver
from workbench.model.nearest import advice
from workbench.model.text import digest

FINGERPRINT_LENGTH = 16
_LONG = 20_000  # code points: longer than any paragraph of an official text
MOST = 1000  # findings of one check in one segment: of a file that is no text a few thousand tell no more

Step = Callable[[str, int, int], None]  # what is done, how much of it, of how much
Finder = Callable[[Sequence[Check], Reading, Step | None], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Report:
    """What came out of one document: findings by place, waived ones with their waivers, waivers that waive nothing.

    `known` are the findings that the baseline keeps out, `stale` the fingerprints of the baseline that nothing bears any
    more. `checks` names those that ran.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    unused: tuple[Waiver, ...] = ()
    known: tuple[Finding, ...] = ()
    stale: tuple[str, ...] = ()
    document: str = ""
    checks: tuple[Check, ...] = ()


def one_by_one(running: Sequence[Check], reading: Reading, step: Step | None) -> Iterator[Finding]:
    """Yield the findings of checks, one after the other; `step` is told of every check that is done."""
    for done, check in enumerate(running):
        if step is not None:
            step(f"{reading.document.name}: {check.name}", done, len(running))
        yield from findings_of(check, reading)
    if step is not None:
        step(reading.document.name, len(running), len(running))


def run_checks(
    reading: Reading,
    settings: Settings,
    waivers: Iterable[Waiver] = (),
    baseline: Mapping[str, int] | None = None,
    step: Step | None = None,
    finder: Finder = one_by_one,
) -> Report:
    """Return the report of all checks that the settings leave on.

    `baseline` holds fingerprints with their lines in its file; findings that bear one and are not waived are left out. A
    waiver is unused when its check ran, its version was wanted and no finding bears its fingerprint; an entry of the
    baseline when the run is not narrowed and no finding bears it. Each makes a finding of `waiver-unused` or
    `baseline-unused`. `step` is told of every check that is done. `finder` runs the checks: here, or in several processes
    (`processes.py`).
    """
    name = reading.document.name
    baseline = baseline or {}
    running = tuple(check for check in checks() if settings.runs(check.name))
    order = {tag: position for position, tag in enumerate(reading.tags)}
    wanted = (one for finding in finder(running, reading, step) for one in _wanted(finding, settings))
    found = sorted(wanted, key=lambda finding: _place(finding, order))
    by_fingerprint = {waiver.fingerprint: waiver for waiver in waivers}
    waived = tuple(
        (finding, by_fingerprint[finding.fingerprint]) for finding in found if finding.fingerprint in by_fingerprint
    )
    used = {waiver.fingerprint for _, waiver in waived}
    unused = tuple(
        waiver
        for waiver in by_fingerprint.values()
        if waiver.fingerprint not in used and _is_judged(waiver, name, running, settings)
    )
    borne = {finding.fingerprint for finding in found}
    stale = () if settings.narrowed else tuple(sorted(baseline.keys() - borne))
    left = [finding for finding in found if finding.fingerprint not in used]
    findings = [finding for finding in left if finding.fingerprint not in baseline]
    findings += [one for waiver in unused for one in _wanted(_unused(waiver, name), settings)]
    findings += [one for entry in stale for one in _wanted(_stale(entry, baseline[entry], name), settings)]
    known = tuple(finding for finding in left if finding.fingerprint in baseline)
    return Report(tuple(findings), waived, unused, known, stale, name, running)


def _wanted(finding: Finding, settings: Settings) -> Iterator[Finding]:
    """Yield a finding with the severity that is set for it, if it is wanted at all."""
    severity = settings.severity(finding.check, finding.document, finding.version, finding.severity)
    if severity is not None and settings.wants(finding.version):
        yield finding if severity is finding.severity else replace(finding, severity=severity)


def _is_judged(waiver: Waiver, document: str, running: tuple[Check, ...], settings: Settings) -> bool:
    """Return whether a finding that a waiver speaks of would have been found; that of an unknown check never is."""
    known = next((check for check in checks() if check.name == waiver.check), None)
    version = waiver.version or None
    if known is None:
        return not settings.narrowed
    on = settings.severity(known.name, document, version, known.severity) is not None
    return on and known in running and settings.wants(version)


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, int, str, str]:
    at = finding.location
    position = order.get(at.version or "", -1)
    return finding.row, position, at.line, at.column, finding.check, at.words


def findings_of(check: Check, reading: Reading) -> Iterator[Finding]:
    """Yield the findings of one check, each with its place and fingerprint."""
    document = reading.document
    occurrences: Counter[tuple[str, ...]] = Counter()
    drafts = sorted(check.findings(reading), key=lambda draft: (draft.row, draft.spot.segment, draft.spot.start))
    said: Counter[tuple[str, int]] = Counter()
    for draft in drafts:
        said[draft.spot.version, draft.spot.segment] += 1
        if said[draft.spot.version, draft.spot.segment] > MOST:
            continue
        location = _location(reading, draft.version, draft.spot, draft.words)
        key = (check.name, document.name, draft.version or "", location.words, *map(_short, draft.texts))
        occurrences[key] += 1
        yield Finding(
            check=check.name,
            severity=draft.severity or check.severity,
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
            fix=draft.fix,
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


@lru_cache(maxsize=64)
def _short(text: str) -> str:
    """Return a text, or what stands for a very long one in fingerprints: thousands of findings may speak of it."""
    return text if len(text) <= _LONG else digest(text, length=64)


def raw_position(raw: str, position: int) -> int:
    """Return the position in `raw` that a position in its NFC form stands for."""
    starts, raw_starts = _words(raw)
    if not starts:
        return position
    word = max(bisect_right(starts, position) - 1, 0)
    begin, end = raw_starts[word], raw_starts[word + 1] if word + 1 < len(raw_starts) else len(raw)
    wanted = unicodedata.normalize("NFC", raw[begin:end])[: position - starts[word]]
    for at in range(begin + len(wanted), end + 1):
        if unicodedata.normalize("NFC", raw[begin:at]) == wanted:
            return at
    return end


@lru_cache(maxsize=16)
def _words(raw: str) -> tuple[list[int], list[int]]:
    """Return where the words of a text begin, each with the space before it, in its NFC form and in itself.

    Both are empty for a text in NFC. Nothing composes with a space, so that a word can be looked at by itself.
    """
    starts: list[int] = []
    raw_starts: list[int] = []
    if not unicodedata.is_normalized("NFC", raw):
        at = raw_at = 0
        for number, word in enumerate(raw.split(" ")):
            starts.append(at)
            raw_starts.append(raw_at)
            space = 1 if number else 0
            at += space + len(unicodedata.normalize("NFC", word))
            raw_at += space + len(word)
    return starts, raw_starts


def _unused(waiver: Waiver, document: str) -> Finding:
    place = Location(
        version=waiver.version or None,
        clause=waiver.clause,
        path=f"texts/{document}/waivers.toml",
        line=waiver.line,
        column=1,
        end_column=1,
        words=waiver.words,
    )
    known = {check.name for check in checks()}
    why = (
        "the text has changed since"
        if waiver.check in known
        else f"there is no such check — {advice(waiver.check, known)}"
    )
    message = f"no finding of {waiver.check} bears the fingerprint {waiver.fingerprint}: {why} (the reason was: {waiver.reason})"
    return _about_file(WaiverUnused, document, place, message, waiver.fingerprint)


def _stale(fingerprint: str, line: int, document: str) -> Finding:
    place = Location(None, "", f"texts/{document}/baseline.txt", line, 1, 1 + len(fingerprint), fingerprint)
    message = f"no finding bears the fingerprint {fingerprint} any more — take the line out"
    return _about_file(BaselineUnused, document, place, message, fingerprint)


def _about_file(check: type[Check], document: str, place: Location, message: str, what: str) -> Finding:
    return Finding(
        check=check.name,
        severity=check.severity,
        document=document,
        location=place,
        message=message,
        fingerprint=digest(check.name, document, what, length=FINGERPRINT_LENGTH),
    )
