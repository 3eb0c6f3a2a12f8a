"""Which words of a list a word form may belong to: `wordforms.is_form` asked of a whole vocabulary at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from workbench.languages.knowledge import WordForms
from workbench.languages.wordforms import is_form, stems_of


class Vocabulary:
    """The words of a list, looked up by their forms; both folded.

    Every word stands in a table under each stem that its forms can begin with, and under its lexemes where the language has
    a dictionary. So a form asks for its own beginnings, not for all words, and `is_form` decides between the few that it
    meets. Each form is looked up once; memory is linear in the list and in the different forms that are asked for.
    """

    def __init__(self, words: Iterable[str], wordforms: WordForms) -> None:
        self._wordforms = wordforms
        self._words = frozenset(words)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._by_lexeme: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._known: dict[str, tuple[str, ...]] = {}
        inflects = bool(wordforms.endings) or wordforms.dictionary
        for word in sorted(self._words) if inflects else ():
            for stem in dict.fromkeys(stems_of(word, wordforms)):
                self._by_stem[stem].append(word)
            if wordforms.dictionary:
                from workbench.languages.lexemes import is_known, lexemes

                # Of a word that it does not know the dictionary guesses, slowly, and `is_form` goes by rule.
                for lexeme in lexemes(word) if is_known(word) else ():
                    self._by_lexeme[lexeme].append(word)
        self._longest = max(map(len, self._by_stem), default=0)

    def words_of(self, form: str) -> tuple[str, ...]:
        """Return the words of the list that `form` is a form of, itself first where it is one of them."""
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = tuple(self._look_up(form))
        return known

    def _look_up(self, form: str) -> list[str]:
        found = [form] if form in self._words else []
        if form.isdecimal():
            return found
        candidates: dict[str, None] = {}
        for end in range(1, min(len(form), self._longest) + 1):
            candidates.update(dict.fromkeys(self._by_stem.get(form[:end], ())))
        if self._by_lexeme:
            from workbench.languages.lexemes import lexemes

            for lexeme in lexemes(form):
                candidates.update(dict.fromkeys(self._by_lexeme.get(lexeme, ())))
        found += [word for word in candidates if word != form and is_form(form, word, self._wordforms)]
        return found
