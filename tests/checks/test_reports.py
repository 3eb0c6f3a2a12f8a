"""The reports."""

from __future__ import annotations

import json

import pytest

from workbench.checks.finding import Finding, Location, Severity
from workbench.checks.registry import report_formats
from workbench.checks.runner import Report
from workbench.checks.waiver import Waiver


def report(line: str = "IV. All parties agree.", words: str = "IV.", message: str = "odd") -> Report:
    """Return a report of one finding about words of a line."""
    start = line.index(words)
    place = Location("en", "4", "texts/sample/en.txt", 18, start + 1, start + len(words) + 1, words)
    finding = Finding("numbering-style", Severity.ERROR, "sample", place, message, "4.", (), "ab12", 3, 2, line)
    return Report((finding,))


def written(name: str, *reports: Report) -> str:
    """Return what a report format writes."""
    text: str = report_formats()[name].write(reports)
    return text


def test_the_formats_are_found() -> None:
    """Each file of the package is one."""
    assert sorted(report_formats()) == ["github", "json", "junit", "sarif", "text"]


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


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "junit"])
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
