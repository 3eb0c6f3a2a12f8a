"""Counts in a text (`six parties`, `中亚五国`) and the lists that they count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.check import Spot
from workbench.checks.near_names import NearName
from workbench.checks.reading import Reading
from workbench.checks.regions import regions
from workbench.checks.variants import variants
from workbench.glossary.matching import TermMatch
from workbench.glossary.term import TermKind
from workbench.languages.knowledge import Knowledge
from workbench.languages.numerals import folded_numbers
from workbench.languages.wordforms import fold, is_form, word_matches, words

FEWEST = 3  # "two sides" are hardly ever a list: China and the five, the state and the investor
_NAME_LENGTH = 40  # how far behind "hereinafter referred to as" the name stands that is defined
_BEFORE, _BEHIND = 3, 2  # words between a count and a place before it, or behind it ("of the")
_REACH = 200  # code points in which a counted noun is looked for
_BREAKS = frozenset(".,;:!?()。，；：、！？（）")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(_BREAKS)))}]")
_OPENING = re.compile(r"\s*(?P<sign>[:：(（]|\s[–—-]\s|——)")
_DASH = re.compile(r"\s*[-‐‑–—]+\s*")
_CLOSING = {"(": ")", "（": "）"}


@dataclass(frozen=True, slots=True)
class Named:
    """Those whom a stretch of text names, each once, in the order of their first naming; where the stretch is."""

    people: tuple[str, ...]
    states: tuple[str, ...]
    spot: Spot

    def members(self) -> tuple[str, ...]:
        """Return who is counted: the people, or the states where fewer than two people are named."""
        return self.people if len(self.people) > 1 else self.states


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the noun that it counts, with the place that it is tied to (a concept), if any.

    `joined`: a state is joined to the place ("the five countries of Central Asia and China"), so that the number may
    count the states of the place alone, or all.
    """

    value: int
    segment: int
    start: int
    end: int
    place: str | None = None
    joined: bool = False


def definition(reading: Reading, tag: str) -> tuple[Named, int, int] | None:
    """Return the list that a version gives a name to, and segment and position where the defining phrase ends, or None.

    The phrase ("hereinafter referred to as") is the language's; the name behind it must be a noun that counts members,
    states or ministers ("the Parties"). The list is what stands before the phrase in its paragraph.
    """
    knowledge = reading.knowledge(tag)
    phrases = [fold(phrase) for phrase in knowledge.counts.defines]
    for segment, text in enumerate(reading.texts(tag)):
        folded = fold(text)
        found = [(at, at + len(phrase)) for phrase in phrases if (at := folded.find(phrase)) >= 0]
        for start, end in sorted(found):
            if not _names_members(folded[end : end + _NAME_LENGTH], knowledge):
                continue
            paragraph = reading.paragraph(tag, segment)
            before = [(one, 0, len(reading.texts(tag)[one])) for one in paragraph if one < segment]
            named = named_in(reading, tag, [*before, (segment, 0, start)])
            if len(named.members()) > 1:
                return named, segment, end
    return None


def _names_members(folded: str, knowledge: Knowledge) -> bool:
    counts = knowledge.counts
    nouns = [fold(noun) for noun in (*counts.members, *counts.states, *counts.ministers)]
    if knowledge.wordforms.unspaced:
        return any(noun in folded for noun in nouns)
    return any(is_form(word.text, noun, knowledge.wordforms) for word in words(folded) for noun in nouns)


def named_in(reading: Reading, tag: str, stretches: Iterable[tuple[int, int, int]]) -> Named:
    """Return whom the stretches (segment, start, end) name, within longer terms and by a misspelt name too."""
    people: dict[str, Spot] = {}
    states: dict[str, Spot] = {}
    for segment, start, end in stretches:
        found: list[TermMatch | NearName] = [*reading.all_matches(tag, segment), *variants(reading, tag, segment)]
        for match in sorted(found, key=lambda one: one.start):
            kept = {TermKind.PERSON: people, TermKind.STATE: states}.get(match.term.kind)
            if kept is not None and start <= match.start and match.end <= end:
                kept.setdefault(match.term.concept, Spot(tag, segment, match.start, match.end))
    spots = list((people if len(people) > 1 else states).values())
    return Named(tuple(people), tuple(states), _cover(tag, spots))


def _cover(tag: str, spots: list[Spot]) -> Spot:
    """Return the stretch from the first name to the last one of the segment that holds most names."""
    if not spots:
        return Spot(tag, 0)
    segments = [spot.segment for spot in spots]
    segment = max(segments, key=segments.count)
    own = [spot for spot in spots if spot.segment == segment]
    return Spot(tag, segment, min(spot.start for spot in own), max(spot.end for spot in own))


def counts(reading: Reading, tag: str) -> Iterator[Count]:
    """Yield the counts of three or more in a version: a cardinal, at most the language's `gap` of words, a noun."""
    knowledge = reading.knowledge(tag)
    known = knowledge.counts
    members = frozenset(map(fold, known.members))
    others = frozenset(map(fold, (*known.states, *known.ministers)))
    counted = members | others
    for segment in reading.looked_at(tag):
        if not _may_count(reading.words(tag, segment), counted, knowledge):
            continue  # most segments
        folded = reading.cut(tag, segment).folded
        numerals = reading.numerals(tag, segment)
        starts = {numeral.start for numeral in numerals}
        for numeral in numerals:
            if numeral.ordinal or numeral.value < FEWEST or folded[numeral.end : numeral.end + 1] in _BREAKS:
                continue
            if (end := _noun_after(folded, numeral.end, starts, others, knowledge)) is not None:
                place, joined = _place(reading, tag, segment, numeral.start, end)
                yield Count(numeral.value, segment, numeral.start, end, place, joined)
            elif (end := _noun_after(folded, numeral.end, starts, members, knowledge)) is not None:
                yield Count(numeral.value, segment, numeral.start, end)


def _may_count(there: Sequence[str], nouns: Collection[str], knowledge: Knowledge) -> bool:
    """Return whether a number may stand near enough before one of the nouns among the words of a text: a cheap question."""
    if knowledge.wordforms.unspaced:
        return True
    numbers, reach = folded_numbers(knowledge), knowledge.counts.gap + 1
    return any(
        word in numbers or not word.isalpha()
        for at in [at for at, word in enumerate(there) if word in nouns]
        for word in there[max(0, at - reach) : at]
    )


def _noun_after(
    folded: str, start: int, numerals: Collection[int], nouns: Collection[str], knowledge: Knowledge
) -> int | None:
    """Return the end of the noun that a number ending at `start` counts, or None; a number or a comma parts them."""
    if knowledge.wordforms.unspaced:
        return max((start + len(noun) for noun in nouns if folded.startswith(noun, start)), default=None)
    for position, word in enumerate(word_matches(folded[start : start + _REACH])):
        at = start + word.start()
        if position > knowledge.counts.gap or at in numerals or _BREAK.search(folded[start:at]):
            return None
        if word.group() in nouns:
            return start + word.end()
    return None


def _place(reading: Reading, tag: str, segment: int, start: int, end: int) -> tuple[str | None, bool]:
    """Return the place that a count is tied to, and whether a state is joined to that place.

    Of the places named within the count, right behind it or at most three words before it, one whose states are known
    goes first; one of which nothing is known counts only within.
    """
    text = reading.texts(tag)[segment]
    unspaced = reading.knowledge(tag).wordforms.unspaced
    unknown = None
    for match in _around(reading, tag, segment, start, end):
        if match.term.kind is not TermKind.PLACE:
            continue
        concept = match.term.concept
        inside = start <= match.start and match.end <= end
        behind = end <= match.start and _near(text[end : match.start], 0 if unspaced else _BEHIND)
        before = match.end <= start and _near(text[match.end : start], 0 if unspaced else _BEFORE)
        if concept in regions() and (inside or behind or before):
            return concept, _is_joined(reading, tag, segment, match, behind)
        if inside:
            unknown = concept
    return unknown, False


def _around(reading: Reading, tag: str, segment: int, start: int, end: int) -> tuple[TermMatch, ...]:
    """Return the terms that begin within reach of a stretch."""
    found = reading.all_matches(tag, segment)
    first = bisect_left(found, start - _REACH, key=lambda match: match.start)
    return found[first : bisect_right(found, end + _REACH, key=lambda match: match.start)]


def _near(between: str, most: int) -> bool:
    return len(words(between)) <= most and not _BREAK.search(between)


def _is_joined(reading: Reading, tag: str, segment: int, place: TermMatch, behind: bool) -> bool:
    """Return whether a state beyond the place is joined to it: by a dash, or behind a place behind its count."""
    text = reading.texts(tag)[segment]
    for match in _around(reading, tag, segment, place.start, place.end):
        if match.term.kind is not TermKind.STATE or match.term.concept in regions()[place.term.concept]:
            continue
        after = match.start >= place.end
        between = text[place.end : match.start] if after else text[match.end : place.start]
        if _DASH.fullmatch(between) or (behind and after and _near(between, 1)):
            return True
    return False


def introduced(reading: Reading, tag: str, count: Count) -> Named | None:
    """Return the list that a count introduces ("five countries: Kazakhstan, …", "three states (…)"), or None.

    It begins with a colon, a dash or a bracket right behind the count, and ends with the bracket or the segment. One
    name makes no list.
    """
    text = reading.texts(tag)[count.segment]
    opening = _OPENING.match(text, count.end)
    if opening is None:
        return None
    closing = _CLOSING.get(opening["sign"])
    end = text.find(closing, opening.end()) if closing else len(text)
    named = named_in(reading, tag, [(count.segment, opening.end(), end if end >= 0 else len(text))])
    return named if len(named.members()) > 1 else None


def in_place(states: Iterable[str], place: str) -> tuple[str, ...] | None:
    """Return those of the states that lie in a place, or None where it is not known which do."""
    members = regions().get(place)
    return None if members is None else tuple(state for state in states if state in members)
