"""unicode: characters that nobody sees."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from workbench.model.document import Document, Version
from workbench.model.segment import parse_text


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion", "safe", "severity"),
    [
        ("kk", "Қыт\u200bай", "\u200b", "", True, "warning"),
        ("uz", "Mar\u00adkaziy", "\u00ad", "", True, "warning"),
        ("ru", "Кита\u0438\u0306", "Китай", "Китай", True, "warning"),
        ("tk", "Hytay\u0301yň", "Hytaýyň", "Hytaýyň", True, "warning"),
        ("en", "the \u202eParties", "\u202e", None, False, "error"),
        ("zh", "各方\x07商定", "\x07", None, False, "error"),
        ("ky", "Кыта\ufffd", "\ufffd", None, False, "error"),
        ("ug", "خىتاي \u202eئا", "\u202e", None, False, "error"),
    ],
)
def test_what_nobody_sees_is_found(
    run: Run, tag: str, text: str, words: str, suggestion: str | None, safe: bool, severity: str
) -> None:
    """What can only be left out is safe to mend; an override of direction is looked at first."""
    (found,) = run(made_of({tag: text}), "unicode")
    assert (found.location.words, found.suggestion, found.safe, found.severity) == (words, suggestion, safe, severity)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fa", "می\u200cخواهم"),
        ("ug", "\u200fخىتاي\u200e 2024"),
        ("hi", "क्\u200dष"),
        ("en", "👩\u200d🚀 Café"),
        ("kk", "й ё Ӣ ý"),
    ],
)
def test_joiners_of_scripts_that_join_are_left_alone(run: Run, tag: str, text: str) -> None:
    """Persian, Uyghur, Hindi and emoji need them."""
    assert list(run(made_of({tag: text}), "unicode")) == []


def test_a_byte_order_mark_is_an_info_with_its_fix(run: Run) -> None:
    """It stands at the beginning of the file."""
    (found,) = run(Document("sample", "kk", versions={"kk": Version("kk", parse_text("\ufeffҚытай\n"))}), "unicode")
    assert (found.severity, found.location.line, found.fix is not None) == ("info", 1, True)
