"""Keys: how people write them, and their twins on Cyrillic keyboards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType

# The letters of ЙЦУКЕН that stand where QWERTY has these; Kazakh and Kyrgyz keyboards have them in the same places (their
# own letters are on the row of digits, or behind a modifier).
_TWINS = dict(
    zip(
        "qwertyuiop[]asdfghjkl;'zxcvbnm,.",
        "йцукенгшщзхъфывапролджэячсмитьбю",
        strict=True,
    )
)
# What a Kazakh keyboard has where others have digits, and what shift makes of the keys beside М and Л.
_TWINS |= dict(zip("2345=<>:", "әіңғһБЮЖ", strict=True)) | {"1": "quotation_mark"}
_NAMES = {
    "left_square_bracket": "[", "right_square_bracket": "]", "semicolon": ";", "apostrophe": "'", "comma": ",", "full_stop": ".",
    "equals_sign": "=", "less_than_sign": "<", "greater_than_sign": ">", "colon": ":",
}  # fmt: skip

_SPELLED = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "space": "Space", "question_mark": "?", "comma": ",", "full_stop": ".",
    "slash": "/", "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home",
    "end": "End", "plus": "+", "minus": "-", "equals_sign": "=", "delete": "Del", "backspace": "Backspace",
    "less_than_sign": "<", "greater_than_sign": ">", "left_square_bracket": "[", "right_square_bracket": "]",
    "asterisk": "*", "colon": ":", "semicolon": ";", "number_sign": "#", "exclamation_mark": "!", "ampersand": "&",
    "quotation_mark": '"',
}  # fmt: skip
_MODIFIERS = {"ctrl": "^", "shift": "Shift+", "alt": "Alt+"}


def twin(key: str) -> str | None:
    """Return the key that a Cyrillic keyboard gives where a Latin one gives `key` (`ctrl+c`: `ctrl+с`); None if it is none."""
    *modifiers, last = key.split("+")
    letter = _TWINS.get(_NAMES.get(last, last).lower())
    if letter is None:
        return None
    return "+".join((*modifiers, letter.upper() if last.isupper() else letter))


def with_twins(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys, and behind them their twins on Cyrillic keyboards."""
    return (*keys, *(other for key in keys if (other := twin(key)) is not None))


def twins_of(bindings: Iterable[BindingType]) -> Iterator[Binding]:
    """Yield, of a widget's own bindings, those whose keys have twins on Cyrillic keyboards, with these twins."""
    for binding in Binding.make_bindings(bindings):
        other = twin(binding.key)
        if other is not None:
            yield Binding(other, binding.action, show=False, priority=binding.priority)


def without(key: str, bindings: Iterable[BindingType]) -> Iterator[Binding]:
    """Yield a widget's own bindings but for those of a key: what it does there is an action of the table."""
    return (binding for binding in Binding.make_bindings(bindings) if binding.key != key)


def spelled(key: str) -> str:
    """Return a key as people write it: `^s`, `Enter`, `F8`."""
    modifier, _, rest = key.partition("+")
    if rest and modifier in _MODIFIERS:
        return _MODIFIERS[modifier] + spelled(rest)
    return _SPELLED.get(key, key.upper() if key.startswith("f") and key[1:].isdigit() else key)
