"""Patterns that people look for: words as they are typed, whole words, to the letter, regular expressions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from workbench.languages.wordforms import fold
from workbench.model.errors import UsageError
from workbench.model.text import normalised

Find = Callable[[str], "tuple[int, int] | None"]  # where in a text (NFC) it stands, in code points, end exclusive

_SECONDS = 0.2  # for one text: what takes longer is a pattern that would take for ever


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for. Letter case, apostrophes and dashes fold together unless `exact`; accents too where `accents`.

    `whole` asks for whole words; `is_regex` says that the words are a regular expression.
    """

    words: str
    is_regex: bool = False
    whole: bool = False
    exact: bool = False
    accents: bool = False

    def finder(self) -> Find:
        """Return what finds the first place in a text; raise UsageError for an empty pattern and one that cannot be read.

        What it returns raises UsageError where a regular expression takes too long.
        """
        if not self.words.strip():
            raise UsageError("the pattern is empty — write what to look for")
        return self._by_regex() if self.is_regex else self._by_words()

    def _folded(self, text: str) -> str:
        """Return a text as it is compared: as many code points as it has."""
        if self.accents:
            text = "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
        return text if self.exact else fold(text)

    def _by_words(self) -> Find:
        wanted = self._folded(normalised(self.words))

        def find(text: str) -> tuple[int, int] | None:
            folded = self._folded(text)
            start = folded.find(wanted)
            while start >= 0 and self.whole and not _is_whole(folded, start, start + len(wanted)):
                start = folded.find(wanted, start + 1)
            return (start, start + len(wanted)) if start >= 0 else None

        return find

    def _by_regex(self) -> Find:
        import regex  # which takes its time, and nearly all look for words

        source = rf"\b(?:{self.words})\b" if self.whole else self.words
        try:
            compiled = regex.compile(source, 0 if self.exact else regex.IGNORECASE)
        except regex.error as error:
            raise UsageError(
                f"the pattern {self.words!r} cannot be read: {error} — mend it, or look for words"
            ) from None

        def find(text: str) -> tuple[int, int] | None:
            try:
                match = compiled.search(text, timeout=_SECONDS)
            except TimeoutError:
                raise UsageError(f"the pattern {self.words!r} takes too long — make it simpler") from None
            return match.span() if match else None

        return find


def pattern_of(typed: str) -> Pattern:
    """Return the pattern that somebody typed: `/…/` a regular expression, `"…"` whole words, `=…` to the letter, else words.

    Words fold letter case and accents.
    """
    if len(typed) > 2 and typed[0] == typed[-1] == "/":
        return Pattern(typed[1:-1], is_regex=True)
    if len(typed) > 2 and typed[0] == typed[-1] == '"':
        return Pattern(typed[1:-1], whole=True, accents=True)
    if len(typed) > 1 and typed[0] == "=":
        return Pattern(typed[1:], exact=True)
    return Pattern(typed, accents=True)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and _is_letter(text[start - 1])) and not (end < len(text) and _is_letter(text[end]))


def _is_letter(character: str) -> bool:
    return character.isalnum() and not "\u3007" <= character <= "\u9fff"  # Chinese words have no edges of their own
