"""Waivers on disk: `[[waiver]]` tables in a document's waivers.toml."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from workbench.checks.waiver import Waiver
from workbench.model.errors import InputError
from workbench.model.text import forbidden_control

FIELDS = ("fingerprint", "check", "version", "clause", "words", "reason")
_REQUIRED = ("fingerprint", "check", "reason")


def parse_waivers(content: str, path: str) -> tuple[Waiver, ...]:
    """Return the waivers of a file's content, in its order.

    Raises InputError, with the line where it is known, for what is not TOML, an unknown table or field, a missing or
    empty fingerprint, check or reason, a value that is no text, a control character, and one fingerprint twice.
    """
    try:
        data: dict[str, Any] = tomllib.loads(content.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        said = re.search(r"line (\d+)", str(error))
        raise InputError(f"not TOML: {error}", path=path, line=int(said[1]) if said else 0, advice="mend it") from None
    tables = data.pop("waiver", [])
    if data or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        what = f"{next(iter(data))!r} is not expected" if data else "waiver is no list of tables"
        raise InputError(what, path=path, advice="begin every waiver with [[waiver]]")
    lines = [content.count("\n", 0, match.start("header")) + 1 for match in _headers(content)]
    if len(lines) != len(tables):
        lines = [1] * len(tables)
    waivers: list[Waiver] = []
    for table, line in zip(tables, lines, strict=True):
        waiver = _waiver(table, path, line)
        if any(waiver.fingerprint == other.fingerprint for other in waivers):
            raise InputError(
                f"the fingerprint {waiver.fingerprint!r} is waived twice", path=path, line=line, advice="take one out"
            )
        waivers.append(waiver)
    return tuple(waivers)


def _headers(content: str) -> list[re.Match[str]]:
    return list(re.finditer(r"^\s*?(?P<header>\[\[\s*waiver\s*\]\])", content, re.MULTILINE))


def _waiver(table: dict[str, Any], path: str, line: int) -> Waiver:
    for key, value in table.items():
        if key not in FIELDS:
            raise InputError(
                f"the field {key!r} is not expected", path=path, line=line, advice=f"the fields are {', '.join(FIELDS)}"
            )
        if not isinstance(value, str):
            raise InputError(f"{key} is no text", path=path, line=line, advice="put it in quotation marks")
        if forbidden_control(value):
            raise InputError(f"{key} holds a control character", path=path, line=line, advice="take it out")
    for key in _REQUIRED:
        if not table.get(key, "").strip():
            advice = "say why the finding may stand" if key == "reason" else "copy it from the report"
            raise InputError(f"a waiver without {key}", path=path, line=line, advice=advice)
    return Waiver(**{key: table.get(key, "") for key in FIELDS}, line=line)


def format_waivers(waivers: Iterable[Waiver]) -> str:
    """Return the content of a waivers.toml with the given waivers, in their order."""
    return "\n".join(
        "[[waiver]]\n" + "".join(_field(key, getattr(waiver, key)) for key in FIELDS) for waiver in waivers
    )


def _field(key: str, value: str) -> str:
    # A JSON string is a TOML basic string, once DEL is written as an escape.
    return f"{key} = {json.dumps(value, ensure_ascii=False)}\n".replace("\x7f", "\\u007f")
