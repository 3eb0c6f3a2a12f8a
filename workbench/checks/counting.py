"""Counts in a text (`six parties`, `中亚五国`) and the lists that they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.checks.check import Spot
from workbench.checks.reading import Reading
from workbench.checks.regions import regions
from workbench.glossary.term import TermKind
from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import fold, is_form, words

FEWEST = 3  # "two sides" are hardly ever a list: China and the five, the state and the investor
_NAME_LENGTH = 40  # how far behind "hereinafter referred to as" the name stands that is defined
_NEAR = 3  # words between a count and the region that it speaks of
_BREAK = re.compile(r"[.,;:!?()。，；：、！？（）]")
_OPENING = re.compile(r"\s*(?P<sign>[:：(（]|\s[–—-]\s|——)")
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
    """A number and the noun that it counts, with the region that it is tied to (a concept), if any."""

    value: int
    segment: int
    start: int
    end: int
    region: str | None


def definition(reading: Reading, tag: str) -> tuple[Named, int, int] | None:
    """Return the list that a version gives a name to, and segment and position where the defining phrase ends, or None.

    The phrase ("hereinafter referred to as") is the language's; the name behind it must be a noun that counts members,
    states or ministers ("the Parties"). The list is what stands before the phrase in its paragraph.
    """
    knowledge = reading.knowledge(tag)
    for segment, text in enumerate(reading.texts(tag)):
        folded = fold(text)
        found = [
            (at, at + len(phrase)) for phrase in map(fold, knowledge.counts.defines) if (at := folded.find(phrase)) >= 0
        ]
        for start, end in sorted(found):
            if not any(_noun_at(folded, at, knowledge) for at in range(end, min(end + _NAME_LENGTH, len(folded)))):
                continue
            paragraph = reading.paragraph(tag, segment)
            before = [(one, 0, len(reading.texts(tag)[one])) for one in paragraph if one < segment]
            named = named_in(reading, tag, [*before, (segment, 0, start)])
            if len(named.members()) > 1:
                return named, segment, end
    return None


def named_in(reading: Reading, tag: str, stretches: Iterable[tuple[int, int, int]]) -> Named:
    """Return whom the stretches (segment, start, end) name, within longer terms too."""
    people: dict[str, Spot] = {}
    states: dict[str, Spot] = {}
    for segment, start, end in stretches:
        for match in reading.all_matches(tag, segment):
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


def _noun_at(folded: str, at: int, knowledge: Knowledge) -> int | None:
    """Return the end of the counted noun that begins at a position of folded text, or None."""
    counts = knowledge.counts
    nouns = (*counts.members, *counts.states, *counts.ministers)
    if knowledge.wordforms.unspaced:
        return max((at + len(noun) for noun in nouns if folded.startswith(noun, at)), default=None)
    if at and folded[at - 1].isalnum():
        return None
    word = next(iter(words(folded[at : at + _NAME_LENGTH])), None)
    if word is None or word.start:
        return None
    return at + word.end if any(is_form(word.text, fold(noun), knowledge.wordforms) for noun in nouns) else None


def counts(reading: Reading, tag: str) -> Iterator[Count]:
    """Yield the counts of three or more in a version: a cardinal, at most the language's `gap` of words, a noun that counts."""
    knowledge = reading.knowledge(tag)
    for segment, text in enumerate(reading.texts(tag)):
        folded = fold(text)
        numerals = reading.numerals(tag, segment)
        for numeral in numerals:
            if numeral.ordinal or numeral.value < FEWEST:
                continue
            end = _noun_after(folded, numeral.end, [other.start for other in numerals], knowledge)
            if end is not None:
                region = _region(reading, tag, segment, numeral.start, end)
                yield Count(numeral.value, segment, numeral.start, end, region)


def _noun_after(folded: str, start: int, numerals: list[int], knowledge: Knowledge) -> int | None:
    if knowledge.wordforms.unspaced:
        return _noun_at(folded, start, knowledge)
    for position, word in enumerate(words(folded[start : start + 200])):
        at = start + word.start
        if position > knowledge.counts.gap or at in numerals or _BREAK.search(folded[start:at]):
            return None
        end = _noun_at(folded, at, knowledge)
        if end is not None:
            return end
    return None


def _region(reading: Reading, tag: str, segment: int, start: int, end: int) -> str | None:
    """Return the place that a count is tied to: named within it, right behind it, or at most three words before it."""
    text = reading.texts(tag)[segment]
    for match in reading.all_matches(tag, segment):
        if match.term.kind is not TermKind.PLACE:
            continue
        inside = start <= match.start and match.end <= end
        behind = (
            end <= match.start and not words(text[end : match.start]) and not _BREAK.search(text[end : match.start])
        )
        ahead = text[match.end : start]
        before = match.end <= start and len(words(ahead)) <= _NEAR and not _BREAK.search(ahead)
        if reading.knowledge(tag).wordforms.unspaced:
            behind, before = match.start == end, match.end == start
        if inside or behind or before:
            return match.term.concept
    return None


def introduced(reading: Reading, tag: str, count: Count) -> Named | None:
    """Return the list that a count introduces ("five countries: Kazakhstan, …", "three states (…)"), or None.

    It begins with a colon, a dash or a bracket right behind the count, and ends with the bracket or the segment. One name
    makes no list.
    """
    text = reading.texts(tag)[count.segment]
    opening = _OPENING.match(text, count.end)
    if opening is None:
        return None
    closing = _CLOSING.get(opening["sign"])
    end = text.find(closing, opening.end()) if closing else len(text)
    named = named_in(reading, tag, [(count.segment, opening.end(), end if end >= 0 else len(text))])
    return named if len(named.members()) > 1 else None


def in_region(states: Iterable[str], region: str) -> tuple[str, ...] | None:
    """Return those of the states that lie in a region, or None where it is not known which do."""
    members = regions().get(region)
    return None if members is None else tuple(state for state in states if state in members)
