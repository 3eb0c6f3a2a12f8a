"""The settings of a workspace on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.checks.finding import Severity
from workbench.checks.settings import Scope
from workbench.model.errors import InputError
from workbench.workspace.configuration import read_settings

SETTINGS = """
[project]
name = "texts"

[tool.workbench]
languages = ["kk", "ru"]
checks = { numbering = "warning", numbering-style = "off" }

[[tool.workbench.scope]]
documents = "treaty-*"
versions = ["kk"]
checks = { term-missing = "error" }
"""


def write(folder: Path, content: str, name: str = "pyproject.toml") -> Path:
    """Write a settings file, and return its folder."""
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_family_is_set_and_one_of_its_checks_otherwise(tmp_path: Path) -> None:
    """The check's own line goes before that of its family, wherever it stands."""
    severities = read_settings(write(tmp_path, SETTINGS)).severities
    assert severities["numbering-mismatch"] is Severity.WARNING
    assert severities["numbering-style"] is None


def test_scopes_are_read(tmp_path: Path) -> None:
    """Documents, versions, checks."""
    scopes = read_settings(write(tmp_path, SETTINGS)).scopes
    assert scopes == (Scope({"term-missing": Severity.ERROR}, "treaty-*", ("kk",)),)


def test_workbench_toml_goes_first(tmp_path: Path) -> None:
    """It holds the same without the table's name."""
    write(tmp_path, SETTINGS)
    settings = read_settings(write(tmp_path, '[[scope]]\nchecks = { terms = "off" }\n', "workbench.toml"))
    assert settings.languages == ()
    assert settings.scopes[0].severities["term-missing"] is None


def test_nothing_is_set_where_there_is_no_file(tmp_path: Path) -> None:
    """The defaults hold; another tool's pyproject.toml changes nothing."""
    assert read_settings(tmp_path) == read_settings(write(tmp_path, "[tool.ruff]\n"))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("numbering-style =", "numbering-stile =", "pyproject.toml:7: no check or family is called 'numbering-stile' — "
         "did you mean numbering-style?"),
        ("numbering =", "numberng =", "did you mean numbering?"),
        ('"off"', '"of"', "pyproject.toml:7: 'of' is no severity of numbering-style — did you mean off?"),
        ('"off"', '"fatal"', "there are: error, info, off, warning"),
        ('"off"', "3", "3 is no severity of numbering-style"),
        ("term-missing =", "term-missed =", "pyproject.toml:12: no check or family is called 'term-missed'"),
        ("versions =", "version =", "pyproject.toml:11: the field 'version' of a scope is not known — did you mean versions?"),
        ('["kk"]', '"kk"', "pyproject.toml:11: versions is no list of tags"),
        ('"treaty-*"', "1", "pyproject.toml:10: documents is no pattern"),
        ("languages =", "langauges =", "pyproject.toml:6: the setting 'langauges' is not known — did you mean languages?"),
        ('"ru"]', '"ru_RU"]', "pyproject.toml:6: "),
        ("[[tool.workbench.scope]]", "[tool.workbench.scope]", "scope is no list of tables"),
        ('checks = { numbering = "warning", numbering-style = "off" }', "checks = 1", "checks is no table"),
        ('name = "texts"', "name = texts", "pyproject.toml:3: not TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    """It names the file, the line, and what was probably meant."""
    assert old in SETTINGS
    with pytest.raises(InputError) as raised:
        read_settings(write(tmp_path, SETTINGS.replace(old, new)))
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_settings_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    """A folder of that name, bytes that are not UTF-8."""
    (tmp_path / "workbench.toml").mkdir()
    with pytest.raises(InputError, match="cannot be read: it is a folder"):
        read_settings(tmp_path)
    (tmp_path / "workbench.toml").rmdir()
    (tmp_path / "workbench.toml").write_bytes("# настройки".encode("windows-1251"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_settings(tmp_path)
