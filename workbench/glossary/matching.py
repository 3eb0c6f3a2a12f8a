"""Where the terms of a glossary stand in a text.

Two automata and, apart, the patterns of `regex` terms; none of them loops over terms.

Words: a term is a path of folded words through a trie. Each different word of a text is looked up once in the vocabulary of
all terms (`languages/vocabulary.py`) for the words that it may be a form of, nearly always none; from those that are found
the trie is walked. An automaton over letters would not do: `министрдің` and `министр` part where an ending begins, and what
may follow is for the language's word forms to say. A text costs its words times the length of the longest term, at worst.

Letters: terms of languages without spaces and `substring` terms stand in one Aho–Corasick automaton over folded text
(pyahocorasick, in C), `exact` terms in another over the text as it is; linear in the text, whatever the number of terms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from workbench.glossary.literals import Literals
from workbench.glossary.term import Term, TermMatching, TermStatus
from workbench.languages.cut import Cut, cut, word_of
from workbench.languages.knowledge import Knowledge
from workbench.languages.vocabulary import Vocabulary
from workbench.languages.wordforms import cuts_word, fold, word_spans

_DROPPED = re.compile(r"[\s\"'«»“”„‹›()]+")
_RANK = {status: position for position, status in enumerate(TermStatus)}


class TermMatch(NamedTuple):
    """A term where it stands in a text, in code points, end exclusive."""

    term: Term
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """Where a path of words leads: onwards, by the gap before a word and the word; and the terms that end here."""

    onwards: dict[tuple[str, str], _Node] | None = None
    terms: list[Term] | None = None


class _Path(dict[str, "_Path | None"]):
    """Where the steps of a text (see `Cut`) lead from nodes, None where nowhere; each step is looked up once."""

    def __init__(self, nodes: Sequence[_Node], vocabulary: Vocabulary) -> None:
        # A term may end here in two of its wordings. It is asked for by identity: its hash is over ten fields.
        once = {id(term): term for node in nodes for term in node.terms or ()}.values()
        self.terms = tuple(sorted(once, key=lambda term: (term.concept, term.term)))
        self.onwards = [node.onwards for node in nodes if node.onwards]
        self._vocabulary = vocabulary

    def __missing__(self, step: str) -> _Path | None:
        found: _Path | None = None
        if word := word_of(step):
            before = _gap(step[: -len(word)])
            steps = [(before, one) for one in self._vocabulary.words_of(word)]
            nodes = [table[one] for table in self.onwards for one in steps if one in table]
            found = _Path(nodes, self._vocabulary) if nodes else None
        self[step] = found
        return found


class _Beginning(dict[str, _Path | None]):
    """The paths that a form may begin, None for nearly all; each form is looked up once."""

    def __init__(self, first: dict[tuple[str, str], _Node], vocabulary: Vocabulary) -> None:
        self._first = first
        self._vocabulary = vocabulary

    def __missing__(self, form: str) -> _Path | None:
        words = self._vocabulary.words_of(form)
        nodes = [self._first["", word] for word in words if ("", word) in self._first]
        found = self[form] = _Path(nodes, self._vocabulary) if nodes else None
        return found


def _gap(between: str) -> str:
    """Return what stands between two words, less spaces, quotation marks and brackets."""
    return "" if between == " " else _DROPPED.sub("", between)


class Matcher:
    """Finds the given terms in texts of one language.

    Apostrophes, dashes, spaces and letter case fold together. `word` finds every word form (in a language without spaces:
    any occurrence that cuts no word), `exact` the wording to the letter between word boundaries, `substring` any
    occurrence, `regex` the pattern. A term's forms are found like the term itself. Wordings that are empty find nothing.
    """

    def __init__(self, terms: Iterable[Term], knowledge: Knowledge) -> None:
        self._wordforms = knowledge.wordforms
        self._trie = _Node()
        literal: dict[str, list[Term]] = defaultdict(list)
        exact: dict[str, list[Term]] = defaultdict(list)
        self._patterns: list[tuple[Term, re.Pattern[str]]] = []
        words: set[str] = set()
        for term in terms:
            for wording in dict.fromkeys((term.term, *term.forms)):
                match term.match:
                    case TermMatching.REGEX:
                        self._patterns.append((term, re.compile(wording)))
                    case TermMatching.EXACT:
                        exact[wording].append(term)
                    case TermMatching.SUBSTRING:
                        literal[fold(wording)].append(term)
                    case TermMatching.WORD:
                        folded = fold(wording)
                        found = word_spans(folded)
                        if self._wordforms.unspaced or not found:
                            literal[folded].append(term)
                        else:
                            self._add(term, folded, found)
                            words.update(text for text, _, _ in found)
        self._literals = Literals(literal)
        self._exact = Literals(exact)
        self._words = words
        self._lettered = bool(literal or exact or self._patterns)

    @cached_property
    def _beginning(self) -> _Beginning:
        return _Beginning(self._trie.onwards or {}, self._vocabulary)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._words, self._wordforms)

    def _add(self, term: Term, folded: str, found: Sequence[tuple[str, int, int]]) -> None:
        gaps = ("", *(_gap(folded[left[2] : right[1]]) for left, right in pairwise(found)))
        node = self._trie
        for step in zip(gaps, (text for text, _, _ in found), strict=True):
            if node.onwards is None:
                node.onwards = {}
            node = node.onwards.setdefault(step, _Node())
        if node.terms is None:
            node.terms = []
        node.terms.append(term)

    def all(self, text: str | Cut) -> tuple[TermMatch, ...]:
        """Return every occurrence of every term, those inside longer ones too, by start and length."""
        text = cut(text)
        found = self._by_words(text)
        if not self._lettered:
            return tuple(found)
        found += self._by_letters(text.text, text.folded)
        once = {(id(match.term), match.start, match.end): match for match in found}.values()
        return tuple(sorted(once, key=lambda match: (match.start, -match.end, match.term.concept, match.term.term)))

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Return the occurrences in order, the longest winning where they overlap (see `longest`)."""
        return longest(self.all(text))

    def _by_words(self, text: Cut) -> list[TermMatch]:
        """Return the terms that stand in the text as words, in order, the longest first where several begin."""
        matches: list[TermMatch] = []
        if not self._trie.onwards:
            return matches
        begun = [(at, path) for at, path in enumerate(map(self._beginning.__getitem__, text.words)) if path is not None]
        if not begun:
            return matches
        steps, ends, count = text.steps, text.ends, len(text.steps)
        for at, path in begun:
            longer: list[TermMatch] = []
            here = at
            while True:
                if path.terms:
                    start, end = ends[at] - len(text.words[at]), ends[here]
                    here_ending = [TermMatch(term, start, end) for term in path.terms]
                    longer = here_ending + longer if longer else here_ending
                here += 1
                further = path[steps[here]] if path.onwards and here < count else None
                if further is None:
                    break
                path = further
            matches += longer
        return matches

    def _by_letters(self, text: str, folded: str) -> Iterator[TermMatch]:
        """Yield the terms that stand in the text as letters."""
        for start, end, terms in self._literals.found(folded):
            cut: bool | None = None
            for term in terms:
                if term.match is TermMatching.WORD:
                    if cut is None:
                        cut = cuts_word(folded, start, end, self._wordforms)
                    if cut:
                        continue
                yield TermMatch(term, start, end)
        for start, end, terms in self._exact.found(text):
            if not _in_word(text[start - 1 : start]) and not _in_word(text[end : end + 1]):
                for term in terms:
                    yield TermMatch(term, start, end)
        for term, pattern in self._patterns:
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    yield TermMatch(term, match.start(), match.end())


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def longest(matches: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    """Return of the matches of one text, in order, the longest where they overlap.

    One wording that stands for several concepts is there once for each; for one concept the better status wins.
    """
    kept: list[TermMatch] = []
    first, count = 0, len(matches)
    while first < count:
        _, start, end = matches[first]
        whole, behind = end, first + 1
        while behind < count and matches[behind].start < end:  # they overlap each other, directly or by others
            end = max(end, matches[behind].end)
            behind += 1
        if behind == first + 1 or (end == whole and matches[first + 1][1:] != (start, whole)):
            kept.append(matches[first])  # most: one alone, or one with others inside
        else:
            kept += _longest(matches[first:behind])
        first = behind
    return tuple(kept)


def _longest(matches: Sequence[TermMatch]) -> list[TermMatch]:
    candidates = sorted(matches, key=lambda match: (match.start - match.end, match.start, _RANK[match.term.status]))
    first = matches[0].start
    taken = bytearray(max(match.end for match in matches) - first)
    concepts: dict[tuple[int, int], set[str]] = {}
    kept: list[TermMatch] = []
    for match in candidates:
        span = (match.start, match.end)
        there = concepts.get(span)
        if there is None:
            if taken.find(1, match.start - first, match.end - first) >= 0:
                continue
            taken[match.start - first : match.end - first] = b"\x01" * (match.end - match.start)
            there = concepts[span] = set()
        if match.term.concept not in there:
            there.add(match.term.concept)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)
