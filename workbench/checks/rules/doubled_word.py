"""doubled-word: a word that was typed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import eq

from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, SlipCheck
from workbench.languages.knowledge import Writing

_TWICE = re.compile(
    r"(?<![\w'’ʻʼ‐‑-])(?P<word>[^\W\d_]+(?:['’ʻʼ‐‑-][^\W\d_]+)*)\s+(?P<again>(?P=word))(?![\w'’ʻʼ‐‑-])", re.IGNORECASE
)
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_HAN_TWICE = re.compile(rf"(?P<word>[{_HAN}]{{2,8}}?)(?P=word)")
_HAN_SIGN = re.compile(rf"(?P<word>[{_HAN}])(?P=word)")
_DASHES = "‐‑-"  # what joins the words of a compound
_WORD = re.compile(r"[^\W\d_]+")
_COUNTING = "一两几"
_ORDINARY = 3  # a capitalised word that stands alone so often is no half of a doubled name


class DoubledWord(SlipCheck):
    """No word stands twice in a row, but where the language says words twice on purpose."""

    name = "doubled-word"
    family = "text"
    severity = Severity.WARNING
    help = (
        "The same word stands twice in a row (the the): take one out. Words that a language repeats on purpose (тез-тез, 人人, "
        "бір бірі) are not reported."
    )
    example = ("of the the Parties", "of the Parties")

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return the segments with a word that stands again right behind it, or right behind its compound."""
        if reading.knowledge(tag).wordforms.unspaced:
            return reading.looked_at(tag)
        texts = reading.texts(tag)
        return [at for at in reading.looked_at(tag) if _may_double(reading.words(tag, at), texts[at])]

    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield the words that stand twice in a row."""
        text = reading.texts(tag)[segment]
        knowledge = reading.knowledge(tag)
        if knowledge.wordforms.unspaced:
            yield from _doubled_signs(text, knowledge.writing)
            return
        for match in _TWICE.finditer(text):
            word, again = match["word"], match["again"]
            if word != again and not (word[0].isupper() and again.islower() and _begins(text, match.start())):
                continue
            if _is_slip(word.lower(), knowledge.writing) and not (
                again[0].isupper() and self._is_name(reading, tag, again)
            ):
                yield Slip(*match.span(), f"“{again}” stands twice in a row", word)

    def _is_name(self, reading: Reading, tag: str, word: str) -> bool:
        """Return whether a capitalised word may be half of a name (Baden Baden): it hardly stands alone in the version."""
        counted = reading.once(
            ("words", tag),
            lambda: Counter(word for text in reading.texts(tag) for word in _WORD.findall(text)),
        )
        return counted[word] < _ORDINARY + 2


def _may_double(there: Sequence[str], text: str) -> bool:
    """Return whether two neighbouring words, or compounds of words, may be alike: most texts answer with no."""
    # Two equal compounds have as many words each, and a dash less.
    dashes = sum(map(text.count, _DASHES))
    return any(any(map(eq, there, there[words:])) for words in range(1, 2 + dashes // 2))


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",;")


def _is_slip(word: str, writing: Writing) -> bool:
    if word in writing.may_double:
        return False
    return len(word) >= writing.doubled_from or word in writing.never_doubled


def _doubled_signs(text: str, writing: Writing) -> Iterator[Slip]:
    """Yield what stands twice in text without spaces: words of two characters or more, and single ones that never do."""
    for match in _HAN_TWICE.finditer(text):
        word = match["word"]
        if word[0] in _COUNTING or len(set(word)) == 1 or word in writing.may_double:
            continue
        if len(word) >= writing.doubled_from:
            yield Slip(*match.span(), f"“{word}” stands twice in a row", word)
    for match in _HAN_SIGN.finditer(text):
        if match["word"] in writing.never_doubled:
            yield Slip(*match.span(), f"“{match['word']}” stands twice in a row", match["word"])
