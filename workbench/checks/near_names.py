"""Words that are spelt nearly like a listed name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from workbench.glossary.term import USABLE, Term, TermKind, TermMatching
from workbench.languages.knowledge import Knowledge
from workbench.languages.stems import Stems
from workbench.languages.wordforms import Word, fold, is_form, words

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

    @property
    def name(self) -> str:
        return self.words[self.position]


@dataclass(frozen=True, slots=True)
class NearName:
    """A stretch of a text (code points, end exclusive) that is nearly the wording of `term`.

    `alone` says that one word alone is like the name, and none of its other words stands beside it.
    """

    start: int
    end: int
    term: Term
    alone: bool = False


class NearNames:
    """Finds near misses of the names among the given terms, in texts of one language.

    A near miss differs from a name by one letter (two, in a person's long name), or by two neighbours that have changed
    places; the first letter is right. A word of a longer name counts only where its other words stand around it, and so
    does a person's given name. What is a form of any word of the terms, ends otherwise, or is written small, is none.
    """

    def __init__(self, terms: Iterable[Term], knowledge: Knowledge) -> None:
        self._wordforms = knowledge.wordforms
        self._stems = Stems(knowledge.wordforms)
        self._by_letter: dict[str, list[_Part]] = defaultdict(list)
        self._listed: dict[str, set[str]] = defaultdict(set)
        for term in terms:
            if term.match in (TermMatching.REGEX, TermMatching.SUBSTRING):
                continue
            for wording in (term.term, *term.forms):
                found = tuple(word.text for word in words(fold(wording)))
                for word in found:
                    self._listed[word[0]].add(word)
                if term.kind in NAMES and term.status in USABLE:
                    self._add(term, found)
        self._near = lru_cache(maxsize=65536)(self._look_up)

    def _add(self, term: Term, found: tuple[str, ...]) -> None:
        least = _SHORTEST_UNSPACED if self._wordforms.unspaced else _SHORTEST
        for position, word in enumerate(found):
            if len(word) >= least:
                self._by_letter[word[0]].append(_Part(term, found, position))

    def find(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[NearName]:
        """Yield the near misses of a text outside the stretches that are taken: those where a term is found."""
        if self._wordforms.unspaced:
            yield from self._in_characters(text, taken)
            return
        found = words(text)
        for position, word in enumerate(found):
            if word.text[0].islower() or _is_taken(word.start, word.end, taken):
                continue
            around = [part for part in self._near(fold(word.text)) if self._stands_around(found, position, part)]
            if around:
                best = max(around, key=lambda part: len(part.words))
                yield NearName(word.start, word.end, best.term, len(best.words) == 1)

    def _look_up(self, word: str) -> tuple[_Part, ...]:
        """Return the parts of names that a folded word nearly is, the nearest first; none for a form of a listed word."""
        if not self._by_letter.get(word[0]) or any(
            is_form(word, one, self._wordforms) for one in self._listed[word[0]]
        ):
            return ()
        candidates = dict.fromkeys((word, *self._stems(word, _SHORTEST)))
        near: list[tuple[int, int, _Part]] = []
        for part in self._by_letter[word[0]]:
            if part.name in word or (part.term.kind is not TermKind.PERSON and word.startswith(part.name[:-1])):
                continue  # a word made of the name, or another ending of it
            if part.name in candidates:
                continue
            if slips := [found for candidate in candidates if (found := _slips(candidate, part.name, part.term.kind))]:
                near.append((min(slips), len(near), part))
        return tuple(part for *_, part in sorted(near, key=lambda one: one[:2]))

    def _stands_around(self, found: Sequence[Word], position: int, part: _Part) -> bool:
        """Return whether the other words of a part's wording stand around a word, if they have to."""
        if len(part.words) == 1:
            return True
        start = position - part.position
        there = found[max(start, 0) : start + len(part.words)]
        if start < 0 or len(there) < len(part.words):
            return False
        return all(
            is_form(fold(word.text), own, self._wordforms) or _slips(fold(word.text), own, part.term.kind)
            for index, (word, own) in enumerate(zip(there, part.words, strict=True))
            if index != part.position
        )

    def _in_characters(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[NearName]:
        folded = fold(text)
        for parts in self._by_letter.values():
            for part in parts:
                name = part.name
                start = folded.find(name[0])
                while start >= 0:
                    for size in (len(name), len(name) - 1, len(name) + 1):
                        end = start + size
                        stretch = folded[start:end]
                        if (
                            len(stretch) == size
                            and OSA.distance(stretch, name, score_cutoff=1) == 1
                            and stretch[-1] == name[-1]
                            and not _is_taken(start, end, taken)
                        ):
                            yield NearName(start, end, part.term)
                            break
                    start = folded.find(name[0], start + 1)


def _slips(word: str, name: str, kind: TermKind) -> int:
    """Return by how many slips a word is a near miss of a name; 0 where they are equal or too far apart."""
    two = kind is TermKind.PERSON and len(name) >= _TWO_SLIPS
    most = 2 if two else 1 if len(name) >= _SHORTEST else 0
    distance = OSA.distance(word, name, score_cutoff=most)
    return int(distance) if distance <= most else 0


def _is_taken(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)
