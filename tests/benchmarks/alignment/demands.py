"""What issue 3 says must be true, held against the scores: each demand with yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.benchmarks.alignment.differences import difference
from tests.benchmarks.alignment.scaling import Growth
from tests.benchmarks.alignment.scores import Counts
from tests.benchmarks.alignment.tally import Cell, Tally, summed

_SIX = ("zh", "ru", "kk", "tr", "az", "fr")
_NO_MODEL = ("hunalign", "galechurch")
_WEAK = 0.95  # of a version that the engine aligns alone below this, together must be better
_SLACK = 0.005  # what together may lose


@dataclass(frozen=True, slots=True)
class Verdict:
    """One demand on one version (or all of a family): what was measured, what must be; `met` None where it is not known."""

    demand: str
    encoder: str
    where: str
    measured: str
    must: str
    met: bool | None

    def data(self) -> dict[str, Any]:
        """Return it for JSON."""
        return asdict(self)


def judged(scores: Tally, scaling: Mapping[tuple[int, int, str], Growth]) -> list[Verdict]:
    """Return all verdicts: of the scores, and of what the scaling run wrote."""
    return [*_accuracy(scores), *_speed(scaling)]


def verdicts(judgements: Sequence[Verdict]) -> str:
    """Return a Markdown table, what is not met first."""
    order = sorted(judgements, key=lambda one: (one.met is not False, one.met is None))
    words = {True: "yes", False: "**no**", None: "?"}
    met = sum(one.met is True for one in judgements)
    lines = ["", f"## What must be true: {met} of {len(judgements)}", ""]
    lines += ["| | demand | encoder | where | measured | must be |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {words[one.met]} | {one.demand} | {one.encoder} | {one.where} | {one.measured} | {one.must} |"
        for one in order
    ]
    return "\n".join(lines) + "\n"


def _accuracy(scores: Tally) -> Iterator[Verdict]:
    name = "workbench, together, {}".format
    for encoder, floor in (("e5", 0.96), ("words", 0.94), ("none", 0.0)):
        yield from _split(scores, name(encoder), encoder, floor)
    for encoder, least in (("e5", 0.95), ("words", 0.9), ("none", 0.7)):
        for family in ("udhr/gaps", "udhr/split"):
            yield from _shares(scores, name(encoder), encoder, family, "alone", least)
    for encoder, least in (("e5", 0.9), ("words", 0.8)):
        yield from _shares(scores, name(encoder), encoder, "udhr/moved", "crossings", least)
        yield from _no_crossings(scores, name(encoder), encoder)
    for tag, least in (("ru", 0.98), ("kk", 0.975)):
        yield from _at_least(scores, name("e5"), "e5", ("xwmt/mixed", tag), least)
    for tag in ("tr", "az", "ba"):
        yield from _above(scores, name("e5"), "e5", ("xwmt/mixed", tag), ())
    for tag in ("ru", "kk"):
        yield from _above(scores, name("words"), "words", ("xwmt/mixed", tag), (*_NO_MODEL, "vecalign"))
    for tag in scores.tags("xwmt/mixed"):
        yield from _above(scores, name("none"), "none", ("xwmt/mixed", tag), _NO_MODEL)
    yield from _above(scores, name("e5"), "e5", ("textberg/dev", "fr"), ())
    yield from _above(scores, name("none"), "none", ("textberg/dev", "fr"), ("hunalign",))
    for encoder in ("e5", "words", "none"):
        yield from _together(scores, name(encoder), encoder)
    for encoder, least in (("e5", 0.98), ("words", 0.97), ("none", 0.95)):
        for tag in scores.tags("statement"):
            yield from _at_least(scores, name(encoder), encoder, ("statement", tag), least)
    for encoder in ("e5", "words", "none"):
        error = summed(cell.summed() for cell in scores.of(name(encoder))).calibration()
        if error is not None:
            yield Verdict("calibration error", encoder, "all sets", f"{error:.3f}", "≤ .05", error <= 0.05)


def _split(scores: Tally, name: str, encoder: str, floor: float) -> Iterator[Verdict]:
    family = "udhr/split"
    for tag in ("zh", "ru", "kk") if encoder == "words" else _SIX:
        if encoder == "none":
            yield from _above(scores, name, encoder, (family, tag), _NO_MODEL, 0.05)
            continue
        yield from _at_least(scores, name, encoder, (family, tag), floor)
        if encoder == "e5":
            yield from _above(scores, name, encoder, (family, tag), ())
            yield from _error(scores, name, encoder, (family, tag))


def _at_least(scores: Tally, name: str, encoder: str, place: tuple[str, str], least: float) -> Iterator[Verdict]:
    if cell := scores.cell(*place, name):
        value = cell.strict()
        yield Verdict("strict F1", encoder, " ".join(place), f"{value:.4f}", f"≥ {least}", value >= least)


def _above(
    scores: Tally, name: str, encoder: str, place: tuple[str, str], peers: Sequence[str], by: float = 0.0
) -> Iterator[Verdict]:
    """Hold one version against the best of some peers, or of all."""
    mine = scores.cell(*place, name)
    if mine is None:
        return
    best = _best(scores.peers(*place), peers)
    what = f"above {' and '.join(peers) if peers else 'every peer'}{f' by {by}' if by else ''}"
    if best is None:
        yield Verdict(what, encoder, " ".join(place), f"{mine.strict():.4f}", "no peer measured", None)
        return
    over = difference(mine.sets, best[1].sets)
    must = f"> {best[1].strict() + by:.4f} ({best[0]})"
    yield Verdict(what, encoder, " ".join(place), f"{mine.strict():.4f}, {over}", must, over.mean > by)


def _error(scores: Tally, name: str, encoder: str, place: tuple[str, str]) -> Iterator[Verdict]:
    mine, best = scores.cell(*place, name), scores.best_peer(*place)
    if mine and best and best[1].strict() < 0.97:
        error, most = 1 - mine.strict(), (1 - best[1].strict()) * 2 / 3
        must = f"≤ {most:.4f} ({best[0]})"
        yield Verdict("error a third lower", encoder, " ".join(place), f"{error:.4f}", must, error <= most)


def _best(cells: Mapping[str, Cell], peers: Sequence[str]) -> tuple[str, Cell] | None:
    some = {name: cell for name, cell in cells.items() if not peers or name.split(",")[0] in peers}
    return max(some.items(), key=lambda item: item[1].strict(), default=None)


def _shares(scores: Tally, name: str, encoder: str, family: str, what: str, least: float) -> Iterator[Verdict]:
    """Hold precision and recall of all versions of a family together against what they must be; name the worst version."""
    cells = {tag: cell for tag in scores.tags(family) if (cell := scores.cell(family, tag, name))}
    if not cells:
        return
    shares = {tag: cell.summed().shares(what) for tag, cell in cells.items()}
    precision, recall = summed(cell.summed() for cell in cells.values()).shares(what)
    worst = min(shares, key=lambda tag: min(shares[tag]))
    measured = f"{precision:.3f} / {recall:.3f}; worst {worst} {shares[worst][0]:.2f} / {shares[worst][1]:.2f}"
    demand = "segments without counterpart" if what == "alone" else "crossings"
    met = min(precision, recall) >= least
    yield Verdict(f"{demand}, precision / recall", encoder, family, measured, f"≥ {least} each", met)


def _no_crossings(scores: Tally, name: str, encoder: str) -> Iterator[Verdict]:
    families = [family for family in scores.families() if family != "udhr/moved"]
    for family in families:
        cells = [cell.summed() for cell in scores.of(name, [family])]
        if cells:
            wrong = _sum(cells, lambda one: one.crossings_test - one.crossings_right)
            yield Verdict("crossings that are none", encoder, family, str(wrong), "0", wrong == 0)


def _sum(counts: Iterable[Counts], what: Callable[[Counts], int]) -> int:
    return sum(map(what, counts))


def _together(scores: Tally, name: str, encoder: str) -> Iterator[Verdict]:
    other = name.replace("together", "alone")
    for family in scores.families():
        if len(scores.tags(family)) == 1:
            continue  # nobody to be together with
        for tag in scores.tags(family):
            mine, theirs = scores.cell(family, tag, name), scores.cell(family, tag, other)
            if mine is None or theirs is None:
                continue
            over = difference(mine.sets, theirs.sets)
            weak = theirs.strict() < _WEAK
            met = over.mean > 0 if weak else over.mean >= -_SLACK
            must = f"> 0 (alone {theirs.strict():.3f} < {_WEAK})" if weak else f"≥ -{_SLACK}"
            yield Verdict("together minus alone", encoder, f"{family} {tag}", str(over), must, met)


def _speed(scaling: Mapping[tuple[int, int, str], Growth]) -> Iterator[Verdict]:
    """Hold what the scaling run wrote against what is demanded."""
    held = {place: one for place, one in scaling.items() if not one.error}
    ours, peer = "workbench, engine, vectors", "vecalign, vectors"
    for size, what, most in ((10_000, "seconds", 0.5), (50_000, "seconds", 0.5), (50_000, "memory", 0.25)):
        mine, theirs = held.get((size, 2, ours)), held.get((size, 2, peer))
        if mine and theirs:
            ratio = getattr(mine, what) / getattr(theirs, what)
            yield Verdict(
                f"{what}, ratio to sentalign", "vectors", f"{size}", f"{ratio:.3f}", f"≤ {most}", ratio <= most
            )
    for mine, base, what, most in (
        (held.get((100_000, 2, ours)), held.get((50_000, 2, ours)), "seconds, 100k to 50k", 2.3),
        (held.get((10_000, 8, ours)), held.get((10_000, 2, ours)), "seconds, eight versions of 10k to one pair", 10.0),
    ):
        if mine and base:
            ratio = mine.seconds / base.seconds
            yield Verdict(what, "vectors", "scaling", f"{ratio:.2f}", f"≤ {most}", ratio <= most)
