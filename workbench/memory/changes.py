"""How one text comes of another: what differs between a unit of the memory and the text that it resembles."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a text against another: kept, taken out or put in."""

    text: str
    kind: str  # "=", "-", "+"


def changes(old: str, new: str) -> list[Change]:
    """Return how `new` comes of `old`, word by word where there are spaces, else letter by letter."""
    one, other = (_words(text) if " " in old + new else list(text) for text in (old, new))
    result: list[Change] = []
    for kind, start, end, start_b, end_b in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            result.append(Change("".join(one[start:end]), "="))
            continue
        if end > start:
            result.append(Change("".join(one[start:end]), "-"))
        if end_b > start_b:
            result.append(Change("".join(other[start_b:end_b]), "+"))
    return result


def _words(text: str) -> list[str]:
    """Return the words of a text with the spaces behind them."""
    words = text.split(" ")
    return [word + " " for word in words[:-1]] + words[-1:]
