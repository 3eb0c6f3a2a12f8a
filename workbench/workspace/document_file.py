"""`document.toml`: what is known of a document and its versions beside their texts."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import replace
from typing import Any

from workbench.languages.tags import parse_tag
from workbench.model.document import Document, Version, VersionStatus
from workbench.model.errors import InputError, TagError

FORMAT = 1
_FIELDS = {"title": str, "status": str, "source": str, "note": str, "locked": bool}


def parse_document(content: str, name: str, path: str) -> Document:
    """Return the document that a `document.toml` describes, its versions without text, its ladders missing.

    Raises InputError for TOML that cannot be read, another format number, a missing or unknown field, a malformed tag.
    """
    try:
        data = tomllib.loads(content.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML: {error}", path=path, advice="mend it") from None
    if data.get("format") != FORMAT:
        raise InputError(f"format = {data.get('format')!r} is not known", path=path, advice=f"write format = {FORMAT}")
    for key in data:
        if key not in ("format", "title", "date", "pivot", "versions"):
            raise InputError(f"the field {key!r} is not known", path=path, advice="take it out")
    entries = data.get("versions")
    if not isinstance(entries, dict) or not entries:
        raise InputError("no versions", path=path, advice="write a table [versions.TAG] for each")
    versions = {tag: _version(tag, entry, path) for tag, entry in entries.items()}
    pivot = data.get("pivot")
    if not isinstance(pivot, str) or pivot not in versions:
        raise InputError(
            f"pivot = {pivot!r} is none of the versions", path=path, advice=f"choose of {', '.join(versions)}"
        )
    title = data.get("title", "")
    if not isinstance(title, str):
        raise InputError("title is no text", path=path, advice="put it in quotes")
    return Document(name, pivot, title, _date(data.get("date", ""), path), versions)


def _date(value: Any, path: str) -> str:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value == "":
        return ""
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise InputError(f"date = {value!r} is no date", path=path, advice="write it like 2024-12-01") from None


def _version(tag: str, entry: Any, path: str) -> Version:
    try:
        parsed = str(parse_tag(tag))
    except TagError as error:
        raise TagError(error.message, path=path, advice=error.advice) from None
    if parsed != tag:
        raise TagError(f"the tag {tag!r} is written {parsed!r}", path=path, advice="rename it, and its files")
    if not isinstance(entry, dict):
        raise InputError(f"versions.{tag} is no table", path=path, advice=f"write [versions.{tag}]")
    for key, value in entry.items():
        if key not in _FIELDS:
            raise InputError(f"the field {key!r} of version {tag} is not known", path=path, advice="take it out")
        if not isinstance(value, _FIELDS[key]):
            raise InputError(f"{key} of version {tag} has the wrong type", path=path, advice="put texts in quotes")
    try:
        status = VersionStatus(entry.get("status", "draft"))
    except ValueError:
        allowed = ", ".join(VersionStatus)
        raise InputError(
            f"status {entry['status']!r} of version {tag}", path=path, advice=f"write one of {allowed}"
        ) from None
    version = Version(tag, status=status)
    texts = {key: value for key, value in entry.items() if key in ("title", "source", "note")}
    return replace(version, locked=entry.get("locked", False), **texts)


def format_document(document: Document, previous: str) -> str:
    """Return the content of `document.toml`; comments and order of the `previous` content ("" for none) stay."""
    import tomlkit

    data = tomlkit.parse(previous)
    wanted: dict[str, Any] = {"format": FORMAT, "title": document.title, "pivot": document.pivot}
    if document.date:
        wanted["date"] = datetime.date.fromisoformat(document.date)
    for key, value in wanted.items():
        if data.get(key) != value and not (key == "date" and str(data.get(key)) == document.date):
            data[key] = value
    if "versions" not in data:
        data["versions"] = tomlkit.table(is_super_table=True)
    tables: Any = data["versions"]
    for tag in [tag for tag in tables if tag not in document.versions]:
        del tables[tag]
    for tag, version in document.versions.items():
        if tag not in tables:
            tables[tag] = tomlkit.table()
        fields = {
            "title": version.title,
            "status": version.status.value,
            "source": version.source,
            "note": version.note,
            "locked": version.locked,
        }
        for key, value in fields.items():
            needed = key in tables[tag] or value or key == "status"
            if needed and tables[tag].get(key) != value:
                tables[tag][key] = value
    return tomlkit.dumps(data)
