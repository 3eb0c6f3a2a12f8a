"""The numbers and letters of labels: what they mean, and how they are written."""

from __future__ import annotations

from workbench.languages.numeral_systems import chinese_text, chinese_value, circled_text, roman_text, roman_value
from workbench.model.label import Label, LabelStyle

# Letters that count paragraphs, in their order; a letter that Russian lists skip (ё, й, ъ, ы, ь) is not among them. Office
# programs count ы, too: where it is there, э, ю, я are one more.
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "абвгдежзиклмнопрстуфхцчшщыэюя")


def number_of(text: str) -> tuple[int, LabelStyle] | None:
    """Return the value that a number has, and the style it is written in; None where it is none."""
    if text.isdecimal():
        return int(text), LabelStyle.ARABIC
    if (value := chinese_value(text)) is not None:
        return value, LabelStyle.CHINESE
    if (value := roman_value(text)) is not None and value < 100:
        return value, LabelStyle.ROMAN
    return None


def letter_of(text: str) -> int | None:
    """Return what a letter counts, from 1 on; None where it counts nothing."""
    for alphabet in _ALPHABETS:
        if (position := alphabet.find(text.lower())) >= 0:
            return position + 1
    return None


def letter_behind(label: Label, before: Label | None) -> Label:
    """Return a letter's label with its value behind another letter: э is the 27th behind ы."""
    if before is None or before.style is not LabelStyle.LETTER or before.values != label.values:
        return label
    if _last_letter(before) + _last_letter(label) not in _ALPHABETS[2][-4:]:
        return label
    return Label(label.written, (*label.values[:-1], label.value + 1), label.style, label.frame, label.end)


def _last_letter(label: Label) -> str:
    return next((sign for sign in reversed(label.written.lower()) if sign.isalpha()), "")


def write_number(value: int, style: LabelStyle, model: Label | None = None) -> str | None:
    """Return a label's number as the style writes it, or None where the style has no sign for it.

    Letters are those of the alphabet that `model` counts in, Latin ones without it.
    """
    match style:
        case LabelStyle.ARABIC:
            return str(value)
        case LabelStyle.ROMAN:
            return roman_text(value) if 0 < value < 100 else None
        case LabelStyle.CHINESE:
            return chinese_text(value) if 0 < value < 100 else None
        case LabelStyle.CIRCLED:
            return circled_text(value) if 0 < value <= 20 else None
        case LabelStyle.LETTER:
            alphabet = _alphabet(model)
            return alphabet[value - 1] if 0 < value <= len(alphabet) else None


def _alphabet(model: Label | None) -> str:
    if model is None or model.style is not LabelStyle.LETTER or not model.value:
        return _ALPHABETS[0]
    letter = _last_letter(model)
    return next((one for one in _ALPHABETS if one[model.value - 1 : model.value] == letter), _ALPHABETS[0])
