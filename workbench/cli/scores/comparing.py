"""A comparison of versions as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence

from workbench.cli.printing import in_colour, table
from workbench.model.terminal import plain
from workbench.scoring.bootstrap import SAMPLES
from workbench.scoring.difference import Kind, Stretch
from workbench.scoring.scores import ClauseScores, Comparison, Scores

_DIGITS = 4  # of numbers that programs read
_MARKS = {Kind.OUT: ("[-", "-]", "\x1b[31;9m"), Kind.IN: ("{+", "+}", "\x1b[32;4m")}


def as_text(found: Comparison, top: int) -> str:
    """Return scores of the whole and of the `top` clauses that are furthest apart, for people; in colour on a terminal."""
    return "\n".join(_lines(found, top)) + "\n"


def _lines(found: Comparison, top: int) -> Iterator[str]:
    count = f"{len(found.lines)} {'line' if len(found.lines) == 1 else 'lines'}"
    yield plain(f"{found.document}: {', '.join(found.versions)} against {found.called}, {count}")
    yield ""
    names = [measure.name for measure in found.measures]
    lines = [["", *names], *([tag, *(_cell(found, name, tag) for name in names)] for tag in found.versions)]
    yield table(lines)
    yield ""
    if found.confidence:
        yield f"±: half the 95 % interval; p: against {found.versions[0]} (paired bootstrap of {SAMPLES} samples)"
    for measure in found.measures:
        yield measure.signature
    shown = found.clauses[:top]
    if shown:
        yield ""
        yield f"furthest apart, by chrF2 ([-{found.called}-]{{+the version+}}):"
    for clause in shown:
        yield ""
        yield from _clause(found, clause)


def _cell(found: Comparison, name: str, tag: str) -> str:
    score = f"{found.scores[tag][name]:.2f}"
    if name not in found.confidence:
        return score
    sure = found.confidence[name][tag]
    return f"{score} ±{sure.interval:.2f}" + ("" if sure.p is None else f" p={sure.p:.3f}")


def _clause(found: Comparison, clause: ClauseScores) -> Iterator[str]:
    coloured = in_colour(sys.stdout)
    for tag in found.versions:
        scores = "  ".join(f"{measure.name} {clause.scores[tag][measure.name]:.2f}" for measure in found.measures)
        yield f"{clause.clause}  {tag}  {scores}"
        for stretches in clause.differences(tag, found.against):
            yield "    " + "".join(_stretch(one, coloured) for one in stretches)


def _stretch(one: Stretch, coloured: bool) -> str:
    text = plain(one.text)
    if one.kind is Kind.KEPT:
        return text
    before, after, colour = _MARKS[one.kind]
    marked = f"{before}{text}{after}"
    return f"{colour}{marked}\x1b[0m" if coloured else marked


def as_json(found: Comparison, top: int) -> str:
    """Return the comparison as JSON, the `top` clauses with their texts and differences."""
    data = {
        "document": found.document,
        "against": found.called,
        "lines": len(found.lines),
        "metrics": [
            {"name": measure.name, "signature": measure.signature, "higher_is_better": measure.more_is_better}
            for measure in found.measures
        ],
        "versions": {tag: _version(found, tag) for tag in found.versions},
        "clauses": [
            {
                "clause": clause.clause,
                "versions": {
                    tag: {
                        "scores": _rounded(clause.scores[tag]),
                        "lines": [
                            {
                                "text": line.texts[tag],
                                "against": line.texts[found.against],
                                "difference": [[one.kind.value, one.text] for one in stretches],
                            }
                            for line, stretches in zip(
                                clause.lines, clause.differences(tag, found.against), strict=True
                            )
                        ],
                    }
                    for tag in found.versions
                },
            }
            for clause in found.clauses[:top]
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _version(found: Comparison, tag: str) -> dict[str, object]:
    data: dict[str, object] = {"scores": _rounded(found.scores[tag])}
    if found.confidence:
        data["bootstrap"] = {
            name: {"mean": round(sure.mean, _DIGITS), "interval": round(sure.interval, _DIGITS), "p": sure.p}
            for name, by_tag in found.confidence.items()
            for sure in (by_tag[tag],)
        }
    return data


def _rounded(scores: Scores) -> dict[str, float]:
    return {name: round(score, _DIGITS) for name, score in scores.items()}


def as_csv(found: Comparison, top: int) -> str:
    """Return the comparison as CSV: a line for each version as a whole (its clause is empty), and for each of `top` clauses."""
    names = [measure.name for measure in found.measures]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["clause", "version", "lines", *names])
    for tag in found.versions:
        writer.writerow(["", tag, len(found.lines), *_numbers(found.scores[tag], names)])
    for clause in found.clauses[:top]:
        for tag in found.versions:
            writer.writerow([clause.clause, tag, len(clause.lines), *_numbers(clause.scores[tag], names)])
    return out.getvalue()


def _numbers(scores: Scores, names: Sequence[str]) -> list[str]:
    return [f"{scores[name]:.{_DIGITS}f}" for name in names]
