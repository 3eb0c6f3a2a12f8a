"""Manifests of corpora: JSON Lines, a document each, `{"name": "…", "pivot": "en", "files": {"en": "…", "kk": "…"}}`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.languages.tags import parse_tag
from workbench.model.errors import InputError, TagError

_NAME = re.compile(r"[^\W_][\w.-]{0,99}")
_NO_PATH = re.compile("[\0\ud800-\udfff]")  # what no system has in names of files
_FIELDS = {"name": str, "pivot": str, "files": dict}
_FORM = 'write {"name": "treaty-1", "pivot": "en", "files": {"en": "treaty-1.en.txt", "kk": "treaty-1.kk.txt"}}'


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a corpus: its name, the pivot's tag, the files of its versions by tag, the pivot's first."""

    name: str
    pivot: str
    files: dict[str, Path]


def parse_manifest(content: str, path: Path) -> list[Entry]:
    """Return the entries of a manifest; relative files are looked up beside it, blank lines are skipped.

    Raises InputError, with the line, for what is no JSON object of that form, a name that is no plain file name or comes
    twice (case does not count: some disks do not tell it), a pivot without file, fewer than two files, a malformed tag.
    """
    entries: list[Entry] = []
    lines: dict[str, int] = {}
    for number, line in enumerate(content.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = _entry(json.loads(line), path.parent)
        except TagError as error:
            raise InputError(error.message, path=str(path), line=number, advice=error.advice) from None
        except (ValueError, RecursionError) as error:
            problem = "no JSON" if isinstance(error, json.JSONDecodeError | RecursionError) else str(error)
            raise InputError(problem, path=str(path), line=number, advice=_FORM) from None
        before = lines.setdefault(entry.name.casefold(), number)
        if before != number:
            raise InputError(
                f"the name {entry.name!r} stands in line {before} too",
                path=str(path),
                line=number,
                advice="give every document a name of its own",
            )
        entries.append(entry)
    if not entries:
        raise InputError("no document in it", path=str(path), advice=_FORM)
    return entries


def _entry(data: Any, folder: Path) -> Entry:
    if not isinstance(data, dict):
        raise ValueError("no JSON object")
    for key, kind in _FIELDS.items():
        if not isinstance(data.get(key), kind):
            raise ValueError(f"{key} is missing, or of the wrong type")
    name, pivot, files = data["name"], data["pivot"], data["files"]
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no plain name")
    if not all(isinstance(file, str) and file and not _NO_PATH.search(file) for file in files.values()):
        raise ValueError("files must be paths in quotes")
    if pivot not in files:
        raise ValueError(f"the pivot {pivot!r} has no file")
    if len(files) < 2:
        raise ValueError("one file alone cannot be aligned")
    paths = {str(parse_tag(tag)): folder / file for tag, file in files.items()}
    if len(paths) < len(files):
        raise ValueError("a language stands there twice")
    own = str(parse_tag(pivot))
    return Entry(name, own, {own: paths[own], **paths})
