"""Scores as Markdown tables and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.benchmarks.alignment.differences import difference
from tests.benchmarks.alignment.tally import Cell, Tally, is_ours, summed


def markdown(scores: Tally) -> str:
    """Return tables for each family of sets, one of calibration, and one of seconds and memory."""
    lines: list[str] = []
    for family in scores.families():
        sets = {name for cell in scores.cells if cell[0] == family for name in scores.cells[cell].sets}
        lines += ["", f"## {family} ({len(sets)} {'set' if len(sets) == 1 else 'sets'})"]
        lines += _titled("Strict F1, mean over sets (lax F1):", _table(scores, family, _strict))
        if any(cell.summed().alone_gold for key, cell in scores.cells.items() if key[0] == family):
            title = "Segments without counterpart, precision / recall (found/there of reported):"
            lines += _titled(title, _table(scores, family, _shares("alone")))
        lines += _titled("Crossings, found/there of reported:", _table(scores, family, _crossings))
        lines += _titled(
            "Ours minus the best peer, strict F1 (95 %, paired bootstrap):", _against_peers(scores, family)
        )
        lines += _titled("Together minus alone, strict F1 (95 %, paired bootstrap):", _together(scores, family))
    lines += ["", "## Calibration", "", "Expected calibration error, all versions of a family together:", ""]
    lines += _calibration(scores)
    lines += ["", "## Seconds and peak memory", "", "All sets of a family, without embedding; MB beyond the texts:", ""]
    lines += _costs(scores)
    if scores.errors:
        lines += ["", "## Errors", "", "| aligner | set | what |", "|---|---|---|"]
        lines += [f"| {contender} | {one} | {error} |" for (contender, one), error in scores.errors.items()]
    return "\n".join(lines[1:]) + "\n"


def data(scores: Tally) -> dict[str, Any]:
    """Return all numbers for JSON: by contender, family and version; seconds; differences from each peer."""
    result: dict[str, Any] = {}
    for (family, tag, contender), cell in scores.cells.items():
        numbers = {
            **cell.summed().data(),
            "strict_f1": round(cell.strict(), 4),
            "lax_f1": round(cell.lax(), 4),
            "strict_f1_by_set": {name: round(one.strict(), 4) for name, one in cell.sets.items()},
        }
        result.setdefault(contender, {}).setdefault(family, {})[tag] = numbers
    differences = [
        {"ours": ours, "other": other, "family": family, "version": tag, "mean": d.mean, "low": d.low, "high": d.high}
        for family, tag, ours, other, d in _differences(scores)
    ]
    costs = [
        {
            "contender": contender,
            "family": family,
            "seconds": round(seconds, 3),
            "memory": scores.memory[family, contender],
        }
        for (family, contender), seconds in scores.seconds.items()
    ]
    errors = [{"contender": contender, "set": one, "error": error} for (contender, one), error in scores.errors.items()]
    return {"scores": result, "differences": differences, "costs": costs, "errors": errors}


def _differences(scores: Tally) -> Any:
    for (family, tag, ours), mine in scores.cells.items():
        if is_ours(ours):
            for (held, version, other), theirs in scores.cells.items():
                if (held, version) == (family, tag) and (not is_ours(other) or other == _alone(ours)) and other != ours:
                    yield family, tag, ours, other, difference(mine.sets, theirs.sets)


def _titled(title: str, table: list[str]) -> list[str]:
    return ["", title, "", *table] if table else []


def _rows(head: str, columns: list[str], rows: dict[str, list[str]]) -> list[str]:
    if not rows:
        return []
    lines = [f"| {head} | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    return lines + [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]


def _table(scores: Tally, family: str, show: Callable[[Cell], str]) -> list[str]:
    tags = scores.tags(family)
    rows = {
        name: [show(cell) if (cell := scores.cell(family, tag, name)) else "" for tag in tags]
        for name in scores.contenders(family)
    }
    return _rows("aligner", tags, rows)


def _against_peers(scores: Tally, family: str) -> list[str]:
    tags = scores.tags(family)
    best = {tag: peer for tag in tags if (peer := scores.best_peer(family, tag))}
    rows = {}
    for name in scores.contenders(family):
        if is_ours(name) and best:
            rows[name] = [
                str(difference(cell.sets, best[tag][1].sets))
                if tag in best and (cell := scores.cell(family, tag, name))
                else ""
                for tag in tags
            ]
    if rows:
        rows["(the best peer)"] = [f"{best[tag][0]} {best[tag][1].strict():.3f}" if tag in best else "" for tag in tags]
    return _rows("aligner", tags, rows)


def _together(scores: Tally, family: str) -> list[str]:
    tags = scores.tags(family)
    rows = {}
    for name in scores.contenders(family):
        if (other := _alone(name)) in scores.contenders(family) and other != name:
            rows[name] = [
                str(difference(mine.sets, theirs.sets))
                if (mine := scores.cell(family, tag, name)) and (theirs := scores.cell(family, tag, other))
                else ""
                for tag in tags
            ]
    return _rows("aligner", tags, rows)


def _alone(name: str) -> str:
    return name.replace("together", "alone") if is_ours(name) else ""


def _calibration(scores: Tally) -> list[str]:
    families = scores.families()
    names = [name for name in dict.fromkeys(name for _, _, name in scores.cells) if is_ours(name)]
    rows = {}
    for name in names:
        errors = [summed(cell.summed() for cell in scores.of(name, [family])).calibration() for family in families]
        errors.append(summed(cell.summed() for cell in scores.of(name)).calibration())
        rows[name] = ["" if error is None else f"{error:.3f}" for error in errors]
    return _rows("aligner", [*families, "all"], rows)


def _costs(scores: Tally) -> list[str]:
    families = scores.families()
    rows = {}
    for name in dict.fromkeys(name for _, name in scores.seconds):
        rows[name] = [
            f"{scores.seconds[family, name]:.2f} s, {scores.memory[family, name] / 2**20:.0f} MB"
            if (family, name) in scores.seconds
            else ""
            for family in families
        ]
    return _rows("aligner", families, rows)


def _strict(cell: Cell) -> str:
    return f"{cell.strict():.3f} ({cell.lax():.3f})"


def _shares(what: str) -> Callable[[Cell], str]:
    def show(cell: Cell) -> str:
        counts = cell.summed()
        precision, recall = counts.shares(what)
        right, test, gold = (getattr(counts, f"{what}_{kind}") for kind in ("right", "test", "gold"))
        return f"{precision:.2f} / {recall:.2f} ({right}/{gold} of {test})"

    return show


def _crossings(cell: Cell) -> str:
    counts = cell.summed()
    return f"{counts.crossings_right}/{counts.crossings_gold} of {counts.crossings_test}"
