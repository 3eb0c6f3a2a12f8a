"""The workspace's own settings: `[tool.workbench]` in pyproject.toml, or workbench.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.checks.finding import Severity
from workbench.checks.registry import checks, families, names_of
from workbench.checks.settings import Scope, Settings, Severities
from workbench.languages.tags import parse_tag
from workbench.model.errors import InputError, TagError
from workbench.model.nearest import advice
from workbench.workspace.bytes import decode, read_bytes

OFF = "off"
_FIELDS = ("checks", "languages", "encoder", "scope", "keys", "theme")
_SCOPE_FIELDS = ("documents", "versions", "checks")


@dataclass(frozen=True, slots=True)
class _Source:
    """Where settings stand: the file's path, and its content, in which errors look for the line."""

    path: str = ""
    content: str = ""

    def line(self, word: str) -> int:
        """Return the first line (1-based) that holds a word outside of a comment, 0 where none does."""
        pattern = re.compile(rf"^[^#\n]*?(?<![\w-]){re.escape(word)}(?![\w-])", re.MULTILINE)
        found = pattern.search(self.content)
        return self.content.count("\n", 0, found.end()) + 1 if found else 0

    def error(self, message: str, word: str, advice: str) -> InputError:
        """Return an error about the line of a word."""
        return InputError(message, path=self.path, line=self.line(word), advice=advice)


def read_settings(root: Path) -> Settings:
    """Return the settings of the workspace at `root`: those of workbench.toml, else of pyproject.toml, else the defaults.

    The table `checks` maps names of checks and families to `error`, `warning`, `info` or `off`; each table of `scope` does
    so for the `documents` of a pattern and for some `versions`; `languages` lists the versions that are checked. Raises
    InputError for TOML that cannot be read, an unknown field, check or severity, and a malformed tag.
    """
    return _settings(*_read(root))


def read_encoder(root: Path) -> str:
    """Return the name of the encoder that the workspace at `root` is aligned with; "" where its settings name none.

    Raises InputError for TOML that cannot be read, an unknown field, and a name that is no text.
    """
    data, source = _read(root)
    name = data.get("encoder", "")
    if not isinstance(name, str):
        raise source.error("encoder is no name", "encoder", 'write encoder = "words"')
    return name


def read_looks(root: Path) -> tuple[str, dict[str, tuple[str, ...]], str]:
    """Return the settings' path, the keys that they give to actions of the editor (by id), and the theme; empty where not set.

    `keys` is a table of action ids, each with a key or a list of keys as somebody wrote them. Raises InputError for what
    is neither.
    """
    data, source = _read(root)
    path = source.path
    keys, theme = data.get("keys", {}), data.get("theme", "")
    if not isinstance(theme, str):
        raise InputError("theme is no name", path=path, advice='write theme = "high-contrast"')
    if not isinstance(keys, dict):
        raise InputError("keys is no table", path=path, advice='write keys = { merge = "M" }')
    result = {}
    for name, value in keys.items():
        several = value if isinstance(value, list) else [value]
        if not several or not all(isinstance(key, str) and key for key in several):
            raise InputError(f"{value!r} is no key for {name}", path=path, advice='write "M", or ["M", "f9"]')
        result[str(name)] = tuple(several)
    return path, result, theme


def _read(root: Path) -> tuple[Mapping[str, Any], _Source]:
    """Return the table of the settings, an empty one where there are none, and where it stands; raise InputError."""
    for name, keys in (("workbench.toml", ()), ("pyproject.toml", ("tool", "workbench"))):
        path = root / name
        if not path.exists():
            continue
        source = _Source(str(path), decode(read_bytes(path), str(path)))
        try:
            data: Any = tomllib.loads(source.content.removeprefix("\ufeff"))
        except tomllib.TOMLDecodeError as error:
            said = re.search(r"line (\d+)", str(error))
            line = int(said[1]) if said else 0
            raise InputError(f"not TOML: {error}", path=str(path), line=line, advice="mend it") from None
        for key in keys:
            data = data.get(key) if isinstance(data, dict) else None
        if data is not None:
            return _known(data, source), source
    return {}, _Source()


def _known(data: Any, source: _Source) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise source.error("the settings are no table", "workbench", "write [tool.workbench]")
    for key in data:
        if key not in _FIELDS:
            raise source.error(f"the setting {key!r} is not known", key, advice(key, _FIELDS))
    return data


def _settings(data: Mapping[str, Any], source: _Source) -> Settings:
    languages = data.get("languages", [])
    if not _is_texts(languages):
        raise source.error("languages is no list of tags", "languages", 'write languages = ["kk", "ru"]')
    scopes = data.get("scope", [])
    if not isinstance(scopes, list) or not all(isinstance(scope, dict) for scope in scopes):
        raise source.error("scope is no list of tables", "scope", "begin every scope with [[tool.workbench.scope]]")
    severities = _severities(data.get("checks", {}), source)
    try:
        tags = tuple(str(parse_tag(tag)) for tag in languages)
    except TagError as error:
        raise TagError(error.message, path=source.path, line=source.line("languages"), advice=error.advice) from None
    return Settings(severities, tags, tuple(_scope(scope, source) for scope in scopes))


def _scope(table: Mapping[str, Any], source: _Source) -> Scope:
    for key in table:
        if key not in _SCOPE_FIELDS:
            raise source.error(f"the field {key!r} of a scope is not known", key, advice(key, _SCOPE_FIELDS))
    documents, versions = table.get("documents", "*"), table.get("versions", [])
    if not isinstance(documents, str):
        raise source.error("documents is no pattern", "documents", 'write documents = "treaty-*"')
    if not _is_texts(versions):
        raise source.error("versions is no list of tags", "versions", 'write versions = ["kk"]')
    return Scope(_severities(table.get("checks", {}), source), documents, tuple(versions))


def _severities(table: Any, source: _Source) -> Severities:
    """Return the severities by check; what is said of a family holds for its checks, unless one is named itself."""
    if not isinstance(table, dict):
        raise source.error("checks is no table", "checks", 'write checks = { term-missing = "off" }')
    if not table:
        return {}  # the names of the checks are not needed: to know them, all checks are loaded
    known = {check.name for check in checks()}
    result: dict[str, Severity | None] = {}
    for name in sorted(table, key=lambda name: name in known):
        names = names_of(name)
        if not names:
            raise source.error(f"no check or family is called {name!r}", name, advice(name, known | families().keys()))
        value = table[name]
        if value != OFF and value not in tuple(Severity):
            allowed = (*Severity, OFF)
            hint = advice(value, allowed) if isinstance(value, str) else f"write one of {', '.join(allowed)}"
            raise source.error(f"{value!r} is no severity of {name}", name, hint)
        result |= dict.fromkeys(names, None if value == OFF else Severity(value))
    return result


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
