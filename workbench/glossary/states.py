"""States that no glossary need list: their names in CLDR, and what texts write beside them.

They recognise a state and prescribe nothing: no wording of theirs is ever asked for, suggested or forbidden.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from workbench.glossary.matching import Matcher, TermMatch, longest
from workbench.glossary.term import Term, TermKind, TermStatus
from workbench.glossary.termbase import TermBase
from workbench.languages.cut import Cut, cut
from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import fold, words

_DATA = files("workbench.glossary") / "data"
_LETTERS = 4  # of a name's own word, that its adjective begins with too: Франция, французский


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Any], dict[str, Any]]:
    names, beside = (
        tomllib.loads((_DATA / name).read_text(encoding="utf-8")) for name in ("states.toml", "state_words.toml")
    )
    return names, beside


@lru_cache(maxsize=32)
def _names(tag: str) -> dict[str, list[str]]:
    names, beside = _tables()
    more = beside.get(tag, {}).get("names", {})
    return {code: [*listed, *more.get(code, ())] for code, listed in names.get(tag, {}).items()}


def listed_states(termbase: TermBase) -> frozenset[str]:
    """Return the codes of the states that the glossary lists itself, in whatever language, form or status."""
    own = {fold(wording) for term in termbase.terms for wording in (term.term, *term.forms)}
    return frozenset(
        code for tag in _tables()[0] for code, names in _names(tag).items() if any(fold(name) in own for name in names)
    )


def is_state(name: str, tag: str) -> bool:
    """Return whether a name is that of a state in a language."""
    return any(fold(name) == fold(one) for names in _names(tag).values() for one in names)


@lru_cache(maxsize=1)
def state_stems() -> tuple[str, ...]:
    """Return what the names of states of one word begin with, in all languages that are known: kyrg, қырғ."""
    return tuple(
        {
            fold(name)[:_LETTERS]
            for tag in _tables()[0]
            for names in _names(tag).values()
            for name in names
            if len(name) > _LETTERS + 1 and name.isalpha()
        }
    )


class States:
    """Finds the states of a language in texts, by ISO 3166-1 code, but those of `without`. Empty for other languages."""

    def __init__(self, knowledge: Knowledge, without: Collection[str] = ()) -> None:
        self._knowledge = knowledge
        self._named = {code: names for code, names in _names(knowledge.tag).items() if code not in without}
        # All states are looked for, so that Guinea is not found in Papua New Guinea, whoever lists that.
        terms = (
            Term(code, knowledge.tag, name, TermStatus.ADMITTED, TermKind.STATE)
            for code, names in _names(knowledge.tag).items()
            for name in names
        )
        listed = tuple(terms)
        self._matcher = Matcher(listed, knowledge)
        self._unlisted = Matcher((term for term in listed if term.concept in self._named), knowledge)
        hints: dict[str, list[str]] = _tables()[1].get(knowledge.tag, {}).get("hints", {})
        self._own_hints = {code: tuple(map(fold, listed)) for code, listed in hints.items()}

    def __bool__(self) -> bool:
        return bool(self._named)

    def _stems(self, code: str) -> Iterator[str]:
        """Yield what the words of the state's names begin with in any language: texts write Австралия in Kazakh too."""
        if not self._knowledge.wordforms.unspaced:
            for tag in _tables()[0]:
                for name in _names(tag)[code]:
                    for word in words(fold(name)):
                        if len(word.text) >= _LETTERS:
                            yield word.text[:_LETTERS]

    def found(self, text: str | Cut) -> Sequence[TermMatch]:
        """Return the states that a text names; capitals must be there too (Того, not того; US, not us)."""
        text = cut(text)
        if not self._unlisted.all(text):
            return []  # most texts
        return [
            match
            for match in longest(self._matcher.all(text))
            if match.term.concept in self._named
            and _is_written_like(text.text[match.start : match.end], match.term.term)
        ]

    def means(self, text: str, code: str) -> bool:
        """Return whether a text says a word that may mean the state without naming it: French, британский, 中法."""
        folded = fold(text)
        hints = (*self._own_hints.get(code, ()), *self._stems(code))
        if self._knowledge.wordforms.unspaced:
            return any(hint in folded for hint in hints)
        return any(word.text.startswith(hints) for word in words(folded))


def _is_written_like(words: str, name: str) -> bool:
    if name.isupper():
        return words[:2].isupper()
    return words[0].isupper() or not name[0].isupper()
