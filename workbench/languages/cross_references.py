"""References in running text to a numbered part of a text: `paragraph 4`, `статьи 4`, `4-бапта`, `第四条`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.languages.cut import Cut, cut
from workbench.languages.knowledge import Knowledge
from workbench.languages.numeral_systems import CHINESE_LETTERS, chinese_value, roman_value
from workbench.languages.references import may_refer
from workbench.languages.wordforms import fold, is_form, words

_NUMBER = re.compile(
    r"(?P<number>[\dIVX](?<![^\W_].)(?<!\d[.,].)(?:(?<=\d)\d{0,2}|(?<=[IVX])[IVX]{0,5}))(?P<below>(?:\.\d{1,3})*(?:\((?:\d{1,2}|[a-zа-я])\))*)(?![.,]?\d)"
)
_BEHIND_NUMBER = re.compile(r"[^\W\d_]+")
_BEFORE_NUMBER = re.compile(r"([^\W\d_]+)\.?\s+$|([§№])\s?$")
_BREAK = re.compile(r"[,;:.!?()]")
_BELOW = re.compile(r"\d+|[a-zа-я]")
_NEAR_BEFORE, _NEAR_BEHIND = 4, 3  # words in which a text names itself: "paragraph 4 of this statement"
_NEAR_UNSPACED = 8  # characters
_WIDEST = 40  # characters of a noun before its number
_WINDOW = 120  # characters in which the words beside a reference are looked for


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: its place (code points, end exclusive), its numbers, one a level, and the noun, a word of a label's pattern.

    `own` says that the text names itself beside it, so that no other text is meant ("of this statement", "above").
    """

    start: int
    end: int
    values: tuple[int, ...]
    noun: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """A label's pattern in running text: the word before the number, or what stands between it and the word behind."""

    before: str
    between: str
    behind: str


def references(text: str | Cut, knowledge: Knowledge) -> tuple[Reference, ...]:
    """Return the references of a text in order, by the nouns of the language's labels in any form.

    A number and a noun with nothing but a space between them (`4 бөлім`) count parts, and are none. Nothing is found in a
    language without labels' patterns.
    """
    if not knowledge.label_patterns:
        return ()
    text = cut(text)
    if knowledge.wordforms.unspaced:
        return tuple(_unspaced(text.folded, knowledge))
    return tuple(_spaced(text.text, text.folded, knowledge)) if may_refer(text, knowledge) else ()


def _unspaced(folded: str, knowledge: Knowledge) -> Iterator[Reference]:
    own = knowledge.own_text
    for match in _unspaced_pattern(knowledge).finditer(folded):
        group = next(name for name, value in match.groupdict().items() if value)
        written = match[group]
        value = int(written) if written.isdecimal() else chinese_value(written)
        if value:
            near = folded[max(0, match.start() - _NEAR_UNSPACED) : match.start()]
            noun = re.sub(r"[\s\d]", "", match.group().replace(written, ""))
            yield Reference(match.start(), match.end(), (value,), noun, any(phrase in near for phrase in own))


@lru_cache(maxsize=8)
def _unspaced_pattern(knowledge: Knowledge) -> re.Pattern[str]:
    number = rf"\d{{1,3}}|[{CHINESE_LETTERS}]{{1,4}}"
    patterns = [pattern for pattern in knowledge.label_patterns if " " not in pattern]
    sources = []
    for position, pattern in enumerate(sorted(patterns, key=len, reverse=True)):
        before, _, behind = pattern.partition("{n}")
        sources.append(rf"{re.escape(before)}\s?(?P<n{position}>{number})\s?{re.escape(behind)}")
    return re.compile("|".join(sources))


@lru_cache(maxsize=64)
def _shapes(knowledge: Knowledge) -> tuple[_Shape, ...]:
    shapes = []
    for pattern in map(fold, knowledge.label_patterns):
        before, _, behind = pattern.partition("{n}")
        noun = _BEHIND_NUMBER.findall(behind)
        if behind and not before and not behind[0].isspace() and noun:
            shapes.append(_Shape("", behind[: behind.rindex(noun[-1])], noun[-1]))
        elif before and not behind:
            shapes.append(_Shape(before.rstrip(" .№"), "", "") if before.strip(" №") else _Shape("№", "", ""))
    return tuple(dict.fromkeys(shapes))


@lru_cache(maxsize=64)
def _betweens(knowledge: Knowledge) -> tuple[str, ...]:
    """Return what stands between a number and a noun behind it."""
    return tuple({shape.between for shape in _shapes(knowledge) if not shape.before})


@lru_cache(maxsize=8192)
def _is_noun(word: str, knowledge: Knowledge) -> bool:
    """Return whether a folded word is a form of a noun that stands before a number."""
    return any(
        word == shape.before or is_form(word, shape.before, knowledge.wordforms)
        for shape in _shapes(knowledge)
        if shape.before
    )


def _spaced(text: str, folded: str, knowledge: Knowledge) -> Iterator[Reference]:
    for match in _NUMBER.finditer(text):
        written = match["number"]
        value = int(written) if written.isdecimal() else roman_value(written)
        if not value:
            continue
        below = tuple(int(part) if part.isdecimal() else ord(part) for part in _BELOW.findall(match["below"]))
        before = _BEFORE_NUMBER.search(text, max(0, match.start() - _WIDEST), match.start())
        word = before and (before[1] or before[2])
        named = word and _is_noun(fold(word), knowledge)
        if not named and not folded.startswith(_betweens(knowledge), match.end()):
            continue  # most numbers
        for shape in _shapes(knowledge):
            span = _fits(shape, folded, match, before, knowledge)
            if span is None:
                continue
            # "the part I played": one Roman letter is a number behind a capital alone.
            if written in ("I", "V", "X") and not text[span[0]].isupper():
                continue
            yield Reference(*span, (value, *below), shape.before or shape.behind, _is_own(folded, *span, knowledge))
            break


def _fits(
    shape: _Shape, folded: str, number: re.Match[str], before: re.Match[str] | None, knowledge: Knowledge
) -> tuple[int, int] | None:
    """Return where a reference of a shape begins and ends around a number, or None."""
    forms = knowledge.wordforms
    if shape.before:
        word = before and (before[1] or before[2])
        if before and word and (fold(word) == shape.before or is_form(fold(word), shape.before, forms)):
            return before.start(), number.end()
        return None
    end = number.end()
    if not folded.startswith(shape.between, end):
        return None
    noun = _BEHIND_NUMBER.match(folded, end + len(shape.between))
    return (number.start(), noun.end()) if noun and is_form(noun.group(), shape.behind, forms) else None


def _is_own(folded: str, start: int, end: int, knowledge: Knowledge) -> bool:
    if not knowledge.own_text:
        return False
    before = [word.text for word in words(_BREAK.split(folded[max(0, start - _WINDOW) : start])[-1])[-_NEAR_BEFORE:]]
    behind = [word.text for word in words(_BREAK.split(folded[end : end + _WINDOW])[0])[:_NEAR_BEHIND]]
    # What stands behind another reference ("paragraph 4 above and Article 5") is that one's.
    near = [] if any(map(str.isdecimal, before)) else before, behind
    phrases = [phrase.split() for phrase in map(fold, knowledge.own_text)]
    return any(
        len(side) >= at + len(phrase)
        and all(is_form(word, own, knowledge.wordforms) for word, own in zip(side[at:], phrase, strict=False))
        for phrase in phrases
        for side in near
        for at in range(len(side))
    )
