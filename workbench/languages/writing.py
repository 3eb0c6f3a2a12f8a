"""How a language is written: quotation marks, apostrophes, brackets, punctuation, full width, letters that are slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.languages.knowledge import Knowledge
from workbench.languages.look_alikes import Proposal

# All that stands for an apostrophe in real texts: typewriter, curly, reversed, modifier letters, accents, prime, full width.
APOSTROPHES = "'’‘ʻʼ`´′ʹ＇"
_LETTERS = "ʻʼ"  # those that Unicode counts among letters
_HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff"
_WIDE = rf"{_HAN}，。；：？！、（）《》〈〉「」『』【】“”‘’…—"


def apostrophe_slips(text: str, knowledge: Knowledge) -> Iterator[Proposal]:
    """Yield the apostrophes inside words that the language writes otherwise (Uzbek `o'`, `a’zo`), with the right one.

    Only those between two letters, and those that belong to a letter (Uzbek `gʻ` may end a word: `bogʻ`) where no
    quotation begun with ‘ or ' can be closing. Nothing for a language that has no rule.
    """
    writing = knowledge.writing
    if not writing.apostrophes:
        return
    for match in _apostrophe().finditer(text):
        before, sign, behind = match["before"], match["sign"], match["behind"]
        belongs = writing.letter_apostrophes.get(before.lower())
        if not behind and (belongs is None or (sign in "'’" and re.search(r"(?<!\w)['‘]", text[: match.start()]))):
            continue
        if sign in _LETTERS and not writing.letter_apostrophes:
            continue  # a name in the spelling of its own language: Oʻzbekiston, Hawaiʻi
        right = belongs or writing.apostrophes[0]
        if sign != right and (belongs or sign not in writing.apostrophes):
            at = match.start("sign")
            yield Proposal(at, at + 1, right)


@lru_cache(maxsize=1)
def _apostrophe() -> re.Pattern[str]:
    return re.compile(rf"(?<=(?P<before>[^\W\d_{APOSTROPHES}]))(?P<sign>[{APOSTROPHES}])(?:(?=(?P<behind>[^\W\d_]))|)")


@lru_cache(maxsize=64)
def _narrow(knowledge: Knowledge) -> re.Pattern[str]:
    marks = "".join(re.escape(mark) for mark in knowledge.writing.fullwidth)
    return re.compile(rf"(?P<space> ?)(?P<mark>[{marks}])(?P<after> ?)") if marks else re.compile(r"(?!)")


def narrow_marks(text: str, knowledge: Knowledge) -> Iterator[Proposal]:
    """Yield the half-width marks that stand among full-width text, with the full-width mark (Chinese `，` for `,`).

    A mark is among such text when what is right before it, or (for an opening one) right behind it, is a Han character or a
    full-width mark; between digits (`3.5`, `10:30`) and in Latin words it stays. Its space goes with it.
    """
    pattern = _narrow(knowledge)
    opened: list[bool] = []  # for each open bracket whether it becomes wide; its closing one follows it
    widened = -1  # where the last proposal ended
    for match in pattern.finditer(text):
        mark, start, end = match["mark"], match.start(), match.end()
        near = [_is_wide(text[start - 1 : start]) or widened == start]
        if mark in "([":
            near.append(_is_wide(text[end : end + 1]))
            opened.append(any(near))
        elif mark in ")]" and opened:
            near = [opened.pop()]
        if any(near):
            widened = end
            yield Proposal(start, end, knowledge.writing.fullwidth[mark])


def _is_wide(character: str) -> bool:
    return bool(re.fullmatch(f"[{_WIDE}]", character))


def wrong_letters(text: str, knowledge: Knowledge) -> Iterator[Proposal]:
    """Yield letters of other alphabets that old fonts and keyboards put in a letter's place (Tajik `ќ` for `қ`)."""
    table = knowledge.writing.wrong_letters
    if table:
        for at, character in enumerate(text):
            if right := table.get(character):
                yield Proposal(at, at + 1, right)


def foreign_letters(word: str, knowledge: Knowledge) -> str:
    """Return the letters of a word that the language's alphabet does not have, in order, each once; "" if none is known."""
    own = knowledge.letters
    if not own:
        return ""
    found = (c for c in word.lower() if c.isalpha() and c not in own and c not in APOSTROPHES)
    return "".join(dict.fromkeys(found))
