"""Terms from outside put into the files of a glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.glossary.term import Term

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The files after a merge, and how many of the terms were new, changed a row, or were there as they are."""

    files: Mapping[str, tuple[Term, ...]]
    new: int
    changed: int
    same: int


def _key(term: Term) -> Key:
    return term.concept, term.lang, term.term


def merged(files: Mapping[str, tuple[Term, ...]], terms: Iterable[Term], topic: str) -> Merged:
    """Return the files with the terms put in; files are known by name, without `.csv`.

    A row of the same concept, language and wording is replaced where it stands; a new one goes where its concept stands,
    that of a new concept into `topic`. A concept keeps the kind that it has in the glossary.
    """
    held: dict[str, dict[Key, Term]] = {name: {_key(term): term for term in rows} for name, rows in files.items()}
    home = {_key(term): name for name, rows in files.items() for term in rows}
    of_concept = {term.concept: (name, term.kind) for name, rows in files.items() for term in rows}
    counts = {"new": 0, "changed": 0, "same": 0}
    for incoming in terms:
        name, kind = of_concept.setdefault(incoming.concept, (topic, incoming.kind))
        term = replace(incoming, kind=kind)
        at = home.setdefault(_key(term), name)
        rows = held.setdefault(at, {})
        there = rows.get(_key(term))
        counts["new" if there is None else "same" if there == term else "changed"] += 1
        rows[_key(term)] = term
    return Merged({name: tuple(rows.values()) for name, rows in held.items()}, **counts)
