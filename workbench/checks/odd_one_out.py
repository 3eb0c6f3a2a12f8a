"""Numbers of one row that its versions do not share: which version is the odd one, and what it has in the others' place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import islice

from workbench.checks.mentions import DATED, Facet, Mention, here, is_known, mentions, months_nearby, nearby, words
from workbench.checks.reading import Reading
from workbench.model.row import Row

_GROUPED = re.compile(r"\d{1,3}[.,]\d{3}(?!\d)")
_MOST = 50  # findings of one row: versions that differ in more are no translations of each other there
_FAR = 10  # numbers further apart than this many times are not each other's slip
_REACH = 20  # how many numbers before and behind may stand for each other
_FEW = 3  # versions that must agree where words are concerned that may count nothing


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A number that the versions of a row do not share.

    `right` are the mentions that most versions have, one a version; `version` is the odd one, None where nobody is in
    the majority. `wrong` are the mentions that stand in their place: the odd version's, or those of all others without
    a majority; it is empty where the odd version has nothing there. `right` is empty where only the odd one has a number.
    `without` are the versions that have no such number.
    """

    row: Row
    version: str | None
    right: tuple[Mention, ...]
    wrong: tuple[Mention, ...]
    without: tuple[str, ...] = ()

    @property
    def facet(self) -> Facet:
        """What kind of number most of the versions have here; a date, where one version at least has it."""
        kinds = [mention.facet for mention in self.right or self.wrong]
        dated = [kind for kind in kinds if kind in DATED]
        return dated[0] if dated else max(kinds, key=kinds.count)


def disagreements(reading: Reading) -> Iterator[Disagreement]:
    """Yield the numbers of all rows that versions do not share; months are compared with months alone."""
    for row in reading.rows:
        yield from _in_row(reading, row)


def _in_row(reading: Reading, row: Row) -> tuple[Disagreement, ...]:
    def compute() -> tuple[Disagreement, ...]:
        if _is_shared(reading, row):
            return ()  # most rows
        found = (one for month in (True, False) for one in _Comparison(reading, row, month=month).all())
        return tuple(islice(found, _MOST))

    return reading.once_near(("disagreements", row.index), compute)


def _is_shared(reading: Reading, row: Row) -> bool:
    """Return whether all versions with text in a row clearly say the same numbers."""
    held = [
        {(mention.facet is Facet.MONTH, mention.value) for mention in mentions(reading, tag, row)}
        for tag in reading.tags
        if reading.segments(tag, row)
    ]
    if any(one != held[0] for one in held[1:]):
        return False
    # One that is a thousand times another may be the same, with a mark that parts thousands.
    return not held or not any((False, value * 1000) in held[0] for _, value in held[0])


class _Comparison:
    """The numbers of one row in all versions with text there: those of all months, or those that are none."""

    def __init__(self, reading: Reading, row: Row, *, month: bool) -> None:
        self.reading = reading
        self.row = row
        self.month = month
        self.tags = [tag for tag in reading.tags if reading.segments(tag, row)]
        self.own = {
            tag: [mention for mention in mentions(reading, tag, row) if (mention.facet is Facet.MONTH) is month]
            for tag in self.tags
        }
        self._scale()
        self.places = {
            mention.value: position for own in self.own.values() for position, mention in reversed([*enumerate(own)])
        }
        self.explained: set[tuple[str, Decimal]] = set()

    def _scale(self) -> None:
        """Give numbers that can be read in two ways the value that they have in other versions.

        A language that no words are known of has 150 before its word for thousand; 101,450 is no fraction where others
        have a hundred thousand.
        """
        known = [tag for tag in self.tags if is_known(self.reading, tag)]
        values = {mention.value for tag in known for mention in self.own[tag]}
        scaled = {_significant(value): value for value in sorted(values, reverse=True)}
        for tag, own in self.own.items():
            for position, one in enumerate(own):
                if tag not in known and one.value not in values:
                    own[position] = one._replace(value=scaled.get(_significant(one.value), one.value))
                elif one.value * 1000 in values and one.value * 1000 == _grouped(words(self.reading, one)):
                    own[position] = one._replace(value=one.value * 1000)

    def all(self) -> Iterator[Disagreement]:
        """Yield what stands in another's place first, then what is missing or added."""
        values: dict[Decimal, dict[str, Mention]] = defaultdict(dict)
        for tag, own in self.own.items():
            for mention in sorted(own, key=_plainness):
                values[mention.value].setdefault(tag, mention)
        unshared = {value: having for value, having in values.items() if len(having) < len(self.tags)}
        yield from self._replaced(unshared)
        yield from self._missing(unshared)

    def _has(self, tag: str, value: Decimal) -> bool:
        """Return whether a version may have a value somewhere near.

        A language that no words are known of may have any month, and may write 1,500,000 as 1.5 and a word.
        """
        if self.month:
            known = any(self.reading.knowledge(tag).months)
            return not known or int(value) in months_nearby(self.reading, tag, self.row)
        near = nearby(self.reading, tag, self.row)
        if is_known(self.reading, tag):
            return value in near or _is_time(value, near)
        key = ("significant", tag, self.row.index)
        return _significant(value) in self.reading.once_near(key, lambda: frozenset(map(_significant, near)))

    def _dates(self, tag: str, years: Mapping[str, Mention]) -> bool:
        """Return whether a version has the date of a year without its year: 1 December, where others say 1 December 2024."""
        spots = {one.spot for one in years.values() if one.facet is Facet.YEAR}
        if not spots:
            return False
        others = (one for other in years for one in mentions(self.reading, other, self.row))
        months = {one.value for one in others if one.facet is Facet.MONTH and one.spot in spots}
        own = mentions(self.reading, tag, self.row)
        dated = {one.spot for one in own if one.facet is Facet.YEAR}
        return any(one.facet is Facet.MONTH and one.value in months and one.spot not in dated for one in own)

    def _replaced(self, values: Mapping[Decimal, Mapping[str, Mention]]) -> Iterator[Disagreement]:
        order = sorted(values, key=self._place)
        for position, wrong in sorted(enumerate(order), key=lambda one: len(values[one[1]])):
            having = values[wrong]
            if any((tag, wrong) in self.explained for tag in having):
                continue
            near = order[max(0, position - _REACH) : position + _REACH]
            fitting = [right for right in near if right != wrong and self._competes(values, right, wrong)]
            if fitting:
                right = min(fitting, key=lambda value: self._distance(values[value], having))
                yield from self._judged(values[right], having)

    def _competes(self, values: Mapping[Decimal, Mapping[str, Mention]], right: Decimal, wrong: Decimal) -> bool:
        """Return whether one value may stand where the other stands: no version has both, and they are of one kind."""
        right_ones, wrong_ones = values[right], values[wrong]
        if len(right_ones) < len(wrong_ones) or right_ones.keys() & wrong_ones.keys():
            return False
        if any((tag, right) in self.explained for tag in (*right_ones, *wrong_ones)):
            return False
        rest = [tag for tag in self.tags if tag not in wrong_ones]
        elsewhere = [tag for tag in rest if self._has(tag, wrong)]
        # A third of those who are right may have the wrong one by accident: uchrashuv begins with three.
        if not right_ones.keys() >= set(elsewhere) or len(elsewhere) > len(right_ones) // 3:
            return False
        if not self.month and any(right in here(self.reading, tag, self.row) for tag in wrong_ones):
            return False
        if not any(_comparable(one, other) for one in right_ones.values() for other in wrong_ones.values()):
            return False
        for some, others, value in ((right_ones, wrong_ones, wrong), (wrong_ones, right_ones, right)):
            unread = [tag for tag in some if not is_known(self.reading, tag)]
            # What is not read in words may have said the other's number in words.
            if len(unread) == len(some) and any(one.word for one in others.values()):
                return False
            if any(self._has(tag, value) for tag in unread):
                return False
            # Far apart they say different things, one of them perhaps in words.
            if unread and not 1 / Decimal(_FAR) <= (right + 1) / (wrong + 1) <= _FAR:
                return False
        both = (right_ones, wrong_ones)
        if any(one.word and one.value == 1 and one.facet is Facet.CARDINAL for ones in both for one in ones.values()):
            return False
        vague = any(all(one.vague for one in ones.values()) for ones in both)
        return not vague or (len(right_ones) >= _FEW and len(wrong_ones) == 1)

    def _distance(self, right: Mapping[str, Mention], wrong: Mapping[str, Mention]) -> tuple[bool, int, int]:
        """Return how unlike two numbers are: in kind, in their order in the text, in how few versions have the first."""
        kinds = {mention.facet for mention in right.values()}
        alien = all(mention.facet not in kinds for mention in wrong.values())
        places = [self._place(next(iter(ones.values())).value) for ones in (right, wrong)]
        return alien, abs(places[0] - places[1]), -len(right)

    def _place(self, value: Decimal) -> int:
        return self.places[value]

    def _judged(self, right: Mapping[str, Mention], wrong: Mapping[str, Mention]) -> Iterator[Disagreement]:
        values = {mention.value for mention in (*right.values(), *wrong.values())}
        tie = len(right) == len(wrong)
        if tie and self.tags.index(next(iter(wrong))) < self.tags.index(next(iter(right))):
            right, wrong = wrong, right
        self.explained |= {(tag, value) for tag in (*wrong, *(right if tie else ())) for value in values}
        for tag, mention in [(None, None)] if tie else wrong.items():
            odd = (mention,) if mention else tuple(wrong.values())
            yield Disagreement(self.row, tag, tuple(right.values()), odd)

    def _missing(self, values: Mapping[Decimal, Mapping[str, Mention]]) -> Iterator[Disagreement]:
        for value, having in values.items():
            # Digits of languages that are not read in words are no measure for others; one is hardly ever missed.
            clear = [tag for tag, one in having.items() if not one.vague]
            if value <= 1 or 2 * len(clear) < len(having) or not any(is_known(self.reading, tag) for tag in clear):
                continue
            lacking = tuple(
                tag
                for tag in self.tags
                if is_known(self.reading, tag) and not self._has(tag, value) and not self._dates(tag, having)
            )
            without = tuple(tag for tag in lacking if (tag, value) not in self.explained)
            alone = [tag for tag in having if is_known(self.reading, tag) and (tag, value) not in self.explained]
            if without and len(lacking) < len(having):
                for tag in without:
                    yield Disagreement(self.row, tag, tuple(having.values()), (), (tag,))
            elif without and alone and len(lacking) == len(having):
                # Where others have the number nearby, it may well stand nearby in these too, in other words.
                if len(lacking) + len(having) == len(self.tags):
                    yield Disagreement(self.row, None, tuple(having.values()), (), without)
            elif without:
                for tag in alone:
                    yield Disagreement(self.row, tag, (), (having[tag],), without)


def _grouped(written: str) -> int | None:
    """Return the number that a mark before three digits makes, if it parts thousands."""
    found = _GROUPED.search(written)
    return int(re.sub(r"\D", "", found.group())) if found else None


def _plainness(mention: Mention) -> tuple[bool, bool]:
    return mention.vague, mention.facet not in DATED


def _significant(value: Decimal) -> str:
    return str(value).replace(".", "").strip("0")


def _is_time(value: Decimal, near: Collection[Decimal]) -> bool:
    """Return whether 8.30 may stand there as 8:30."""
    hours = value.to_integral_value(ROUND_DOWN)  # not by division: a number may have more digits than that takes
    minutes = (value - hours) * 100
    return bool(minutes) and minutes == minutes.to_integral_value() and hours in near and minutes in near


def _comparable(one: Mention, other: Mention) -> bool:
    """Return whether two numbers are of kinds that may stand for each other."""
    if one.facet is other.facet:
        return True
    kinds = {one.facet, other.facet}
    if kinds & {Facet.MONEY, Facet.PERCENT}:
        return not (kinds & DATED or one.word or other.word)
    dated = kinds & DATED
    if len(dated) != 1:
        return not dated
    # A date that is not read as one leaves day and year as plain numbers.
    plain = one if one.facet not in DATED else other
    return not plain.word and plain.facet in (Facet.CARDINAL, Facet.ORDINAL)
