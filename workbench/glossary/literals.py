"""Strings found as they are, all at once: an Aho–Corasick automaton (Aho and Corasick, 1975)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from workbench.glossary.term import Term


class Literals:
    """Wordings with the terms that they are wordings of. The automaton is made when the first text is asked for."""

    def __init__(self, wordings: Mapping[str, Sequence[Term]]) -> None:
        self._wordings = {wording: tuple(terms) for wording, terms in wordings.items() if wording.strip()}

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for wording, terms in self._wordings.items():
            automaton.add_word(wording, (len(wording), terms))
        automaton.make_automaton()
        return automaton

    def found(self, text: str) -> Iterator[tuple[int, int, tuple[Term, ...]]]:
        """Yield start, end (exclusive) and terms of every occurrence, those inside others too."""
        if self._wordings:
            for last, (length, terms) in self._automaton.iter(text):
                yield last + 1 - length, last + 1, terms
