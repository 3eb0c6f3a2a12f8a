"""JUnit XML in the form that pytest writes, the report that CI servers read.

A document is a test suite. A finding is a test case of its own: an error fails, a warning or a hint passes and says what
it is as output, a waived one is skipped with its reason. A check that found nothing is a test case that passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from workbench.checks.excerpt import excerpt, shortened
from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report, whole_reports
from workbench.model.terminal import plain

NAME = "junit"

_FORBIDDEN = re.compile("[\ufffe\uffff]")  # by XML; controls and surrogates are escaped by `plain` already
_LONGEST = 2000  # cells of a message
_TIME = "0.000"  # reports are reproducible: how long a check takes is not in them


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield the whole file as one piece: `testsuites`, and in it a `testsuite` for each document."""
    root = Element("testsuites", name="workbench")
    root.extend(map(_suite, whole_reports(reports)))
    for name in ("tests", "errors", "failures", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", _TIME)
    indent(root)
    yield '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(report: Report) -> Element:
    suite = Element("testsuite", name=_safe(report.document))
    families = {check.name: check.family for check in report.checks}
    there = {finding.check for finding in (*report.findings, *(one for one, _ in report.waived))}
    for name, family in families.items():
        if name not in there:
            SubElement(suite, "testcase", classname=_safe(f"{report.document}.{family}"), name=name, time=_TIME)
    for finding in report.findings:
        case = _case(suite, finding, families)
        said = shortened(finding.message, _LONGEST)
        if finding.severity is Severity.ERROR:
            SubElement(case, "failure", message=_safe(said), type=finding.check).text = _shown(finding)
        else:
            SubElement(case, "system-out").text = f"{finding.severity}: {_safe(said)}\n{_shown(finding)}"
    for finding, waiver in report.waived:
        SubElement(_case(suite, finding, families), "skipped", message=_safe(waiver.reason), type="waived")
    suite.set("tests", str(len(suite)))
    suite.set("errors", "0")
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    suite.set("time", _TIME)
    return suite


def _case(suite: Element, finding: Finding, families: Mapping[str, str]) -> Element:
    at = finding.location
    # The fingerprint makes the name the same in every run, and no other's.
    parts = (finding.check, at.version, at.clause, f"[{finding.fingerprint}]")
    return SubElement(
        suite,
        "testcase",
        classname=_safe(".".join(filter(None, (finding.document, families.get(finding.check))))),
        name=_safe(" ".join(filter(None, parts))),
        file=_safe(at.path),
        line=str(at.line),
        time=_TIME,
    )


def _shown(finding: Finding) -> str:
    at = finding.location
    lines = [f"{at.path}:{at.line}:{at.column}"]
    if finding.excerpt:
        shown = excerpt(finding)
        lines.append(f"{shown.before}>>{shown.words}<<{shown.after}")
    if finding.advice:
        lines.append(f"suggestion: {shortened(finding.advice, _LONGEST)}")
    return "\n".join(map(_safe, lines))


def _safe(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", plain(text))
