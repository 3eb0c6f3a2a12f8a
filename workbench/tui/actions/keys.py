"""Keys: how people write them, and their twins on Cyrillic keyboards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS

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
_MODIFIER = re.compile(r"\^|(?:ctrl|shift|alt|super|meta)\+", re.IGNORECASE)
_OTHERS = re.compile(r"f([1-9]|1\d|2[0-4])|insert")
_WRITTEN = {spelling.lower(): key for key, spelling in _SPELLED.items()} | {" ": "space"}


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


def key_of(written: str) -> str | None:
    """Return a key as Textual names it, out of that name or what the help writes (`^g`, `Shift+F8`, `PgDn`); None: no key."""
    rest = written
    modifiers: set[str] = set()
    while len(rest) > 1 and (found := _MODIFIER.match(rest)):
        modifiers.add("ctrl" if found[0] == "^" else found[0][:-1].lower())
        rest = rest[found.end() :]
    key = _named(rest)
    if key is None:
        return None
    if len(key) == 1 and modifiers:
        key = key.lower()
        if modifiers == {"shift"}:
            return key.upper()
    return "+".join((*sorted(modifiers), key))


def _named(written: str) -> str | None:
    """Return the name of a key without modifiers."""
    key = _WRITTEN.get(written.lower())
    if key is not None:
        return key
    if len(written) == 1:
        name = unicodedata.name(written, "").lower().replace("-", "_").replace(" ", "_")
        return written if written.isalnum() else KEY_NAME_REPLACEMENTS.get(name, name) or None
    key = written.lower()
    known = _SPELLED.keys() | KEY_NAME_REPLACEMENTS.values()
    return key if key in known or _OTHERS.fullmatch(key) or _is_name(key) else None


def _is_name(key: str) -> bool:
    try:
        return not unicodedata.lookup(key.replace("_", " ")).isalnum()
    except KeyError:
        return False
