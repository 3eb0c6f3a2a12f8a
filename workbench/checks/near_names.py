"""Words that are spelt nearly like a listed name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from workbench.glossary.term import USABLE, Term, TermKind, TermMatching
from workbench.languages.answers import Answers
from workbench.languages.knowledge import Knowledge
from workbench.languages.stems import Stems
from workbench.languages.wordforms import Word, fold, is_form, word_texts, words

NAMES = frozenset({TermKind.PERSON, TermKind.STATE, TermKind.PLACE})
_SHORTEST = 5  # letters of a name: one letter makes another word of a shorter one
_SHORTEST_UNSPACED = 4
_TWO_SLIPS = 9  # letters of a person's name in which two slips are still near; two make a people of a state


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a name that may be misspelt, among the words around it in its wording; all folded."""

    term: Term
    words: tuple[str, ...]
    position: int
    written: str  # the word as the glossary writes it

    @property
    def name(self) -> str:
        return self.words[self.position]


@dataclass(frozen=True, slots=True)
class NearName:
    """A stretch of a text (code points, end exclusive) that is nearly the wording of `term`.

    `alone` says that one word alone is like the name, and none of its other words stands beside it. `listed` is what the
    glossary has for the stretch, None where an ending stands behind the name.
    """

    start: int
    end: int
    term: Term
    alone: bool = False
    listed: str | None = None


class NearNames:
    """Finds near misses of the names among the given terms, in texts of one language.

    A near miss differs from a name by one letter (two, in a person's long name), or by two neighbours that have changed
    places; the first letter is right. A word of a longer name counts only where its other words stand around it, and so
    does a person's given name. What is a form of any word of the terms, ends otherwise, or is written small, is none.
    """

    def __init__(self, terms: Iterable[Term], knowledge: Knowledge) -> None:
        self._wordforms = knowledge.wordforms
        self._stems = Stems(knowledge.wordforms)
        self._by_letter: dict[str, dict[str, list[_Part]]] = defaultdict(lambda: defaultdict(list))
        self._listed: dict[str, set[str]] = defaultdict(set)
        for term in terms:
            if term.match in (TermMatching.REGEX, TermMatching.SUBSTRING):
                continue
            for wording in (term.term, *term.forms):
                found = tuple(word.text for word in words(fold(wording)))
                for word in found:
                    self._listed[word[0]].add(word)
                if term.kind in NAMES and term.status in USABLE:
                    written = tuple(word.text for word in words(wording))
                    self._add(term, found, written if len(written) == len(found) else found)
        self._near = lru_cache(maxsize=65536)(self._look_up)
        self._may_be_near = lru_cache(maxsize=65536)(self._look_over)
        # No word goes over a space: what stands between two of them is asked for as a whole.
        self._may_hold = Answers(lambda part: any(map(self._look_over, word_texts(part))))

    def _add(self, term: Term, found: tuple[str, ...], written: tuple[str, ...]) -> None:
        least = _SHORTEST_UNSPACED if self._wordforms.unspaced else _SHORTEST
        for position, (word, as_written) in enumerate(zip(found, written, strict=True)):
            if len(word) >= least:
                self._by_letter[word[0]][word].append(_Part(term, found, position, as_written))

    def may_stand_in(self, text: str) -> bool:
        """Return whether a near miss may stand in a text: a cheap question."""
        if not self._by_letter:
            return False
        return self._wordforms.unspaced or any(map(self._may_hold.__getitem__, text.split(" ")))

    def find(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[NearName]:
        """Yield the near misses of a text outside the stretches that are taken: those where a term is found."""
        if self._wordforms.unspaced:
            yield from self._in_characters(text, taken)
            return
        found = words(text)
        for position, word in enumerate(found):
            if not self._may_be_near(word.text) or _is_taken(word.start, word.end, taken):
                continue
            around = [part for part in self._near(fold(word.text)) if self._stands_around(found, position, part)]
            if around:
                best = max(around, key=lambda part: len(part.words))
                yield NearName(word.start, word.end, best.term, len(best.words) == 1, _listed(word.text, best))

    def _look_over(self, written: str) -> bool:
        """Return whether a word as it is written is nearly a part of a name, whatever stands around it."""
        begins = written[0]
        if begins.islower() or (begins.isdecimal() and begins not in self._by_letter):
            return False  # most words
        return bool(self._near(fold(written)))

    def _look_up(self, word: str) -> tuple[_Part, ...]:
        """Return the parts of names that a folded word nearly is, the nearest first; none for a form of a listed word."""
        names = self._by_letter.get(word[0])
        if not names:
            return ()
        nearest: dict[str, int] = {}
        for candidate in dict.fromkeys((word, *self._stems(word, _SHORTEST))):
            for name, distance, _ in extract_iter(candidate, names.keys(), scorer=OSA.distance, score_cutoff=2):
                nearest[name] = min(int(distance), nearest.get(name, 3))
        near = [
            (distance, part)
            for name, distance in nearest.items()
            # A word made of the name, or another ending of it, is none.
            if distance and name not in word
            for part in names[name]
            if distance <= _most_slips(part) and (part.term.kind is TermKind.PERSON or not word.startswith(name[:-1]))
        ]
        if not near or any(is_form(word, one, self._wordforms) for one in self._listed[word[0]]):
            return ()
        return tuple(part for _, part in sorted(near, key=lambda one: one[0]))

    def _stands_around(self, found: Sequence[Word], position: int, part: _Part) -> bool:
        """Return whether the other words of a part's wording stand around a word, if they have to."""
        if len(part.words) == 1:
            return True
        start = position - part.position
        there = found[max(start, 0) : start + len(part.words)]
        if start < 0 or len(there) < len(part.words):
            return False
        return all(
            is_form(fold(word.text), own, self._wordforms)
            or (len(own) >= _SHORTEST and OSA.distance(fold(word.text), own, score_cutoff=1) == 1)
            for index, (word, own) in enumerate(zip(there, part.words, strict=True))
            if index != part.position
        )

    def _in_characters(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[NearName]:
        folded = fold(text)
        there = (names for letter, names in self._by_letter.items() if letter in folded)
        for name, parts in ((name, parts) for names in there for name, parts in names.items()):
            start = folded.find(name[0])
            while start >= 0:
                for size in (len(name), len(name) - 1, len(name) + 1):
                    stretch = folded[start : start + size]
                    is_near = stretch[-1] == name[-1] and OSA.distance(stretch, name, score_cutoff=1) == 1
                    if len(stretch) == size and is_near and not _is_taken(start, start + size, taken):
                        yield NearName(start, start + size, parts[0].term, listed=parts[0].written)
                        break
                start = folded.find(name[0], start + 1)


def _listed(written: str, part: _Part) -> str | None:
    """Return the word of the glossary in the case of what is written, or None where that has an ending of its own."""
    folded = fold(written)
    if folded[-1] != part.name[-1] or OSA.distance(folded, part.name) > _most_slips(part):
        return None
    return part.written.upper() if written.isupper() else part.written


def _most_slips(part: _Part) -> int:
    return 2 if part.term.kind is TermKind.PERSON and len(part.name) >= _TWO_SLIPS else 1


def _is_taken(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Return whether a stretch overlaps one of those taken, which are in order and do not overlap each other."""
    at = bisect_left(taken, (end, end))
    return at > 0 and taken[at - 1][1] > start
