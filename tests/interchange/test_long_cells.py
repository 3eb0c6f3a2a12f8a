"""Texts longer than what the libraries of tables take without being asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.interchange import delimited
from workbench.interchange.po_text import parsed
from workbench.model import separated
from workbench.model.errors import InputError


@pytest.mark.parametrize(("suffix", "delimiter"), [(".csv", ","), (".tsv", "\t")])
def test_a_long_cell_is_read_whole(tmp_path: Path, suffix: str, delimiter: str) -> None:
    """A text of 200,000 characters is a text."""
    path, text = tmp_path / f"long{suffix}", "Тараптар " * 22_223
    path.write_text(f'"en"{delimiter}"kk"\n"The parties"{delimiter}"{text}"\n', encoding="utf-8")
    (unit,) = delimited.read(path).units
    assert text.strip() in str(unit)


def test_a_cell_beyond_the_bound_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The true reason: how long a cell may be, and that a quote may be open."""
    monkeypatch.setattr(separated, "LONGEST", 1000)
    path = tmp_path / "long.csv"
    path.write_text(f'"en","kk"\n"The parties","{"Т" * 2000}"\n', encoding="utf-8")
    with pytest.raises(InputError, match="a cell of more than 1,000 characters"):
        list(delimited.read(path).units)


def test_a_long_line_of_a_po_file_is_told_as_such(tmp_path: Path) -> None:
    """What is read at most, and that gettext lets a text go on in the next line."""
    path = tmp_path / "long.po"
    path.write_text(f'msgid "{"a" * 1_000_001}"\nmsgstr ""\n', encoding="utf-8")
    with pytest.raises(InputError, match="1,000,000 are read at most") as raised:
        parsed(path, [])
    assert "part the text into several lines" in str(raised.value)
