"""The term base: all concepts of the glossary and their terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fnmatch import fnmatchcase

from workbench.glossary.csv_format import sort_key
from workbench.glossary.term import Term, TermKind, TermStatus
from workbench.languages.knowledge import language_key


class TermBase:
    """The terms of a glossary, looked up by concept and by language."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms: tuple[Term, ...] = tuple(sorted(terms, key=sort_key))
        self._by_concept: dict[str, list[Term]] = defaultdict(list)
        self._by_language: dict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in self.terms:
            self._by_concept[term.concept].append(term)
            self._by_language[language_key(term.lang)].append(term)

    def settled(self) -> TermBase:
        """Return the term base less the concepts of which every term is proposed: nobody has accepted them yet."""
        accepted = {term.concept for term in self.terms if term.status is not TermStatus.PROPOSED}
        if len(accepted) == len(self._by_concept):
            return self
        return TermBase(term for term in self.terms if term.concept in accepted)

    def concepts(self) -> tuple[str, ...]:
        """Return the names of all concepts, sorted."""
        return tuple(self._by_concept)

    def of(self, concept: str, tag: str) -> tuple[Term, ...]:
        """Return the terms of a concept in the language and script of a tag, the preferred one first."""
        key = language_key(tag)
        return tuple(term for term in self._by_concept.get(concept, ()) if language_key(term.lang) == key)

    def kind(self, concept: str) -> TermKind:
        """Return the kind of a concept; raise KeyError if there is no such concept."""
        return self._by_concept[concept][0].kind

    def in_language(self, tag: str, document: str) -> tuple[Term, ...]:
        """Return the terms in the language and script of a tag whose scope takes in the document of that name."""
        terms = self._by_language.get(language_key(tag), [])
        return tuple(term for term in terms if not term.scope or fnmatchcase(document, term.scope))
