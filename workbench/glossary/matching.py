"""Where the terms of a glossary stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.glossary.term import Term, TermMatching, TermStatus
from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import Word, fold, is_form, words

_DROPPED = re.compile(r"[\s\"'«»“”„‹›()]+")


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term where it stands in a text, in code points, end exclusive."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording cut into folded words and what stands between them, less spaces and quotation marks."""

    term: Term
    words: tuple[str, ...]
    gaps: tuple[str, ...]


def _between(folded: str, found: Sequence[Word]) -> tuple[str, ...]:
    return tuple(_DROPPED.sub("", folded[left.end : right.start]) for left, right in pairwise(found))


def _key(word: str) -> str:
    # Inflection may change a last letter, but never the first two of a word of three or more.
    return word[:2] if len(word) > 2 else word[:1]


class Matcher:
    """Finds the given terms in texts of one language.

    Apostrophes, dashes, spaces and letter case fold together. `word` finds every word form (in a language without spaces:
    any occurrence), `exact` the wording to the letter between word boundaries, `substring` any occurrence, `regex` the
    pattern. A term's forms are found like the term itself.
    """

    def __init__(self, terms: Iterable[Term], knowledge: Knowledge) -> None:
        self._wordforms = knowledge.wordforms
        self._by_key: dict[str, list[_Wording]] = defaultdict(list)
        self._literal: list[tuple[Term, str]] = []
        self._patterns: list[tuple[Term, re.Pattern[str]]] = []
        for term in terms:
            for wording in (term.term, *term.forms):
                self._add(term, wording)

    def _add(self, term: Term, wording: str) -> None:
        folded = fold(wording)
        found = words(folded)
        match term.match:
            case TermMatching.REGEX:
                self._patterns.append((term, re.compile(wording)))
            case TermMatching.EXACT:
                self._patterns.append((term, re.compile(rf"(?<!\w){re.escape(wording)}(?!\w)")))
            case TermMatching.SUBSTRING:
                self._literal.append((term, folded))
            case TermMatching.WORD if self._wordforms.unspaced or not found:
                self._literal.append((term, folded))
            case TermMatching.WORD:
                texts = tuple(word.text for word in found)
                self._by_key[_key(texts[0])].append(_Wording(term, texts, _between(folded, found)))

    def all(self, text: str) -> tuple[TermMatch, ...]:
        """Return every occurrence of every term, those inside longer ones too, by start and length."""
        folded = fold(text)
        found = {*self._by_words(folded), *self._by_letters(text, folded)}
        return tuple(sorted(found, key=lambda match: (match.start, -match.end, match.term.concept, match.term.term)))

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Return the occurrences in order, the longest winning where they overlap.

        One wording that stands for several concepts is there once for each; for one concept the better status wins.
        """
        rank = {status: position for position, status in enumerate(TermStatus)}
        candidates = sorted(
            self.all(text), key=lambda match: (match.start - match.end, match.start, rank[match.term.status])
        )
        taken: list[tuple[int, int]] = []
        kept: list[TermMatch] = []
        for match in candidates:
            span = (match.start, match.end)
            if span in taken:
                if all(match.term.concept != other.term.concept for other in kept if (other.start, other.end) == span):
                    kept.append(match)
            elif all(match.end <= start or match.start >= end for start, end in taken):
                taken.append(span)
                kept.append(match)
        return tuple(sorted(kept, key=lambda match: match.start))

    def _by_words(self, folded: str) -> Iterator[TermMatch]:
        found = words(folded)
        for position, word in enumerate(found):
            for key in {word.text[:1], word.text[:2]}:
                for wording in self._by_key.get(key, ()):
                    stretch = found[position : position + len(wording.words)]
                    if (
                        len(stretch) == len(wording.words)
                        and all(
                            is_form(form.text, base, self._wordforms)
                            for form, base in zip(stretch, wording.words, strict=True)
                        )
                        and _between(folded, stretch) == wording.gaps
                    ):
                        yield TermMatch(wording.term, word.start, stretch[-1].end)

    def _by_letters(self, text: str, folded: str) -> Iterator[TermMatch]:
        for term, wording in self._literal:
            start = folded.find(wording)
            while start >= 0:
                yield TermMatch(term, start, start + len(wording))
                start = folded.find(wording, start + 1)
        for term, pattern in self._patterns:
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    yield TermMatch(term, match.start(), match.end())
