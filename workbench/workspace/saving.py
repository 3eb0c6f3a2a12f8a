"""Saving several files as one act: all of them, or none.

A journal file says what will be written and what stands there (by SHA-256); the new contents are written aside and
synced; the journal then says that they are whole; they are renamed into place; the journal goes. A start after a crash
finds the journal and undoes (nothing was renamed yet) or finishes. One process at a time does any of this: a start must
not take the save that an editor is at for one that a crash cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.model.errors import ConflictError, InputError
from workbench.workspace.content import Content, content_hash, file_hash, pieces_of
from workbench.workspace.lock import waited_for
from workbench.workspace.state import NAME, state_folder

_JOURNAL = "save.json"
_ASIDE = "save"
_LOCK = "save.lock"
_NOTHING = ""  # stands for the new content of a file that goes


def current_hash(path: Path) -> str:
    """Return the hash of a file's content, "" where there is no file."""
    try:
        return file_hash(path)
    except FileNotFoundError:
        return ""


def save_files(root: Path, contents: Mapping[Path, Content | None], expected: Mapping[Path, str]) -> None:
    """Write all `contents` below `root`, or none; a file whose content is None is taken away.

    Contents are gone through piece by piece. `expected` says the hash that each file must still have ("" for none). Raises
    ConflictError, and writes nothing, where a file changed underneath, also one that pieces are read from; InputError where the
    folder cannot be written.
    """
    state = state_folder(root)
    with waited_for(state / _LOCK):
        for path, content in contents.items():
            current = current_hash(path)
            if current != expected.get(path, "") and current != ("" if content is None else content_hash(content)):
                what = "changed since it was read" if expected.get(path, "") else "exists already"
                raise ConflictError(f"{path}: {what} — nothing was written; read it again, then repeat the change")
        entries = []
        for number, (path, content) in enumerate(contents.items()):
            relative = str(path.relative_to(root))
            aside = _NOTHING if content is None else str(number)
            entries.append({"path": relative, "aside": aside, "before": expected.get(path, "")})
        try:
            (state / _ASIDE).mkdir(exist_ok=True)
            _write_synced(state / _JOURNAL, _journal("begun", entries))
            _write_aside(root, contents, entries)
            _write_synced(state / _JOURNAL, _journal("written", entries))
            _finish(root, entries)
        except OSError as error:
            _give_up(root, entries)
            raise InputError(
                f"cannot be saved: {error.strerror or error}",
                path=str(error.filename2 or error.filename or root),
                advice="free the disk, or the right to write there, and save again",
            ) from None


def recover(root: Path) -> tuple[Path, ...]:
    """Finish or undo a save that a crash cut off; return the files that were put in place ((), where there was none).

    A save that another process is at is waited for. A file that somebody changed meanwhile is left as it is: its new content
    stays aside, and ConflictError names both.
    """
    if not (root / NAME / _JOURNAL).exists():
        return ()
    with waited_for(root / NAME / _LOCK):
        return _recover(root)


def _recover(root: Path) -> tuple[Path, ...]:
    journal = root / NAME / _JOURNAL
    try:
        data: dict[str, Any] = json.loads(journal.read_text(encoding="utf-8"))
        entries = data["entries"]
        written = data["state"] == "written"
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError):
        written, entries = False, []
    try:
        if written:
            return _finish(root, entries)
        _undo(root, entries)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            path=str(error.filename2 or error.filename or root),
            advice="give yourself the right to write there",
        ) from None
    return ()


def _write_aside(root: Path, contents: Mapping[Path, Content | None], entries: list[dict[str, str]]) -> None:
    try:
        for content, entry in zip(contents.values(), entries, strict=True):
            if content is not None:
                _write_synced(_aside(root, entry), content)
    except ConflictError:  # what a piece was to be read from has changed
        _give_up(root, entries)
        raise


def _give_up(root: Path, entries: list[dict[str, str]]) -> None:
    """Undo what the disk refused; where files are in place already, the rest stays aside: the next start finishes it."""
    asides = [_aside(root, entry) for entry in entries if entry["aside"] != _NOTHING]
    journal = root / NAME / _JOURNAL
    if journal.exists() and not all(aside.exists() for aside in asides) and b'"written"' in journal.read_bytes():
        return
    with suppress(OSError):
        _undo(root, entries)


def _undo(root: Path, entries: list[dict[str, str]]) -> None:
    for entry in entries:
        if entry["aside"] != _NOTHING:
            _aside(root, entry).unlink(missing_ok=True)
    (root / NAME / _JOURNAL).unlink(missing_ok=True)


def _aside(root: Path, entry: dict[str, str]) -> Path:
    return root / NAME / _ASIDE / str(int(entry["aside"]))


def _finish(root: Path, entries: list[dict[str, str]]) -> tuple[Path, ...]:
    done = []
    folders = set()
    conflicts = []
    for entry in entries:
        target = (root / entry["path"]).resolve()
        if entry["aside"] == _NOTHING:
            # A file that goes and was changed meanwhile is left where it is.
            if target.is_relative_to(root.resolve()) and current_hash(target) == entry["before"]:
                target.unlink(missing_ok=True)
                folders.add(target.parent)
                done.append(target)
            continue
        aside = _aside(root, entry)
        if not target.is_relative_to(root.resolve()) or not aside.exists():
            continue
        current = current_hash(target)
        if current != entry["before"] and current != file_hash(aside):
            kept = aside.with_name(f"{target.name}.kept")
            os.replace(aside, kept)
            conflicts.append(f"{target} changed during a save; what was to be saved is in {kept}")
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(aside, target)
        folders.add(target.parent)
        done.append(target)
    for folder in folders:
        sync_folder(folder)
    (root / NAME / _JOURNAL).unlink(missing_ok=True)
    if conflicts:
        raise ConflictError("; ".join(conflicts) + " — compare them and keep what is right")
    return tuple(done)


def _journal(state: str, entries: list[dict[str, str]]) -> bytes:
    return json.dumps({"state": state, "entries": entries}, ensure_ascii=False).encode()


def _write_synced(path: Path, content: Content) -> None:
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces_of(content))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, ConflictError):
        part.unlink(missing_ok=True)  # on a full disk it would keep the next attempt from its place
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; does nothing where the system has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
