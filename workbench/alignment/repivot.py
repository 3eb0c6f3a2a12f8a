"""Another version becomes the pivot: ladders are turned round and composed, and nothing is aligned anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import prod

from workbench.alignment.side import Side, bead_digest, side_of
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Ladder, Span, crossings

_LEVELS = (BeadStatus.AUTO, BeadStatus.CONFIRMED, BeadStatus.REVIEWED)


def repivot(document: Document, tag: str) -> Document:
    """Return the document with version `tag` as its pivot; raise NotFoundError where there is no such version.

    The old pivot's ladder is that of the new one turned round, bead for bead. The others are composed: segments of the
    new pivot and of a version make one bead where beads over the old pivot connect them (T-Coffee's transitivity,
    Notredame et al. 2000, for ladders). A composed bead is as sure as the weakest of what it was made of, so what was
    confirmed on both ways stays confirmed; beads whose texts changed since they were accepted count as not accepted.
    Raises ValueError where a ladder does not hold its texts.
    """
    middle, pivot = side_of(document.version(document.pivot)), side_of(document.version(tag))
    if tag == document.pivot:
        return document
    first = document.ladders[tag]
    ladders = {document.pivot: turned(first, middle, pivot)}
    before = _links(first, middle, pivot)
    for other in document.others():
        if other != tag:
            version = side_of(document.version(other))
            ladders[other] = composed(before, _links(document.ladders[other], middle, version), pivot, version)
    order = (other for other in document.versions if other != tag)
    return replace(document, pivot=tag, ladders={other: ladders[other] for other in order})


def turned(ladder: Ladder, pivot: Side, version: Side) -> Ladder:
    """Return the ladder seen from the version: what was accepted stays so, what had lapsed stays lapsed."""
    beads = []
    for span in ladder.spans():
        bead = span.bead
        back = Span(bead, span.index, span.version, span.pivot)
        fresh = bead.digest and bead.digest == bead_digest(pivot, version, span)
        digest = bead_digest(version, pivot, back) if fresh else bead.digest
        beads.append(replace(bead, pivot=bead.version, version=bead.pivot, digest=digest))
    return Ladder(tuple(beads))


@dataclass(frozen=True, slots=True)
class _Link:
    """A bead, or both halves of a crossing: the segments that it ties, where it stands in the pivot, how sure it is."""

    pivot: tuple[int, ...]
    version: tuple[int, ...]
    place: float
    level: int
    score: float | None
    beads: tuple[Bead, ...]


def _links(ladder: Ladder, pivot: Side, version: Side) -> list[_Link]:
    """Return the links of a ladder, in its order."""
    if ladder.size() != (len(pivot), len(version)):
        raise ValueError(f"a ladder of {ladder.size()} segments for texts of {len(pivot)} and {len(version)}")
    pairs = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    taken = {half.index for half in pairs.values()}
    links = []
    for span in ladder.spans():
        if span.index in taken:
            continue
        halves = [span, *([pairs[span.index]] if span.index in pairs else [])]
        level = max(_level(half, pivot, version) for half in halves)
        score = 1.0 if level else span.bead.score
        place = span.pivot.start if span.pivot else span.pivot.start - 0.5
        segments = tuple(span.pivot), tuple(halves[-1].version)
        links.append(_Link(*segments, place, level, score, tuple(half.bead for half in halves)))
    return links


def _level(span: Span, pivot: Side, version: Side) -> int:
    lapsed = span.bead.digest and span.bead.digest != bead_digest(pivot, version, span)
    return 0 if lapsed else _LEVELS.index(span.bead.status)


@dataclass(slots=True)
class _Part:
    """A connected component: segments of the new pivot and of a version, ascending, and the links that connect them.

    `whole` says that nothing was split off it; `mark` ties the halves of what crosses.
    """

    pivot: list[int]
    version: list[int]
    place: float
    ways: tuple[list[_Link], list[_Link]] = field(default_factory=lambda: ([], []))
    whole: bool = True
    mark: str = ""

    def status(self) -> BeadStatus:
        return _LEVELS[min(link.level for way in self.ways for link in way)] if self._both() else BeadStatus.AUTO

    def score(self) -> float | None:
        scores = [link.score for way in self.ways for link in way]
        known = [score for score in scores if score is not None]
        return round(prod(known), 2) if self._both() and len(known) == len(scores) else None

    def said(self) -> tuple[tuple[str, ...], str]:
        """Return the comments and the notes of the version's beads."""
        beads = [bead for link in self.ways[1] for bead in link.beads]
        comments = tuple(comment for bead in beads for comment in bead.comments)
        return comments, "; ".join(dict.fromkeys(bead.note for bead in beads if bead.note))

    def _both(self) -> bool:
        return self.whole and all(self.ways)


def composed(first: Sequence[_Link], second: Sequence[_Link], pivot: Side, version: Side) -> Ladder:
    """Return the ladder of two ways over one middle: middle–pivot (`first`) and middle–version (`second`).

    What the longest chain of beads in order does not hold becomes crossings. Of a component that does not stand in one
    place (part of it moved), the longest runs make the bead, and the rest is left without counterpart.
    """
    parts = [piece for part in _parts(first, second) for piece in _in_one_place(part)]
    filled = sorted((part for part in parts if part.pivot and part.version), key=lambda part: part.pivot)
    chain = _chain(filled)
    chosen = set(map(id, chain))
    used: set[str] = set()
    for part in filled:
        if id(part) not in chosen:
            part.mark = _mark(part, used)
    halves = [part for part in parts if id(part) not in chosen]
    omitted = sorted((part for part in halves if part.pivot), key=lambda part: part.pivot)
    added = sorted((part for part in halves if part.version), key=lambda part: part.version)
    return _written(chain, omitted, added, (pivot, version))


def _parts(first: Sequence[_Link], second: Sequence[_Link]) -> Iterator[_Part]:
    """Give the connected components of both ways, in the middle's order.

    An omission connects nothing, but it is on the way of every component that holds one of its segments.
    """
    links = [(way, link) for way, found in enumerate((first, second)) for link in found]
    tying = [(way, link) for way, link in links if link.version]
    parents = list(range(len(tying)))

    def root(node: int) -> int:
        while parents[node] != node:
            parents[node] = node = parents[parents[node]]
        return node

    holder: dict[int, int] = {}
    for node, (_, link) in enumerate(tying):
        for segment in link.pivot:
            parents[root(node)] = root(holder.setdefault(segment, node))
    found: dict[int, _Part] = {}
    for node, (way, link) in enumerate(tying):
        part = found.setdefault(root(node), _Part([], [], link.place))
        part.place = min(part.place, link.place)
        part.ways[way].append(link)
        (part.version if way else part.pivot).extend(link.version)
    for way, link in links:
        if not link.version:
            for node in {root(holder[segment]) for segment in link.pivot if segment in holder}:
                found[node].ways[way].append(link)
    for part in sorted(found.values(), key=lambda part: part.place):
        part.pivot.sort()
        part.version.sort()
        yield part


def _in_one_place(part: _Part) -> Iterator[_Part]:
    """Give a component as it is where its segments are consecutive on either side, else its runs."""
    runs = _runs(part.pivot), _runs(part.version)
    if len(runs[0]) <= 1 and len(runs[1]) <= 1:
        yield part
        return
    main = [max(some, key=len, default=[]) for some in runs]
    yield replace(part, pivot=main[0], version=main[1], whole=False)
    for side, some in enumerate(runs):
        for run in some:
            if run is not main[side]:
                yield _Part([] if side else run, run if side else [], part.place, whole=False)


def _runs(segments: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for segment in segments:
        if runs and runs[-1][-1] == segment - 1:
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return runs


def _chain(parts: Sequence[_Part]) -> list[_Part]:
    """Return the heaviest chain of parts in the order of both sides; a part weighs as many segments as it holds.

    `parts` are in the pivot's order. Keeps, by where chains end in the version, only those that are heavier than all
    that end before (the usual way to the heaviest increasing subsequence), so it takes n log n steps.
    """
    ends: list[int] = []  # ascending, as are the weights of the chains
    best: list[tuple[int, int]] = []  # weight, last part
    previous = [-1] * len(parts)
    for index, part in enumerate(parts):
        at = bisect_left(ends, part.version[0])
        before, previous[index] = best[at - 1] if at else (0, -1)
        weight = before + len(part.pivot) + len(part.version)
        stop = at
        while stop < len(ends) and best[stop][0] <= weight:
            stop += 1
        ends[at:stop] = [part.version[0]]
        best[at:stop] = [(weight, index)]
    chain = []
    index = best[-1][1] if best else -1
    while index >= 0:
        chain.append(parts[index])
        index = previous[index]
    return chain[::-1]


def _mark(part: _Part, used: set[str]) -> str:
    """Return the mark that a crossing had on either way, or a new one, unlike all `used`, and remember it there."""
    marks = [bead.mark for way in reversed(part.ways) for link in way for bead in link.beads if bead.mark]
    name = stem = marks[0] if marks else f"@{part.pivot[0] + 1}"
    number = 1
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    used.add(name)
    return name


def _written(
    chain: Sequence[_Part], omitted: Sequence[_Part], added: Sequence[_Part], sides: tuple[Side, Side]
) -> Ladder:
    """Return the ladder: the chain, and between its beads omissions and additions in the middle's order."""
    beads: list[Bead] = []
    o = a = i = j = 0

    def put(part: _Part, m: int, n: int) -> None:
        nonlocal i, j
        status = part.status()
        span = Span(Bead(m, n), 0, range(i, i + m), range(j, j + n))
        digest = "" if status is BeadStatus.AUTO else bead_digest(*sides, span)
        # Of a crossing's halves the first one carries what was said of it.
        comments, note = part.said() if m or not part.mark else ((), "")
        beads.append(Bead(m, n, status, part.score(), digest, part.mark, note, comments))
        i, j = i + m, j + n

    end = _Part([len(sides[0])], [len(sides[1])], 0)
    for part in (*chain, end):
        while True:
            here = (
                omitted[o] if o < len(omitted) and omitted[o].pivot < part.pivot else None,
                added[a] if a < len(added) and added[a].version < part.version else None,
            )
            if here[0] and (here[1] is None or here[0].place <= here[1].place):
                put(here[0], len(here[0].pivot), 0)
                o += 1
            elif here[1]:
                put(here[1], 0, len(here[1].version))
                a += 1
            else:
                break
        if part is not end:
            put(part, len(part.pivot), len(part.version))
    return Ladder(tuple(beads))
