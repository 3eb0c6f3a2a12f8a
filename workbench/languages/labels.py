"""Labels at the beginning of segments, in every style that official texts use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from workbench.languages.knowledge import Knowledge
from workbench.languages.label_numbers import letter_behind, letter_of, number_of
from workbench.languages.numeral_systems import (
    CHINESE_LETTERS,
    CIRCLED,
    ROMAN_LETTERS,
    circled_value,
    roman_value,
)
from workbench.model.label import Label, LabelStyle

_DASH = "[-‐‑–]"
_ARABIC = r"\d{1,3}"
_ROMAN = f"[{ROMAN_LETTERS}]{{1,8}}"
_CHINESE = f"[{CHINESE_LETTERS}]{{1,4}}"
_NUMBER = rf"(?:{_ARABIC}|{_ROMAN}|{_CHINESE})"
_DEEPEST = 9  # levels below the first: what has more is no label
_LEVELS = re.compile(
    rf"(?P<numbers>{_ARABIC}(?:\.{_ARABIC}){{1,{_DEEPEST}}})(?P<close>[.)](?!\d)|(?=\s+[^\s\da-zа-я])|$)(?P<space>\s*)"
)
_BRACKETED = r"\((?:[a-zа-я]|[ivx]{2,5}|\d{1,2})\)"
# What may follow the number of `Article 4`: `.2`, `(2)`, `(2)(a)`.
_SUBLEVELS = rf"(?P<sublevels>(?:\.{_ARABIC}){{0,{_DEEPEST}}}(?:{_BRACKETED}){{0,{_DEEPEST}}})"
_MIXED = re.compile(
    rf"(?:(?P<number>{_ARABIC})\.?(?P<sublevels>(?:{_BRACKETED}){{1,{_DEEPEST}}})|(?P<letters>\([a-zа-я]\)(?:{_BRACKETED}){{1,{_DEEPEST}}}))(?P<space>\s*)"
)
_LEVEL = re.compile(r"\d+|[^\W\d_]+")
_CIRCLED = re.compile(rf"(?P<number>[{CIRCLED}])[.、]?(?P<space>\s*)")
# What labels of several levels and circled ones begin with: one cheap question for the many that are neither.
_SEVERAL = re.compile(rf"\d{{1,3}}+\.?+[\d(]|\([a-zа-я]\)\(|[{CIRCLED}]")
_FRAMED = re.compile(
    rf"(?P<open>[(（\[]?)(?P<number>{_NUMBER}|[^\W\d_])(?P<close>[.)）\]、．]{{1,2}})(?P<space>\s*)(?P<rest>.?)",
    re.DOTALL,
)
_SECTION = re.compile(rf"(?P<sign>[§№]|No\.?)\s?(?P<number>{_ARABIC})[.:]?(?P<space>\s*)", re.IGNORECASE)
# In any language, a heading that is nothing but a word and a number is a label: "Madde 4", "4-modda", "4 ماددا".
_HEADING = re.compile(
    rf"(?P<before>[^\W\d_]{{2,15}}\s)?(?P<number>{_ARABIC})(?P<after>(?:[-‐‑.]\s?|\s)[^\W\d_]{{3,15}})?[.:]?\s*"
)


def _sublevels(written: str, above: int) -> list[tuple[int, LabelStyle]]:
    """Return the numbers of `.2` or `(a)(i)` with their styles; below `above` levels.

    One letter is a letter on the second level (`3(i)`), and Roman below where it can be (`3(a)(i)`).
    """
    found: list[tuple[int, LabelStyle]] = []
    for part in _LEVEL.findall(written):
        level = above + len(found)
        roman = roman_value(part) if len(part) > 1 or level > 1 else None
        if part.isdecimal():
            found.append((int(part), LabelStyle.ARABIC))
        elif roman:
            found.append((roman, LabelStyle.ROMAN))
        else:
            found.append((letter_of(part) or 0, LabelStyle.LETTER))
    return found


@lru_cache(maxsize=64)
def _sources(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Return the regular expressions of a language's label patterns, the longest first, each with its pattern."""
    result = []
    for pattern in sorted(knowledge.label_patterns, key=len, reverse=True):
        source = r"\s?".join(
            rf"(?P<number>{_NUMBER})".join(re.escape(part).replace(r"\-", _DASH) for part in piece.split("{n}"))
            for piece in pattern.split(" ")
        )
        # Without a space between words the label ends where it ends; else a letter behind it makes it another word.
        close = "" if knowledge.wordforms.unspaced else r"(?![^\W_])"
        sublevels = _SUBLEVELS if pattern.endswith("{n}") else "(?P<sublevels>)"
        result.append((rf"{source}{sublevels}{close}(?P<close>[.:：)]?)(?P<space>\s*)", pattern))
    return tuple(result)


@lru_cache(maxsize=4096)
def _compiled(source: str) -> re.Pattern[str]:
    # Each by itself, when it is asked: most texts have no such label, and to compile all takes longer than to read them.
    return re.compile(source, re.IGNORECASE)


@lru_cache(maxsize=64)
def _any_pattern(knowledge: Knowledge) -> re.Pattern[str]:
    """Return what matches where one of the patterns begins: a cheap question that most segments answer with no."""
    patterns = (pattern.split(" ") for pattern in knowledge.label_patterns)
    heads = dict.fromkeys(tuple(words[: 2 if words[0] == "{n}" else 1]) for words in patterns)
    worded, numbered = [], []
    for head in heads:
        source = r"\s?".join(re.escape(word).replace(r"\-", _DASH).replace(re.escape("{n}"), _NUMBER) for word in head)
        # The number is read once for all patterns that begin with one.
        first, rest = source[: len(_NUMBER)], source[len(_NUMBER) :]
        if first == _NUMBER:
            numbered.append(rest)
        else:
            worded.append(source)
    if numbered:
        worded.append(f"{_NUMBER}(?:{'|'.join(numbered)})")
    # Of a set the engine sees at once that a text does not begin so; the patterns it tries one after the other.
    signs = {
        rf"\d{ROMAN_LETTERS}{CHINESE_LETTERS}" if head[0].startswith("{n}") else _sign(head[0][0]) for head in heads
    }
    begins = "".join(sorted(signs))
    return re.compile(f"(?=[{begins}])(?:{'|'.join(worded)})" if worded else "(?!)", re.IGNORECASE)


def _sign(sign: str) -> str:
    return _DASH[1:-1].replace("-", r"\-") if sign == "-" else re.escape(sign)


@lru_cache(maxsize=64)
def _may_begin(knowledge: Knowledge) -> re.Pattern[str]:
    """Return what matches where a label of any kind may begin: one cheap question for the many segments that have none."""
    short = rf"(?:[{ROMAN_LETTERS}]{{1,8}}|[{CHINESE_LETTERS}]{{1,4}}|[^\W\d_])[.)）\]、．]"
    heading = rf"[^\W\d_]{{2,15}}+\s{_ARABIC}(?!\d)"
    patterns = _any_pattern(knowledge).pattern
    return re.compile(rf"\s*(?:\d|[(（\[§№{CIRCLED}]|{short}|(?i:no)\.?\s?\d|{heading}|(?i:{patterns}))")


def _worded(text: str, start: int, knowledge: Knowledge, any_pattern: re.Pattern[str]) -> Label | None:
    """Read labels made of words (`Article 4`, `第四条第二款`), one behind the other."""
    values: list[int] = []
    style, frame, at, written_end = LabelStyle.ARABIC, "", start, start
    while any_pattern.match(text, at):
        for expression, source in _sources(knowledge):
            match = _compiled(expression).match(text, at)
            number = number_of(match["number"]) if match else None
            if match and number:
                below = _sublevels(match["sublevels"], len(values) + 1)
                values += [number[0], *(value for value, _ in below)]
                style = below[-1][1] if below else number[1]
                frame += source + _LEVEL.sub("{n}", match["sublevels"])
                at, written_end = match.end(), match.start("space")
                break
        else:
            break
        if len(values) > _DEEPEST + 1:
            return None
        if not knowledge.wordforms.unspaced:
            break
    return Label(text[start:written_end], tuple(values), style, frame, at) if values else None


def find_label(text: str, knowledge: Knowledge) -> Label | None:
    """Return the label that a segment begins with, or None.

    Read are Arabic numbers (`4.`, `4)`, `(4)`, `1.2`, `3(a)`), Roman ones (`IV.`, also in look-alike Cyrillic letters
    and as `Ⅳ`), Chinese ones (`四、`, `（四）`), circled ones (`④`), letters (`a)`, `(б)`), and the words of the language
    (`第四条`, `Статья 4`, `4-modda`). In a heading that is nothing but a word and a number any word will do.
    """
    return _label(text, knowledge, _any_pattern(knowledge))


def _label(text: str, knowledge: Knowledge, any_pattern: re.Pattern[str]) -> Label | None:
    start = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    if any_pattern.match(text, start) and (label := _worded(text, start, knowledge, any_pattern)):
        return label
    if _SEVERAL.match(text, start) and (label := _several(text, start)):
        return label
    if match := _FRAMED.match(text, start):
        opening, number, closing, space, rest = match.groups()
        return _framed(start, opening, number, closing, space, bool(rest))
    if match := _SECTION.match(text, start):
        value = int(match["number"])
        return Label(
            text[start : match.start("space")], (value,), LabelStyle.ARABIC, match["sign"] + " {n}", match.end()
        )
    match = _HEADING.fullmatch(text, start)
    if match and bool(match["before"]) != bool(match["after"]):
        # "30 maddä" is a label where no words for labels are known; else it may well be thirty of something.
        if (match["after"] or "-")[0].isspace() and knowledge.label_patterns:
            return None
        frame = f"{match['before'] or ''}{{n}}{match['after'] or ''}".lower()
        return Label(text[start:].rstrip(), (int(match["number"]),), LabelStyle.ARABIC, frame, len(text))
    return None


def _several(text: str, start: int) -> Label | None:
    """Return the label of several levels (`1.2`, `3(a)`), or the circled one, that stands at a place of a text, or None."""
    if match := _LEVELS.match(text, start):
        values = tuple(int(part) for part in match["numbers"].split("."))
        frame = ".".join(["{n}"] * len(values)) + match["close"]
        return Label(text[start : match.start("space")], values, LabelStyle.ARABIC, frame, match.end())
    if match := _MIXED.match(text, start):
        first = [(int(match["number"]), LabelStyle.ARABIC)] if match["number"] else []
        levels = [*first, *_sublevels(match["sublevels"] or match["letters"], len(first))]
        written = text[start : match.start("space")]
        frame = _LEVEL.sub("{n}", written.replace(".", ""))
        return Label(written, tuple(value for value, _ in levels), levels[-1][1], frame, match.end())
    if match := _CIRCLED.match(text, start):
        value = circled_value(match["number"])
        if value:
            return Label(text[start : match.start("space")], (value,), LabelStyle.CIRCLED, "{n}", match.end())
    return None


@lru_cache(maxsize=4096)
def _framed(start: int, opening: str, written: str, closing: str, space: str, more: bool) -> Label | None:
    """Return the label that signs around a number or a letter make, at a place of a text that goes on or ends behind it."""
    if len(closing) == 2 and not (opening and closing[0] in ")）]"):
        return None
    if bool(opening) != (closing[0] in ")）]") and (opening or closing not in (")", "）")):
        return None
    # "4." before a word needs its space ("4.5", "e.g."); the full-width marks bring their own.
    if closing[-1] in ".)]" and more and not space:
        return None
    number = number_of(written)
    frame = f"{opening}{{n}}{closing}"
    whole = f"{opening}{written}{closing}"
    end = start + len(whole) + len(space)
    if number is not None:
        value, style = number
        # A capital and a full stop are the initial of a name more often than fifty or a hundred.
        if style is LabelStyle.ROMAN and len(written) == 1 and value >= 50 and closing == ".":
            return None
        return Label(whole, (value,), style, frame, end)
    if closing == "." and not opening:
        return None
    letter = letter_of(written)
    return Label(whole, (letter,), LabelStyle.LETTER, frame, end) if letter else None


class LabelReader:
    """Reads the labels of a text's segments in order, as many segments at a time as are there.

    Beyond `find_label`, neighbours decide what one sign cannot: `(i)` after `(h)` is a letter, `(c)` after `(b)` too,
    and `V. ` that counts on from no label before it is a person's initial. `decided` holds what they decided otherwise than a
    segment alone would have it, by its index.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.decided: dict[int, Label | None] = {}
        self._knowledge = knowledge
        self._read = 0  # segments
        self._last: dict[str, Label] = {}  # the last label of each frame
        self._values: set[int] = set()

    def read(self, texts: Sequence[str]) -> list[Label | None]:
        """Return the label of each of the segments that follow those read before, or None."""
        found = alone(texts, self._knowledge)
        for at, label in enumerate(found):
            if label is not None:
                decided = self._decide(label)
                if decided is not label:
                    found[at] = self.decided[self._read + at] = decided
        self._read += len(texts)
        return found

    def _decide(self, label: Label) -> Label | None:
        if label.style is LabelStyle.ARABIC:  # what neighbours cannot change
            self._last[label.frame] = label
            self._values.add(label.value)
            return label
        before = self._last.get(label.frame)
        if label.style is LabelStyle.ROMAN:
            single = label.written.strip("()（）[].、．")
            letter = letter_of(single) if len(single) == 1 else None
            if letter and before and before.style is LabelStyle.LETTER and before.value + 1 == letter:
                label = Label(label.written, (letter,), LabelStyle.LETTER, label.frame, label.end)
            elif len(single) == 1 and label.frame == "{n}." and label.value > 1 and label.value - 1 not in self._values:
                return None
        if label.style is LabelStyle.LETTER:
            label = letter_behind(label, before)
        self._last[label.frame] = label
        self._values.add(label.value)
        return label


@lru_cache(maxsize=64)
def _plain(knowledge: Knowledge) -> re.Pattern[str] | None:
    """Return what matches a number with its mark that can be nothing else, as most labels are; None where it can.

    It can where the language has words for labels that begin so ("4. madda").
    """
    if any(re.match(r"\{n\}\s?[.、]", pattern) for pattern in knowledge.label_patterns):
        return None
    return re.compile(rf"(?:\d{{1,3}}\.\s(?=[^\W\d_])|[{CHINESE_LETTERS}]{{1,3}}、(?![.)）\]、．\s]))")


@lru_cache(maxsize=4096)
def _of_plain(written: str) -> Label | None:
    return _framed(0, "", written.rstrip()[:-1], written.rstrip()[-1], written[len(written.rstrip()) :], True)


def alone(texts: Sequence[str], knowledge: Knowledge) -> list[Label | None]:
    """Return the label of each of some segments as it stands by itself (see `find_label`), or None."""
    result: list[Label | None] = [None] * len(texts)
    may_begin, any_pattern = _may_begin(knowledge).match, _any_pattern(knowledge)
    plain = _plain(knowledge)
    for index in [index for index, text in enumerate(texts) if may_begin(text)]:
        text = texts[index]
        match = plain.match(text) if plain is not None else None
        result[index] = _of_plain(match.group()) if match else _label(text, knowledge, any_pattern)
    return result


def labels(segments: Iterable[str], knowledge: Knowledge) -> tuple[Label | None, ...]:
    """Return the label of every segment of a text, or None (see `LabelReader`)."""
    return tuple(LabelReader(knowledge).read(tuple(segments)))
