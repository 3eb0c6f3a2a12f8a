"""Outcomes as Markdown tables and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.benchmarks.alignment.running import Contender, Outcome
from tests.benchmarks.alignment.scores import Counts, bootstrap

Outcomes = Mapping[Contender, Outcome]


def markdown(outcomes: Outcomes) -> str:
    """Return a table for each family and measure, and one of seconds and memory; all contenders on the same files."""
    worked = {contender: one for contender, one in outcomes.items() if not one.error}
    places = sorted({place for one in worked.values() for place in one.counts})
    lines: list[str] = []
    for family in dict.fromkeys(family for family, _ in places):
        tags = [tag for held, tag in places if held == family]
        lines += ["", f"## {family}", "", "Strict F1 (lax F1):", ""]
        lines += _table(worked, family, tags, lambda counts: f"{counts.strict():.3f} ({counts.lax():.3f})")
        if any(one.counts[family, tag].alone_gold for one in worked.values() for tag in tags):
            lines += ["", "Segments without counterpart, precision / recall:", ""]
            lines += _table(worked, family, tags, lambda counts: _shares(counts, "alone"))
        lines += ["", "Crossings, found / there of reported:", ""]
        lines += _table(worked, family, tags, _crossings)
        lines += ["", "Expected calibration error:", ""]
        lines += _table(worked, family, tags, _calibration)
        lines += ["", "Ours minus the best peer, strict F1, with the 95 % interval of a paired bootstrap:", ""]
        lines += _differences(worked, family, tags)
    lines += [
        "",
        "## Seconds and peak memory",
        "",
        "| aligner | seconds, all sets | MB beyond the texts |",
        "|---|---|---|",
    ]
    for contender, one in outcomes.items():
        what = one.error or f"{sum(one.seconds.values()):.2f} | {one.memory / 2**20:.0f}"
        lines.append(f"| {contender.name} | {what} |")
    return "\n".join(lines[1:]) + "\n"


def data(outcomes: Outcomes) -> dict[str, Any]:
    """Return all numbers for JSON, by contender, family and language; and the differences from each peer."""
    result: dict[str, Any] = {}
    for contender, one in outcomes.items():
        families: dict[str, Any] = {}
        for (family, tag), counts in sorted(one.counts.items()):
            families.setdefault(family, {"seconds": round(one.seconds[family], 3), "versions": {}})
            families[family]["versions"][tag] = counts.data()
        result[contender.name] = {"error": one.error, "memory": one.memory, "families": families}
    differences = [
        {"ours": ours.name, "peer": peer.name, "family": place[0], "version": place[1], "difference": _rounded(a, b)}
        for ours, mine in outcomes.items()
        if is_ours(ours)
        for peer, theirs in outcomes.items()
        if not is_ours(peer)
        for place in sorted(mine.counts)
        if place in theirs.counts
        for a, b in [(mine.counts[place], theirs.counts[place])]
    ]
    return {"contenders": result, "differences": differences}


def is_ours(contender: Contender) -> bool:
    """Return whether this is our engine."""
    return contender.name.startswith("workbench")


def _rounded(ours: Counts, theirs: Counts) -> list[float]:
    return [round(value, 4) for value in bootstrap(ours, theirs)]


def _table(worked: Outcomes, family: str, tags: list[str], show: Any) -> list[str]:
    lines = [f"| aligner | {' | '.join(tags)} |", "|---" * (len(tags) + 1) + "|"]
    for contender, one in worked.items():
        cells = (show(one.counts[family, tag]) if (family, tag) in one.counts else "" for tag in tags)
        lines.append(f"| {contender.name} | {' | '.join(cells)} |")
    return lines


def _differences(worked: Outcomes, family: str, tags: list[str]) -> list[str]:
    peers = {contender: one for contender, one in worked.items() if not is_ours(contender)}
    ours = {contender: one for contender, one in worked.items() if is_ours(contender)}
    if not peers:
        return ["(no peer in this run)"]
    lines = [f"| aligner | {' | '.join(tags)} |", "|---" * (len(tags) + 1) + "|"]
    for contender, one in ours.items():
        cells = []
        for tag in tags:
            best = max((peer for peer in peers.values()), key=lambda peer: peer.counts[family, tag].strict())
            difference, low, high = bootstrap(one.counts[family, tag], best.counts[family, tag])
            cells.append(f"{difference:+.3f} ({low:+.3f} … {high:+.3f})")
        lines.append(f"| {contender.name} | {' | '.join(cells)} |")
    return lines


def _shares(counts: Counts, what: str) -> str:
    right, test, gold = (getattr(counts, f"{what}_{kind}") for kind in ("right", "test", "gold"))
    return f"{right / test if test else 1:.2f} / {right / gold if gold else 1:.2f}"


def _crossings(counts: Counts) -> str:
    return f"{counts.crossings_right} / {counts.crossings_gold} of {counts.crossings_test}"


def _calibration(counts: Counts) -> str:
    error = counts.calibration()
    return "" if error is None else f"{error:.3f}"
