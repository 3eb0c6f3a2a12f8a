"""Sets of parallel texts with gold alignments: folders of `<lang>.txt` and `<lang>.gold`; the pivot has no gold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.alignment.side import Side, side_of
from workbench.model.document import Version
from workbench.model.segment import parse_text

Filled = tuple[tuple[int, ...], tuple[int, ...]]
SHARED = Path(__file__).parents[3].parent / "shared" / "data"


@dataclass(frozen=True, slots=True)
class ParallelSet:
    """One set: sides by language, the pivot's first, and the gold beads of the others."""

    name: str
    family: str
    sides: dict[str, Side]
    gold: dict[str, list[Filled]]

    @property
    def pivot(self) -> str:
        """The pivot's tag."""
        return next(iter(self.sides))


def find_sets(roots: Iterable[Path], only: str = "") -> list[Path]:
    """Return the folders at or below `roots` that hold gold, sorted, whose path matches the pattern `only`."""
    found = {path.parent for root in roots for path in root.rglob("*.gold")}
    return sorted(path for path in found if re.search(only, str(path)))


def read_set(folder: Path, languages: Iterable[str] = ()) -> ParallelSet:
    """Return the set in a folder, with the given languages only unless there are none given."""
    wanted = set(languages)
    golds = [path for path in sorted(folder.glob("*.gold")) if not wanted or path.stem in wanted]
    pivot = next(path for path in sorted(folder.glob("*.txt")) if not path.with_suffix(".gold").exists())
    sides = {path.stem: _side(path) for path in (pivot, *(path.with_suffix(".txt") for path in golds))}
    family = re.sub(r"-\d+$", "", folder.name)
    name = f"{folder.parent.name}/{folder.name}"
    return ParallelSet(name, f"{folder.parent.name}/{family}", sides, {path.stem: read_gold(path) for path in golds})


def read_gold(path: Path) -> list[Filled]:
    """Return the beads of a gold file, one `[pivot]:[version]` a line, 0-based."""
    lines = filter(None, path.read_text(encoding="utf-8").splitlines())
    pairs = (line.strip().split(":") for line in lines)
    return [(tuple(ast.literal_eval(a)), tuple(ast.literal_eval(b))) for a, b in pairs]


def _side(path: Path) -> Side:
    return side_of(Version(path.stem, parse_text(path.read_text(encoding="utf-8"))))
