"""All results against the gold of their sets, by family of sets, version and contender."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.benchmarks.alignment.contenders import OURS, engine_digest
from tests.benchmarks.alignment.results import Results, contenders_of
from tests.benchmarks.alignment.scores import Counts, counts
from tests.benchmarks.alignment.sets import ParallelSet


@dataclass(frozen=True, slots=True)
class Cell:
    """What a contender reached for one version in a family: counts by set."""

    sets: dict[str, Counts] = field(default_factory=dict)

    def strict(self) -> float:
        """Return the mean of strict F1 over the sets."""
        return sum(one.strict() for one in self.sets.values()) / len(self.sets)

    def lax(self) -> float:
        """Return the mean of lax F1 over the sets."""
        return sum(one.lax() for one in self.sets.values()) / len(self.sets)

    def summed(self) -> Counts:
        """Return the counts of all sets together."""
        return summed(self.sets.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """Cells by family, version and contender; seconds by family and contender; peak bytes; errors."""

    cells: dict[tuple[str, str, str], Cell] = field(default_factory=dict)
    seconds: dict[tuple[str, str], float] = field(default_factory=dict)
    memory: dict[tuple[str, str], int] = field(default_factory=dict)
    errors: dict[tuple[str, str], str] = field(default_factory=dict)  # by contender and set

    def families(self) -> list[str]:
        """Return the families, in the order of their sets."""
        return list(dict.fromkeys(family for family, _, _ in self.cells))

    def tags(self, family: str) -> list[str]:
        """Return the versions of a family."""
        return list(dict.fromkeys(tag for held, tag, _ in self.cells if held == family))

    def contenders(self, family: str) -> list[str]:
        """Return who was measured on a family."""
        return list(dict.fromkeys(name for held, _, name in self.cells if held == family))

    def cell(self, family: str, tag: str, contender: str) -> Cell | None:
        """Return a cell, None where nothing was measured."""
        return self.cells.get((family, tag, contender))

    def peers(self, family: str, tag: str) -> dict[str, Cell]:
        """Return the cells of all peers."""
        held = {name: self.cell(family, tag, name) for name in self.contenders(family) if not is_ours(name)}
        return {name: cell for name, cell in held.items() if cell}

    def best_peer(self, family: str, tag: str) -> tuple[str, Cell] | None:
        """Return the peer of highest strict F1, None where there is none."""
        return max(self.peers(family, tag).items(), key=lambda item: item[1].strict(), default=None)

    def of(self, contender: str, families: Iterable[str] = ()) -> Iterator[Cell]:
        """Give all cells of a contender, or those of some families."""
        wanted = set(families)
        for (family, _, name), cell in self.cells.items():
            if name == contender and (not wanted or family in wanted):
                yield cell


def tally(results: Results, sets: Iterable[ParallelSet]) -> Tally:
    """Return the scores of the results that are for these sets, and of this engine, as they are now."""
    result = Tally()
    code = engine_digest()
    for one in sets:
        digest = one.digest()
        for contender in contenders_of(results):
            held = results.get((contender, one.name))
            if held is None or held.digest != digest or held.code != (code if is_ours(contender) else ""):
                continue
            if held.error:
                result.errors[contender, one.name] = held.error
                continue
            place = one.family, contender
            result.seconds[place] = result.seconds.get(place, 0.0) + held.seconds
            result.memory[place] = max(result.memory.get(place, 0), held.memory)
            for tag, gold in one.gold.items():
                cell = result.cells.setdefault((one.family, tag, contender), Cell())
                cell.sets[one.name] = counts(gold, held.ladders[tag])
    return result


def summed(several: Iterable[Counts]) -> Counts:
    """Return counts added up."""
    result = Counts()
    for one in several:
        result += one
    return result


def is_ours(contender: str) -> bool:
    """Return whether a contender's name is our engine's."""
    return contender.startswith(OURS)
