"""Where the units of a store came from: listed, and forgotten with their units."""

from __future__ import annotations

import json

from workbench.memory.store import Store, add_terms, key, length_step
from workbench.memory.terms import Terms
from workbench.memory.unit import Origin

_BATCH = 20_000  # units that are forgotten at a time


def origins(store: Store) -> tuple[Origin, ...]:
    """Return the origins of a store in the order in which they came in."""
    found = store.rows("SELECT name, stamp, added, units, first, tags FROM origin ORDER BY first, id")
    return tuple(
        Origin(name, stamp, added, units, first, tuple(json.loads(tags)))
        for name, stamp, added, units, first, tags in found
    )


def forget(store: Store, name: str) -> int:
    """Take an origin and its units out, within `Store.writing`; return how many units it had, 0 where there is none."""
    held = {origin.name: origin for origin in origins(store)}
    if name not in held:
        return 0
    origin = held[name]
    if len(held) == 1:
        store.execute("INSERT INTO term(term) VALUES('delete-all')")
        store.execute("INSERT INTO letters(letters) VALUES('delete-all')")
        store.execute("DELETE FROM word")
    else:
        _forget_terms(store, origin)
    store.execute("DELETE FROM unit WHERE id >= ? AND id < ?", (origin.first, origin.first + origin.units))
    store.execute("DELETE FROM origin WHERE name = ?", (name,))
    return origin.units


def _forget_terms(store: Store, origin: Origin) -> None:
    """Take an origin's texts out of the index, which has to be told what they were."""
    languages, of = store.languages(), Terms().of
    end = origin.first + origin.units
    for start in range(origin.first, end, _BATCH):
        terms: dict[int, str] = {}
        for number, said in store.rows(
            "SELECT id, said FROM unit WHERE id >= ? AND id < ?", (start, min(start + _BATCH, end))
        ):
            for tag, text, _ in json.loads(said)[2]:
                if text:
                    terms[key(languages[tag], length_step(len(text)), number)] = of(text)
        add_terms(store, terms, "delete")
