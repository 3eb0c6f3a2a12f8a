"""The scores of versions against another: of the whole text and of each clause, the clauses furthest apart first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.languages.knowledge import Knowledge, knowledge
from workbench.model.document import Document
from workbench.scoring.bootstrap import Confidence, compared
from workbench.scoring.difference import Stretch, difference
from workbench.scoring.metrics import ORDERING, Measure, measures
from workbench.scoring.pairing import Line, paired_lines

_LONG = 300  # words of a line, characters in Chinese

Scores = Mapping[str, float]  # by the names of the metrics


@dataclass(frozen=True, slots=True)
class ClauseScores:
    """A clause: its lines, and the scores of each version by tag."""

    clause: str
    lines: tuple[Line, ...]
    scores: Mapping[str, Scores]

    def differences(self, tag: str, against: str) -> list[tuple[Stretch, ...]]:
        """Return line by line what a version has for the words of the other."""
        known = knowledge(tag)
        return [difference(line.texts[against], line.texts[tag], known) for line in self.lines]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Versions against another: lines, metrics, scores by tag, and of two versions or more how sure they are.

    `called` is what people call the other version: its tag, or the file that it was read from. `confidence` is by the names
    of the metrics, then by tag. `clauses` stand in the order of the least chrF of their versions, the furthest apart first.
    """

    document: str
    versions: tuple[str, ...]
    against: str
    called: str
    lines: tuple[Line, ...]
    measures: tuple[Measure, ...]
    scores: Mapping[str, Scores]
    confidence: Mapping[str, Mapping[str, Confidence]]
    clauses: tuple[ClauseScores, ...]


Step = Callable[[str, int, int], None]  # what is done, how much of it, of how much


def compare(
    document: Document, versions: Sequence[str], against: str, called: str, step: Step | None = None
) -> Comparison:
    """Return the scores of versions against another version in the same language; raises what `paired_lines` raises.

    `step` is told of every clause before it is scored, and where TER takes long over it; and at the end.
    """
    tags = tuple(dict.fromkeys(versions))
    lines = paired_lines(document, tags, against)
    used = measures(knowledge(against))
    references = _texts(lines, against)
    groups = [(name, tuple(group)) for name, group in groupby(lines, key=lambda line: line.clause)]
    clauses = []
    for done, (name, held) in enumerate(groups):
        if step is not None:
            step(f"{document.name}: clause {name}{_patience(held, knowledge(against))}", done, len(groups))
        clauses.append(ClauseScores(name, held, {tag: _scores(held, tag, against, used) for tag in tags}))
    if step is not None:
        step(document.name, len(groups), len(groups))
    confidence: dict[str, dict[str, Confidence]] = {}
    if len(tags) > 1:
        candidates = {tag: _texts(lines, tag) for tag in tags}
        confidence = {measure.name: compared(candidates, references, measure) for measure in used}
    return Comparison(
        document.name,
        tags,
        against,
        called,
        lines,
        used,
        {tag: _scores(lines, tag, against, used) for tag in tags},
        confidence,
        tuple(sorted(clauses, key=lambda clause: min(scores[ORDERING] for scores in clause.scores.values()))),
    )


def _patience(lines: Sequence[Line], known: Knowledge) -> str:
    """Return what is said before lines over which TER takes seconds or more: its time grows with the square of a line's words."""
    unspaced = known.wordforms.unspaced
    longest = max(len(text) if unspaced else len(text.split()) for line in lines for text in line.texts.values())
    unit = "characters" if unspaced else "words"
    return f", TER of a line of {longest} {unit} takes a while" if longest > _LONG else ""


def _texts(lines: Sequence[Line], tag: str) -> list[str]:
    return [line.texts[tag] for line in lines]


def _scores(lines: Sequence[Line], tag: str, against: str, used: Sequence[Measure]) -> dict[str, float]:
    texts, references = _texts(lines, tag), _texts(lines, against)
    return {measure.name: measure.score(texts, references) for measure in used}
