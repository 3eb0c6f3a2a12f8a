"""The reports."""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from workbench.checks.finding import Finding, Location, Severity
from workbench.checks.registry import checks, report_formats
from workbench.checks.runner import Report
from workbench.checks.waiver import Waiver

FORMATS = ("github", "json", "junit", "sarif", "text")
SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "schemas" / "sarif-schema-2.1.0.json"


def report(line: str = "IV. All parties agree.", words: str = "IV.", message: str = "odd") -> Report:
    """Return a report of one finding about words of a line."""
    start = line.index(words)
    place = Location("en", "4", "texts/sample/en.txt", 18, start + 1, start + len(words) + 1, words)
    finding = Finding("numbering-style", Severity.ERROR, "sample", place, message, "4.", (), "ab12", 3, 2, line)
    return Report((finding,))


def written(name: str, *reports: Report) -> str:
    """Return what a report format writes."""
    return report_formats()[name].write(reports)


def test_the_formats_are_found() -> None:
    """Each file of the package is one."""
    assert tuple(sorted(report_formats())) == FORMATS


def test_json_is_as_the_design_has_it() -> None:
    """Other programs read it: fields and summary are fixed."""
    assert json.loads(written("json", report())) == {
        "findings": [
            {
                "check": "numbering-style",
                "severity": "error",
                "document": "sample",
                "version": "en",
                "clause": "4",
                "path": "texts/sample/en.txt",
                "line": 18,
                "column": 1,
                "end_column": 4,
                "words": "IV.",
                "message": "odd",
                "suggestion": "4.",
                "related": [],
                "fingerprint": "ab12",
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "infos": 0, "waived": 0},
    }


def test_json_counts_what_is_waived() -> None:
    """The waived findings of all documents."""
    one = report().findings[0]
    waived = Report((), ((one, Waiver("ab12", "numbering-style", "en", "4", "IV.", "so in the source")),))
    assert json.loads(written("json", waived, waived))["summary"]["waived"] == 2


def test_text_has_the_place_the_line_and_the_suggestion() -> None:
    """What a compiler prints, editors can jump to."""
    assert written("text", report()) == (
        "texts/sample/en.txt:18:1 error numbering-style odd\n"
        "    IV. All parties agree.\n"
        "    ^^^\n"
        "    suggestion: 4.\n"
        "\n"
        "1 error\n"
    )


def test_carets_stand_below_chinese_words() -> None:
    """A Chinese character takes two cells."""
    lines = written("text", report("中国同中亚五国合作", "五国")).split("\n")
    assert lines[2] == "    " + " " * 10 + "^^^^"


def test_combining_marks_take_no_cell() -> None:
    """The stress of Russian замо́к has no width."""
    lines = written("text", report("замо\u0301к IV.", "IV.")).split("\n")
    assert lines[2] == "    " + " " * 6 + "^^^"


def test_a_long_line_is_shortened_around_the_words() -> None:
    """The words are in sight, with an ellipsis on either side."""
    line = written("text", report("все " * 60 + "IV. " + "стороны " * 60, "IV.")).split("\n")[1]
    assert line.strip().startswith("…")
    assert line.endswith("…")
    assert "IV." in line
    assert len(line) < 90


def test_missing_words_are_marked_by_one_caret() -> None:
    """What is missing has no width."""
    assert written("text", report("Wang Yi", "")).split("\n")[2] == "    ^"


@pytest.mark.parametrize("name", FORMATS)
def test_controls_never_reach_the_terminal(name: str) -> None:
    """Escapes, C1 controls and bidirectional overrides are shown, not acted on."""
    out = written(name, report("\x1b[31mIV.\x9b1m\u202e", "IV.\x9b1m\u202e", "odd\x1b]0;title\x07\r"))
    assert not set(out) & set("\x1b\x9b\x07\r\u202e")


def test_a_run_without_findings_says_so() -> None:
    """The summary is always there."""
    assert written("text", Report()) == "no findings\n"


def test_github_has_an_annotation_a_finding() -> None:
    """A workflow command with file, line and columns."""
    assert written("github", report()) == (
        "::error file=texts/sample/en.txt,line=18,col=1,endColumn=4,title=numbering-style::odd%0Asuggestion: 4.\n"
    )


def test_github_escapes_what_would_end_a_command() -> None:
    """Percent signs and line feeds of a message, colons and commas of a property."""
    assert "::100%25 odd%0A::error::injected" in written("github", report(message="100% odd\n::error::injected"))


def test_a_cut_leaves_no_mark_without_its_letter() -> None:
    """The ellipsis does not bear the stress of a letter that is cut off."""
    line = unicodedata.normalize("NFD", "й" * 90) + " IV."
    shown = written("text", report(line, "IV.")).split("\n")[1].strip()
    assert not unicodedata.combining(shown[shown.index("…") + 1])


def test_a_terminal_has_the_severity_and_the_words_in_colour() -> None:
    """Red for an error; without the colours it is the report that a file gets."""
    shown = "".join(report_formats()["text"].coloured([report()]))
    assert "\x1b[31merror\x1b[0m" in shown
    assert "\x1b[31mIV.\x1b[0m All" in shown
    for sequence in ("\x1b[31m", "\x1b[1m", "\x1b[0m"):
        shown = shown.replace(sequence, "")
    assert shown == written("text", report())


@pytest.mark.parametrize("name", ["text", "github"])
def test_findings_stream(name: str) -> None:
    """Those of the first document are there before the second one is checked."""
    asked: list[int] = []

    def reports() -> Any:
        for number in range(2):
            asked.append(number)
            yield report()

    next(iter(report_formats()[name].pieces(reports())))
    assert asked == [0]


@pytest.mark.parametrize("name", FORMATS)
def test_a_segment_of_a_megabyte_is_reported(name: str) -> None:
    """The words and the line are as long as that; people are shown what is near, programs get it once or twice."""
    words = "стороны " * 65_000
    line = "IV. " + words + "и 中国"
    out = written(name, report(line, words), report(line, "中国"))
    assert len(out) < (2_000_000 if name == "json" else 100_000)


def waived() -> Report:
    """Return a report of one finding that stands, and of the same as a waived one with a reason."""
    (one,) = report().findings
    waiver = Waiver("ab12", "numbering-style", "en", "4", "IV.", "so in the source")
    return Report((one,), ((replace(one, fingerprint="cd34"), waiver),), document="sample", checks=checks())


def sarif(*reports: Report) -> dict[str, Any]:
    """Return the only run of what the SARIF report says."""
    run: dict[str, Any] = json.loads(written("sarif", *reports))["runs"][0]
    return run


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema of SARIF 2.1.0 is not here")
def test_sarif_is_valid() -> None:
    """Against its published schema: places, related places, fixes and suppressions among it."""
    jsonschema = pytest.importorskip("jsonschema")
    (one,) = report().findings
    related = replace(one.location, version="zh", path="texts/第二 份/zh.txt", words="四、")
    fixed = replace(one, related=(related, one.location), safe=True)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for reports in ([], [Report()], [waived(), Report((fixed,))]):
        jsonschema.validate(json.loads(written("sarif", *reports)), schema)


def test_sarif_has_a_rule_with_its_help_for_every_check() -> None:
    """Viewers show what a check does beside its results, which point at it."""
    run = sarif(report())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.name for check in checks()]
    assert all(
        rule["shortDescription"]["text"] and check.help in rule["help"]["text"]
        for rule, check in zip(rules, checks(), strict=True)
    )
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["name"] == "NumberingStyle"


def test_sarif_places_count_code_points() -> None:
    """As columns do everywhere here; the path is one of the folder that holds texts/."""
    run = sarif(report())
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 18, "startColumn": 1, "endColumn": 4}
    assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]


def test_sarif_knows_a_finding_again() -> None:
    """Its fingerprint is the partial one of SARIF, so that a finding that moves is not a new one."""
    assert sarif(report())["results"][0]["partialFingerprints"] == {"workbench/v1": "ab12"}


def test_sarif_suppresses_what_is_waived() -> None:
    """With the reason; what stands is not suppressed."""
    stands, kept = sarif(waived())["results"]
    assert "suppressions" not in stands
    assert kept["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "so in the source"}]


def test_sarif_has_safe_suggestions_as_fixes_alone() -> None:
    """An editor may apply a fix; what needs a look is no fix."""
    (one,) = report().findings
    (result,) = sarif(Report((replace(one, safe=True),)))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "4."}
    assert "fixes" not in sarif(report())["results"][0]


def junit(*reports: Report) -> ElementTree.Element:
    """Return the root of the JUnit report."""
    return ElementTree.parse(io.StringIO(written("junit", *reports))).getroot()


def test_junit_counts_as_pytest_does() -> None:
    """Suites and the whole say how many cases there are, failed, or were skipped."""
    root = junit(waived(), waived())
    cases = root.findall("testsuite/testcase")
    assert root.tag == "testsuites"
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == (str(len(cases)), "2", "2")
    assert [suite.get("name") for suite in root] == ["sample", "sample"]


def test_junit_has_a_case_for_a_finding_and_for_a_check_that_found_nothing() -> None:
    """An error fails, with its place; a waived finding is skipped, with its reason; a clean check passes."""
    suite = junit(waived())[0]
    failed = next(case for case in suite if case.find("failure") is not None)
    assert (failed.get("file"), failed.get("line"), failed.get("classname")) == (
        "texts/sample/en.txt",
        "18",
        "sample.numbering",
    )
    skipped = suite.find("testcase/skipped")
    assert skipped is not None
    assert skipped.get("message") == "so in the source"
    passed = [case for case in suite if len(case) == 0]
    assert len(passed) == len(checks()) - 1


def test_junit_passes_what_is_no_error() -> None:
    """A warning makes no build fail: it is said as output."""
    (one,) = report().findings
    (case,) = junit(Report((replace(one, severity=Severity.WARNING),)))[0]
    assert case.find("failure") is None
    assert (case.findtext("system-out") or "").startswith("warning: odd")


def test_junit_names_are_all_different() -> None:
    """A server knows a case again by class and name."""
    (one,) = report().findings
    cases = junit(Report((one, replace(one, fingerprint="cd34"))))[0]
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == 2


def test_junit_is_xml_whatever_a_text_holds() -> None:
    """Controls, surrogates and characters that XML forbids are shown or replaced."""
    out = junit(report("a\x00\x0b\ufffeIV.\ud800]]>&<", "IV.\ud800]]>&<", "odd \uffff\x1f"))
    assert "]]>&<" in "".join(out.itertext())


def test_github_escapes_commas_and_colons_of_properties() -> None:
    """A document's folder may be called so on some systems."""
    (one,) = report().findings
    odd = replace(one, location=replace(one.location, path="texts/a,b:c%/en.txt"))
    assert "file=texts/a%2Cb%3Ac%25/en.txt,line=18" in written("github", Report((odd,)))


@pytest.mark.parametrize(("suggestion", "said"), [("", "take it out"), (" ", "one space")])
@pytest.mark.parametrize("name", ["text", "github", "junit", "sarif"])
def test_a_suggestion_that_cannot_be_seen_is_said_in_words(name: str, suggestion: str, said: str) -> None:
    """An empty one means that the words go; JSON has the suggestion itself."""
    one = replace(report().findings[0], suggestion=suggestion, safe=True)
    assert said in written(name, Report((one,)))
    assert json.loads(written("json", Report((one,))))["findings"][0]["suggestion"] == suggestion
