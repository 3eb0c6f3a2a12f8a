"""length-ratio."""

from __future__ import annotations

from tests.checks.conftest import Run
from tests.checks.faults.fault import rewritten
from workbench.model.document import Document


def test_eight_languages_of_their_own_length_are_in_order(statement: Document, run: Run) -> None:
    """Chinese has a third of the letters, in every sentence."""
    assert list(run(statement, "length-ratio")) == []


def test_a_text_cut_short_is_named_once(statement: Document, run: Run) -> None:
    """The version is the odd one of eight; the others are no findings."""
    text = statement.versions["ru"].segments()[8]
    fault = rewritten(statement, "length-ratio", "ru", 8, text[: len(text) // 4], "")
    (found,) = run(fault.document, "length-ratio")
    assert (found.version, found.segment) == ("ru", 8)
    assert "times as short as en, zh, kk, ky, tg, tk, uz let expect" in found.message


def test_the_pivot_may_be_the_odd_one(statement: Document, run: Run) -> None:
    """Where the pivot says everything three times, seven versions say so."""
    text = statement.versions["en"].segments()[15]
    fault = rewritten(statement, "length-ratio", "en", 15, " ".join([text] * 3), "")
    assert [(one.version, one.segment) for one in run(fault.document, "length-ratio")] == [("en", 15)]
