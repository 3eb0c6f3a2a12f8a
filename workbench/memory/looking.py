"""Looking in a store: every unit in which a pattern is found, by the index where the pattern has letters."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from workbench.memory.asking import questions
from workbench.memory.hit import Hit, Source
from workbench.memory.origins import origins
from workbench.memory.pattern import Pattern
from workbench.memory.store import Store, unit_of
from workbench.memory.unit import Origin

_PAUSE = 256  # units between two looks whether the answer is still wanted


class Reader:
    """Reads the units of a store as hits; `kind` says what its origins are."""

    def __init__(self, store: Store, kind: str) -> None:
        self.store = store
        with store.named():
            self.origins: Sequence[Origin] = origins(store)
        self._kind = kind
        self._firsts = [origin.first for origin in self.origins]

    def hit(self, number: int, said: str) -> Hit:
        """Return a unit, whose number and JSON are given."""
        origin = self.origins[bisect_right(self._firsts, number) - 1]
        place, date, variants = json.loads(said)
        texts: dict[str, str] = {}
        statuses: dict[str, str] = {}
        for tag, text, status in variants:
            texts[tag] = text
            if status:
                statuses[tag] = status
        return Hit(
            origin.name if self._kind == "document" else "",
            place,
            number - origin.first,
            texts,
            Source(self._kind, origin.name, date or origin.added[:10], statuses),
        )

    def unit(self, number: int) -> Hit | None:
        """Return the unit of a number, or None where it is gone."""
        found = self.store.execute("SELECT said FROM unit WHERE id = ?", (number,)).fetchone()
        return self.hit(number, found[0]) if found else None


def look(
    reader: Reader, pattern: Pattern, version: str = "", wanted: Callable[[], bool] = lambda: True
) -> Iterator[Hit]:
    """Yield the units where any version matches, or the named one, until they are not `wanted` any more.

    Raises UsageError for a pattern that cannot be looked for.
    """
    find = pattern.finder()
    store = reader.store
    with store.named():
        for count, hit in enumerate(_candidates(reader, pattern, version)):
            if not count % _PAUSE and not wanted():
                return
            looked = [hit.versions[version]] if version in hit.versions else [] if version else hit.versions.values()
            if any(find(text) for text in looked):
                yield hit


def _candidates(reader: Reader, pattern: Pattern, version: str) -> Iterator[Hit]:
    store = reader.store
    asked = questions(store, pattern)
    if not asked:
        for number, said in store.rows("SELECT id, said FROM unit ORDER BY id"):
            yield reader.hit(number, said)
        return
    within: tuple[int, ...] = ()
    where = ""
    if version:
        number = store.languages().get(version)
        if number is None:
            return
        within, where = store.numbers(number), " AND rowid BETWEEN ? AND ?"
    seen: set[int] = set()
    for question in asked:
        for (text,) in store.rows(f"SELECT rowid FROM term WHERE term MATCH ?{where}", (question, *within)):  # noqa: S608
            number = unit_of(text)
            if number not in seen:
                seen.add(number)
                hit = reader.unit(number)
                if hit is not None:
                    yield hit
