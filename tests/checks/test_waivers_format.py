"""Waivers on disk."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks.waiver import Waiver
from workbench.checks.waivers_format import format_waivers, parse_waivers
from workbench.model.errors import InputError

FILE = """# kept by the ministry
[[waiver]]
fingerprint = "0123456789abcdef"
check = "numbering-style"
version = "en"
clause = "4"
words = "IV."
reason = "so in the source"

[[waiver]]
fingerprint = "fedcba9876543210"
check = "name-missing"
version = "zh"
clause = "0¶1"
words = "穆赫里丁"
reason = "按原文"
"""


def test_waivers_are_read_with_their_lines() -> None:
    """A finding about an unused waiver can point at it."""
    assert [(waiver.words, waiver.line) for waiver in parse_waivers(FILE, "waivers.toml")] == [
        ("IV.", 2),
        ("穆赫里丁", 10),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (FILE.replace('reason = "按原文"\n', ""), "waivers.toml:10: a waiver without reason"),
        (FILE.replace("按原文", "  "), "waivers.toml:10: a waiver without reason"),
        (FILE.replace('check = "name-missing"\n', ""), "waivers.toml:10: a waiver without check"),
        (FILE.replace("fedcba9876543210", "0123456789abcdef"), "is waived twice"),
        (FILE.replace("clause =", "claus ="), "the field 'claus' is not expected"),
        (FILE.replace('"4"', "4"), "clause is no text"),
        (FILE.replace("IV.", "\\u001b[31m"), "words holds a control character"),
        (FILE.replace('"IV."', '"IV.'), "waivers.toml:7: not TOML"),
        ("[waiver]\n", "begin every waiver with"),
        ("[[waivers]]\n", "'waivers' is not expected"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(content: str, message: str) -> None:
    """One line that names the file and what is wrong."""
    with pytest.raises(InputError) as raised:
        parse_waivers(content, "waivers.toml")
    assert message in str(raised.value)


def test_an_empty_file_has_no_waivers() -> None:
    """Nothing is waived in it."""
    assert parse_waivers("", "waivers.toml") == ()


allowed = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
words = st.text(allowed, max_size=20).map(lambda text: f'{text}"\\IV.')


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(Waiver, words, words, words, words, words, words), max_size=3, unique_by=lambda one: one.fingerprint
    )
)
def test_what_is_written_is_read(waivers: list[Waiver]) -> None:
    """Any words can be waived, quotation marks and backslashes too."""
    assert parse_waivers(format_waivers(waivers), "waivers.toml") == tuple(waivers)
