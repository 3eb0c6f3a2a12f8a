"""Stores of units, in SQLite: what they say as it came in, an index of their terms (FTS5), and of the letters of their words.

A text's row in the index has a number made of its language, its length and its unit (see `_key`): so a look for texts of one
language and of about one length reads that part of the index alone.
"""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.model.errors import InputError

FORMAT = 1
_APPLICATION = 0x574B424D  # "WKBM": whose file it is
_CACHE = -64_000  # KiB of pages that are held
_WAIT = 0.05  # seconds between two tries to write while another process writes
_LONG = 600  # seconds after which a process that writes is held to have gone astray
_SHORT = 5  # seconds that opening a file may take another process
_PATIENCE = 1  # seconds that SQLite itself waits: for what is over in a moment
_UNITS = 40  # bits of a unit's number
_LENGTHS = 8  # bits of a length
_STEPS = 12  # lengths that are told apart between one and twice it

_SCHEMA = f"""
CREATE TABLE origin(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, added TEXT NOT NULL,
    units INTEGER NOT NULL, first INTEGER NOT NULL, tags TEXT NOT NULL);
CREATE TABLE unit(id INTEGER PRIMARY KEY, said TEXT NOT NULL);
CREATE TABLE language(id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);
CREATE TABLE word(id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE letters USING fts5(word, content='word', content_rowid='id', tokenize='trigram case_sensitive 1',
    detail=none, columnsize=0);
CREATE VIRTUAL TABLE term USING fts5(terms, content='', tokenize='ascii', detail=none, columnsize=0);
INSERT INTO term(term, rank) VALUES('hashsize', {64 << 20});
INSERT INTO term(term, rank) VALUES('automerge', 0);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {FORMAT};
"""


@lru_cache(maxsize=4096)
def length_step(length: int) -> int:
    """Return the step that a length (in code points) falls on: longer texts never on a lower one."""
    return min(int(_STEPS * math.log2(length + 1)), (1 << _LENGTHS) - 1)


def key(language: int, step: int, unit: int) -> int:
    """Return the number that a text of a unit has in the index: by language, then by the step of its length."""
    return ((language << _LENGTHS | step) << _UNITS) | unit


def unit_of(number: int) -> int:
    """Return the unit of a text's number in the index."""
    return number & ((1 << _UNITS) - 1)


def add_terms(store: Store, terms: Mapping[int, str], command: str = "") -> None:
    """Add texts to the index, by their numbers, or do with them what a command of FTS5 (`delete`) says, in one call.

    Terms are letters and digits, which JSON takes as they are.
    """
    told = ",".join([f'"{number}":"{said}"' for number, said in sorted(terms.items())])
    into, values = ("term(term, rowid, terms)", f"'{command}', ") if command else ("term(rowid, terms)", "")
    store.execute(
        f"INSERT INTO {into} SELECT {values}CAST(key AS INTEGER), value FROM json_each(?)",  # noqa: S608
        (f"{{{told}}}",),
    )


class Store:
    """A file of units. Raises InputError where it is damaged, another program's, a newer Workbench's, or cannot be written.

    One thread may use it at a time.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the file, or begin it; None is a store that is gone when it is closed."""
        self.path = path
        self._advice = "move it away, and import its files again"
        with self.named():
            self._connection = sqlite3.connect(
                ":memory:" if path is None else path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE
            )
            try:
                self._begin()
            except BaseException:
                self._connection.close()
                raise

    def _begin(self) -> None:
        begun = self._is_begun()
        self.wait_for("PRAGMA journal_mode = WAL", _SHORT)
        self.execute(f"PRAGMA cache_size = {_CACHE}")
        self.execute("PRAGMA temp_store = MEMORY")
        if begun:
            return
        with self.writing():
            if self._is_begun():  # another process was faster
                return
            for statement in _SCHEMA.split(";\n"):
                self.execute(statement)

    def _is_begun(self) -> bool:
        """Return whether the file is a memory, and not an empty one yet; raise InputError for what is neither."""
        (application,) = self.wait_for("PRAGMA application_id", _SHORT).fetchone()
        (version,) = self.wait_for("PRAGMA user_version", _SHORT).fetchone()
        if application == _APPLICATION and version != FORMAT:
            raise self._refused("was made by another version of Workbench", "use that one, or move the file away")
        if application != _APPLICATION and self.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            raise self._refused("holds something else than a memory", "move it away")
        return bool(application == _APPLICATION)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Execute a statement. Raises sqlite3's errors: whoever calls it does so within `named`."""
        return self._connection.execute(statement, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write while the context lasts, all or nothing; waits until no other process writes."""
        self.wait_for("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.execute("ROLLBACK")
            raise

    def wait_for(self, statement: str, seconds: float = _LONG) -> sqlite3.Cursor:
        """Execute a statement once no other process is in its way; raise sqlite3's error where one is for so long."""
        end = time.monotonic() + seconds
        while True:
            try:
                return self.execute(statement)
            except sqlite3.OperationalError as error:
                # Waiting here, not in SQLite, lets Ctrl-C through.
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise
                if time.monotonic() > end:
                    raise
                time.sleep(_WAIT)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Turn errors of SQLite while the context lasts into an InputError that names the file."""
        try:
            yield
        except sqlite3.Error as error:
            said = str(error)
            if "no such module" in said or "tokenizer" in said:
                raise self._refused(
                    f"needs an SQLite with FTS5 ({said})", "use a Python that has SQLite 3.34"
                ) from None
            if isinstance(error, sqlite3.OperationalError):
                raise self._refused(
                    f"cannot be used: {said}", "see that the disk has room and may be written"
                ) from None
            raise self._refused(f"is damaged: {said}", self._advice) from None

    def _refused(self, said: str, advice: str) -> InputError:
        return InputError(said, path=str(self.path or "memory"), advice=advice)

    # --- languages

    def languages(self) -> dict[str, int]:
        """Return the languages there are, with their numbers."""
        return dict(self.execute("SELECT tag, id FROM language"))

    def numbers(self, language: int, steps: tuple[int, int] | None = None) -> tuple[int, int]:
        """Return the first and the last number in the index of texts of a language, and of lengths between two steps."""
        low, high = steps or (0, (1 << _LENGTHS) - 1)
        return key(language, low, 0), key(language, high, (1 << _UNITS) - 1)

    def rows(self, statement: str, values: tuple[object, ...] = ()) -> Iterator[Any]:
        """Yield the rows of a query."""
        yield from self.execute(statement, values)
