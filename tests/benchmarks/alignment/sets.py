"""Sets of parallel texts with gold alignments: folders of `<lang>.txt` and `<lang>.gold`, and the project's own statement."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.alignment.scores import Filled, Found
from workbench.alignment.side import Side, side_of
from workbench.model.document import Document, Version
from workbench.model.ladder import Ladder, crossings
from workbench.model.segment import parse_text, text_of_paragraphs
from workbench.workspace.ladder_format import parse_ladder

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "data"
STATEMENT = ROOT / "texts" / "chengdu-2024"
_GOLD = ROOT / "tests" / "gold" / "chengdu-2024"


@dataclass(frozen=True, slots=True)
class ParallelSet:
    """One set: sides by language, the pivot's first, and the gold beads of the others.

    `name` is its folder's path, below `shared/data` where it is there; `family` is that without its number.
    """

    name: str
    family: str
    sides: dict[str, Side]
    gold: dict[str, list[Filled]]

    @property
    def pivot(self) -> str:
        """The pivot's tag."""
        return next(iter(self.sides))

    def digest(self) -> str:
        """Return twelve digits that change with any text, paragraph or gold bead."""
        held = [(tag, side.segments, side.starts) for tag, side in self.sides.items()]
        return hashlib.sha256(repr((held, self.gold)).encode()).hexdigest()[:12]

    def pair(self, tag: str) -> ParallelSet:
        """Return the set with one version alone."""
        sides = {one: self.sides[one] for one in (self.pivot, tag)}
        return ParallelSet(self.name, self.family, sides, {tag: self.gold[tag]})

    def document(self) -> Document:
        """Return the texts as a document without ladders."""
        versions = {tag: Version(tag, text_of_paragraphs(_paragraphs(side))) for tag, side in self.sides.items()}
        return Document(self.name, self.pivot, versions=versions)


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
    full = folder.resolve()
    name = str(full.relative_to(SHARED.resolve()) if full.is_relative_to(SHARED.resolve()) else full)
    return ParallelSet(name, re.sub(r"-\d+$", "", name), sides, {path.stem: read_gold(path) for path in golds})


def statement() -> ParallelSet:
    """Return the statement of Chengdu in eight languages, with the ladders that were made by hand."""
    tags = [path.stem for path in sorted(_GOLD.glob("*.ladder"))]
    sides = {tag: _side(STATEMENT / f"{tag}.txt") for tag in ("en", *tags)}
    gold = {tag: parse_ladder((_GOLD / f"{tag}.ladder").read_text(encoding="utf-8"), tag) for tag in tags}
    return ParallelSet(
        "statement", "statement", sides, {tag: [bead.filled for bead in found(one)] for tag, one in gold.items()}
    )


def found(ladder: Ladder) -> list[Found]:
    """Return the beads of a ladder, a crossing as one."""
    pairs = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    halves = {half.index for half in pairs.values()}
    return [
        Found(tuple(span.pivot), tuple(pairs.get(span.index, span).version), span.bead.score)
        for span in ladder.spans()
        if span.index not in halves
    ]


def read_gold(path: Path) -> list[Filled]:
    """Return the beads of a gold file, one `[pivot]:[version]` a line, 0-based."""
    lines = filter(None, path.read_text(encoding="utf-8").splitlines())
    pairs = (line.strip().split(":") for line in lines)
    return [(tuple(ast.literal_eval(a)), tuple(ast.literal_eval(b))) for a, b in pairs]


def _side(path: Path) -> Side:
    return side_of(Version(path.stem, parse_text(path.read_text(encoding="utf-8"))))


def _paragraphs(side: Side) -> Iterator[tuple[str, ...]]:
    for start, end in zip(side.starts, (*side.starts[1:], len(side)), strict=True):
        yield side.segments[start:end]
