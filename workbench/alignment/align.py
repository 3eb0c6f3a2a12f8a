"""Aligning two sides: evidence, corridor and programme put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.alignment.anchors import anchors
from workbench.alignment.carry import carried
from workbench.alignment.corridor import corridor_around, first_corridor, is_short
from workbench.alignment.evidence.association import Association
from workbench.alignment.evidence.calendar import Calendar
from workbench.alignment.evidence.cognates import Cognates
from workbench.alignment.evidence.evidence import BeadEvidence, Evidence, Measure, SignEvidence, Signs
from workbench.alignment.evidence.labels import ClauseLabels, LabelledStarts
from workbench.alignment.evidence.length import Length, information
from workbench.alignment.evidence.numbers import Numbers
from workbench.alignment.evidence.paragraphs import Paragraphs
from workbench.alignment.evidence.shape import Ends, Marks
from workbench.alignment.programme import FEW, USUAL, Corridor, Path, Score, Task, adapted, best_path, with_gaps
from workbench.alignment.scorer import Scorer
from workbench.alignment.side import Side, side_of
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Ladder, Span, crossings

if TYPE_CHECKING:
    from workbench.glossary.termbase import TermBase

_ROUNDS = 2  # passes after the first, each with what the one before has taught
_GAPS = (0.008, 0.08)  # shares of omissions, and of additions, in whole texts and in texts with gaps
_LONG_GAPS = (0.03,)  # a long text teaches enough by itself, and every supposition takes its time
_WIDE = 5  # cells around the path of the pass before that the next one looks at


def plain_evidence() -> tuple[Evidence, ...]:
    """Return the evidence that needs nothing but the two texts."""
    return (
        ClauseLabels(),
        LabelledStarts(),
        Paragraphs(),
        Numbers(),
        Calendar(),
        Cognates(),
        Ends(),
        Marks(),
        Length(),
        Association(),
    )


def align(pivot: Side, version: Side, evidence: Sequence[Evidence] | None = None, fixed: Sequence[Span] = ()) -> Ladder:
    """Return the ladder of a version against the pivot; every segment is in exactly one bead.

    Scores are probabilities. `evidence` is `plain_evidence()` unless given. Beads of `fixed` (spans in order, that do
    not overlap) stay as they are: those with segments on both sides cut the task in pieces; halves (omissions,
    additions) only keep their segments alone.
    """
    known = _Known(pivot, version)
    opinions = list(plain_evidence() if evidence is None else evidence)
    pieces = _pieces(len(pivot), len(version), fixed)
    scorer = known.scorer(opinions)
    lengths = information(pivot), information(version)
    shared = scorer.shared()
    corridors = [_first(piece, lengths, shared) for piece in pieces]
    short = all(is_short(len(piece.pivot), len(piece.version)) for piece in pieces)
    score = _remembered(scorer.bead) if short else scorer.bead
    # Some texts are whole, some have gaps: both are supposed, and the likelier supposition teaches what follows.
    supposed = [
        [best_path(piece, score, usual, way) for piece, way in zip(pieces, corridors, strict=True)]
        for usual in (with_gaps(FEW, gaps, gaps) for gaps in (_GAPS if short else _LONG_GAPS))
    ]
    paths = max(supposed, key=lambda paths: sum(path.likelihood for path in paths))
    for _ in range(_ROUNDS):
        draft = Ladder(tuple(_beads(pieces, paths, fixed)))
        opinions = [one.learned(pivot, version, draft) for one in opinions]
        scorer = known.scorer(opinions)
        usual = adapted(with_gaps(USUAL, _GAPS[0], _GAPS[0]), draft.beads)
        corridors = [_next(piece, path) for piece, path in zip(pieces, paths, strict=True)]
        paths = [best_path(piece, scorer.bead, usual, way) for piece, way in zip(pieces, corridors, strict=True)]
    return Ladder(tuple(_beads(pieces, paths, fixed)))


def realign(document: Document, tag: str, termbase: TermBase | None = None) -> Ladder:
    """Return a new ladder for one version of a document; beads that a person accepted, and crossings of such, stay.

    Raises NotFoundError where the document has no such version.
    """
    pivot, version = side_of(document.version(document.pivot)), side_of(document.version(tag))
    evidence = evidence_for(document, tag, termbase)
    ladder = document.ladders.get(tag)
    if ladder is None:
        return align(pivot, version, evidence)
    adds_up = ladder.size() == (len(pivot), len(version))
    fixed = accepted(ladder) if adds_up else anchors(ladder, pivot, version)
    aligned = align(pivot, version, evidence, fixed)
    return Ladder(carried(ladder.beads, aligned.beads))


def evidence_for(document: Document, tag: str, termbase: TermBase | None) -> tuple[Evidence, ...]:
    """Return the plain evidence, and the term base's where there is one."""
    if termbase is None:
        return plain_evidence()
    from workbench.alignment.evidence.terms import Terms

    return (*plain_evidence(), Terms(termbase, (document.pivot, tag), document.name))


def accepted(ladder: Ladder) -> tuple[Span, ...]:
    """Return the beads that a person accepted, in order; both halves of a crossing where either was."""
    marks = {
        crossing.mark
        for crossing in crossings(ladder)
        if any(half.bead.status is not BeadStatus.AUTO for half in (crossing.pivot, crossing.version))
    }
    return tuple(
        span
        for span in ladder.spans()
        if span.bead.status is not BeadStatus.AUTO or (span.bead.mark and span.bead.mark in marks)
    )


@dataclass(slots=True)
class _Known:
    """Signs and measures that were computed already, by the evidence that gave them (which most passes share)."""

    pivot: Side
    version: Side
    signs: dict[int, tuple[Evidence, Signs]] = field(default_factory=dict)
    measures: dict[int, tuple[Evidence, Measure]] = field(default_factory=dict)

    def scorer(self, evidence: Sequence[Evidence]) -> Scorer:
        for one in evidence:
            if isinstance(one, SignEvidence) and id(one) not in self.signs:
                self.signs[id(one)] = one, one.signs(self.pivot, self.version)
            elif isinstance(one, BeadEvidence) and id(one) not in self.measures:
                self.measures[id(one)] = one, one.measure(self.pivot, self.version)
        signs = [self.signs[id(one)][1] for one in evidence if isinstance(one, SignEvidence)]
        measures = [self.measures[id(one)][1] for one in evidence if isinstance(one, BeadEvidence)]
        return Scorer(len(self.pivot), len(self.version), signs, measures)


def _remembered(score: Score) -> Score:
    """Return a function that gives the same scores and computes each once."""
    known: dict[tuple[int, int, int, int], float] = {}

    def remembered(i: int, i_end: int, j: int, j_end: int) -> float:
        bead = (i, i_end, j, j_end)
        value = known.get(bead)
        if value is None:
            value = known[bead] = score(i, i_end, j, j_end)
        return value

    return remembered


def _pieces(pivot: int, version: int, fixed: Sequence[Span]) -> list[Task]:
    """Return what lies between the fixed beads that have segments on both sides."""
    alone = (
        frozenset(i for span in fixed if not span.bead.version for i in span.pivot),
        frozenset(j for span in fixed if not span.bead.pivot for j in span.version),
    )
    pieces, i, j = [], 0, 0
    for span in fixed:
        if span.bead.pivot and span.bead.version:
            pieces.append(Task(range(i, span.pivot.start), range(j, span.version.start), *alone))
            i, j = span.pivot.stop, span.version.stop
    return [*pieces, Task(range(i, pivot), range(j, version), *alone)]


def _first(
    piece: Task, lengths: tuple[Sequence[float], Sequence[float]], shared: dict[int, dict[int, float]]
) -> Corridor:
    a, b = piece.pivot, piece.version
    own = {i - a.start: {j - b.start: weight for j, weight in shared[i].items() if j in b} for i in a if i in shared}
    return first_corridor((lengths[0][a.start : a.stop], lengths[1][b.start : b.stop]), own)


def _next(piece: Task, path: Path) -> Corridor:
    points = [(0, 0)]
    for step in path.steps:
        points.append((points[-1][0] + step.pivot, points[-1][1] + step.version))
    return corridor_around(points, len(piece.pivot), len(piece.version), _WIDE)


def _beads(pieces: Sequence[Task], paths: Sequence[Path], fixed: Sequence[Span]) -> Iterator[Bead]:
    """Give the beads of all pieces and the fixed ones between them; a fixed half comes whole at its first segment."""
    wholes = iter([span.bead for span in fixed if span.bead.pivot and span.bead.version])
    halves = {(0, i): span for span in fixed if not span.bead.version for i in span.pivot}
    halves |= {(1, j): span for span in fixed if not span.bead.pivot for j in span.version}
    for piece, path in zip(pieces, paths, strict=True):
        i, j = piece.pivot.start, piece.version.start
        for step in path.steps:
            half = halves.get((0, i)) if not step.version else halves.get((1, j)) if not step.pivot else None
            if half is None:
                yield Bead(step.pivot, step.version, score=round(step.probability, 2))
            elif (half.pivot.start, half.version.start) == (
                (i, half.version.start) if half.bead.pivot else (half.pivot.start, j)
            ):
                yield half.bead
            i, j = i + step.pivot, j + step.version
        whole = next(wholes, None)
        if whole is not None:
            yield whole
