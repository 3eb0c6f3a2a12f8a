"""Numbers of lists as office programs and browsers write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # without ё, й, ъ and ь: so LibreOffice counts
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_DIGITS = "零一二三四五六七八九"
_ROUND_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_DIGITS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_WHOLE = re.compile(r"-?[0-9]{1,9}")
MOST = 9999  # no list is longer; a number beyond is written in figures


def written(value: int, style: str) -> str:
    """Return a value in a style, by the names of WordprocessingML (`decimal`, `lowerLetter`, `chineseCountingThousand`).

    Values that a style has no sign for, and styles that nothing is known of, are in figures; `bullet` and `none` are "".
    """
    if style in ("bullet", "none"):
        return ""
    write = _STYLES.get(style)
    text = write(value) if write is not None and 0 < value <= MOST else ""
    return text or str(value)


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number of an attribute, `default` for what is none, or what nobody counts to."""
    return int(text) if text and _WHOLE.fullmatch(text) else default


def spaced(label: str) -> str:
    """Return a label with the space that parts it from its text: none behind a full-width sign, nor behind nothing."""
    return label if not label or unicodedata.east_asian_width(label[-1]) in "WF" else f"{label} "


def _letters(alphabet: str, value: int) -> str:
    """Return a, …, z, aa, bb, …: the letter as often as the alphabet went round."""
    rounds, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (rounds + 1) if rounds < 30 else ""


def _columns(value: int) -> str:
    """Return a, …, z, aa, ab, …, as browsers and spreadsheets count."""
    text = ""
    while value:
        value, place = divmod(value - 1, len(_LATIN))
        text = _LATIN[place] + text
    return text


def _roman(value: int) -> str:
    text = ""
    for unit, sign in _ROMAN:
        count, value = divmod(value, unit)
        text += sign * count
    return text


def _chinese(value: int, digits: str = _DIGITS, units: str = "十百千", *, plain_ten: bool = True) -> str:
    """Return 一百零五: digits with their units; 十五, not 一十五, where `plain_ten`."""
    text, gap = "", False
    for power, unit in zip((1000, 100, 10, 1), (units[2], units[1], units[0], ""), strict=True):
        digit, value = divmod(value, power)
        if digit == 0:
            gap = bool(text)
            continue
        text += (digits[0] if gap and text else "") + digits[digit] + unit
        gap = False
    return text[1:] if plain_ten and text.startswith(digits[1] + units[0]) else text


def _positional(value: int, digits: str) -> str:
    return "".join(digits[int(figure)] for figure in str(value))


def _counting(value: int, digits: str) -> str:
    """Return 九十九, and figure by figure from a hundred on, as Word's chineseCounting does."""
    return _chinese(value) if value < 100 else _positional(value, digits)


def _enclosed(value: int, *runs: tuple[int, int, int]) -> str:
    """Return the sign of a value from runs of first value, last value, and code point of the first; "" beyond."""
    return next((chr(code + value - first) for first, last, code in runs if first <= value <= last), "")


def _ordinal(value: int) -> str:
    last = value % 10 if value % 100 not in (11, 12, 13) else 0
    return f"{value}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


_CIRCLES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": lambda value: _letters(_LATIN, value),
    "upperLetter": lambda value: _letters(_LATIN, value).upper(),
    "lowerColumn": _columns,
    "upperColumn": lambda value: _columns(value).upper(),
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperRoman": _roman,
    "russianLower": lambda value: _letters(_RUSSIAN, value),
    "russianUpper": lambda value: _letters(_RUSSIAN, value).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda value: f"- {value} -",
    "decimalFullWidth": lambda value: _positional(value, "０１２３４５６７８９"),
    "decimalFullWidth2": lambda value: _positional(value, "０１２３４５６７８９"),
    "decimalEnclosedCircle": lambda value: _enclosed(value, *_CIRCLES),
    "decimalEnclosedCircleChinese": lambda value: _enclosed(value, *_CIRCLES),
    "decimalEnclosedParen": lambda value: _enclosed(value, (1, 20, 0x2474)),
    "decimalEnclosedFullstop": lambda value: _enclosed(value, (1, 20, 0x2488)),
    "ideographEnclosedCircle": lambda value: _enclosed(value, (1, 10, 0x3280)),
    "chineseCounting": lambda value: _counting(value, "○一二三四五六七八九"),
    "taiwaneseCounting": lambda value: _counting(value, "○一二三四五六七八九"),
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": lambda value: _positional(value, _ROUND_DIGITS),
    "japaneseDigitalTenThousand": lambda value: _positional(value, _ROUND_DIGITS),
    "taiwaneseDigital": lambda value: _positional(value, "○一二三四五六七八九"),
    "chineseLegalSimplified": lambda value: _chinese(value, _LEGAL_DIGITS, "拾佰仟", plain_ten=False),
    "ideographLegalTraditional": lambda value: _chinese(value, _LEGAL_DIGITS_TRADITIONAL, "拾佰仟", plain_ten=False),
    "ideographTraditional": lambda value: _STEMS[value - 1 : value],
    "ideographZodiac": lambda value: _BRANCHES[value - 1 : value],
}
