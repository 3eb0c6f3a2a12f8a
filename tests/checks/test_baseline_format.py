"""The baseline on disk."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.baseline_format import format_baseline, parse_baseline
from workbench.checks.finding import Finding, Location, Severity
from workbench.model.errors import InputError


def finding(fingerprint: str, words: str = "IV.") -> Finding:
    """Return a finding with a fingerprint, about words."""
    place = Location("en", "4", "texts/sample/en.txt", 18, 1, 4, words)
    return Finding("numbering-style", Severity.ERROR, "sample", place, "odd", fingerprint=fingerprint)


def test_it_is_sorted_and_says_what_each_entry_is() -> None:
    """One line a finding, so that a merge of two branches is a merge of lines."""
    content = format_baseline([finding("f" * 16), finding("0" * 16)])
    assert content.splitlines()[1:] == [
        "0000000000000000  # numbering-style en 4 IV.",
        "ffffffffffffffff  # numbering-style en 4 IV.",
    ]


def test_comments_blank_lines_and_doubles_are_passed_over() -> None:
    """A merge may leave a line twice; the first one counts."""
    content = f"\ufeff# old\r\n\r\n{'a' * 16}  # IV.\r\n{'a' * 16}\n  {'b' * 16}"
    assert parse_baseline(content, "baseline.txt") == {"a" * 16: 3, "b" * 16: 5}


@pytest.mark.parametrize("line", ["c34b635a", "<<<<<<< HEAD", "C34B635A362CC6B9", "c34b635a362cc6b9 en", "\x1b[2J"])
def test_a_line_that_is_no_fingerprint_is_said(line: str) -> None:
    """With its number, and nothing that a terminal acts on."""
    with pytest.raises(InputError, match=r"baseline\.txt:2: ") as raised:
        parse_baseline(f"# old\n{line}\n", "baseline.txt")
    assert "\x1b" not in str(raised.value)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**64 - 1), st.text(max_size=60)), max_size=5))
def test_what_is_written_is_read(made: list[tuple[int, str]]) -> None:
    """Whatever the words are: a line break among them, too."""
    findings = [finding(f"{number:016x}", words) for number, words in made]
    assert set(parse_baseline(format_baseline(findings), "baseline.txt")) == {one.fingerprint for one in findings}
