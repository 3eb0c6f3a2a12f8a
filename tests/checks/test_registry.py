"""All checks: what issue and README say of them."""

from __future__ import annotations

import pytest

from tests.checks.readme_table import README, with_table
from workbench.checks.check import Check
from workbench.checks.registry import checks, families
from workbench.cli.commands.check import COMMAND


def test_the_families_hold_the_checks_they_are_known_for() -> None:
    """Names and families are what settings, waivers and CI are written with."""
    assert families() == {
        "names": ("name-missing", "name-variant"),
        "numbering": (
            "numbering-lookalike",
            "numbering-mismatch",
            "numbering-missing",
            "numbering-reference",
            "numbering-sequence",
            "numbering-style",
        ),
        "numbers": (
            "count-mismatch",
            "date-mismatch",
            "money-mismatch",
            "number-mismatch",
            "ordinal-mismatch",
            "percent-mismatch",
        ),
        "structure": (
            "alignment-doubtful",
            "duplicate-inconsistent",
            "extra-text",
            "length-ratio",
            "missing-translation",
            "untranslated",
            "wrong-language",
        ),
        "terms": ("term-forbidden", "term-inconsistent", "term-missing"),
        "text": (
            "apostrophe",
            "brackets",
            "doubled-word",
            "end-punctuation",
            "fullwidth",
            "mixed-script",
            "quotes",
            "unicode",
            "whitespace",
        ),
        "waivers": ("baseline-unused", "waiver-unused"),
    }


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_every_check_says_what_it_does(check: Check) -> None:
    """Help of more than a phrase, and an example of what is wrong and what is right."""
    wrong, right = check.example
    assert len(check.help) > 80
    assert wrong != right
    assert check.summary().endswith(".")


def test_the_table_of_the_readme_is_that_of_the_classes() -> None:
    """Otherwise: python -m tests.checks.readme_table."""
    readme = README.read_text(encoding="utf-8")
    assert with_table(readme) == readme


def test_the_help_of_the_command_names_the_families() -> None:
    """Those of texts; `waivers` is about files that speak of findings."""
    assert [name for name in families() if name not in COMMAND.help] == ["waivers"]
