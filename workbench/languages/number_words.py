"""Numbers in words: `двадцать пятый`, `two hundred and five`, `бес жүз`, `саду бисту як`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from workbench.languages.cut import Cut
from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import Word, fold

_AGGLUTINATES = 3  # a language with chains as long adds its endings to number words too
_SHORTEST = 5  # a shorter number word with an ending may well be another word: Kyrgyz алты, алтын (gold)


class NumberWord(NamedTuple):
    """What a word counts; `alone` is false for one that means something else when it stands alone (Uzbek yuz, face)."""

    value: int
    ordinal: bool
    alone: bool = True


class Counted(NamedTuple):
    """A number in words: its place (code points, end exclusive), value, and whether it orders."""

    start: int
    end: int
    value: int
    ordinal: bool


@lru_cache(maxsize=64)
def number_words(knowledge: Knowledge) -> Mapping[str, NumberWord]:
    """Return the number words of a language, folded; where endings are added to words, with one ending each."""
    endings = [*map(fold, knowledge.wordforms.endings)] if knowledge.wordforms.chain >= _AGGLUTINATES else []
    table: dict[str, NumberWord] = {}
    for listed, ordinal in ((knowledge.cardinals, False), (knowledge.ordinals, True)):
        for word, value in listed.items():
            folded, counts = fold(word), NumberWord(value, ordinal)
            for ending in endings if ordinal or len(word) >= _SHORTEST else ():
                table.setdefault(folded + ending, counts)
    for word, value in knowledge.quantities.compounds.items():
        table[fold(word)] = NumberWord(value, ordinal=False, alone=False)
    for listed, ordinal in ((knowledge.cardinals, False), (knowledge.ordinals, True)):
        compounds = knowledge.quantities.compounds
        table.update({fold(w): NumberWord(v, ordinal) for w, v in listed.items() if w not in compounds})
    for word, value in knowledge.quantities.scales.items():
        # A scale is read behind a number only: "миллион" and "миллионы" alone are no count.
        table[fold(word)] = NumberWord(value, ordinal=False, alone=False)
    return table


@lru_cache(maxsize=64)
def _joints(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(("", *map(fold, knowledge.quantities.joints)))


def counted(text: Cut, knowledge: Knowledge) -> Iterator[Counted]:
    """Yield the numbers in words of a text. Words join when they can be one number and stand together.

    A hundred and more multiply what is before them (`бес жүз`), less is added to what ends in enough noughts (`двадцать
    пять`); an ordinal ends the number. Scales are read behind other number words; those behind digits are left.
    """
    table = number_words(knowledge)
    if table.keys().isdisjoint(text.telling):
        return  # most segments
    there = [at for at, word in enumerate(text.words) if word in table]
    joints, folded = _joints(knowledge), text.folded
    run: list[tuple[Word, NumberWord]] = []
    for word, start, end in text.spans[there[0] : there[-1] + 1]:
        known = table.get(word)
        if known is None and not run:
            continue
        apart = run and folded[run[-1][0].end : start].strip(" -") not in joints
        if apart or (known is None and word not in joints):
            yield from _numbers(run)
            run = []
        if known is not None:
            run.append((Word(word, start, end), known))
    yield from _numbers(run)


def _numbers(run: list[tuple[Word, NumberWord]]) -> Iterator[Counted]:
    """Cut a run of number words into numbers."""
    at = 0
    while at < len(run):
        end, total, current = at, 0, 0
        for _, known in run[at:]:
            joined = _add(total, current, known.value, end == at)
            if joined is None:
                break
            total, current = joined
            end += 1
            if known.ordinal:
                break
        if end == at:  # a scale with nothing before it
            at += 1
            continue
        last = run[end - 1]
        if end - at > 1 or last[1].alone:
            yield Counted(run[at][0].start, last[0].end, total + current, last[1].ordinal)
        at = end


def _add(total: int, current: int, value: int, first: bool) -> tuple[int, int] | None:
    """Return the sum so far and the number being built with one more word, or None if the word begins another number."""
    if first:
        return (0, value) if value <= 1000 else None
    if value >= 1000:
        return None if not current or total % (value * 1000) else (total + current * value, 0)
    if value == 100 and 0 < current < 10:
        return total, current * 100
    room = 10 if 0 < value < 10 else 100 if value < 100 else 1000
    if not current and total:
        return total, value
    return (total, current + value) if value and current and current % room == 0 else None
