"""Numerals that are signs of their own: Roman (also in look-alike letters), Chinese, circled; and how a value is written."""

from __future__ import annotations

import unicodedata

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_PAIRS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# Letters that texts have in the place of Roman ones: Cyrillic І, Ӏ (palochka), Ѵ, Х, С, М and their small forms.
_LOOKALIKES = str.maketrans("ІӀѴХСМіӏѵхсм", "IIVXCMIIVXCM")
_CHINESE_DIGITS = {c: v for v, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}

ROMAN_LETTERS = "IVXLCІӀѴХСivxlcіӏѵхс" + "".join(chr(code) for code in range(0x2160, 0x2180))
CHINESE_LETTERS = "零〇一二两三四五六七八九十百"
CIRCLED = "".join(chr(c) for c in (*range(0x2460, 0x249C), *range(0x24EA, 0x2500), *range(0x2776, 0x2794)))
CIRCLED += "".join(
    chr(c) for c in (*range(0x3220, 0x322A), *range(0x3251, 0x3260), *range(0x3280, 0x328A), *range(0x32B1, 0x32C0))
)


def roman_text(value: int) -> str:
    """Return a value from 1 to 399 in Roman numerals, capital Latin letters."""
    text = ""
    for unit, sign in _ROMAN_PAIRS:
        count, value = divmod(value, unit)
        text += sign * count
    return text


def latin_roman(text: str) -> str:
    """Return a Roman numeral in capital Latin letters, whatever it is written in (`Ⅳ`, `ІV` with a Cyrillic І, `iv`)."""
    return unicodedata.normalize("NFKC", text).translate(_LOOKALIKES).upper()


def roman_value(text: str) -> int | None:
    """Return the value of a Roman numeral in its canonical form (1 to 399), in any of the ways of `latin_roman`, else None."""
    letters = latin_roman(text)
    if not letters or any(letter not in _ROMAN_VALUES for letter in letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    total = sum(-value if value < after else value for value, after in zip(values, following, strict=True))
    return total if 0 < total < 400 and roman_text(total) == letters else None


def chinese_value(text: str) -> int | None:
    """Return the value of a Chinese numeral from 0 to 9999 (`四`, `十一`, `二十`, `一百零八`, `二〇二四`), else None."""
    if not text or any(c not in _CHINESE_DIGITS and c not in _CHINESE_UNITS for c in text):
        return None
    if all(c in _CHINESE_DIGITS for c in text):
        return int("".join(str(_CHINESE_DIGITS[c]) for c in text)) if len(text) <= 4 else None
    total, digit, ceiling = 0, None, 10000
    for character in text:
        if character in _CHINESE_DIGITS:
            if digit:
                return None
            digit = _CHINESE_DIGITS[character]
            continue
        unit = _CHINESE_UNITS[character]
        if unit >= ceiling or (digit == 0 and unit != 10):
            return None
        total += (digit or 1) * unit
        ceiling, digit = unit, None
    return total + (digit or 0)


def chinese_text(value: int) -> str:
    """Return a value from 1 to 99 as a Chinese numeral (`四`, `十一`, `二十五`)."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


def circled_value(character: str) -> int | None:
    """Return the value of an enclosed numeral (`④`, `⑷`, `⒋`, `㈣`, `❹`), else None; the letters ⒜ and Ⓐ count from 1."""
    if len(character) != 1 or character not in CIRCLED:
        return None
    numeric = unicodedata.numeric(character, None)
    if numeric is not None:
        return int(numeric)
    inner = unicodedata.normalize("NFKC", character).strip("().").lower()
    return ord(inner) - ord("a") + 1 if len(inner) == 1 and "a" <= inner <= "z" else chinese_value(inner)


def circled_text(value: int) -> str:
    """Return a value from 1 to 20 as a circled digit (`④`)."""
    return chr(0x2460 + value - 1)
