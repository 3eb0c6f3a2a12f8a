"""How a language is written: quotation marks, apostrophes, brackets, punctuation, full width, letters that are slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.languages.knowledge import Knowledge
from workbench.languages.look_alikes import Proposal, in_script, may_be_mixed, script_of, small_look_alikes

# All that stands for an apostrophe in real texts: typewriter, curly, reversed, modifier letters, accents, prime, full width.
APOSTROPHES = "'’‘ʻʼ`´′ʹ＇"
_LETTERS = "ʻʼ"  # those that Unicode counts among letters
_ALPHABETIC = ("Cyrl", "Latn")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff"
_WIDE = rf"{_HAN}，。；：？！、（）《》〈〉「」『』【】“”‘’…—"
_WIDE_MARK = re.compile(f"[{_WIDE}]")


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


def apostrophes_inside(text: str) -> Iterator[tuple[int, str]]:
    """Yield the apostrophes between two letters, each with its position."""
    for match in _apostrophe().finditer(text):
        if match["behind"]:
            yield match.start("sign"), match["sign"]


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
    return _WIDE_MARK.fullmatch(character) is not None


def wrong_letters(text: str, knowledge: Knowledge) -> Iterator[Proposal]:
    """Yield letters of other alphabets that old fonts and keyboards put in a letter's place (Tajik `ќ` for `қ`)."""
    table = knowledge.writing.wrong_letters
    if table:
        for at, character in enumerate(text):
            if right := table.get(character):
                yield Proposal(at, at + 1, right)


def words_with_wrong_letters(text: str, knowledge: Knowledge) -> Iterator[Proposal]:
    """Yield the words that hold letters of other alphabets (see `wrong_letters`), with the word that is meant."""
    table = knowledge.writing.wrong_letters
    if not table or not any(letter in text for letter in table):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        right = "".join(table.get(letter, letter) for letter in word)
        if right != word:
            yield Proposal(match.start(), match.end(), right)


def readings_of(word: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the words of one script, Latin or Cyrillic, that a word of both may be meant to be, the likelier first.

    A word in the language's own script must be in its alphabet, where that is known.
    """
    own = knowledge.script if knowledge.script in _ALPHABETIC else ""
    found = []
    for script in (own, *(one for one in _ALPHABETIC if one != own)) if own else _ALPHABETIC:
        right = in_script(word, script)
        if right and not (script == own and foreign_letters(right, knowledge)):
            found.append(right)
    return tuple(found)


def lone_letters(text: str, knowledge: Knowledge) -> Iterator[Proposal]:
    """Yield the words of one small letter of the other script between words of the language's own (`c` in `и c ним`)."""
    if knowledge.script not in _ALPHABETIC or not may_be_mixed(text):
        return
    for match in _lone(knowledge.script).finditer(text):
        letter, before = match["letter"], text[max(0, match.start() - 3) : match.start()].rstrip(" ,;")[-1:]
        if not before or {script_of(before), script_of(match["after"])} != {knowledge.script}:
            continue
        right = in_script(letter, knowledge.script)
        if right and not foreign_letters(right, knowledge):
            yield Proposal(match.start("letter"), match.end("letter"), right)


@lru_cache(maxsize=4)
def _lone(script: str) -> re.Pattern[str]:
    return re.compile(rf"(?<= )(?P<letter>[{small_look_alikes(script)}])(?= (?P<after>[^\W\d_]))")


def foreign_letters(word: str, knowledge: Knowledge) -> str:
    """Return the letters of a word that the language's alphabet does not have, in order, each once; "" if none is known."""
    own = knowledge.letters
    if not own:
        return ""
    found = (c for c in word.lower() if c.isalpha() and c not in own and c not in APOSTROPHES)
    return "".join(dict.fromkeys(found))
