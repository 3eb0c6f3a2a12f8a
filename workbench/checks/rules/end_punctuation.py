"""end-punctuation: a version ends a row otherwise than all others, or a sentence within a paragraph without a mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.endings import NONE, Ending, ending, kinds, sign_of
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.model.row import Row

_FEWEST = 3  # versions with text: of two, nobody says which is odd
_STYLE = 3  # a version that differs so often in the same way, in a third of such rows, does so on purpose
_MARKED = 0.9  # of the segments within paragraphs that end with a mark, where one without is a slip
_SOME = 5
_LONGEST = 15  # segments of a paragraph; a longer one is a text without paragraphs, with headings among its sentences


@dataclass(frozen=True, slots=True)
class _Odd:
    row: Row
    tag: str
    own: Ending
    usual: str
    others: tuple[tuple[str, int], ...]


class EndPunctuation(Check):
    """All versions end a row with the same kind of mark, and every sentence ends with one."""

    name = "end-punctuation"
    family = "text"
    severity = Severity.WARNING
    help = (
        "The other versions end this passage with another kind of mark, or this sentence has none at its end. A full stop "
        "for a colon, or none at all, is seldom meant; what differs everywhere in a version is its style and not reported."
    )
    example = ("in the following areas. where all others write a colon", "in the following areas:")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the ends of rows that differ from those of all other versions, and sentences without a mark."""
        reported: set[tuple[str, int]] = set()
        odd, rows_of = _odd(reading)
        ways = Counter((one.tag, one.usual, one.own.kind) for one in odd)
        for one in odd:
            count = ways[one.tag, one.usual, one.own.kind]
            if count >= _STYLE and 3 * count > rows_of[one.usual]:
                continue
            segment = reading.segments(one.tag, one.row)[-1]
            reported.add((one.tag, segment))
            yield _draft(reading, one, segment)
        for tag in reading.tags:
            for segment in _unmarked(reading, tag):
                if (tag, segment) not in reported:
                    sign = sign_of(reading, tag, "full stop")
                    at = len(reading.texts(tag)[segment].rstrip())
                    yield Draft(
                        version=tag,
                        row=reading.row_of(tag, segment),
                        spot=Spot(tag, segment, at, at),
                        message="this sentence ends without a mark",
                        suggestion=sign,
                        words=sign,
                        texts=(reading.texts(tag)[segment],),
                    )


def _odd(reading: Reading) -> tuple[list[_Odd], Counter[str]]:
    """Return the ends of rows whose version stands alone, and how many rows end with each kind of mark."""
    odd: list[_Odd] = []
    rows_of: Counter[str] = Counter()
    kinds_of = {tag: kinds(reading, tag) for tag in reading.tags}
    for row in reading.rows:
        last = {tag: segments[-1] for tag in reading.tags if (segments := reading.segments(tag, row))}
        ends = {tag: kinds_of[tag][segment] for tag, segment in last.items()}
        different = set(ends.values())
        if len(ends) < _FEWEST or "" in different:
            continue
        if len(different) == 1:  # most rows
            rows_of[different.pop()] += 1
            continue
        usual, most = Counter(ends.values()).most_common(1)[0]
        rows_of[usual] += 1
        if most != len(ends) - 1:
            continue
        tag = next(tag for tag, kind in ends.items() if kind != usual)
        others = tuple((other, segment) for other, segment in last.items() if other != tag)
        odd.append(_Odd(row, tag, ending(reading.texts(tag)[last[tag]]), usual, others))
    return odd, rows_of


def _draft(reading: Reading, one: _Odd, segment: int) -> Draft:
    own = "without a mark" if one.own.kind == NONE else f"with a {one.own.kind}"
    usual = "without a mark" if one.usual == NONE else f"with a {one.usual}"
    sign = "" if one.usual == NONE else sign_of(reading, one.tag, one.usual)
    return Draft(
        version=one.tag,
        row=one.row.index,
        spot=Spot(one.tag, segment, one.own.start, one.own.end),
        message=f"ends {own.replace('a e', 'an e')}, where all other versions end {usual.replace('a e', 'an e')}",
        suggestion=sign,
        related=tuple(_end_spot(reading, tag, other) for tag, other in one.others),
        words=sign,
        texts=reading.cell_texts(one.tag, one.row),
    )


def _end_spot(reading: Reading, tag: str, segment: int) -> Spot:
    end = ending(reading.texts(tag)[segment])
    return Spot(tag, segment, end.start, end.end)


def _unmarked(reading: Reading, tag: str) -> Iterator[int]:
    """Yield the segments that are not the last of their paragraph and end without a mark, where nearly all have one."""
    paragraphs = reading.document.versions[tag].text.paragraphs()
    inner = [segment for paragraph in paragraphs if len(paragraph) <= _LONGEST for segment in paragraph[:-1]]
    found = kinds(reading, tag)
    bare = [segment for segment in inner if found[segment] == NONE]
    if len(inner) >= _SOME and len(inner) - len(bare) >= _MARKED * len(inner):
        yield from bare
