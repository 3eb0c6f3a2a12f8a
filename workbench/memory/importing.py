"""Units into a store and out of it: an origin at a time, all of its units or none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from workbench.memory.origins import forget
from workbench.memory.store import Store, add_terms, key, length_step
from workbench.memory.terms import Terms
from workbench.memory.unit import Unit
from workbench.model.errors import InputError

_BATCH = 25_000  # units that are written at a time: the index likes many, memory few
_LANGUAGES = 1 << 14

_quoted = json.encoder.encode_basestring


@dataclass(slots=True)
class _Batch:
    """What is written at a time: units by their numbers, as JSON, terms by the numbers of their texts, words not seen before."""

    said: list[str] = field(default_factory=list)
    terms: dict[int, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def write(self, store: Store) -> None:
        """Write it, in few calls of SQLite: it works on its own meanwhile, beside the thread that reads."""
        store.execute(
            "INSERT INTO unit SELECT CAST(key AS INTEGER), value FROM json_each(?)", (f"{{{','.join(self.said)}}}",)
        )
        add_terms(store, self.terms)
        if self.words:
            (last,) = store.execute("SELECT coalesce(max(id), 0) FROM word").fetchone()
            store.execute("INSERT OR IGNORE INTO word(word) SELECT value FROM json_each(?)", (json.dumps(self.words),))
            store.execute("INSERT INTO letters(rowid, word) SELECT id, word FROM word WHERE id > ?", (last,))


class _Writer:
    """Makes batches of units; knows the languages that the store has numbers for."""

    def __init__(self, store: Store, first: int) -> None:
        self.tags: dict[str, None] = {}
        self._store = store
        self._next = first
        self._languages = store.languages()
        self._terms = Terms()

    def batch(self, units: Iterable[Unit]) -> _Batch:
        """Return the batch of these units."""
        batch = _Batch()
        terms, of, languages, tags, step = batch.terms, self._terms.of, self._languages, self.tags, length_step
        for number, unit in enumerate(units, start=self._next):
            variants = []
            for variant in unit.variants:
                tag, text = variant.tag, variant.text
                tags[tag] = None
                variants.append(f'["{tag}",{_quoted(text)},"{variant.status}"]')
                if text:
                    terms[key(languages.get(tag) or self._language(tag), step(len(text)), number)] = of(text)
            batch.said.append(f'"{number}":[{_quoted(unit.place)},{_quoted(unit.date)},[{",".join(variants)}]]')
        self._next += len(batch.said)
        batch.words = self._terms.fresh()
        return batch

    def _language(self, tag: str) -> int:
        number = len(self._languages) + 1
        if number > _LANGUAGES:
            raise InputError("more languages than there are", advice="mend the file's language codes")
        self._languages[tag] = number
        return number

    def write_languages(self) -> None:
        """Write the languages that are new."""
        for tag, number in self._languages.items():
            self._store.execute("INSERT OR IGNORE INTO language(id, tag) VALUES(?, ?)", (number, tag))


def replace_units(
    store: Store, name: str, stamp: str, units: Iterable[Unit], heard: Callable[[int], None] = lambda _: None
) -> int:
    """Put the units of an origin in the place of those it had, and return how many there are; `heard` is told now and then.

    All or nothing: whatever `units` raises, and an interrupt, leave the store as it was. Raises InputError where it cannot be
    written.
    """
    with store.named(), store.writing(), ThreadPoolExecutor(1) as beside:
        forget(store, name)
        (last,) = store.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()
        writer = _Writer(store, last + 1)
        written, count = None, 0
        for held in _held(units, _BATCH):
            batch = writer.batch(held)
            if written is not None:
                written.result()
            written = beside.submit(batch.write, store)
            count += len(held)
            heard(count)
        if written is not None:
            written.result()
        writer.write_languages()
        store.execute(
            "INSERT INTO origin(name, stamp, added, units, first, tags) VALUES(?, ?, ?, ?, ?, ?)",
            (name, stamp, datetime.now(UTC).isoformat(timespec="seconds"), count, last + 1, json.dumps([*writer.tags])),
        )
    return count


def _held(units: Iterable[Unit], size: int) -> Iterator[list[Unit]]:
    source = iter(units)
    while held := list(islice(source, size)):
        yield held
