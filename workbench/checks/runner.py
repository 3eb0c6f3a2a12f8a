"""Runs the checks and makes findings of what they yield: places, fingerprints, severities, waivers."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.checks.check import Check, GatheringCheck
from workbench.checks.finding import Finding, Location
from workbench.checks.parts import Looker, in_parts
from workbench.checks.placing import FINGERPRINT_LENGTH, Placing
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.rules.baseline_unused import BaselineUnused
from workbench.checks.rules.waiver_unused import WaiverUnused
from workbench.checks.said_once import said_once
from workbench.checks.settings import Settings
from workbench.checks.waiver import Waiver
from workbench.model.nearest import advice
from workbench.model.text import digest

Step = Callable[[str, int, int], None]  # what is done, how many rows of it, of how many


@dataclass(frozen=True, slots=True)
class Report:
    """What came out of one document, or of a part of it: findings by place, waived ones with their waivers.

    `unused` are waivers that waive nothing, `known` the findings that the baseline keeps out, `stale` the fingerprints of
    the baseline that nothing bears any more. `checks` names those that ran; `tags` are those of all versions. `more`
    says that other parts of the same document follow.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    unused: tuple[Waiver, ...] = ()
    known: tuple[Finding, ...] = ()
    stale: tuple[str, ...] = ()
    document: str = ""
    checks: tuple[Check, ...] = ()
    tags: tuple[str, ...] = ()
    more: bool = False

    def place(self, finding: Finding) -> tuple[int, int, int, int, str, str]:
        """Return what findings are sorted by: row, version, line, column."""
        at = finding.location
        position = self.tags.index(at.version) if at.version in self.tags else -1
        return finding.row, position, at.line, at.column, finding.check, at.words


def run_checks(
    reading: Reading,
    settings: Settings,
    waivers: Iterable[Waiver] = (),
    baseline: Mapping[str, int] | None = None,
    step: Step | None = None,
    looker: Looker = in_parts,
) -> Report:
    """Return the report of all checks that the settings leave on; see `reports` for what is given."""
    return whole([*reports(reading, settings, waivers, baseline, step, looker)])


def reports(
    reading: Reading,
    settings: Settings,
    waivers: Iterable[Waiver] = (),
    baseline: Mapping[str, int] | None = None,
    step: Step | None = None,
    looker: Looker = in_parts,
) -> Iterator[Report]:
    """Yield the report of all checks that the settings leave on, of a long document part by part as it is looked at.

    The parts are in the order of rows. What is known of a document only when all of it has been read comes with the last.

    `baseline` holds fingerprints with their lines in its file; findings that bear one and are not waived are left out. A
    waiver is unused when its check ran, its version was wanted and no finding bears its fingerprint; an entry of the
    baseline when the run is not narrowed and no finding bears it. Each makes a finding of `waiver-unused` or
    `baseline-unused`. `step` is told of every part that is done. `looker` looks at the parts: here, or in several processes
    (`processes.py`).
    """
    name, baseline = reading.document.name, baseline or {}
    running = tuple(check for check in checks() if settings.runs(check.name))
    yields = {check.name: check.yields_to for check in running if check.yields_to}
    by_fingerprint = {waiver.fingerprint: waiver for waiver in waivers}
    borne: set[str] = set()
    for found in _found(running, reading, step, looker):
        wanted = [one for finding in found for one in _wanted(finding, settings)]
        borne.update(
            one.fingerprint for one in wanted if one.fingerprint in by_fingerprint or one.fingerprint in baseline
        )
        wanted = said_once(wanted, yields)
        empty = Report(document=name, checks=running, tags=reading.tags, more=True)
        wanted.sort(key=empty.place)
        left = [finding for finding in wanted if finding.fingerprint not in by_fingerprint]
        yield replace(
            empty,
            findings=tuple(finding for finding in left if finding.fingerprint not in baseline),
            waived=tuple(
                (finding, by_fingerprint[finding.fingerprint])
                for finding in wanted
                if finding.fingerprint in by_fingerprint
            ),
            known=tuple(finding for finding in left if finding.fingerprint in baseline),
        )
    unused = tuple(
        waiver
        for waiver in by_fingerprint.values()
        if waiver.fingerprint not in borne and _is_judged(waiver, name, running, settings)
    )
    stale = () if settings.narrowed else tuple(sorted(baseline.keys() - borne))
    about_files = [_unused(waiver, name) for waiver in unused]
    about_files += [_stale(entry, baseline[entry], name) for entry in stale]
    told = tuple(one for finding in about_files for one in _wanted(finding, settings))
    yield Report(told, (), unused, (), stale, name, running, reading.tags)


def whole(parts: Sequence[Report]) -> Report:
    """Return the report of a document of which all parts are there."""
    last = parts[-1]
    return replace(
        last,
        findings=tuple(sorted((one for part in parts[:-1] for one in part.findings), key=last.place)) + last.findings,
        waived=tuple(sorted((one for part in parts for one in part.waived), key=lambda one: last.place(one[0]))),
        known=tuple(sorted((one for part in parts for one in part.known), key=last.place)),
    )


def whole_reports(parts: Iterable[Report]) -> Iterator[Report]:
    """Yield the report of each document from those of its parts, which follow one another."""
    waiting: list[Report] = []
    for part in parts:
        waiting.append(part)
        if not part.more:
            yield whole(waiting)
            waiting = []


def _found(running: Sequence[Check], reading: Reading, step: Step | None, looker: Looker) -> Iterator[list[Finding]]:
    """Yield what all checks find in each part; in the last, what only the whole document tells."""
    placing = {check.name: Placing(check, reading) for check in running}
    gathering = [check for check in running if isinstance(check, GatheringCheck)]
    waiting: deque[Finding] = deque()  # what looking at the whole found in rows of later parts
    gathered: dict[str, list[object]] = defaultdict(list)
    for part in looker(reading, running):
        found = [one for name, drafts in part.drafts.items() for one in placing[name].findings(drafts)]
        if part.rows is None:
            waiting = deque(sorted(found, key=lambda finding: finding.row))
            continue
        for name, told in part.gathered.items():
            gathered[name].append(told)
        is_last = part.rows.stop >= reading.total
        while waiting and (is_last or waiting[0].row < part.rows.stop):
            found.append(waiting.popleft())
        for check in gathering if is_last else ():
            found += placing[check.name].findings(check.judged(reading, gathered[check.name]))
        yield found
        if step is not None:
            step(f"rows of {reading.document.name}", part.rows.stop, reading.total)


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
