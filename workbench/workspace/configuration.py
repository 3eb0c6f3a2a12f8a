"""The workspace's own settings: `[tool.workbench]` in pyproject.toml, or workbench.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from workbench.checks.finding import Severity
from workbench.checks.settings import Settings
from workbench.languages.tags import parse_tag
from workbench.model.errors import InputError, TagError
from workbench.workspace.bytes import decode

OFF = "off"
_FIELDS = ("checks", "languages", "encoder", "keys", "theme")


def read_settings(root: Path, known_checks: Collection[str]) -> Settings:
    """Return the settings of the workspace at `root`: those of workbench.toml, else of pyproject.toml, else the defaults.

    The table `checks` maps names of checks to `error`, `warning`, `info` or `off`; `languages` lists the versions that are
    checked. Raises InputError for TOML that cannot be read, an unknown field, check or severity, and a malformed tag.
    """
    path, data = _read(root)
    return _settings(data, path, known_checks)


def read_encoder(root: Path) -> str:
    """Return the name of the encoder that the workspace at `root` is aligned with; "" where its settings name none.

    Raises InputError for TOML that cannot be read, an unknown field, and a name that is no text.
    """
    path, data = _read(root)
    name = data.get("encoder", "")
    if not isinstance(name, str):
        raise InputError("encoder is no name", path=path, advice='write encoder = "words"')
    return name


def read_looks(root: Path) -> tuple[str, dict[str, tuple[str, ...]], str]:
    """Return the settings' path, the keys that they give to actions of the editor (by id), and the theme; empty where not set.

    `keys` is a table of action ids, each with a key or a list of keys in Textual's spelling (`ctrl+g`, `f9`, `M`). Raises
    InputError for what is neither.
    """
    path, data = _read(root)
    keys, theme = data.get("keys", {}), data.get("theme", "")
    if not isinstance(theme, str):
        raise InputError("theme is no name", path=path, advice='write theme = "high-contrast"')
    if not isinstance(keys, dict):
        raise InputError("keys is no table", path=path, advice='write keys = { merge = "M" }')
    result = {}
    for name, value in keys.items():
        several = value if isinstance(value, list) else [value]
        if not several or not all(isinstance(key, str) and key and "," not in key for key in several):
            raise InputError(f"{value!r} is no key for {name}", path=path, advice='write "M", or ["M", "f9"]')
        result[str(name)] = tuple(several)
    return path, result, theme


def _read(root: Path) -> tuple[str, Mapping[str, Any]]:
    """Return the path and the table of the settings, an empty one where there are none; raise InputError."""
    for name, keys in (("workbench.toml", ()), ("pyproject.toml", ("tool", "workbench"))):
        path = root / name
        if not path.is_file():
            continue
        try:
            data: Any = tomllib.loads(decode(path.read_bytes(), str(path)))
        except tomllib.TOMLDecodeError as error:
            raise InputError(f"not TOML: {error}", path=str(path), advice="mend it") from None
        for key in keys:
            data = data.get(key) if isinstance(data, dict) else None
        if data is not None:
            return str(path), _known(data, str(path))
    return "", {}


def _known(data: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise InputError("the settings are no table", path=path, advice="write [tool.workbench]")
    for key in data:
        if key not in _FIELDS:
            raise InputError(f"the setting {key!r} is not known", path=path, advice=f"write {' or '.join(_FIELDS)}")
    return data


def _settings(data: Mapping[str, Any], path: str, known_checks: Collection[str]) -> Settings:
    checks = data.get("checks", {})
    if not isinstance(checks, dict):
        raise InputError("checks is no table", path=path, advice='write checks = { term-missing = "off" }')
    severities: dict[str, Severity | None] = {}
    for name, value in checks.items():
        if name not in known_checks:
            raise InputError(
                f"no check is called {name!r}", path=path, advice=f"the checks are {', '.join(sorted(known_checks))}"
            )
        if value != OFF and value not in tuple(Severity):
            allowed = ", ".join((*Severity, OFF))
            raise InputError(f"{value!r} is no severity of {name}", path=path, advice=f"write one of {allowed}")
        severities[name] = None if value == OFF else Severity(value)
    languages = data.get("languages", [])
    if not isinstance(languages, list) or not all(isinstance(tag, str) for tag in languages):
        raise InputError("languages is no list of tags", path=path, advice='write languages = ["kk", "ru"]')
    try:
        return Settings(severities, tuple(str(parse_tag(tag)) for tag in languages))
    except TagError as error:
        raise TagError(error.message, path=path, advice=error.advice) from None
